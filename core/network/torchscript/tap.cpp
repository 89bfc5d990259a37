// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/torchscript/tap.h"

#include <torch/csrc/autograd/variable.h>
#include <torch/library.h>

namespace blurig {
namespace {

thread_local TapRecorder* recorder = nullptr;

at::Tensor tap(const at::Tensor& value, std::int64_t index) {
    TapRecorder::pass(value, index);
    return value;
}

} // namespace

void registerTap() {
    static const torch::Library library = [] {
        torch::Library added(torch::Library::FRAGMENT, "blurig", {}, __FILE__, __LINE__);
        added.def(
            torch::schema("blurig::tap(Tensor(a) value, int index) -> Tensor(a)", c10::AliasAnalysisKind::FROM_SCHEMA),
            torch::CppFunction::makeFromUnboxedFunction(tap));
        return added;
    }();
}

TapRecorder::TapRecorder(std::size_t taps, std::optional<std::size_t> keep)
    : m_passed(taps)
    , m_keep(keep)
    , m_before(recorder) {
    recorder = this;
}

TapRecorder::~TapRecorder() {
    recorder = m_before;
}

void TapRecorder::pass(const at::Tensor& value, std::int64_t index) {
    // A model file may name the operator itself, with any index.
    if (recorder && index >= 0 && static_cast<std::size_t>(index) < recorder->m_passed.size())
        recorder->record(value, static_cast<std::size_t>(index));
}

void TapRecorder::record(const at::Tensor& value, std::size_t index) {
    if (!value.defined() || value.layout() != at::kStrided)
        return;
    m_passed[index] = Passed{.differentiable = value.requires_grad(), .sizes = value.sizes().vec()};
    if (m_keep != index)
        return;
    // Later operations may change the value in place; what it is now, and where it stands in the autograd graph, is
    // what the gradient must be taken by.
    m_kept = value.detach().clone();
    if (value.requires_grad())
        torch::autograd::impl::set_gradient_edge(m_kept, torch::autograd::impl::gradient_edge(value));
}

} // namespace blurig
