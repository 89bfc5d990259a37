// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/class_index.h"
#include "core/model/examination.h"
#include "core/model/model_card.h"
#include "core/network/execution.h"
#include "core/network/traits.h"

#include <string>
#include <vector>

namespace blurig {

// Where what is known about the input came from; shown to the user.
enum class CardOrigin { Embedded, BesideFile, GivenByUser, Assumed };

// All that is known of an opened model, as plain data: what windows, requests and records need of it. Immutable once
// shared. What computes is the Model.
struct ModelInfo {
    std::string id;     // of file, card, execution and device: models of one id compute the same bits
    std::string file;   // as it was opened
    std::string sha256; // of the file's bytes
    ModelCard card;
    CardOrigin cardOrigin = CardOrigin::Assumed;
    ClassIndex classCount = 0;
    Traits network;
    Examination examination;
    Execution execution;
    bool asFiled = false;           // because a user wanted so, whatever the examination allows
    int rowsTogether = 1;           // see blurig::rowsTogether
    std::vector<std::string> notes; // what a user must know before a number is shown, a sentence each, no full stop
};

std::string runsAs(const ModelInfo& info);    // the execution in words, with how far it deviates from the file
std::string modelIdOf(const ModelInfo& info); // see ModelInfo::id

// Throws Error (ModelInput) where the model does not take pictures.
const PictureSpec& pictureSpec(const ModelInfo& info);
const SoundSpec& soundSpec(const ModelInfo& info); // of sounds

// Throws Error (ModelCard) where the card is only assumed, for a use in which nobody is asked.
void requireKnownCard(const ModelInfo& info);

} // namespace blurig
