// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/export/figure.h"

#include <QString>

namespace blurig::ui {

// What stands under a figure: what is explained, a sentence for each panel with all that was chosen for it and the
// numbers of its run, the program.
QString captionText(const Figure& figure);
QString captionLatex(const Figure& figure); // \caption{...}

} // namespace blurig::ui
