// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "tests/ui/compare_fixture.h"
#include "tests/ui/figure_files.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/figure_preview.h"
#include "ui/export/exporter.h"
#include "ui/files/opener.h"
#include "ui/panels/message_bar.h"
#include "ui/session/settings.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

#include <cmath>

using namespace blurig;
using namespace blurig::test;
using namespace blurig::ui;

namespace {

class ExportFixture : public CompareFixture {
public:
    ExportDialog* ask() {
        find<QAction>("action_exportView")->trigger();
        return find<ExportDialog>("exportDialog");
    }
    void choose(const char* box, int index) { find<QComboBox>(box)->setCurrentIndex(index); }
    void tick(const char* box, bool on) { find<QCheckBox>(box)->setChecked(on); }
    FigurePreview* preview() { return find<FigurePreview>("figurePreview"); }
    // Waits until it is written.
    void exportTo(const QString& file) {
        dialogs->answers = {{FileQuestion::ExportView, file}};
        QSignalSpy written(window->exporter(), &Exporter::written);
        find<QPushButton>("figureExport")->click();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);
    }
};

} // namespace

class TestExportDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thePreviewIsWhatIsWritten_data() {
        QTest::addColumn<int>("width");
        for (int width = 0; width < 4; ++width)
            QTest::newRow(std::string(figureWidthWords[static_cast<std::size_t>(width)].second).c_str()) << width;
    }
    void thePreviewIsWhatIsWritten() {
        QFETCH(const int, width);
        ExportFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const QPointer<ExportDialog> dialog = fixture.ask();
        QVERIFY(dialog && dialog->isVisible());
        fixture.choose("figureWidth", width);
        fixture.choose("figureFormat", 2);
        // At a whole number of dots per inch, which a file can state.
        FigurePreview* preview = fixture.preview();
        auto* dpi = fixture.find<QSpinBox>("figureDpi");
        dpi->setValue(static_cast<int>(preview->dpi()));
        const QImage shown = dialog->drawn(dpi->value());
        QVERIFY(!shown.isNull());
        const QImage onScreen = preview->image();
        QCOMPARE(onScreen, dialog->drawn(preview->dpi()));
        const QString file = fixture.path(QStringLiteral("figure.png"));
        fixture.exportTo(file);
        QVERIFY(!dialog || !dialog->isVisible());
        QCOMPARE(QImage(file).convertToFormat(QImage::Format_RGB32), shown.convertToFormat(QImage::Format_RGB32));
    }

    void theSettingsAreRemembered() {
        ExportFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.ask();
        fixture.choose("figureWidth", 0);
        fixture.choose("figureFormat", 2);
        fixture.find<QSpinBox>("figureDpi")->setValue(450);
        for (const char* box : {"figureLetters", "figureChart", "figureScaleBar", "figureColorBars", "figureCaption"})
            fixture.tick(box, false);
        fixture.tick("figureArrays", true);
        fixture.exportTo(fixture.path(QStringLiteral("one.png")));
        const FigureOptions expected{.width = FigureWidth::OneColumn,
                                     .format = FigureFormat::Png,
                                     .dpi = 450,
                                     .letters = false,
                                     .chart = false,
                                     .scaleBar = false,
                                     .colorBars = false,
                                     .caption = false,
                                     .arrays = true};
        fixture.window->close();
        QVERIFY(Settings(fixture.path(QStringLiteral("settings.ini"))).figure() == expected);

        fixture.makeWindow();
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        ExportDialog* dialog = fixture.ask();
        QVERIFY(dialog->options() == expected);
        // The picture that is copied is the figure as it was exported last.
        dialog->reject();
        fixture.find<QAction>("action_copy")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->image().width(), static_cast<int>(std::lround(89 * 450 / 25.4)));
    }

    void cancellingWritesAndRemembersNothing() {
        ExportFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.dialogs->answers = {};
        ExportDialog* dialog = fixture.ask();
        fixture.choose("figureWidth", 0);
        fixture.find<QPushButton>("figureExport")->click();
        QVERIFY(dialog->isVisible()); // no file was chosen: the settings stay to be used
        dialog->reject();
        QVERIFY(Settings(fixture.path(QStringLiteral("settings.ini"))).figure() == FigureOptions());
    }

    void onlyWhatIsTickedIsWritten() {
        ExportFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.ask();
        QVERIFY(!fixture.find<QCheckBox>("figureArrays")->isChecked());
        fixture.exportTo(fixture.path(QStringLiteral("few.pdf")));
        QVERIFY(QFileInfo::exists(fixture.path(QStringLiteral("few.caption.tex"))));
        QVERIFY(!QFileInfo::exists(fixture.path(QStringLiteral("few_attribution.npy"))));
        fixture.ask();
        fixture.tick("figureArrays", true);
        fixture.exportTo(fixture.path(QStringLiteral("all.pdf")));
        QVERIFY(QFileInfo::exists(fixture.path(QStringLiteral("all_attribution.npy"))));
        QVERIFY(QFileInfo::exists(fixture.path(QStringLiteral("all_record.json"))));
    }

    void eachFormatKeepsItsChoice() {
        ExportFixture fixture;
        fixture.open();
        fixture.session().setSigma({1.5});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().frame->sigma == 1.5, patience);
        const QImage map = fixture.find<ImagePane>("paneAccumulated")->renderedImage();
        for (const char* ending : {"pdf", "svg", "png"}) {
            fixture.ask();
            fixture.exportTo(fixture.path(QStringLiteral("figure.%1").arg(QLatin1String(ending))));
        }
        const QByteArray pdf = contentOf(fixture.path(QStringLiteral("figure.pdf")));
        QVERIFY(attachments(pdf).value(QStringLiteral("blurig-choice.json")).contains("photo.png"));
        for (const char* ending : {"svg", "png"}) {
            fixture.makeWindow();
            fixture.window->opener()->open(fixture.path(QStringLiteral("figure.%1").arg(QLatin1String(ending))));
            QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().frame->sigma == 1.5, patience);
            QCOMPARE(fixture.find<ImagePane>("paneAccumulated")->renderedImage(), map);
        }
    }

    void aPanelWithoutPictureIsLeftOutAndTold() {
        ExportFixture fixture;
        fixture.compare("fig-7");
        fixture.session().edit([](Choice& choice) { choice.compare.panes[1].method = "from-another-version"; });
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.ask();
        auto* leftOut = fixture.find<QLabel>("figureLeftOut");
        QVERIFY(leftOut->isVisible());
        QVERIFY2(leftOut->text().contains(QLatin1String("from-another-version")), qPrintable(leftOut->text()));
        QVERIFY(!fixture.find<QCheckBox>("figureChart")->isEnabled()); // this page has none
        fixture.exportTo(fixture.path(QStringLiteral("three.svg")));
        const Drawing drawing = read(contentOf(fixture.path(QStringLiteral("three.svg"))));
        QCOMPARE(drawing.pictures.size(), 3); // the photo and the two maps
        QVERIFY(drawing.texts.contains(QStringLiteral("c")) && !drawing.texts.contains(QStringLiteral("d")));
    }

    void thereIsNoDialogForNothing() {
        ExportFixture fixture;
        QVERIFY(!fixture.ask());
        QVERIFY(fixture.window->messages()->isVisible());
    }

    void theKeyboardAloneExports() {
        ExportFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const QString file = fixture.path(QStringLiteral("typed.svg"));
        fixture.dialogs->answers = {{FileQuestion::ExportView, file}};
        QTest::keyClick(fixture.window.get(), Qt::Key_E, Qt::ControlModifier);
        auto* dialog = fixture.find<ExportDialog>("exportDialog");
        QVERIFY(dialog && dialog->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(dialog->focusWidget() == fixture.find<QComboBox>("figureWidth"), patience);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Home);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_S); // SVG
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        QCOMPARE(dialog->focusWidget(), fixture.find<QCheckBox>("figureLetters")); // no resolution to be set
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Space);
        for (const char* next : {"figureChart", "figureScaleBar", "figureColorBars", "figureCaption", "figureArrays"}) {
            QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
            QCOMPARE(dialog->focusWidget()->objectName(), QLatin1String(next));
        }
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);
        const Drawing drawing = read(contentOf(file));
        QCOMPARE(drawing.width, QStringLiteral("89mm"));
        QVERIFY(!drawing.texts.contains(QStringLiteral("a")));
    }
};

BLURIG_TEST(TestExportDialog)
#include "test_export_dialog.moc"
