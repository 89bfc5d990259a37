// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace blurig {

// How often the values of several series occur, in the same bins of one width. The width is Freedman and Diaconis':
// 2 IQR / n^(1/3), with the interquartile range of all values together and n of the longest series; where the range is
// zero, Sturges' log2(n) + 1 bins. At most 60 bins.
struct SharedHistogram {
    double low = 0; // where the first bin begins; a bin holds its lower end, the last one also its upper end
    double width = 1;
    std::vector<std::vector<int>> counts; // of each series, one a bin

    std::size_t bins() const { return counts.empty() ? 0 : counts.front().size(); }
    double edge(std::size_t bin) const { return low + static_cast<double>(bin) * width; } // where it begins
    int greatest() const;                                                                 // count of all
};

// Values are finite. Without any there are no bins; where all are equal, one.
SharedHistogram sharedHistogram(const std::vector<std::vector<double>>& series);

} // namespace blurig
