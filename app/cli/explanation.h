// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"
#include "app/cli/input_options.h"
#include "app/cli/method_options.h"
#include "app/cli/model_options.h"
#include "core/record/choice.h"

namespace blurig {

// One method's answer for one picture, and all that it depended on.
struct Explanation {
    std::shared_ptr<const Model> model;
    Picture picture;
    Crop crop;
    PreparedInput prepared;
    Item item;
    double scoreInput = 0; // F(z)
    std::shared_ptr<const MethodState> state;

    void tellPictureNotes(Console& console) const;
    void run(const Method& method, const Parameters& parameters, Console& console); // fills `state`, tells its notes
    std::string record() const;                                                     // JSON
    std::string targetText() const;                                                 // "espresso (967)"
    std::string scoreText() const;                                                  // "softmax"
    std::string completenessText() const; // one line; "no completeness" where a method has none
    std::string noEvidenceText() const;   // why nothing is drawn, and what to do; empty where there is evidence
    std::string headline() const;         // noEvidenceText(), else completenessText()
};

// IMAGE and the options that say what is explained and how; shared by `attribute` and `scales`.
class ExplanationOptions {
public:
    void declare(CLI::App& app, std::span<const Method* const> methods);
    void declareOwnBaseline(CLI::App& app);

    // All but the method's run: what is wrong with the files or the target is said before anything is computed.
    Explanation prepare(Console& console, const Method& method) const;
    void run(Explanation& explanation, const Method& method, Console& console) const;
    Choice choice(const Explanation& explanation, const Method& method, const DisplayChoice& display) const;

private:
    Baseline ownBaseline(const Explanation& explanation) const;

    std::string m_picture;
    std::string m_target = "top";
    std::string m_score = "class-score";
    std::string m_baselinePicture;
    CropOption m_crop;
    ColoursOption m_colours;
    ModelChoice m_model;
    MethodOptions m_parameters;
};

} // namespace blurig
