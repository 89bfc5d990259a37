// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"

#include <filesystem>

namespace blurig {

// A session on disk (FILE.blurig): a Choice as JSON, its files named relative to the session's folder, so that a folder
// with all of them can be moved. It opens under every name that symbolic links give it.
void writeSession(const std::filesystem::path& file, const Choice& choice); // throws Error (UnwritableFile)

// With absolute names. Throws Error (UnreadableFile, Argument).
ReadChoice readSession(const std::filesystem::path& file);

// Throws Error (Argument), which names `where`, for a file ("picture", "model") that has another hash than the recorded
// one; an empty one is any.
void requireSameFile(const char* what, const std::string& file, const std::string& recordedSha256,
                     const std::string& sha256, const std::string& where);

// Throws Error (Argument) where the picture or model that was opened has not the hash that the session names; `where`
// is the session's file.
void checkSession(const Choice& session, const std::string& where, const std::string& pictureSha256,
                  const std::string& modelSha256);
// The same of the model that a pane names.
void checkPaneModel(const PaneChoice& pane, const std::string& where, const std::string& modelSha256);

} // namespace blurig
