// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/torchscript/missing_operators.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/dropout.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/zeros.h>
#include <torch/version.h>

#if TORCH_VERSION_MAJOR < 2

#include <ATen/TensorOperators.h>
#include <torch/library.h>

#include <cmath>
#include <limits>
#include <memory>

namespace blurig {
namespace {

// softmax(q k^T * scale + mask) v, as torch.nn.functional.scaled_dot_product_attention documents it.
at::Tensor scaledDotProductAttention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                                     const c10::optional<at::Tensor>& mask, double dropout, bool causal,
                                     c10::optional<double> scale, bool groupedQueries) {
    at::Tensor k = key;
    at::Tensor v = value;
    if (groupedQueries) { // each key head serves several query heads
        k = k.repeat_interleave(query.size(-3) / key.size(-3), -3);
        v = v.repeat_interleave(query.size(-3) / value.size(-3), -3);
    }
    const double factor = scale.value_or(1.0 / std::sqrt(static_cast<double>(query.size(-1))));
    at::Tensor weights = at::matmul(query, k.transpose(-2, -1)) * factor;
    const double minusInfinity = -std::numeric_limits<double>::infinity();
    if (causal) {
        const at::Tensor allowed = at::ones({query.size(-2), k.size(-2)}, query.options().dtype(at::kBool)).tril();
        weights = weights.masked_fill(allowed.logical_not(), minusInfinity);
    }
    if (mask.has_value() && mask->defined()) {
        weights = mask->scalar_type() == at::kBool ? weights.masked_fill(mask->logical_not(), minusInfinity)
                                                   : weights + *mask;
    }
    return at::matmul(at::dropout(at::softmax(weights, -1), dropout, dropout > 0.0), v);
}

} // namespace

void registerMissingOperators() {
    static const std::unique_ptr<torch::Library> library = []() -> std::unique_ptr<torch::Library> {
        if (c10::Dispatcher::singleton().findSchema({"aten::scaled_dot_product_attention", ""}))
            return nullptr;
        auto added =
            std::make_unique<torch::Library>(torch::Library::FRAGMENT, "aten", c10::nullopt, __FILE__, __LINE__);
        added->def(torch::schema("aten::scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, "
                                 "Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, "
                                 "float? scale=None, bool enable_gqa=False) -> Tensor",
                                 c10::AliasAnalysisKind::FROM_SCHEMA),
                   torch::CppFunction::makeFromUnboxedFunction(scaledDotProductAttention));
        return added;
    }();
    static_cast<void>(library);
}

} // namespace blurig

#else // LibTorch 2 has them all, and no longer has the types that a registration for 1.13 needs

namespace blurig {

void registerMissingOperators() {}

} // namespace blurig

#endif
