// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/reference_models.h"
#include "core/explain/resolve.h"

#include <memory>
#include <stop_token>

namespace blurig {

// One method's answer for one subject, and all that it depended on.
struct Explanation {
    std::shared_ptr<const Model> model; // the one that ran
    Subject subject;                    // its model is that one's
    Run run;
    Item item;
    double scoreInput = 0; // F(z)
    std::shared_ptr<const MethodState> state;
};

// What a method needs for a run; reads the picture of a baseline "own". Throws what reading a picture throws, and Error
// (Argument) where its file is not the recorded one.
Item itemOf(const Subject& subject, const Run& run);

// Runs the method; the sink hears of it after each batch. `previous`: an earlier state of this subject, whose nodes are
// taken again. Throws Error, or Cancelled once the stop token is set.
Explanation explain(const OpenedSubject& opened, const Run& run, ReferenceModels& references, MethodSink& sink,
                    const std::stop_token& stop = {}, std::shared_ptr<const MethodState> previous = nullptr);

} // namespace blurig
