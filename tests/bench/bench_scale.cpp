// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Milliseconds of the scale space: building it, one sample (L and lap L), one blurred picture, and the reference blur.

#include "core/scale/reference_blur.h"
#include "core/scale/scale_space.h"
#include "tests/bench/stopwatch.h"

#include <ATen/Parallel.h>

#include <cstdint>
#include <cstdio>
#include <random>
#include <vector>

using namespace blurig;

namespace {

Array randomPicture(std::int64_t size) {
    std::mt19937 generator(1);
    std::uniform_real_distribution<float> uniform;
    std::vector<float> values(static_cast<std::size_t>(3 * size * size));
    for (float& value : values)
        value = uniform(generator);
    return Array::fromHost(pictureLayout(3, size, size), std::move(values));
}

template <typename Work> double milliseconds(int repeats, const Work& work) {
    return 1e3 * medianSeconds(repeats, work);
}

} // namespace

int main() {
    std::printf("threads  pixels  sigma  construct  sample  blurred  reference   (ms, 3 channels, median)\n");
    for (const int threads : {1, 2}) {
        at::set_num_threads(threads);
        for (const std::int64_t size : {224, 448, 600, 1024}) {
            const Array picture = randomPicture(size);
            const int repeats = size > 500 ? 5 : 15;
            const double construct = milliseconds(3, [&] { ScaleSpace space(picture); });
            const ScaleSpace space(picture);
            for (const double sigma : {1.0, 5.0, 20.0}) {
                const double sample = milliseconds(repeats, [&] { space.sample(sigma); });
                const double blurred = milliseconds(repeats, [&] { space.blurred(sigma); });
                const double reference = milliseconds(3, [&] { referenceBlur(picture, sigma); });
                std::printf("%7d  %6d  %5.0f  %9.1f  %6.2f  %7.2f  %9.2f\n", threads, static_cast<int>(size), sigma,
                            construct, sample, blurred, reference);
            }
        }
    }
}
