// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/film_option.h"

#include "app/cli/interrupt.h"
#include "app/cli/option_list.h"
#include "core/error.h"
#include "core/explain/explanation_text.h"
#include "core/record/film_file.h"
#include "core/scales/film.h"

#include <fmt/format.h>

namespace blurig {

void FilmOption::declare(OptionList& options) {
    options.add({.name = "--frames", .help = "Frames of the film, 24 a second", .value = "N"}, m_frames);
    options.addFlag({.name = "--film",
                     .help = "Play the path from the blurred end to the picture: a folder of pictures, and an MP4 and "
                             "a GIF where ffmpeg is installed"},
                    m_film);
}

void FilmOption::requireFor(const Method& method) const {
    if (m_film && !method.abilities().scales)
        throw Error(ErrorCode::Argument, "--film", fmt::format("the method {} has no scales", method.id()),
                    "Choose --method blur-ig");
    if (m_frames < 2 || m_frames > 5000)
        throw Error(ErrorCode::Argument, "--frames", fmt::format("a film cannot have {} frames", m_frames),
                    "Give a number from 2 to 5000");
}

void FilmOption::write(Console& console, OutputFolder& out, const Explanation& explanation,
                       const Display& display) const {
    if (!m_film)
        return;
    if (explanation.state->noEvidence) {
        console.note("no film: " + noEvidenceText(explanation));
        return;
    }
    Film film({.subject = explanation.subject,
               .target = explanation.run.target,
               .score = explanation.run.score,
               .path = explanation.state->paths.front(),
               .display = display},
              static_cast<int>(m_frames));
    const FilmFrames frames{.count = film.frames(), .frame = [&](int index) {
                                throwIfInterrupted();
                                console.progress(fmt::format("film: frame {} of {}", index + 1, film.frames()));
                                return film.frame(index);
                            }};
    const std::filesystem::path folder = out.file("film");
    writeFrames(folder, frames);
    console.endProgress();
    if (!canJoinFrames()) {
        console.note(fmt::format("the film's frames are in {}; with ffmpeg installed they become an MP4 and a GIF, too",
                                 folder.string()));
        return;
    }
    joinFrames(folder, frames.perSecond, out.file("film.mp4"));
    joinFrames(folder, frames.perSecond, out.file("film.gif"));
}

} // namespace blurig
