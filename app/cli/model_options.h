// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model.h"
#include "core/record/choice.h"

#include <memory>
#include <string>

namespace blurig {

class Console;
class OptionList;

// --model, --card, --labels, --output-..., --unfrozen, --execution and --device.
class ModelChoice {
public:
    enum class FileAs { Option, Argument }; // --model FILE, or MODEL as an argument
    void declare(OptionList& options, FileAs fileAs = FileAs::Option);

    const std::string& file() const { return m_file; } // as given
    void write(Choice& choice) const; // file, freezing and execution; the card is known once the model is open
    // Opens what the choice says, by default frozen or not. Says on the console what had to be assumed. Throws Error.
    std::shared_ptr<const Model> load(Console& console, const Choice& choice,
                                      Freezing freezing = Freezing::Frozen) const;
    std::shared_ptr<const Model> load(Console& console) const;

private:
    OutputWish outputWish() const;

    std::string m_file;
    std::string m_card;
    std::string m_labels;
    std::string m_outputKind;
    std::string m_outputIndex;
    std::string m_outputPlace;
    bool m_unfrozen = false;
    std::string m_execution;
    std::string m_device = "auto";
};

void sayNotes(const Model& model, Console& console); // what the user should know of its opening

} // namespace blurig
