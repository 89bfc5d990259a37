// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/small_sounds.h"

namespace blurig::test {

SoundSpec smallSpectrograms(double high) {
    return {.form = FrontEnd{.sampleRate = smallRate,
                             .windowLength = 64,
                             .hop = 32,
                             .fftSize = 64,
                             .melBands = 8,
                             .compression = Compression::Log,
                             .factor = 1,
                             .offset = 1},
            .patch = {.length = 13, .hop = 5},
            .range = {0, high, "ln(p + 1)"}};
}

} // namespace blurig::test
