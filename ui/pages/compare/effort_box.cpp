// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/effort_box.h"

#include <algorithm>

namespace blurig::ui {

namespace {
constexpr int gradients[] = {16, 32, 64, 128, 256, 512};
constexpr double gaps[] = {0.05, 0.01, 0.002};
constexpr Effort separator{.kind = Effort::Kind::Mixed};
} // namespace

EffortBox::EffortBox(QWidget* parent)
    : ElidingBox(parent) {
    setObjectName(QStringLiteral("compareEffort"));
    setAccessibleName(tr("Effort of the path methods"));
    setToolTip(
        tr("What each path method may spend. With the same number of gradients, maps compare at equal cost; with "
           "the same gap, costs compare at equal completeness"));
    setMaxVisibleItems(16);
    offer({});
    offer(separator);
    for (const int each : gradients)
        offer({.kind = Effort::Kind::Gradients, .gradients = each});
    offer(separator);
    for (const double each : gaps)
        offer({.kind = Effort::Kind::Gap, .gap = each});
    connect(this, &QComboBox::activated, this,
            [this](int item) { Q_EMIT chosen(m_offers[static_cast<std::size_t>(item)]); });
}

void EffortBox::offer(const Effort& effort) {
    if (effort == separator)
        insertSeparator(count());
    else
        addItem(effortWords(effort));
    m_offers.push_back(effort);
}

// What is not offered stands there all the same.
void EffortBox::show(const Effort& effort) {
    const auto offered = std::ranges::find(m_offers, effort);
    const bool isOffered = effort != separator && offered != m_offers.end();
    setPlaceholderText(effortWords(effort));
    setCurrentIndex(isOffered ? static_cast<int>(offered - m_offers.begin()) : -1);
}

} // namespace blurig::ui
