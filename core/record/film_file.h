// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/raster.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>

namespace blurig {

// What a film becomes: a folder of numbered PNG files, or one file that the program ffmpeg makes of them.
enum class FilmFormat { Frames, Mp4, Gif };
std::optional<FilmFormat> filmFormatOf(const std::filesystem::path& file); // .mp4 or .gif; without an ending, a folder

struct FilmFrames {
    int count = 0;
    int perSecond = 24;
    std::function<Raster(int index)> frame; // all of one size
};

bool canJoinFrames(); // ffmpeg is installed

// frame-0001.png and on; makes the folder. Throws Error (UnwritableFile), or Cancelled once the stop token is set.
void writeFrames(const std::filesystem::path& folder, const FilmFrames& frames, const std::stop_token& stop = {});
// One file of the frames in a folder, its ending says which. Throws Error (UnwritableFile): also where ffmpeg is not
// installed, or what it said.
void joinFrames(const std::filesystem::path& folder, int perSecond, const std::filesystem::path& file);
// Whichever the name asks for; the frames of a file go to a temporary folder.
void writeFilm(const std::filesystem::path& file, const FilmFrames& frames, const std::stop_token& stop = {});

} // namespace blurig
