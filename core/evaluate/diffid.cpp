// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/diffid.h"

#include "core/evaluate/pixel_order.h"

#include <algorithm>
#include <memory>

namespace blurig {

namespace {

constexpr int tenths = 9; // ratios 0.1 to 0.9

struct Pair {
    SharedForwards::Place with;
    SharedForwards::Place without;
};

class Ratios final : public MetricRun {
public:
    Ratios(std::vector<Pair> pairs, Target target)
        : m_pairs(std::move(pairs))
        , m_target(std::move(target)) {}

    std::vector<std::optional<double>> values(const SharedForwards& forwards) const override {
        const auto isRight = [&](SharedForwards::Place place) {
            return std::ranges::any_of(m_target.classes, [&](const WeightedClass& of) {
                return of.weight > 0 && of.index == forwards.label(place);
            });
        };
        double accuracy = 0;
        double soft = 0;
        for (const Pair& pair : m_pairs) {
            accuracy += static_cast<double>(isRight(pair.with)) - static_cast<double>(isRight(pair.without));
            soft += forwards.score(pair.with) - forwards.score(pair.without);
        }
        const auto count = static_cast<double>(m_pairs.size());
        return {accuracy / count, soft / count};
    }

private:
    std::vector<Pair> m_pairs;
    Target m_target;
};

} // namespace

std::vector<MetricColumn> DiffId::columns() const {
    const std::string how = "Mean over the ratios 0.1 to 0.9; single values of channels by A, the greatest first; what "
                            "is removed is blurred by a tenth of the width.";
    return {
        {"diffid", "DiffID",
         "Accuracy with only a ratio of the values, less accuracy without as many of the greatest. " + how,
         Better::Higher},
        {"diffid_soft", "DiffID, soft", "The same of the class score in place of accuracy. " + how, Better::Higher}};
}

std::unique_ptr<MetricRun> DiffId::begin(const JudgedMap& map, SharedForwards& forwards) const {
    const Array z = map.subject->prepared.z;
    const Array removed = blurredAway(z);
    // A map of one channel says the same of every channel.
    const bool perChannel = map.attribution.channels() == z.channels();
    const auto order =
        std::make_shared<const std::vector<std::size_t>>(descendingOrder(perChannel ? map.attribution : map.sums()));
    const auto mixed = [=](const Array& base, const Array& other, std::size_t count) {
        return perChannel ? withValuesFrom(base, other, *order, count) : withPlacesFrom(base, other, *order, count);
    };
    std::vector<Pair> pairs;
    for (std::size_t tenth = 1; tenth <= tenths; ++tenth) {
        const std::size_t count = order->size() * tenth / 10;
        pairs.push_back({.with = forwards.add([=] { return mixed(removed, z, count); }),
                         .without = forwards.add([=] { return mixed(z, removed, count); })});
    }
    return std::make_unique<Ratios>(std::move(pairs), map.target);
}

} // namespace blurig
