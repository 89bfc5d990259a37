// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/insertion_deletion.h"

#include "core/evaluate/pixel_order.h"

#include <fmt/format.h>

#include <memory>

namespace blurig {

namespace {

class Curves final : public MetricRun {
public:
    Curves(std::vector<SharedForwards::Place> insertion, std::vector<SharedForwards::Place> deletion)
        : m_insertion(std::move(insertion))
        , m_deletion(std::move(deletion)) {}

    std::vector<std::optional<double>> values(const SharedForwards& forwards) const override {
        const double insertion = areaUnder(m_insertion, forwards);
        const double deletion = areaUnder(m_deletion, forwards);
        return {insertion, deletion, insertion - deletion};
    }

private:
    static double areaUnder(const std::vector<SharedForwards::Place>& curve, const SharedForwards& forwards) {
        double sum = 0; // trapezoid on even steps
        for (std::size_t i = 0; i + 1 < curve.size(); ++i)
            sum += (forwards.score(curve[i]) + forwards.score(curve[i + 1])) / 2;
        return sum / static_cast<double>(curve.size() - 1);
    }

    std::vector<SharedForwards::Place> m_insertion;
    std::vector<SharedForwards::Place> m_deletion;
};

} // namespace

std::string InsertionDeletion::id() const {
    return m_removal == Removal::Blur ? "insertion-deletion" : "insertion-deletion-mean";
}

std::string InsertionDeletion::label() const {
    return m_removal == Removal::Blur ? "Insertion and deletion, by blur" : "Insertion and deletion, by the mean";
}

std::vector<MetricColumn> InsertionDeletion::columns() const {
    const bool blur = m_removal == Removal::Blur;
    const std::string prefix = blur ? "" : "mean_";
    const std::string how =
        fmt::format("Pixels by sums over channels of A, the greatest first, in {} steps; class score as it is; what is "
                    "removed is {}.",
                    steps, blur ? "blurred by a tenth of the width" : "the mean colour");
    return {
        {prefix + "insertion", "insertion",
         "Area under the score against the share of pixels that came to the picture without any. " + how,
         Better::Higher},
        {prefix + "deletion", "deletion",
         "Area under the score against the share of pixels that left the picture. " + how, Better::Lower},
        {prefix + "insertion_less_deletion", "insertion - deletion", "The difference of both. " + how, Better::Higher}};
}

std::unique_ptr<MetricRun> InsertionDeletion::begin(const JudgedMap& map, SharedForwards& forwards) const {
    const Array z = map.subject->prepared.z;
    const Array removed = m_removal == Removal::Blur ? blurredAway(z) : meanColour(z);
    const auto order = std::make_shared<const std::vector<std::size_t>>(descendingOrder(map.sums()));
    std::vector<SharedForwards::Place> insertion;
    std::vector<SharedForwards::Place> deletion;
    const auto count = [order](int step) { return order->size() * static_cast<std::size_t>(step) / steps; };
    for (int step = 1; step < steps; ++step) {
        insertion.push_back(forwards.add([=] { return withPlacesFrom(removed, z, *order, count(step)); }));
        deletion.push_back(forwards.add([=] { return withPlacesFrom(z, removed, *order, count(step)); }));
    }
    const SharedForwards::Place whole = forwards.add([=] { return z; });
    const SharedForwards::Place none = forwards.add([=] { return removed; });
    insertion.insert(insertion.begin(), none);
    insertion.push_back(whole);
    deletion.insert(deletion.begin(), whole);
    deletion.push_back(none);
    return std::make_unique<Curves>(std::move(insertion), std::move(deletion));
}

} // namespace blurig
