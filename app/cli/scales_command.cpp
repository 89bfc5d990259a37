// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/scales_command.h"

#include "app/cli/node_table.h"
#include "app/cli/option_list.h"
#include "app/cli/record_result.h"
#include "app/cli/scale_sheet.h"
#include "app/examination_folder.h"
#include "core/error.h"
#include "core/explain/explanation_text.h"
#include "core/explain/record.h"
#include "core/record/png_file.h"
#include "core/record/write_file.h"

#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>

namespace blurig {

namespace {

constexpr std::array<std::string_view, 3> methodIds{"blur-ig", "ig", "gradient-x-input"};

const Method& methodOf(const std::string& id) {
    if (std::ranges::find(methodIds, id) == methodIds.end())
        throw Error(ErrorCode::Argument, "--method", fmt::format("\"{}\" cannot be followed by scale", id),
                    fmt::format("Use {}", fmt::join(methodIds, ", ")));
    return methodById(id);
}

} // namespace

void ScalesCommand::declare(OptionList& options) {
    m_method = methodIds.front();
    options.add({.name = "--method",
                 .help =
                     "The attribution method. Table and sheet of scales are of blur-ig; ig and gradient-x-input are "
                     "compared with it by --octaves",
                 .value = fmt::format("{}", fmt::join(methodIds, "|"))},
                m_method);
    m_out.declare(options);
    options.add({.name = "--top", .help = "Number of classes in the table", .value = "N"}, m_top);
    options.add({.name = "--columns", .help = "Number of scales on the sheet", .value = "N"}, m_columns);
    m_analyses.declare(options);
    m_film.declare(options);
    m_folder.declare(options);
    std::array<const Method*, methodIds.size()> offered{};
    std::ranges::transform(methodIds, offered.begin(), [](std::string_view id) { return &methodById(id); });
    m_explanation.declare(options, offered);
    m_explanation.declareOwnBaseline(options);
    m_display.declare(options);
}

void ScalesCommand::run(Console& console) {
    if (m_columns < 2 || m_columns > 50)
        throw Error(ErrorCode::Argument, "--columns", fmt::format("a sheet cannot have {} scales", m_columns),
                    "Give a number from 2 to 50");
    const Method& method = methodOf(m_method);
    if (std::filesystem::is_directory(m_explanation.picture())) {
        m_folder.run(console, m_out, m_explanation, method);
        return;
    }
    m_analyses.requireFor(method);
    m_film.requireFor(method);
    const Display display = m_display.display();
    const ExplanationRequest request = m_explanation.prepare(console, method, m_display.choice());
    m_out.requireWritable();
    ReferenceModels references({.memory = usersExaminations()});
    const Explanation explanation = explainOn(console, request.opened, request.run, references);

    const Json record = attributionRecord(explanation.subject, *explanation.state, explanation.scoreInput);
    if (!explanation.state->paths.empty())
        writeFile(m_out.file("nodes.csv"), nodeTable(explanation, m_top));
    if (method.abilities().scales)
        writePng(m_out.file("sheet.png"), scaleSheet(explanation, display, m_columns),
                 {{Choice::pngKeyword, recordedChoice(request.choice, explanation)}});
    m_analyses.write(console, m_out, explanation, m_top);
    m_film.write(console, m_out, explanation, display);
    writeFile(m_out.file("record.json"), textOf(record) + "\n");

    printResult(console, m_out, record,
                withBulk(fmt::format("{}: {}", targetText(explanation), headline(explanation)), explanation));
}

} // namespace blurig
