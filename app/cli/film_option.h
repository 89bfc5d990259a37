// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"
#include "app/cli/output_folder.h"
#include "core/explain/display.h"
#include "core/explain/explain.h"

namespace blurig {

class OptionList;

// --film and --frames of the command `scales`: the path played.
class FilmOption {
public:
    void declare(OptionList& options);
    void requireFor(const Method& method) const; // throws Error (Argument)
    // film/frame-0001.png and on, and film.mp4 and film.gif where ffmpeg is installed; else says so.
    void write(Console& console, OutputFolder& out, const Explanation& explanation, const Display& display) const;

private:
    bool m_film = false;
    std::size_t m_frames = 120;
};

} // namespace blurig
