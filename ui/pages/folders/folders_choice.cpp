// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/folders/folders_choice.h"

#include "core/error.h"
#include "core/record/choice_parts.h"

#include <array>

namespace blurig::ui {

namespace {

using Text = TextKey<FoldersChoice>;
constexpr std::array texts{Text{"folder", &FoldersChoice::folder}, Text{"against", &FoldersChoice::against},
                           Text{"between", &FoldersChoice::between}, Text{"out", &FoldersChoice::out}};

PaneChoice blurPane(const Choice& choice) {
    constexpr const char* method = "blur-ig";
    if (!choice.panes.empty() && choice.panes.front().method == method)
        return PaneChoice{.method = method, .parameters = choice.panes.front().parameters};
    return PaneChoice{.method = method};
}

} // namespace

FoldersChoice foldersChoiceOf(const Choice& choice) {
    FoldersChoice known;
    readTexts(partOf(choice, foldersPageId), texts, known);
    return known;
}

void setFoldersChoice(Choice& choice, const FoldersChoice& part) {
    setPart(choice, foldersPageId, textsOf(part, texts));
}

FolderScalesRequest folderScalesRequest(const Choice& choice) {
    const FoldersChoice part = foldersChoiceOf(choice);
    if (part.folder.empty())
        throw Error(ErrorCode::Argument, "photos", "no folder is chosen", "Choose the folder of the photos");
    if (part.out.empty())
        throw Error(ErrorCode::Argument, "results", "no folder is chosen", "Choose a folder for the results");
    FolderScalesRequest request{.folder = part.folder,
                                .against = part.against,
                                .between =
                                    part.between.empty() ? std::vector<std::string>() : listedWords(part.between),
                                .choice = choice,
                                .out = part.out};
    request.choice.panes = {blurPane(choice)};
    return request;
}

} // namespace blurig::ui
