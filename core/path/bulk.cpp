// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/bulk.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace blurig {

namespace {

// A part of a cell in which |dF/dv| is a line that does not cross zero.
struct Piece {
    double from = 0; // v
    double to = 0;
    double atFrom = 0; // |dF/dv|
    double atTo = 0;
    double before = 0; // integral up to `from`

    double width() const { return to - from; }
    double mass() const { return width() * (atFrom + atTo) / 2; }
    double slope() const { return (atTo - atFrom) / width(); }
    double squareAt(double mass) const { return atFrom * atFrom + 2 * slope() * (mass - before); }
    double place(double mass) const {
        const double inside = mass - before;
        const double sum = atFrom + std::sqrt(std::max(0.0, squareAt(mass)));
        return sum == 0 ? from : std::clamp(from + 2 * inside / sum, from, to);
    }
};

// |dF/dv| along the path, and its integral.
class Change {
public:
    explicit Change(const PathState& state) {
        for (const PathCell& cell : state.cells) {
            if (cell.fromNode == cell.toNode) { // constant in the cell
                const double level = std::abs(cell.mass) / (cell.to - cell.from);
                add({cell.from, cell.to, level, level});
                continue;
            }
            const double a = state.nodes[cell.fromNode]->change;
            const double b = state.nodes[cell.toNode]->change;
            const double zero = cell.from + (cell.to - cell.from) * (a / (a - b));
            if (a * b < 0 && zero > cell.from && zero < cell.to) {
                add({cell.from, zero, std::abs(a), 0});
                add({zero, cell.to, 0, std::abs(b)});
            } else {
                add({cell.from, cell.to, std::abs(a), std::abs(b)});
            }
        }
    }

    double total() const { return m_total; }
    const std::vector<Piece>& pieces() const { return m_pieces; }

    // The piece in which the integral reaches `mass`: where F stands still on the way, the one after it or before it.
    const Piece& beginAt(double mass) const { return lastBefore(mass + rounding() * m_total); }
    const Piece& endAt(double mass) const { return lastBefore(mass - rounding() * m_total); }

private:
    static constexpr double rounding() { return 1e-12; }
    const Piece& lastBefore(double mass) const {
        const auto after = std::ranges::upper_bound(m_pieces, mass, {}, &Piece::before);
        return after == m_pieces.begin() ? m_pieces.front() : *std::prev(after);
    }
    void add(Piece piece) {
        piece.before = m_total;
        m_total += piece.mass();
        m_pieces.push_back(piece);
    }

    std::vector<Piece> m_pieces;
    double m_total = 0;
};

// Where it begins, as integral: at a border, so that it ends at one, or where both ends have one density, which makes
// the length stationary. That is linear in the mass between two borders.
std::vector<double> candidates(const Change& change, double wanted) {
    const double last = change.total() - wanted;
    std::vector<double> borders{0, last};
    for (const Piece& piece : change.pieces())
        for (const double border : {piece.before, piece.before - wanted})
            if (border > 0 && border < last)
                borders.push_back(border);
    std::ranges::sort(borders);
    std::vector<double> all = borders;
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
        const double middle = (borders[i] + borders[i + 1]) / 2;
        const Piece& begin = change.beginAt(middle);
        const Piece& end = change.endAt(middle + wanted);
        const double bend = 2 * (begin.slope() - end.slope());
        const double stationary = middle + (end.squareAt(middle + wanted) - begin.squareAt(middle)) / bend;
        if (stationary > borders[i] && stationary < borders[i + 1])
            all.push_back(stationary);
    }
    return all;
}

} // namespace

std::optional<PositionInterval> bulkInterval(const PathState& state, double share) {
    const Change change(state);
    if (change.total() <= 0)
        return std::nullopt;
    const double wanted = share * change.total();
    struct Interval {
        double from = 0;
        double to = 0;
        double width() const { return to - from; }
    };
    const double rounding = 1e-12 * change.pieces().back().to;
    std::optional<Interval> shortest;
    for (const double begin : candidates(change, wanted)) {
        const double end = std::min(begin + wanted, change.total());
        const Interval found{change.beginAt(begin).place(begin), change.endAt(end).place(end)};
        const double shorter = shortest ? shortest->width() - found.width() : 2 * rounding;
        if (shorter > rounding || (shorter > -rounding && found.from < shortest->from))
            shortest = found;
    }
    return PositionInterval{.from = state.path->toPosition(state.variable, shortest->from),
                            .to = state.path->toPosition(state.variable, shortest->to)};
}

} // namespace blurig
