// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/array/array.h"

#include "core/array/torch_access.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/stack.h>

#include <cassert>
#include <cstring>
#include <mutex>

namespace blurig {

struct Array::Storage {
    ArrayLayout layout;
    at::Tensor tensor;
    mutable std::once_flag converted;
    mutable at::Tensor hostTensor; // contiguous float32 on the CPU, made by the first host()

    Storage(ArrayLayout l, at::Tensor t)
        : layout(std::move(l))
        , tensor(std::move(t)) {}
};

std::int64_t ArrayLayout::elements() const {
    std::int64_t count = channels * (batch > 0 ? batch : 1);
    for (const Axis& axis : axes)
        count *= axis.size;
    return count;
}

ArrayLayout pictureLayout(std::int64_t channels, std::int64_t height, std::int64_t width, std::int64_t batch) {
    ArrayLayout layout;
    layout.batch = batch;
    layout.channels = channels;
    layout.axes = {Axis{.name = "y", .size = height}, Axis{.name = "x", .size = width}};
    return layout;
}

Array Array::fromHost(ArrayLayout layout, std::vector<float> values) {
    assert(static_cast<std::int64_t>(values.size()) == layout.elements());
    std::vector<std::int64_t> sizes;
    if (layout.batch > 0)
        sizes.push_back(layout.batch);
    sizes.push_back(layout.channels);
    for (const Axis& axis : layout.axes)
        sizes.push_back(axis.size);
    at::Tensor tensor = at::empty(sizes, at::kFloat);
    std::memcpy(tensor.data_ptr<float>(), values.data(), values.size() * sizeof(float));
    return arrayOf(std::move(tensor), std::move(layout));
}

const ArrayLayout& Array::layout() const {
    assert(m_storage);
    return m_storage->layout;
}

std::span<const float> Array::host() const {
    if (!m_storage)
        return {};
    const Storage& s = *m_storage;
    std::call_once(s.converted, [&s] { s.hostTensor = s.tensor.detach().to(at::kCPU, at::kFloat).contiguous(); });
    return {s.hostTensor.data_ptr<float>(), static_cast<std::size_t>(s.hostTensor.numel())};
}

std::size_t Array::bytes() const {
    return m_storage ? m_storage->tensor.nbytes() : 0;
}

at::Tensor tensorOf(const Array& array) {
    return array.storage() ? array.storage()->tensor : at::Tensor();
}

Array arrayOf(at::Tensor tensor, ArrayLayout layout) {
    assert(tensor.numel() == layout.elements());
    return Array(std::make_shared<const Array::Storage>(std::move(layout), tensor.detach()));
}

Array asBatch(const Array& array) {
    assert(array.layout().batch == 0);
    ArrayLayout layout = array.layout();
    layout.batch = 1;
    return arrayOf(tensorOf(array).unsqueeze(0), std::move(layout));
}

Array stacked(std::span<const Array> arrays) {
    assert(!arrays.empty());
    std::vector<at::Tensor> tensors;
    for (const Array& array : arrays)
        tensors.push_back(tensorOf(array));
    ArrayLayout layout = arrays.front().layout();
    layout.batch = static_cast<std::int64_t>(arrays.size());
    return arrayOf(at::stack(tensors), std::move(layout));
}

} // namespace blurig
