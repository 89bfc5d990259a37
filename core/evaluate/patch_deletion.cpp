// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/patch_deletion.h"

#include "core/evaluate/pixel_order.h"
#include "core/evaluate/rank_correlation.h"

namespace blurig {

namespace {

class Patches final : public MetricRun {
public:
    Patches(SharedForwards::Place whole, std::vector<SharedForwards::Place> without, std::vector<double> attributed)
        : m_whole(whole)
        , m_without(std::move(without))
        , m_attributed(std::move(attributed)) {}

    std::vector<std::optional<double>> values(const SharedForwards& forwards) const override {
        std::vector<double> drops;
        for (const SharedForwards::Place place : m_without)
            drops.push_back(forwards.score(m_whole) - forwards.score(place));
        return {rankCorrelation(m_attributed, drops)};
    }

private:
    SharedForwards::Place m_whole;
    std::vector<SharedForwards::Place> m_without;
    std::vector<double> m_attributed;
};

} // namespace

std::vector<MetricColumn> PatchDeletion::columns() const {
    return {{"patch_correlation", "patch deletion",
             "Spearman's rank correlation, over a grid of 4 x 4 patches, of the sum of A over a patch and its channels "
             "with the drop of the class score when the patch becomes the mean colour.",
             Better::Higher}};
}

std::unique_ptr<MetricRun> PatchDeletion::begin(const JudgedMap& map, SharedForwards& forwards) const {
    const Array z = map.subject->prepared.z;
    const Array removed = meanColour(z);
    const Array plane = map.sums();
    const SharedForwards::Place whole = forwards.add([=] { return z; });
    std::vector<SharedForwards::Place> without;
    std::vector<double> attributed;
    for (std::int64_t row = 0; row < side; ++row)
        for (std::int64_t column = 0; column < side; ++column) {
            std::vector<std::size_t> places;
            double sum = 0;
            for (std::int64_t y = row * z.height() / side; y < (row + 1) * z.height() / side; ++y)
                for (std::int64_t x = column * z.width() / side; x < (column + 1) * z.width() / side; ++x) {
                    places.push_back(static_cast<std::size_t>(y * z.width() + x));
                    sum += double{plane.host()[places.back()]};
                }
            attributed.push_back(sum);
            without.push_back(
                forwards.add([z, removed, places] { return withPlacesFrom(z, removed, places, places.size()); }));
        }
    return std::make_unique<Patches>(whole, std::move(without), std::move(attributed));
}

} // namespace blurig
