// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/write_file.h"

#include "core/error.h"

#include <fmt/format.h>

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace blurig {

namespace fs = std::filesystem;

namespace {

Error unwritable(const fs::path& file, int code) {
    const auto error = [&](std::string happened, std::string remedy) {
        return Error(ErrorCode::UnwritableFile, file.string(), std::move(happened), std::move(remedy));
    };
    const std::string folder = file.has_parent_path() ? file.parent_path().string() : ".";
    switch (code) {
    case ENOENT:
        return error(fmt::format("cannot be written: there is no folder {}", folder), "Make it or choose another");
    case ENOTDIR:
        return error("cannot be written: a part of its path is a file, not a folder", "Choose another folder");
    case EISDIR:
        return error("cannot be written: it is a folder", "Choose the name of a file");
    case EACCES:
    case EPERM:
        return error(fmt::format("cannot be written: no permission to write in {}", folder),
                     "Choose another folder or change its permissions");
    case EROFS:
        return error("cannot be written: the disk is read-only", "Choose another folder");
    case ENOSPC:
    case EDQUOT:
        return error("cannot be written: the disk is full", "Free some space or choose another folder");
    case ENAMETOOLONG:
        return error("cannot be written: the name is too long", "Choose a shorter one");
    default:
        return error(fmt::format("cannot be written: {}", std::generic_category().message(code)),
                     "Choose another folder");
    }
}

// The new file until it has its name; taken away again when anything fails.
class PartFile {
public:
    explicit PartFile(const fs::path& file) {
        for (int attempt = 0; m_descriptor < 0; ++attempt) {
            m_path = file.parent_path() / fmt::format(".blurig-{}-{}.part", getpid(), attempt);
            m_descriptor = open(m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
            if (m_descriptor < 0 && errno != EEXIST)
                throw unwritable(file, errno);
        }
    }
    ~PartFile() {
        if (m_descriptor >= 0)
            close(m_descriptor);
        if (!m_path.empty())
            unlink(m_path.c_str());
    }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    bool write(std::span<const std::byte> bytes) const {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR)
                return false;
            bytes = bytes.subspan(written < 0 ? 0 : static_cast<std::size_t>(written));
        }
        return true;
    }

    bool becomes(const fs::path& file) {
        const int descriptor = m_descriptor;
        m_descriptor = -1;
        if (close(descriptor) != 0 || rename(m_path.c_str(), file.c_str()) != 0)
            return false;
        m_path.clear();
        return true;
    }

private:
    fs::path m_path;
    int m_descriptor = -1;
};

// A link stays a link: what it points at is replaced.
fs::path resolved(const fs::path& file) {
    std::error_code error;
    const fs::path target = fs::is_symlink(file, error) ? fs::canonical(file, error) : file;
    return error || target.empty() ? file : target;
}

// Renaming over a device would delete it.
void mustBePlain(const fs::path& file) {
    struct stat status {};
    if (stat(file.c_str(), &status) != 0 || S_ISREG(status.st_mode))
        return;
    if (S_ISDIR(status.st_mode))
        throw unwritable(file, EISDIR);
    throw Error(ErrorCode::UnwritableFile, file.string(), "cannot be written: it is a device or a pipe, not a file",
                "Choose the name of a file");
}

} // namespace

void writeFile(const fs::path& file, std::span<const std::byte> bytes) {
    const fs::path target = resolved(file);
    mustBePlain(target);
    PartFile part(target);
    if (!part.write(bytes) || !part.becomes(target))
        throw unwritable(file, errno);
}

void writeFile(const fs::path& file, std::string_view text) {
    writeFile(file, std::as_bytes(std::span(text)));
}

void makeFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error && !fs::is_directory(folder))
        error = std::make_error_code(std::errc::not_a_directory);
    if (!error)
        return;
    const bool isFile = error == std::errc::not_a_directory || error == std::errc::file_exists;
    throw Error(ErrorCode::UnwritableFile, folder.string(),
                isFile ? "cannot be made: a part of its path is a file, not a folder"
                       : fmt::format("cannot be made: {}", error.message()),
                "Choose another folder");
}

} // namespace blurig
