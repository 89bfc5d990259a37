// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scale/self_check.h"

#include "core/scale/known_results.h"
#include "core/scale/matrix_product.h"

#include <exception>

namespace blurig {

std::string faultOfArithmetic() {
    const std::string cure = "Unset LD_PRELOAD and LD_LIBRARY_PATH if they are set, else build again";
    try {
        if (!multipliesRight(multiply))
            return "computes wrong numbers here: a matrix product whose result is known comes out otherwise. Another "
                   "library may have taken the place of one that it was built with. " +
                   cure;
        if (!blursRight([](const Array& z, double sigma) { return ScaleSpace(z).sample(sigma); }))
            return "computes wrong numbers here: a blur whose result is known comes out otherwise. Another library may "
                   "have taken the place of one that it was built with. " +
                   cure;
    } catch (const std::exception& error) {
        return std::string("cannot compute here: ") + error.what() + ". " + cure;
    }
    return {};
}

} // namespace blurig
