// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "tests/ui/fake_file_dialogs.h"
#include "ui/main_window.h"

#include <QTemporaryDir>
#include <QTest>

using namespace blurig;

namespace {

std::unique_ptr<ui::MainWindow> windowOn(QSize available, const QString& settings) {
    ui::MainWindowOptions options;
    options.availableSize = [available](const QWidget&) { return available; };
    return std::make_unique<ui::MainWindow>(std::make_unique<ui::Settings>(settings),
                                            std::make_unique<test::FakeFileDialogs>(), options);
}

bool fits(const QWidget& window, QSize available) {
    return window.width() <= available.width() && window.height() < available.height(); // with a title bar
}

} // namespace

class TestWindowSize : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fitsTheScreen_data() {
        QTest::addColumn<QSize>("available");
        QTest::newRow("1366 x 768 with a task bar") << QSize(1366, 728);
        QTest::newRow("1366 x 768") << QSize(1366, 768);
        QTest::newRow("smaller than the smallest window") << QSize(1024, 560);
        QTest::newRow("upright") << QSize(768, 1366);
    }

    void fitsTheScreen() {
        QFETCH(QSize, available);
        const QTemporaryDir folder;
        const QString settings = folder.filePath(QStringLiteral("settings.ini"));
        const auto first = windowOn(available, settings);
        first->show();
        QVERIFY2(fits(*first, available), qPrintable(QStringLiteral("height %1").arg(first->height())));
        QVERIFY(first->height() > available.height() / 2);
        first->close();

        // Left large on another screen.
        const auto large = windowOn(QSize(3840, 2160), settings);
        large->resize(2000, 1500);
        large->show();
        large->close();
        const auto again = windowOn(available, settings);
        again->show();
        QVERIFY2(fits(*again, available), qPrintable(QStringLiteral("height %1").arg(again->height())));
    }

    void aLargeScreenChangesNothing() {
        const QTemporaryDir folder;
        const auto window = windowOn(QSize(2560, 1440), folder.filePath(QStringLiteral("settings.ini")));
        QCOMPARE(window->size(), QSize(1440, 900));
    }
};

BLURIG_TEST(TestWindowSize)
#include "test_window_size.moc"
