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

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

namespace blurig {

namespace {

const Method& blurIg() {
    return methodById("blur-ig");
}

} // namespace

void ScalesCommand::declare(OptionList& options) {
    m_out.declare(options);
    options.add({.name = "--top", .help = "Number of classes in the table", .value = "N"}, m_top);
    options.add({.name = "--columns", .help = "Number of scales on the sheet", .value = "N"}, m_columns);
    const std::array<const Method*, 1> only{&blurIg()};
    m_explanation.declare(options, only);
    m_display.declare(options);
}

void ScalesCommand::run(Console& console) {
    if (m_columns < 2 || m_columns > 50)
        throw Error(ErrorCode::Argument, "--columns", fmt::format("a sheet cannot have {} scales", m_columns),
                    "Give a number from 2 to 50");
    const Method& method = blurIg();
    const Display display = m_display.display();
    const ExplanationRequest request = m_explanation.prepare(console, method, m_display.choice());
    m_out.requireWritable();
    ReferenceModels references({.memory = usersExaminations()});
    const Explanation explanation = explainOn(console, request.opened, request.run, references);

    const Json record = attributionRecord(explanation.subject, *explanation.state, explanation.scoreInput);
    writeFile(m_out.file("nodes.csv"), nodeTable(explanation, m_top));
    writePng(m_out.file("sheet.png"), scaleSheet(explanation, display, m_columns),
             {{Choice::pngKeyword, recordedChoice(request.choice, explanation)}});
    writeFile(m_out.file("record.json"), textOf(record) + "\n");

    printResult(console, m_out, record,
                withBulk(fmt::format("{}: {}", targetText(explanation), headline(explanation)), explanation));
}

} // namespace blurig
