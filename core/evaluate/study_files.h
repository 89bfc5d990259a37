// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/study_report.h"

#include <map>
#include <string>
#include <vector>

namespace blurig {

// What is written of a study beside its growing tables, by file name: table.csv, summary.json, summary.csv,
// report.html, and table.tex where methods were judged.
std::map<std::string, std::string> studyFiles(const Study& study, const StudyRequest& request,
                                              const StudySummary& summary, const ReportFacts& facts,
                                              const std::vector<ReportCase>& cases);

} // namespace blurig
