// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/figures_line.h"

#include "ui/widgets/number_text.h"
#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace blurig::ui {

namespace {

constexpr double between = 16; // numbers
constexpr double within = 5;   // a label and its number
constexpr double dot = 8;
constexpr int greatestRank = 9;

double advance(const QFont& font, const QString& text) {
    return QFontMetricsF(font).horizontalAdvance(text);
}

QFont bold(QFont font) {
    font.setBold(true);
    return font;
}

} // namespace

FiguresLine::FiguresLine(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("figuresLine"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FiguresLine::setContent(const QString& name, std::vector<LabelledNumber> numbers, const CompletenessState& state) {
    m_name = name;
    m_numbers = std::move(numbers);
    m_state = state;
    update();
}

double FiguresLine::widthOf(const LabelledNumber& number) const {
    const QFont figures = numberFont(font());
    const double label = number.label.isEmpty() ? 0 : advance(font(), number.label) + within;
    return label + std::max(advance(figures, number.value), advance(figures, number.widest)) + between;
}

double FiguresLine::stateWidth() const {
    const QFont face = numberFont(font());
    return dot + within + std::max(advance(face, m_state.words), advance(face, tr("Running 00 %, 00.0 s left")));
}

double FiguresLine::widthUpTo(int rank) const {
    double sum = (m_name.isEmpty() ? 0 : advance(bold(font()), m_name) + between) + stateWidth();
    for (const LabelledNumber& number : m_numbers) {
        if (number.rank <= rank)
            sum += widthOf(number);
    }
    return sum;
}

QSize FiguresLine::sizeHint() const {
    const double height = QFontMetricsF(font()).height() + 8;
    return {static_cast<int>(std::ceil(widthUpTo(greatestRank))), static_cast<int>(std::ceil(height))};
}

QSize FiguresLine::minimumSizeHint() const {
    return {160, sizeHint().height()};
}

int FiguresLine::rankThatFits() const {
    int rank = greatestRank;
    while (rank > 0 && widthUpTo(rank) > width())
        --rank;
    return rank;
}

bool FiguresLine::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && rankThatFits() < greatestRank) {
        QStringList words;
        for (const LabelledNumber& number : m_numbers)
            words << (number.label.isEmpty() ? number.value : QStringLiteral("%1 %2").arg(number.label, number.value));
        if (!m_state.words.isEmpty())
            words << m_state.words;
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
                           plainToolTip(words.join(QStringLiteral(" · "))), this);
        return true;
    }
    return QWidget::event(event);
}

void FiguresLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors& colors = themeColors(palette());
    const QColor text = palette().color(QPalette::WindowText);
    const QFont figures = numberFont(font());
    const int rank = rankThatFits();

    QRectF rest = QRectF(rect());
    const auto write = [&](const QString& words, const QFont& face, const QColor& color, double taken) {
        painter.setFont(face);
        painter.setPen(color);
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, words);
        rest.setLeft(rest.left() + taken);
    };
    if (!m_name.isEmpty())
        write(m_name, bold(font()), text, advance(bold(font()), m_name) + between);
    for (const LabelledNumber& number : m_numbers) {
        if (number.rank > rank)
            continue;
        const double label = number.label.isEmpty() ? 0 : advance(font(), number.label) + within;
        write(number.label, font(), colors.secondaryText, label);
        write(number.value, number.missed ? bold(figures) : figures, text, widthOf(number) - label);
    }
    if (m_state.words.isEmpty())
        return;
    rest.setLeft(std::max(rest.left(), rect().right() + 1 - stateWidth()));
    const QColor color = colorOf(m_state.color, colors);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(rest.left(), rest.center().y() - dot / 2, dot, dot));
    rest.setLeft(rest.left() + dot + within);
    write(QFontMetricsF(figures).elidedText(m_state.words, Qt::ElideRight, rest.width()), figures,
          m_state.color == StateColor::Bad ? color : text, 0);
}

} // namespace blurig::ui
