// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scales/octave_bands.h"

#include <QString>

namespace blurig::ui {

QString periodWords(const OctaveBand& band); // "8–16", "< 4"

} // namespace blurig::ui
