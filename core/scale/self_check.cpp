// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scale/self_check.h"

#include "core/scale/known_results.h"
#include "core/scale/matrix_product.h"

#include <exception>

namespace blurig {

std::string faultOfArithmetic() {
    const std::string cure = "Unset LD_PRELOAD and LD_LIBRARY_PATH if they are set; otherwise build again";
    try {
        if (!multipliesRight(multiply))
            return "computes wrong numbers on this machine: a matrix product with a known result is wrong. Another "
                   "library may have replaced one that it was built with. " +
                   cure;
        if (!blursRight([](const Array& z, double sigma) { return ScaleSpace(z).sample(sigma); }))
            return "computes wrong numbers on this machine: a blur with a known result is wrong. Another library may "
                   "have replaced one that it was built with. " +
                   cure;
    } catch (const std::exception& error) {
        return std::string("cannot compute on this machine: ") + error.what() + ". " + cure;
    }
    return {};
}

} // namespace blurig
