// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/target_button.h"

#include "ui/engine/explore_flow.h"
#include "ui/panels/target_popup.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <cmath>

namespace blurig::ui {

namespace {

constexpr double padding = 12;
constexpr double within = 6;
constexpr double longestTarget = 320;

QFont bold(QFont font) {
    font.setBold(true);
    return font;
}

bool isProbability(const RunView& run, OutputKind output) {
    const bool plain = run.target.classes.size() == 1 && run.target.classes.front().weight == 1;
    return plain && run.score == Score::ClassScore && output != OutputKind::OneLogit;
}

} // namespace

TargetButton::TargetButton(Session* session, ExploreFlow* flow, QWidget* parent)
    : QToolButton(parent)
    , m_session(session)
    , m_flow(flow) {
    setObjectName(QStringLiteral("targetButton"));
    setAutoRaise(true);
    setFixedHeight(sizes::control);
    setToolTip(tr("Choose what is explained: a class, any class of a kind, or one class rather than another"));
    connect(this, &QToolButton::clicked, this, &TargetButton::openSearch);
    connect(flow, &ExploreFlow::inputChanged, this, &TargetButton::read);
    connect(flow, &ExploreFlow::exploreChanged, this, &TargetButton::read);
    read();
}

void TargetButton::read() {
    const ExploreView& view = m_flow->view();
    m_target.clear();
    m_score.clear();
    if (view.subject.input && view.explore.state && view.explore.state->completeness) {
        const RunView& run = view.explore;
        const ModelCard& card = view.subject.model->card;
        const double score = run.state->completeness->scoreInput;
        m_target = QString::fromStdString(targetName(run.target, card));
        m_score = isProbability(run, card.output) ? percentage(score) : scoreText(score);
    }
    setEnabled(view.subject.input.has_value());
    setAccessibleName(words());
    updateGeometry();
    update();
}

QString TargetButton::words() const {
    return m_target.isEmpty() ? tr("Choose a target") : tr("Explaining %1 %2").arg(m_target, m_score);
}

QSize TargetButton::sizeHint() const {
    const double target = std::min(longestTarget, QFontMetricsF(bold(font())).horizontalAdvance(m_target));
    const double width = m_target.isEmpty()
                             ? QFontMetricsF(font()).horizontalAdvance(words())
                             : QFontMetricsF(font()).horizontalAdvance(tr("Explaining")) + within + target + within +
                                   QFontMetricsF(numberFont(font())).horizontalAdvance(m_score);
    return {static_cast<int>(std::ceil(width + 2 * padding + 14)), sizes::control};
}

void TargetButton::paintEvent(QPaintEvent* /*event*/) {
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor quiet = themeColors(palette()).secondaryText;
    const QColor text = palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText);
    QRectF rest = QRectF(rect()).adjusted(padding, 0, -padding - 14, 0);
    const auto write = [&](const QString& words, const QFont& face, const QColor& color, double least) {
        const QFontMetricsF metrics(face);
        const QString shown = metrics.elidedText(words, Qt::ElideRight, rest.width() - least);
        painter.setFont(face);
        painter.setPen(color);
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        rest.setLeft(rest.left() + metrics.horizontalAdvance(shown) + within);
    };
    if (m_target.isEmpty()) {
        write(words(), font(), text, 0);
    } else {
        const QFont numbers = numberFont(font());
        write(tr("Explaining"), font(), quiet, 0);
        write(m_target, bold(font()), text, QFontMetricsF(numbers).horizontalAdvance(m_score) + within);
        write(m_score, numbers, quiet, 0);
    }
    paintChevron(painter, QPointF(rect().right() - padding, rect().center().y() + 0.5), 4, Pointing::Down, quiet);
}

void TargetButton::openSearch() {
    auto* popup = new TargetPopup(m_session, m_flow, this);
    popup->openUnder(*this);
}

} // namespace blurig::ui
