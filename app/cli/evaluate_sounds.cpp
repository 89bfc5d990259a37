// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/evaluate_sounds.h"

#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/run_progress.h"
#include "app/examination_folder.h"
#include "core/error.h"
#include "core/evaluate/bootstrap.h"
#include "core/evaluate/sound_study.h"
#include "core/record/write_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <optional>

namespace blurig {

namespace {

std::optional<MeanWithInterval> mean(std::span<const SoundRow> rows, const std::string& method,
                                     const SoundFigure& figure) {
    std::vector<double> values;
    for (const SoundRow& row : rows)
        if (row.method == method)
            values.push_back(figure.of(row.metrics));
    return meanOf(values);
}

void tell(Console& console, OutputFolder& out, std::span<const SoundRow> rows, std::span<const JudgedMethod> methods,
          std::size_t problems) {
    Json summary = Json::array();
    std::string text = fmt::format("{} clips, {} problems\n", rows.size() / methods.size(), problems);
    for (const JudgedMethod& method : methods) {
        Json entry{{"method", method.label}};
        text += method.label + ":";
        for (const SoundFigure& figure : soundFigures()) {
            const auto known = mean(rows, method.label, figure);
            entry[std::string(figure.name)] = meanJson(known);
            if (known)
                text += fmt::format(" {} {:.3f} [{:.3f}, {:.3f}],", figure.name, known->mean, known->low, known->high);
        }
        text.back() = '\n';
        summary.push_back(entry);
    }
    if (console.isJson())
        console.resultJson({{"methods", summary}, {"problems", problems}, {"files", out.filesJson()}});
    else
        console.result(text + out.filesText());
}

} // namespace

void evaluateSounds(Console& console, OutputFolder& out, const std::vector<std::filesystem::path>& files,
                    std::span<const JudgedMethod> methods, const std::shared_ptr<const Model>& model) {
    const SoundSpec& spec = soundSpec(*model->info());
    ReferenceModels references({.memory = usersExaminations()});
    std::vector<SoundRow> rows;
    std::size_t problems = 0;
    const std::filesystem::path table = out.file("rows.csv");
    for (const std::filesystem::path& file : files) {
        throwIfInterrupted();
        RunProgress progress(console);
        try {
            auto clip = std::make_shared<const Clip>(readClip(file, spec, progress.stopToken()));
            for (SoundRow& row :
                 judgeSound(model, std::move(clip), methods, references, progress, progress.stopToken()))
                rows.push_back(std::move(row));
        } catch (const Error& error) {
            console.note(error.what());
            ++problems;
        }
        console.endProgress();
        writeFile(table, soundTable(rows));
    }
    tell(console, out, rows, methods, problems);
    if (problems > 0)
        throw AlreadyReported();
}

} // namespace blurig
