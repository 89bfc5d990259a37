// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/attribute_command.h"

#include "app/cli/option_list.h"
#include "app/cli/overlay_figure.h"
#include "app/cli/record_result.h"
#include "app/examination_folder.h"
#include "core/explain/explanation_text.h"
#include "core/explain/record.h"
#include "core/record/png_file.h"
#include "core/record/write_file.h"

#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace blurig {

void AttributeCommand::declare(OptionList& options) {
    std::vector<std::string> ids;
    for (const Method* method : methods())
        ids.push_back(method->id());
    m_method = ids.front();
    options.add({.name = "--method", .help = "The attribution method", .value = fmt::format("{}", fmt::join(ids, "|"))},
                m_method);
    m_out.declare(options);
    m_arrays.declare(options);
    m_explanation.declare(options, methods());
    m_explanation.declareOwnBaseline(options);
    m_display.declare(options);
}

void AttributeCommand::run(Console& console) {
    const Method& method = methodById(m_method);
    const Display display = m_display.display();
    m_arrays.requireKnown();
    const ExplanationRequest request = m_explanation.prepare(console, method, m_display.choice());
    m_out.requireWritable();
    ReferenceModels references({.memory = usersExaminations()});
    const Explanation explanation = explainOn(console, request.opened, request.run, references);

    const Json record = attributionRecord(explanation.subject, *explanation.state, explanation.scoreInput);
    m_arrays.write(m_out, "input", explanation.subject.prepared.z);
    m_arrays.write(m_out, "attribution", explanation.state->attribution);
    writePng(m_out.file("overlay.png"), overlayFigure(explanation, method, display),
             {{Choice::pngKeyword, recordedChoice(request.choice, explanation)}});
    writeFile(m_out.file("record.json"), textOf(record) + "\n");

    printResult(console, m_out, record,
                withBulk(fmt::format("{} of {}: {}", method.label(), targetText(explanation), headline(explanation)),
                         explanation));
}

} // namespace blurig
