// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/study_files.h"

#include <nlohmann/json.hpp>

namespace blurig {

std::map<std::string, std::string> studyFiles(const Study& study, const StudyRequest& request,
                                              const StudySummary& summary, const ReportFacts& facts,
                                              const std::vector<ReportCase>& cases) {
    std::map<std::string, std::string> files{
        {"table.csv", csvText(tableColumns(request.metrics), study.rows)},
        {"summary.json", textOf(summaryJson(summary)) + "\n"},
        {"summary.csv", summaryCsv(summary)},
        {"report.html", reportHtml(summary, facts, cases)},
    };
    if (!request.methods.empty())
        files["table.tex"] = summaryLatex(summary);
    return files;
}

} // namespace blurig
