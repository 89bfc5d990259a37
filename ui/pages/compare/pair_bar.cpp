// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/pair_bar.h"

#include "ui/pages/compare/eliding_box.h"
#include "ui/pages/compare/pair_mode.h"
#include "ui/pages/compare/pane_mark.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace blurig::ui {

namespace {

constexpr const char* viewProperty = "view";
constexpr const char* grid = "grid";

void offer(QComboBox* box, const QStringList& panes, std::size_t chosen) {
    QStringList known;
    for (int i = 0; i < box->count(); ++i)
        known << box->itemText(i);
    if (known != panes) {
        box->clear();
        box->addItems(panes);
    }
    box->setCurrentIndex(panes.isEmpty() ? -1 : static_cast<int>(chosen));
    box->setEnabled(panes.size() > 1);
}

} // namespace

PairBar::PairBar(QWidget* parent)
    : QWidget(parent)
    , m_views(new QButtonGroup(this))
    , m_a(makePaneBox(QStringLiteral("paneA"), tr("Pane A")))
    , m_b(makePaneBox(QStringLiteral("paneB"), tr("Pane B"))) {
    setObjectName(QStringLiteral("pairBar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    addView(grid, tr("Grid"), tr("All panes side by side"));
    for (const PairMode* mode : pairModes())
        addView(mode->id(), mode->label(), mode->help());
    for (QAbstractButton* button : m_views->buttons())
        row->addWidget(button);
    auto* swap = new QToolButton(this);
    swap->setObjectName(QStringLiteral("swapPair"));
    swap->setText(QStringLiteral("⇄"));
    swap->setToolTip(tr("B becomes A, and A becomes B"));
    swap->setAccessibleName(tr("Swap A and B"));
    swap->setAutoRaise(true);
    swap->setFixedSize(sizes::control, sizes::control);
    swap->setFocusPolicy(Qt::TabFocus);
    connect(swap, &QToolButton::clicked, this, &PairBar::swapRequested);
    row->addStretch(2);
    row->addWidget(makeMark(QStringLiteral("A")));
    row->addWidget(m_a, 3);
    row->addWidget(swap);
    row->addWidget(makeMark(QStringLiteral("B")));
    row->addWidget(m_b, 3);
    connect(m_a, &QComboBox::activated, this, [this](int pane) { Q_EMIT aChosen(static_cast<std::size_t>(pane)); });
    connect(m_b, &QComboBox::activated, this, [this](int pane) { Q_EMIT bChosen(static_cast<std::size_t>(pane)); });
}

void PairBar::addView(const char* view, const QString& label, const QString& help) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("view_%1").arg(QLatin1String(view)));
    button->setText(label);
    button->setToolTip(help);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFixedHeight(sizes::control);
    button->setFocusPolicy(Qt::TabFocus);
    button->setProperty(viewProperty, QByteArray(view));
    m_views->addButton(button);
    connect(button, &QToolButton::clicked, this, [this, view] { Q_EMIT viewChosen(view); });
}

QWidget* PairBar::makeMark(const QString& letter) {
    auto* mark = new PaneMark(this);
    mark->setObjectName(QStringLiteral("mark%1").arg(letter));
    mark->setText(letter);
    return mark;
}

QComboBox* PairBar::makePaneBox(const QString& objectName, const QString& name) {
    auto* box = new ElidingBox(this);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setToolTip(name);
    return box;
}

void PairBar::show(const CompareChoice& compare, const QStringList& panes) {
    const char* view = findPairMode(compare.view) ? compare.view.c_str() : grid;
    for (QAbstractButton* button : m_views->buttons())
        button->setChecked(button->property(viewProperty).toByteArray() == view);
    const auto [a, b] = chosenPair(compare);
    offer(m_a, panes, a);
    offer(m_b, panes, b);
}

} // namespace blurig::ui
