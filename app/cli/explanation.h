// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"
#include "app/cli/input_options.h"
#include "app/cli/method_options.h"
#include "app/cli/model_options.h"
#include "app/cli/patch_options.h"
#include "core/explain/explain.h"

namespace blurig {

// What the options asked for, opened and resolved.
struct ExplanationRequest {
    Choice choice; // its first pane is the method's
    OpenedSubject opened;
    Run run;
};

// IMAGE and the options that say what is explained and how; shared by `attribute`, `scales` and `axioms`.
class ExplanationOptions {
public:
    // The model as an option, or as an argument before IMAGE.
    void declare(OptionList& options, std::span<const Method* const> methods,
                 ModelChoice::FileAs modelAs = ModelChoice::FileAs::Option);
    void declareOwnBaseline(OptionList& options);

    // All but the method's run: what is wrong with the files or the target is said before anything is computed.
    ExplanationRequest prepare(Console& console, const Method& method, const DisplayChoice& display) const;

    const std::string& picture() const { return m_picture; } // IMAGE, which may be a folder
    std::shared_ptr<const Model> load(Console& console, const Method& method) const;
    Choice choice(const Method& method, const DisplayChoice& display) const;

private:
    ExplanationRequest prepareSound(Console& console, const Method& method, Choice choice) const;
    std::shared_ptr<const Model> load(Console& console, const Method& method, const Choice& choice) const;

    std::string m_picture;
    std::string m_target = "top";
    std::string m_score = "class-score";
    std::string m_baselinePicture;
    PatchOptions m_patch;
    CropOption m_crop;
    ColoursOption m_colours;
    ModelChoice m_model;
    MethodOptions m_parameters;
};

void tellPictureNotes(const Picture& picture, Console& console);

// Runs what was resolved, shows how far it is and tells its notes. Throws Cancelled after an interrupt.
Explanation explainOn(Console& console, const OpenedSubject& opened, const Run& run, ReferenceModels& references);

// A command's result with the sentence on the bulk beneath, where there is one, and of a sound what was explained.
std::string withBulk(const std::string& result, const Explanation& explanation);

// The choice that a figure carries: it reopens as what it is.
std::string recordedChoice(const Choice& choice, const Explanation& explanation);

} // namespace blurig
