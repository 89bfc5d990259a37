// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/path_of.h"

#include "core/path/blur_path.h"
#include "core/path/reference_blur_path.h"
#include "core/path/straight_path.h"

#include <cassert>

namespace blurig {

std::shared_ptr<const Path> pathOf(const Array& input, const PathDescription& description) {
    switch (description.kind) {
    case PathKind::Blur:
        return std::make_shared<BlurPath>(std::make_shared<const ScaleSpace>(input, description.axisWeights),
                                          description.sigmaMax);
    case PathKind::ReferenceBlur:
        return std::make_shared<ReferenceBlurPath>(input, description.sigmaMax);
    case PathKind::Straight:
        return std::make_shared<StraightPath>(input, description.baseline);
    }
    assert(false);
    return nullptr;
}

} // namespace blurig
