// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scale/matrix_product.h"

#include "core/scale/onednn.h"

#include <ATen/ops/mm.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <cassert>
#include <stdexcept>
#include <string>

namespace blurig {

namespace {

// A matrix as oneDNN takes it: row by row, or transposed.
struct Operand {
    at::Tensor matrix;
    char transposed = 'N';
    dnnl_dim_t step = 0; // from a row, or a column, to the next
};

Operand operandOf(const at::Tensor& matrix) {
    if (matrix.stride(1) == 1)
        return {matrix, 'N', std::max(matrix.stride(0), matrix.size(1))};
    if (matrix.stride(0) == 1)
        return {matrix, 'T', std::max(matrix.stride(1), matrix.size(0))};
    // A line is contiguous whatever the step to the next one, which there is not.
    if (matrix.size(1) == 1)
        return {matrix, 'N', std::max<dnnl_dim_t>(matrix.stride(0), 1)};
    if (matrix.size(0) == 1)
        return {matrix, 'T', std::max<dnnl_dim_t>(matrix.stride(1), 1)};
    return operandOf(matrix.contiguous());
}

} // namespace

void multiply(const at::Tensor& a, const at::Tensor& b, at::Tensor& out) {
    if (out.scalar_type() != at::kFloat) {
        at::mm_out(out, a, b);
        return;
    }
    assert(a.size(1) == b.size(0) && out.size(0) == a.size(0) && out.size(1) == b.size(1) && out.stride(1) == 1);
    const Operand left = operandOf(a);
    const Operand right = operandOf(b);
    const OneDnn& library = OneDnn::get();
    if (library.setThreads)
        library.setThreads(at::get_num_threads());
    const dnnl_status_t status =
        library.sgemm(left.transposed, right.transposed, out.size(0), out.size(1), a.size(1), 1.0F,
                      left.matrix.data_ptr<float>(), left.step, right.matrix.data_ptr<float>(), right.step, 0.0F,
                      out.data_ptr<float>(), std::max(out.stride(0), out.size(1)));
    if (status != dnnl_success)
        throw std::runtime_error("oneDNN cannot multiply matrices on this machine (status " + std::to_string(status) +
                                 ")");
}

} // namespace blurig
