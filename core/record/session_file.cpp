// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/session_file.h"

#include "core/array/file_bytes.h"
#include "core/error.h"
#include "core/record/choice_parts.h"
#include "core/record/write_file.h"

#include <fmt/format.h>

#include <system_error>

namespace blurig {

namespace fs = std::filesystem;

namespace {

// Where the session really lies, under the name that the user gave; of a link to a session, where that lies.
fs::path folderOf(const fs::path& session) {
    std::error_code error;
    const fs::path target = fs::is_symlink(session, error) ? fs::canonical(session, error) : session;
    return fs::absolute(error || target.empty() ? session : target).lexically_normal().parent_path();
}

fs::path resolved(const fs::path& file) {
    std::error_code error;
    const fs::path known = fs::weakly_canonical(file, error);
    return error ? file : known;
}

bool goesUp(const fs::path& relative) {
    return relative.begin() != relative.end() && *relative.begin() == "..";
}

// ".." of a name means the parent of the real folder, whatever link it was reached by.
fs::path wholeName(const fs::path& name, const fs::path& folder) {
    return ((goesUp(name) ? resolved(folder) : folder) / name).lexically_normal();
}

// Below the session's folder, reached by whatever link: the rest of the name. Else as the names say, where that leads
// to the same file; else by the real places of both.
fs::path relativeName(const fs::path& file, const fs::path& folder) {
    const fs::path name = fs::absolute(file).lexically_normal();
    const fs::path realFolder = resolved(folder);
    for (fs::path above = name.parent_path(); above.has_relative_path(); above = above.parent_path())
        if (resolved(above) == realFolder)
            return name.lexically_relative(above);
    const fs::path asNamed = name.lexically_relative(folder);
    if (!asNamed.empty() && resolved(wholeName(asNamed, folder)) == resolved(name))
        return asNamed;
    return (resolved(name.parent_path()) / name.filename()).lexically_relative(realFolder);
}

} // namespace

void writeSession(const fs::path& file, const Choice& choice) {
    const fs::path folder = folderOf(file);
    Choice relative = choice;
    renameFiles(relative, [&folder](const std::string& name) { return relativeName(name, folder).string(); });
    writeFile(file, toJson(relative) + "\n");
}

ReadChoice readSession(const fs::path& file) {
    const std::vector<std::byte> bytes = readFile(file);
    ReadChoice read = readChoice({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, file.string());
    const fs::path folder = folderOf(file);
    renameFiles(read.choice, [&folder](const std::string& name) { return wholeName(name, folder).string(); });
    return read;
}

void requireSameFile(const char* what, const std::string& file, const std::string& recordedSha256,
                     const std::string& sha256, const std::string& where) {
    if (!recordedSha256.empty() && recordedSha256 != sha256)
        throw Error(ErrorCode::Argument, where,
                    fmt::format("was saved with another {} {} (SHA-256 {:.12}, now {:.12})", what, file, recordedSha256,
                                sha256),
                    "Restore the earlier file, or open the new one and save again");
}

void checkSession(const Choice& session, const std::string& where, const std::string& pictureSha256,
                  const std::string& modelSha256) {
    requireSameFile("picture", session.picture, session.pictureSha256, pictureSha256, where);
    requireSameFile("model", session.model, session.modelSha256, modelSha256, where);
}

void checkPaneModel(const PaneChoice& pane, const std::string& where, const std::string& modelSha256) {
    requireSameFile("model", pane.model, pane.modelSha256, modelSha256, where);
}

} // namespace blurig
