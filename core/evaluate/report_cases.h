// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/runner.h"
#include "core/evaluate/study_report.h"

#include <vector>

namespace blurig {

// The photos on which the first method of the request does best and worst by the first figure that has a better side:
// the input with what is annotated, and the map over it. Computes these maps again. Throws Error, or Cancelled.
std::vector<ReportCase> reportCases(const Study& study, const StudyRequest& request,
                                    const std::shared_ptr<const Model>& model, ReferenceModels& references,
                                    MethodSink& sink, const std::stop_token& stop = {});

} // namespace blurig
