// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/film_file.h"

#include "core/error.h"
#include "core/lower_ending.h"
#include "core/record/png_file.h"
#include "core/record/write_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <spawn.h>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

extern char** environ; // NOLINT(readability-redundant-declaration): POSIX leaves it to the program

namespace blurig {

namespace fs = std::filesystem;

namespace {

constexpr const char* frameNames = "frame-%04d.png";

class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (fs::temp_directory_path() / "blurig-film-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr)
            throw Error(ErrorCode::UnwritableFile, fs::temp_directory_path().string(),
                        "a film's frames cannot be kept here", "Free some space, or set TMPDIR to another folder");
        m_path = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

// The program's exit status; its output goes to a file. -1 where it cannot be started.
int runProgram(const std::vector<std::string>& words, const fs::path& output) {
    std::vector<char*> arguments;
    for (const std::string& word : words)
        arguments.push_back(const_cast<char*>(word.c_str())); // NOLINT(cppcoreguidelines-pro-type-const-cast): POSIX
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
    pid_t process = 0;
    const int failed = posix_spawnp(&process, arguments.front(), &files, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    int status = 0;
    if (failed != 0)
        return -1;
    while (waitpid(process, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string lastLine(const fs::path& file) {
    std::ifstream stream(file);
    std::string last;
    for (std::string line; std::getline(stream, line);)
        if (!line.empty())
            last = line;
    return last;
}

} // namespace

std::optional<FilmFormat> filmFormatOf(const fs::path& file) {
    const std::string ending = lowerEnding(file);
    if (ending.empty())
        return FilmFormat::Frames;
    if (ending == ".mp4")
        return FilmFormat::Mp4;
    return ending == ".gif" ? std::optional(FilmFormat::Gif) : std::nullopt;
}

bool canJoinFrames() {
    const char* path = std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe): nobody sets it
    for (std::string_view rest = path == nullptr ? "" : path; !rest.empty();) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        if (access((fs::path(rest.substr(0, end)) / "ffmpeg").c_str(), X_OK) == 0)
            return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

void writeFrames(const fs::path& folder, const FilmFrames& frames, const std::stop_token& stop) {
    makeFolder(folder);
    for (int i = 0; i < frames.count; ++i) {
        if (stop.stop_requested())
            throw Cancelled();
        writePng(folder / fmt::format("frame-{:04d}.png", i + 1), frames.frame(i));
    }
}

void joinFrames(const fs::path& folder, int perSecond, const fs::path& file) {
    if (!canJoinFrames())
        throw Error(ErrorCode::UnwritableFile, file.string(),
                    "cannot be made: a film file needs the program ffmpeg, which is not installed",
                    "Install it (Debian: apt install ffmpeg), or choose a name without an ending for a folder of "
                    "pictures");
    const bool gif = filmFormatOf(file) == FilmFormat::Gif;
    // H.264 wants even sides, and players its usual pixels; a GIF has a palette of its own.
    const std::string filter = gif ? "split[a][b];[a]palettegen[p];[b][p]paletteuse"
                                   : "pad=ceil(iw/2)*2:ceil(ih/2)*2:color=white,format=yuv420p";
    const TemporaryFolder place;
    const fs::path made = place.path() / (gif ? "film.gif" : "film.mp4");
    const fs::path said = place.path() / "ffmpeg.txt";
    const int status =
        runProgram({"ffmpeg", "-nostdin", "-y", "-loglevel", "error", "-framerate", std::to_string(perSecond), "-i",
                    (folder / frameNames).string(), "-vf", filter, made.string()},
                   said);
    if (status != 0)
        throw Error(ErrorCode::UnwritableFile, file.string(),
                    fmt::format("cannot be made: ffmpeg failed ({})",
                                status < 0 ? std::string("it could not be run") : lastLine(said)),
                    "Choose a name without an ending for a folder of pictures");
    std::ifstream stream(made, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(stream), {});
    writeFile(file, std::string_view(bytes)); // whole or not at all
}

void writeFilm(const fs::path& file, const FilmFrames& frames, const std::stop_token& stop) {
    const auto format = filmFormatOf(file);
    if (!format)
        throw Error(ErrorCode::UnwritableFile, file.string(), "is no film file",
                    "End its name in .mp4 or .gif, or in nothing for a folder of pictures");
    if (*format == FilmFormat::Frames) {
        writeFrames(file, frames, stop);
        return;
    }
    if (!canJoinFrames())
        joinFrames({}, frames.perSecond, file); // says what is missing, before the work
    const TemporaryFolder folder;
    writeFrames(folder.path(), frames, stop);
    joinFrames(folder.path(), frames.perSecond, file);
}

} // namespace blurig
