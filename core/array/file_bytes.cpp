// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/array/file_bytes.h"

#include "core/error.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <new>
#include <sys/stat.h>

namespace blurig {
namespace {

Error unreadable(const std::filesystem::path& file, std::string happened, std::string remedy) {
    return {ErrorCode::UnreadableFile, file.string(), std::move(happened), std::move(remedy)};
}

Error failed(const std::filesystem::path& file, int error) {
    if (error == ENOENT || error == ENOTDIR)
        return unreadable(file, "no such file", "Check the name");
    if (error == EACCES || error == EPERM)
        return unreadable(file, "may not be read by this user", "Change its permissions or copy it elsewhere");
    return unreadable(file, std::string("cannot be read: ") + std::strerror(error), "Check the disk or the connection");
}

// Before opening: opening a pipe blocks, and a device may never end.
void requireOrdinary(const std::filesystem::path& file) {
    struct stat status {};
    if (stat(file.c_str(), &status) != 0)
        throw failed(file, errno);
    if (S_ISDIR(status.st_mode))
        throw unreadable(file, "is a folder, not a file", "Choose a file inside it");
    if (!S_ISREG(status.st_mode))
        throw unreadable(file, "is not an ordinary file", "Copy its contents into a file first");
}

std::vector<std::byte> readAll(const std::filesystem::path& file, std::FILE& opened) {
    struct stat status {};
    if (fstat(fileno(&opened), &status) != 0)
        throw failed(file, errno);
    std::vector<std::byte> bytes(static_cast<std::size_t>(status.st_size));
    const std::size_t got = std::fread(bytes.data(), 1, bytes.size(), &opened);
    if (got < bytes.size() && std::ferror(&opened) != 0)
        throw failed(file, errno);
    bytes.resize(got); // the file may have been shortened meanwhile
    if (bytes.empty())
        throw unreadable(file, "is empty (0 bytes)", "Copy or download the file again");
    return bytes;
}

} // namespace

OpenedFile openFile(const std::filesystem::path& file) {
    requireOrdinary(file);
    OpenedFile opened(std::fopen(file.c_str(), "rb"));
    if (!opened)
        throw failed(file, errno);
    return opened;
}

std::vector<std::byte> readFile(const std::filesystem::path& file) {
    const OpenedFile opened = openFile(file);
    try {
        return readAll(file, *opened);
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::Memory, file.string(), "does not fit into the memory", "Close other programs");
    }
}

} // namespace blurig
