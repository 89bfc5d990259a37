// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "ui/widgets/theme.h"

#include <QTest>

#include <cmath>

using namespace blurig::ui;

namespace {

// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor& color) {
    const auto linear = [](double level) {
        return level <= 0.04045 ? level / 12.92 : std::pow((level + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textCanBeRead_data() {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
        QTest::newRow("figures") << figurePalette();
    }
    void textCanBeRead() {
        QFETCH(QPalette, palette);
        const ThemeColors& colors = themeColors(palette);
        for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::Button})
            for (const QColor& text :
                 {palette.color(QPalette::WindowText), palette.color(QPalette::Text),
                  palette.color(QPalette::PlaceholderText), palette.color(QPalette::Link), colors.secondaryText,
                  colors.accentText, colors.good, colors.warning, colors.bad}) {
                const double ratio = contrast(text, palette.color(ground));
                QVERIFY2(ratio >= 4.5,
                         qPrintable(
                             QStringLiteral("%1 on %2: %3").arg(text.name(), palette.color(ground).name()).arg(ratio)));
            }
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)) >= 4.5);
    }
};

BLURIG_TEST(TestTheme)
#include "test_theme.moc"
