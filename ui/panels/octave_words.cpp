// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/octave_words.h"

namespace blurig::ui {

QString periodWords(const OctaveBand& band) {
    return QString::fromStdString(periodText(band)).replace(u'-', u'–');
}

} // namespace blurig::ui
