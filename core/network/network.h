// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/traits.h"

#include <string>
#include <vector>

namespace at {
class Tensor;
}

namespace blurig {

struct InnerForward;

// A differentiable function of one tensor, from whatever file format. No card, no classes: those are the Model's.
class Network {
public:
    virtual ~Network() = default;

    // N x ... in, all tensors of the output in order (tuples, lists and dictionaries are flattened). Differentiable in
    // the input when it requires a gradient. Throws Error (ModelInput, ModelFailed, ModelOutput).
    virtual std::vector<at::Tensor> forward(const at::Tensor& input) const = 0;
    // The same, with the values inside that depend on the input (which requires a gradient), and one of them kept by
    // its name. A format that cannot look inside shows none.
    virtual InnerForward forwardInside(const at::Tensor& input, const std::string& keep) const;
    virtual Traits traits() const = 0; // the same at every call
};

} // namespace blurig
