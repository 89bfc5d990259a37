// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"
#include "core/scales/folder_scales.h"

#include <string>

namespace blurig::ui {

inline constexpr const char* foldersPageId = "folders";

// The part of the page Many photos: the words of the command `scales FOLDER`.
struct FoldersChoice {
    std::string folder = {};
    std::string against = {}; // a second folder
    std::string between = {}; // two nouns, separated by a comma
    std::string out = {};

    bool operator==(const FoldersChoice&) const = default;
};

FoldersChoice foldersChoiceOf(const Choice& choice);
void setFoldersChoice(Choice& choice, const FoldersChoice& part);

// Target, score, crop and colours are the choice's; the method is Blur IG, with the parameters that Explore uses where
// it shows Blur IG. Throws Error (Argument) where a folder is not chosen.
FolderScalesRequest folderScalesRequest(const Choice& choice);

} // namespace blurig::ui
