// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/method_box.h"

#include "core/methods/method.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace blurig::ui {

namespace {

constexpr int chevron = 8;
constexpr int padding = 5;

QFont nameFont(const QFont& base) {
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

MethodBox::MethodBox(QWidget* parent)
    : QComboBox(parent) {
    for (const Method* method : methods())
        addItem(QString::fromStdString(method->label()), QString::fromStdString(method->id()));
    setAccessibleName(tr("Method of this pane"));
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setFixedHeight(sizes::control);
    connect(this, &QComboBox::activated, this, [this] { Q_EMIT chosen(currentData().toString()); });
}

void MethodBox::setMethod(const std::string& id) {
    const Method* method = findMethod(id);
    setCurrentIndex(method ? findData(QString::fromStdString(id)) : -1);
    m_shown = QString::fromStdString(method ? method->shortLabel() : id);
    setToolTip(currentText());
    updateGeometry();
    update();
}

QSize MethodBox::sizeHint() const {
    const double text = QFontMetricsF(nameFont(font())).horizontalAdvance(m_shown);
    return {static_cast<int>(std::ceil(text)) + chevron + 3 * padding, sizes::control};
}

QSize MethodBox::minimumSizeHint() const {
    return sizeHint();
}

void MethodBox::showPopup() {
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + 2 * sizes::gap); // the list has the whole names
    QComboBox::showPopup();
}

void MethodBox::enterEvent(QEnterEvent* event) {
    QComboBox::enterEvent(event);
    update();
}

void MethodBox::leaveEvent(QEvent* event) {
    QComboBox::leaveEvent(event);
    update();
}

void MethodBox::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors& colors = themeColors(palette());
    const QRectF body = QRectF(rect()).adjusted(1, 3, -1, -3);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(colors.accent, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(palette().color(QPalette::Button));
        painter.drawRoundedRect(body, 4, 4);
    }
    painter.setFont(nameFont(font()));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(rect()).adjusted(padding, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_shown);
    paintChevron(painter, QPointF(width() - padding - chevron / 2.0, height() / 2.0 + 0.25), 3.5, Pointing::Down,
                 colors.secondaryText);
}

} // namespace blurig::ui
