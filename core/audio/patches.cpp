// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/patches.h"

#include "core/array/torch_access.h"

#include <ATen/ops/full.h>
#include <ATen/ops/zeros.h>
#include <ATen/TensorOperators.h>

#include <cassert>

namespace blurig {
namespace {

at::Tensor timeSlice(const at::Tensor& tensor, std::int64_t first, std::int64_t length) {
    return tensor.narrow(tensor.dim() - 1, first, length);
}

ArrayLayout withFrames(ArrayLayout layout, std::int64_t frames) {
    layout.axes.back().size = frames;
    return layout;
}

} // namespace

std::vector<Patch> patchesOf(std::int64_t frames, const PatchRule& rule) {
    assert(rule.length > 0 && rule.hop > 0);
    if (frames <= rule.length)
        return {{.first = 0, .length = rule.length, .filled = rule.length - frames}};
    std::vector<Patch> patches;
    std::int64_t first = 0;
    for (; first + rule.length <= frames; first += rule.hop)
        patches.push_back({.first = first, .length = rule.length});
    const std::int64_t reached = patches.back().first + rule.length;
    if (reached < frames && rule.last == LastPatch::Aligned)
        patches.push_back({.first = frames - rule.length, .length = rule.length});
    else if (reached < frames && rule.last == LastPatch::Padded && first < frames)
        patches.push_back({.first = first, .length = rule.length, .filled = first + rule.length - frames});
    return patches;
}

Array patchOf(const Array& whole, const Patch& patch, float silence) {
    const at::Tensor all = tensorOf(whole);
    std::vector<std::int64_t> sizes = all.sizes().vec();
    sizes.back() = patch.length;
    at::Tensor part = at::full(sizes, silence, all.options());
    const std::int64_t held = patch.length - patch.filled;
    timeSlice(part, 0, held).copy_(timeSlice(all, patch.first, held));
    return arrayOf(std::move(part), withFrames(whole.layout(), patch.length));
}

Array stitched(std::span<const Array> maps, std::span<const Patch> patches, std::int64_t frames) {
    assert(!maps.empty() && maps.size() == patches.size());
    const ArrayLayout layout = withFrames(maps.front().layout(), frames);
    std::vector<std::int64_t> sizes = tensorOf(maps.front()).sizes().vec();
    sizes.back() = frames;
    at::Tensor sum = at::zeros(sizes, at::kDouble);
    at::Tensor count = at::zeros({frames}, at::kDouble);
    for (std::size_t i = 0; i < maps.size(); ++i) {
        const std::int64_t held = patches[i].length - patches[i].filled;
        timeSlice(sum, patches[i].first, held).add_(timeSlice(tensorOf(maps[i]).to(at::kDouble), 0, held));
        count.narrow(0, patches[i].first, held).add_(1);
    }
    return arrayOf((sum / count.clamp_min(1)).to(at::kFloat), layout);
}

} // namespace blurig
