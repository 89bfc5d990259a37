// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/explorer_style.h"

#include "ui/widgets/glyph.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>
#include <tuple>

namespace blurig::ui {

namespace {

constexpr double corner = 5;
constexpr double checkCorner = 3;
constexpr int scrollBarExtent = 10;
constexpr int chevronRoom = 16; // beside the text of a button with a menu

bool has(const QStyleOption& option, QStyle::StateFlag flag) {
    return option.state.testFlag(flag);
}

bool isHovered(const QStyleOption& option) {
    return has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
}

QColor faded(QColor color, float alpha) {
    color.setAlphaF(alpha);
    return color;
}

// Of what can be pressed: raised from the panel, a little more under the pointer.
QColor raisedColor(const QStyleOption& option) {
    const QColor raised = option.palette.color(QPalette::Button);
    if (!has(option, QStyle::State_Enabled))
        return option.palette.color(QPalette::Window);
    const bool pressed = has(option, QStyle::State_Sunken);
    if (!pressed && !isHovered(option))
        return raised;
    if (isDark(option.palette))
        return raised.lighter(pressed ? 88 : 112);
    return raised.darker(pressed ? 110 : 104);
}

void drawBox(QPainter& painter, const QRect& place, const QColor& fill, const QColor& line, double radius = corner) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line.isValid() ? QPen(line, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

// Around what has the keys.
QColor frameColor(const QStyleOption& option) {
    const ThemeColors& colors = themeColors(option.palette);
    return has(option, QStyle::State_HasFocus) ? colors.accent : colors.line;
}

void drawCheckBox(const QStyleOption& option, QPainter& painter) {
    const ThemeColors& colors = themeColors(option.palette);
    const bool on = has(option, QStyle::State_On);
    const bool enabled = has(option, QStyle::State_Enabled);
    const QColor fill = on ? (enabled ? colors.accent : colors.track) : raisedColor(option);
    drawBox(painter, option.rect, fill, on ? QColor() : enabled ? colors.secondaryText : colors.line, checkCorner);
    if (!on && !has(option, QStyle::State_NoChange))
        return;
    const QRectF box(option.rect);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(option.palette.color(QPalette::HighlightedText), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (on)
        painter.drawPolyline(QPolygonF({at(0.24, 0.53), at(0.43, 0.72), at(0.77, 0.30)}));
    else
        painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
    painter.restore();
}

bool opensMenu(const QStyleOptionToolButton& button) {
    return button.features.testFlag(QStyleOptionToolButton::HasMenu) && !button.text.isEmpty() &&
           button.toolButtonStyle != Qt::ToolButtonIconOnly;
}

void drawButton(const QStyleOption& option, QPainter& painter) {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool flat = button && button->features.testFlag(QStyleOptionButton::Flat);
    const bool isDefault = button && button->features.testFlag(QStyleOptionButton::DefaultButton);
    const ThemeColors& colors = themeColors(option.palette);
    if (flat && !isHovered(option) && !has(option, QStyle::State_HasFocus))
        return;
    if (flat && !isHovered(option))
        drawBox(painter, option.rect, QColor(), colors.accent);
    else
        drawBox(painter, option.rect, raisedColor(option), isDefault ? colors.accent : frameColor(option));
}

void drawToolButton(const QStyleOption& option, QPainter& painter) {
    const ThemeColors& colors = themeColors(option.palette);
    const bool quiet = has(option, QStyle::State_AutoRaise);
    const QColor line = has(option, QStyle::State_HasFocus) ? colors.accent : quiet ? QColor() : colors.line;
    if (has(option, QStyle::State_On))
        drawBox(painter, option.rect, faded(colors.accent, isHovered(option) ? 0.26F : 0.18F), line);
    else if (!quiet || isHovered(option) || has(option, QStyle::State_Sunken))
        drawBox(painter, option.rect, raisedColor(option), line);
    else if (line.isValid())
        drawBox(painter, option.rect, QColor(), line);
}

} // namespace

ExplorerStyle::ExplorerStyle()
    : QProxyStyle(QStringLiteral("Fusion")) {}

void ExplorerStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const {
    switch (element) {
    case PE_PanelButtonCommand:
        return drawButton(*option, *painter);
    case PE_PanelButtonTool:
        return drawToolButton(*option, *painter);
    case PE_FrameFocusRect: // buttons and fields have an outline of their own
        if (!qobject_cast<const QAbstractButton*>(widget) || option->rect.height() < sizes::control - 8)
            drawBox(*painter, option->rect, QColor(), themeColors(option->palette).accent, checkCorner);
        return;
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            drawBox(*painter, option->rect, option->palette.color(QPalette::Base), frameColor(*option));
        return;
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorCheckBox:
        return drawCheckBox(*option, *painter);
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ExplorerStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const {
    if (element == CE_HeaderSection) { // flat, over a hairline
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        const QRect line(option->rect.left(), option->rect.bottom(), option->rect.width(), 1);
        return painter->fillRect(line, themeColors(option->palette).line);
    }
    if (element == CE_Splitter) // the gap says enough; under the pointer a line does
        return isHovered(*option) ? painter->fillRect(option->rect, themeColors(option->palette).line) : void();
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ExplorerStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                       const QWidget* widget) const {
    switch (control) {
    case CC_ComboBox:
        return drawCombo(option, painter, widget);
    case CC_SpinBox:
        return drawSpin(option, painter, widget);
    case CC_Slider:
        return drawSlider(option, painter, widget);
    case CC_ScrollBar:
        return drawScrollBar(option, painter, widget);
    case CC_ToolButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option))
            return drawTool(*button, painter, widget);
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

// A menu is a chevron beside the text; an icon alone says it by itself.
void ExplorerStyle::drawTool(QStyleOptionToolButton button, QPainter* painter, const QWidget* widget) const {
    if (has(button, State_On))
        button.palette.setColor(QPalette::ButtonText, themeColors(button.palette).accentText);
    const bool menu = opensMenu(button);
    button.features &= ~QStyleOptionToolButton::HasMenu;
    const QRect whole = button.rect;
    if (menu) {
        drawToolButton(button, *painter);
        button.rect.setRight(whole.right() - chevronRoom);
        button.state &= ~(State_MouseOver | State_Sunken | State_HasFocus);
        button.state |= State_AutoRaise;
        paintChevron(*painter, QPointF(whole.right() - chevronRoom / 2.0 - 3, whole.center().y() + 0.5), 3.5,
                     Pointing::Down, themeColors(button.palette).secondaryText);
    }
    QProxyStyle::drawComplexControl(CC_ToolButton, &button, painter, widget);
}

void ExplorerStyle::drawCombo(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (combo == nullptr)
        return;
    const bool bare = !combo->frame && !isHovered(*option) && !has(*option, State_HasFocus);
    if (!bare)
        drawBox(*painter, option->rect, raisedColor(*option), frameColor(*option));
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    const QColor color = has(*option, State_Enabled) ? themeColors(option->palette).secondaryText
                                                     : option->palette.color(QPalette::Disabled, QPalette::Text);
    paintChevron(*painter, QRectF(arrow).center() + QPointF(-2, 0), 3.5, Pointing::Down, color);
}

void ExplorerStyle::drawSpin(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (spin == nullptr)
        return;
    drawBox(*painter, option->rect, option->palette.color(QPalette::Base), frameColor(*option));
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const ThemeColors& colors = themeColors(option->palette);
    for (const auto& [part, enabled, up] : {std::tuple(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, true),
                                            std::tuple(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, false)}) {
        const QRectF place(subControlRect(CC_SpinBox, option, part, widget));
        const bool can = spin->stepEnabled.testFlag(enabled) && has(*option, State_Enabled);
        const bool under = isHovered(*option) && option->activeSubControls.testFlag(part);
        const QColor color = !can ? colors.line : under ? option->palette.color(QPalette::Text) : colors.secondaryText;
        paintChevron(*painter, place.center() + QPointF(-1, up ? 1 : -1), 2.6, up ? Pointing::Up : Pointing::Down,
                     color);
    }
}

void ExplorerStyle::drawSlider(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (slider == nullptr || slider->orientation != Qt::Horizontal)
        return QProxyStyle::drawComplexControl(CC_Slider, option, painter, widget);
    const ThemeColors& colors = themeColors(option->palette);
    const bool enabled = has(*option, State_Enabled);
    const QRectF groove(subControlRect(CC_Slider, option, SC_SliderGroove, widget));
    const QPointF handle = QRectF(subControlRect(CC_Slider, option, SC_SliderHandle, widget)).center();
    const QRectF line(groove.left(), groove.center().y() - 2, groove.width(), 4);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.track);
    painter->drawRoundedRect(line, 2, 2);
    painter->setBrush(enabled ? colors.accent : colors.line);
    painter->drawRoundedRect(QRectF(line.topLeft(), QPointF(handle.x(), line.bottom())), 2, 2);
    painter->setPen(QPen(option->palette.color(QPalette::Window), 2));
    painter->drawEllipse(handle, 7, 7);
    if (has(*option, State_HasFocus)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colors.accent, 1.2));
        painter->drawEllipse(handle, 9, 9);
    }
    painter->restore();
}

void ExplorerStyle::drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (bar == nullptr || bar->minimum >= bar->maximum)
        return;
    QRectF thumb(subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
    thumb.adjust(2, 2, -2, -2);
    const ThemeColors& colors = themeColors(option->palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(faded(colors.secondaryText, isHovered(*option) ? 0.7F : 0.4F));
    const double radius = std::min(thumb.width(), thumb.height()) / 2;
    painter->drawRoundedRect(thumb, radius, radius);
    painter->restore();
}

QSize ExplorerStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                      const QWidget* widget) const {
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        wanted.rwidth() += 2 * sizes::gap;
        [[fallthrough]];
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_SpinBox:
        wanted.setHeight(std::max<int>(sizes::control, size.height() + 6));
        break;
    case CT_ToolButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option); button && opensMenu(*button))
            wanted.rwidth() += chevronRoom;
        break;
    default:
        break;
    }
    return wanted;
}

int ExplorerStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                             QStyleHintReturn* returned) const {
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

int ExplorerStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace blurig::ui
