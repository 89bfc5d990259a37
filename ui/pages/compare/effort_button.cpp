// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/effort_button.h"

#include "ui/widgets/theme.h"

#include <QAction>
#include <QMenu>

namespace blurig::ui {

namespace {
constexpr int gradients[] = {16, 32, 64, 128, 256, 512};
constexpr double gaps[] = {0.05, 0.01, 0.002};
} // namespace

EffortButton::EffortButton(QWidget* parent)
    : QToolButton(parent) {
    setObjectName(QStringLiteral("compareEffort"));
    setAccessibleName(tr("Effort of the path methods"));
    setToolTip(tr("What each path method may spend. With the same number of gradients the maps can be compared at "
                  "equal cost; with the same gap, the costs at equal completeness"));
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFixedHeight(sizes::control);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setMenu(new QMenu(this));
    menu()->setObjectName(QStringLiteral("compareEffortMenu"));
    offer({});
    menu()->addSection(tr("Same number of gradients"));
    for (const int each : gradients)
        offer({.kind = Effort::Kind::Gradients, .gradients = each});
    menu()->addSection(tr("Same completeness gap"));
    for (const double each : gaps)
        offer({.kind = Effort::Kind::Gap, .gap = each});
}

void EffortButton::offer(const Effort& effort) {
    QAction* action = menu()->addAction(effortWords(effort));
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, effort] { Q_EMIT chosen(effort); });
    m_offers.emplace_back(action, effort);
}

void EffortButton::show(const Effort& effort) {
    setText(effortWords(effort));
    for (const auto& [action, offered] : m_offers)
        action->setChecked(offered == effort);
}

} // namespace blurig::ui
