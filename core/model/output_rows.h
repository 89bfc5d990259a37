// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace blurig {

// What the first dimension of a network's output counts.
enum class OutputRows {
    Pictures,       // N x K ...: a row for each picture of the batch
    ClassesOfFirst, // K ...: the scores of the first picture, whatever the batch
};

} // namespace blurig
