// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/session_file.h"

#include "core/array/file_bytes.h"
#include "core/error.h"
#include "core/record/write_file.h"

#include <fmt/format.h>

#include <functional>

namespace blurig {

namespace {

void renameFiles(Choice& choice, const std::function<std::string(const std::string&)>& renamed) {
    std::vector<std::string*> names{&choice.picture, &choice.model};
    for (std::vector<PaneChoice>* panes : {&choice.panes, &choice.compare.panes})
        for (PaneChoice& pane : *panes)
            names.insert(names.end(), {&pane.baselinePicture, &pane.model});
    for (std::string* name : names)
        if (!name->empty())
            *name = renamed(*name);
}

void requireHash(const char* what, const std::string& file, const std::string& expected, const std::string& found,
                 const std::string& where, const char* remedy) {
    if (!expected.empty() && expected != found)
        throw Error(
            ErrorCode::Argument, where,
            fmt::format("was saved with another {} {} (SHA-256 {:.12}, now {:.12})", what, file, expected, found),
            remedy);
}

} // namespace

void writeSession(const std::filesystem::path& file, const Choice& choice) {
    const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
    Choice relative = choice;
    renameFiles(relative,
                [&folder](const std::string& name) { return std::filesystem::proximate(name, folder).string(); });
    writeFile(file, toJson(relative) + "\n");
}

Choice readSession(const std::filesystem::path& file) {
    const std::vector<std::byte> bytes = readFile(file);
    Choice choice = parseChoice({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, file.string());
    const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
    renameFiles(choice, [&folder](const std::string& name) { return (folder / name).lexically_normal().string(); });
    return choice;
}

void checkSession(const Choice& session, const std::string& where, const std::string& pictureSha256,
                  const std::string& modelSha256) {
    const char* remedy = "Put the file of that time back, or open it and save the session anew";
    requireHash("picture", session.picture, session.pictureSha256, pictureSha256, where, remedy);
    requireHash("model", session.model, session.modelSha256, modelSha256, where, remedy);
}

void checkPaneModel(const PaneChoice& pane, const std::string& where, const std::string& modelSha256) {
    requireHash("model", pane.model, pane.modelSha256, modelSha256, where,
                "Put the file of that time back, or choose the pane's model anew in its parameters");
}

} // namespace blurig
