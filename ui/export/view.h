// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/record/choice.h"
#include "core/scales/film.h"
#include "ui/export/figure_chart.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace blurig::ui {

class ImagePane;

// What a page shows now: what its figure is made of, and what is written beside it.
struct View {
    struct Pane {
        const ImagePane* image;
        QString word;                               // in names of its files: "blurred", "2-ig"
        Array array;                                // its numbers, raw; empty where it shows a message
        std::optional<PaneChoice> computation = {}; // that it shows a result of
        QString facts = {};                         // of that run, for the caption (figure_texts.h)
    };
    using Record = std::function<std::string()>; // gives JSON, on a thread of its own: captures values

    bool hasResult = false; // there is something to export
    QString title = {};
    std::vector<Pane> panes = {};              // that are seen
    std::optional<FigureChart> chart = {};     // of the scores
    QStringList remarks = {};                  // of the caption, about the whole
    std::map<QString, Array> arrays = {};      // companions, by what is added to the figure's name
    std::map<QString, Record> records = {};    // the same
    std::vector<PaneChoice> computations = {}; // whose results it shows
    std::optional<FilmContent> film = {};      // the path that it follows
};

} // namespace blurig::ui
