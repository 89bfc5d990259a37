// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/request.h"

#include <type_traits>
#include <variant>

namespace blurig {

namespace {

// What was known before changes no number.
bool same(const Attribute& a, const Attribute& b) {
    return a.model->id == b.model->id && a.method == b.method && a.item.input.storage() == b.item.input.storage() &&
           a.item.axisWeights == b.item.axisWeights && a.item.target == b.item.target && a.item.score == b.item.score &&
           a.ownBaseline == b.ownBaseline && a.item.ownBaseline.image.storage() == b.item.ownBaseline.image.storage() &&
           a.parameters == b.parameters;
}

bool same(const ScoreInput& a, const ScoreInput& b) {
    return a.model->id == b.model->id && a.picture.isSameAs(b.picture) && a.crop == b.crop;
}

bool same(const ScoreSound& a, const ScoreSound& b) {
    return a.model->id == b.model->id && a.known.clip && a.known.clip == b.known.clip && a.patch == b.patch &&
           a.blurred == b.blurred;
}

bool same(const ListLayers& a, const ListLayers& b) {
    return a.model->id == b.model->id;
}

// Files may have changed in between, and a probe is not worth the question.
template <typename Kind> bool same(const Kind&, const Kind&) {
    return false;
}

} // namespace

bool sameAnswer(const Request& a, const Request& b) {
    return std::visit(
        [&b](const auto& one) {
            const auto* other = std::get_if<std::decay_t<decltype(one)>>(&b);
            return other && same(one, *other);
        },
        a);
}

} // namespace blurig
