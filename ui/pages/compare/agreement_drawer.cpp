// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/agreement_drawer.h"

#include "ui/widgets/elided_label.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace blurig::ui {

AgreementDrawer::AgreementDrawer(QWidget* parent)
    : QFrame(parent)
    , m_fold(new QToolButton(this))
    , m_summary(new ElidedLabel(this))
    , m_table(new AgreementTable(this)) {
    setObjectName(QStringLiteral("agreementDrawer"));
    m_fold->setObjectName(QStringLiteral("agreementFold"));
    m_fold->setText(tr("Agreement"));
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setAutoRaise(true);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_fold->setFixedHeight(sizes::control - 4);
    m_fold->setCheckable(true);
    m_summary->setObjectName(QStringLiteral("agreementSummary"));
    m_summary->setFont(smallFont(font()));
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(sizes::gap);
    head->addWidget(m_fold);
    head->addWidget(m_table->choices());
    head->addWidget(m_summary, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(sizes::gap / 2, 2, sizes::gap / 2, 2);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_table);
    connect(m_fold, &QToolButton::clicked, this, &AgreementDrawer::toggled);
    connect(m_table, &AgreementTable::filled, this, &AgreementDrawer::summarize);
    setOpen(false);
}

void AgreementDrawer::setOpen(bool open) {
    m_fold->setChecked(open);
    m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_fold->setToolTip(open ? tr("Fold the table") : tr("Show the agreement of all pairs"));
    m_table->setVisible(open);
    m_table->choices()->setVisible(open);
    summarize();
}

void AgreementDrawer::summarize() {
    const std::vector<AgreementTable::Pair> pairs = m_table->pairs();
    QString text;
    if (!m_table->settled())
        text = tr("Comparing…");
    else if (pairs.empty())
        text = tr("No two maps to compare");
    else if (pairs.size() == 1)
        text = tr("%1: %2 and %3 %4")
                   .arg(m_table->figureWords(), pairs.front().a, pairs.front().b, fixed(pairs.front().value, 2));
    else
        text = tr("%1: most %2 and %3 %4, least %5 and %6 %7")
                   .arg(m_table->figureWords(), pairs.back().a, pairs.back().b, fixed(pairs.back().value, 2),
                        pairs.front().a, pairs.front().b, fixed(pairs.front().value, 2));
    m_summary->setText(text);
}

void AgreementDrawer::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(QRect(0, 0, width(), 1), themeColors(palette()).line);
}

} // namespace blurig::ui
