// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/theme.h"

#include "ui/widgets/explorer_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QStyleHints>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace blurig::ui {

namespace {

QPalette makePalette(QColor window, QColor base, QColor raised, QColor text, const ThemeColors& colors) {
    QPalette palette(text, raised, raised.lighter(120), raised.darker(160), raised.darker(130), text, base);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::AlternateBase, window);
    palette.setColor(QPalette::BrightText, QColor(Qt::white));
    palette.setColor(QPalette::ToolTipBase, raised);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, colors.secondaryText);
    palette.setColor(QPalette::Highlight, colors.accent);
    palette.setColor(QPalette::HighlightedText, base.lightnessF() < 0.5f ? QColor(0x1B, 0x1B, 0x1D) : Qt::white);
    palette.setColor(QPalette::Link, colors.accentText);
    palette.setColor(QPalette::LinkVisited, colors.accentText);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faint = text;
        faint.setAlphaF(0.4f);
        palette.setColor(QPalette::Disabled, role, faint);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.track);
    return palette;
}

const ThemeColors& lightColors() {
    static const ThemeColors colors{.accent = QColor(0x56, 0x47, 0xCC),
                                    .accentText = QColor(0x56, 0x47, 0xCC),
                                    .good = QColor(0x17, 0x6E, 0x49),
                                    .warning = QColor(0x7A, 0x50, 0x00),
                                    .bad = QColor(0xB0, 0x1E, 0x2E),
                                    .secondaryText = QColor(0x5C, 0x5C, 0x63),
                                    .line = QColor(0xCF, 0xCF, 0xD3),
                                    .track = QColor(0xD6, 0xD6, 0xDA)};
    return colors;
}

const ThemeColors& darkColors() {
    static const ThemeColors colors{.accent = QColor(0x8B, 0x7C, 0xF6),
                                    .accentText = QColor(0x97, 0x8B, 0xFA),
                                    .good = QColor(0x3F, 0xB3, 0x7F),
                                    .warning = QColor(0xE0, 0xA0, 0x30),
                                    .bad = QColor(0xFF, 0x7A, 0x7A),
                                    .secondaryText = QColor(0xA3, 0xA3, 0xAA),
                                    .line = QColor(0x3A, 0x3A, 0x3F),
                                    .track = QColor(0x38, 0x38, 0x3D)};
    return colors;
}

} // namespace

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
}

const ThemeColors& themeColors(const QPalette& palette) {
    return isDark(palette) ? darkColors() : lightColors();
}

QPalette lightPalette() {
    return makePalette(QColor(0xF7, 0xF7, 0xF8), QColor(0xE4, 0xE4, 0xE6), QColor(0xFF, 0xFF, 0xFF),
                       QColor(0x1B, 0x1B, 0x1D), lightColors());
}

QPalette darkPalette() {
    return makePalette(QColor(0x24, 0x24, 0x27), QColor(0x1B, 0x1B, 0x1D), QColor(0x2E, 0x2E, 0x32),
                       QColor(0xE8, 0xE8, 0xEA), darkColors());
}

QPalette figurePalette() {
    QPalette palette = lightPalette();
    palette.setColor(QPalette::Window, Qt::white);
    palette.setColor(QPalette::Base, Qt::white);
    return palette;
}

QColor curveColor(const QPalette& palette, std::size_t index) {
    static const std::array<QColor, 6> light{QColor(0x00, 0x72, 0xB2), QColor(0xD5, 0x5E, 0x00),
                                             QColor(0x00, 0x9E, 0x73), QColor(0xCC, 0x79, 0xA7),
                                             QColor(0xC9, 0x8A, 0x00), QColor(0x3F, 0xA3, 0xD9)};
    static const std::array<QColor, 6> dark{QColor(0x4B, 0xA6, 0xE0), QColor(0xF0, 0x8A, 0x3C),
                                            QColor(0x2F, 0xC2, 0x97), QColor(0xE0, 0x9A, 0xC3),
                                            QColor(0xE9, 0xC0, 0x4A), QColor(0x9A, 0xD4, 0xF2)};
    return (isDark(palette) ? dark : light)[index % light.size()];
}

namespace {

// Whether the desktop asks for light windows. Qt 6.4 cannot be asked for its colour scheme: its palette before ours
// tells it, where there is a desktop at all.
bool saysLight(const QApplication& application) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (const Qt::ColorScheme scheme = application.styleHints()->colorScheme(); scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Light;
#endif
    return qEnvironmentVariableIsSet("XDG_CURRENT_DESKTOP") && !isDark(application.palette());
}

} // namespace

void applyTheme(QApplication& application, ThemeChoice choice) {
    static const bool systemIsLight = saysLight(application);
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && !systemIsLight);
    const QPalette palette = dark ? darkPalette() : lightPalette();
    application.setStyle(new ExplorerStyle);
    application.setPalette(palette);
    // What is written into stands out from the canvas. Fusion draws a box in the window's colour made darker: on dark
    // ground it would not be seen.
    QPalette fields = palette;
    fields.setColor(QPalette::Base, palette.color(QPalette::Button));
    for (const char* kind : {"QLineEdit", "QAbstractSpinBox"})
        QApplication::setPalette(fields, kind);
    fields.setColor(QPalette::Base, dark ? QColor(0x46, 0x46, 0x4A) : palette.color(QPalette::Button));
    QApplication::setPalette(fields, "QCheckBox");
    QToolTip::setPalette(palette);
}

QFont numberFont(const QFont& base) {
    const QFontMetricsF metrics(base);
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (std::abs(metrics.horizontalAdvance(QChar(digit)) - metrics.horizontalAdvance(u'0')) > 0.01) {
            QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
            if (base.pointSizeF() > 0)
                fixed.setPointSizeF(base.pointSizeF());
            else
                fixed.setPixelSize(base.pixelSize());
            fixed.setHintingPreference(base.hintingPreference());
            return fixed;
        }
    }
    return base;
}

namespace {

QFont scaled(const QFont& base, double factor) {
    constexpr int smallest = 9; // px
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * factor);
    else
        font.setPixelSize(std::max(smallest, static_cast<int>(std::lround(base.pixelSize() * factor))));
    return font;
}

} // namespace

QFont labelFont(const QFont& base) {
    QFont font = smallFont(base);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont headlineFont(const QFont& base) {
    QFont font = scaled(base, 1.55);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont smallFont(const QFont& base) {
    return scaled(base, 0.88);
}

} // namespace blurig::ui
