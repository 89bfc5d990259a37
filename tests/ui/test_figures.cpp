// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/presets.h"
#include "core/record/choice.h"
#include "core/record/npy.h"
#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "tests/ui/figure_files.h"
#include "ui/export/exporter.h"
#include "ui/export/figure_file.h"
#include "ui/files/opener.h"
#include "ui/files/svg_texts.h"
#include "ui/pages/compare/compare_flow.h"
#include "ui/pages/explore/explore_panes.h"
#include "ui/panels/message_bar.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>

#include <algorithm>
#include <cmath>

using namespace blurig;
using namespace blurig::ui;
using namespace blurig::test;

namespace {

// The window on the Compare page with a preset, when every pane has ended.
class FiguresFixture : public ExplorerFixture {
public:
    void compare() {
        open();
        session().edit([](Choice& choice) {
            choice.page = "compare";
            applyPreset(choice, "fig-7");
        });
    }
    bool compared() {
        return ready() && window->findChild<CompareFlow*>()->settled() &&
               window->findChild<CompareFlow*>()->panes().size() == 3;
    }
    void exportTo(const QString& file, const FigureOptions& how = {}) {
        QSignalSpy written(window->exporter(), &Exporter::written);
        window->exporter()->exportView(file, how);
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);
    }
};

Figure smallFigure(FigureFormat format) {
    QImage picture(4, 2, QImage::Format_RGB32);
    picture.fill(QColor(10, 200, 30));
    return {.content = {.title = QStringLiteral("<script>alert(1)</script> & \x01 \uFFFE"),
                        .panels = {{.title = QStringLiteral("a < b"),
                                    .words = QStringLiteral("]]> \"quoted\" \x1b"),
                                    .picture = picture}}},
            .options = {.format = format}};
}

QString textOf(const QString& file) {
    return QString::fromUtf8(contentOf(file));
}

} // namespace

class TestFigures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFilmIsAFolderOfFrames() {
        FiguresFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const QString folder = fixture.path(QStringLiteral("film"));
        fixture.dialogs->answers[FileQuestion::ExportFilm] = folder;
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        fixture.find<QAction>("action_exportFilm")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);
        const QStringList frames = QDir(folder).entryList({QStringLiteral("frame-*.png")}, QDir::Files, QDir::Name);
        QCOMPARE(frames.size(), 120);
        const QImage first(QDir(folder).filePath(frames.front()));
        const QImage last(QDir(folder).filePath(frames.back()));
        QVERIFY(!first.isNull() && first.size() == last.size() && first != last);
    }

    void anSvgHoldsTextsBarsAndTheModelsPixels() {
        FiguresFixture fixture;
        fixture.compare();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        const QString file = fixture.path(QStringLiteral("all.svg"));
        fixture.exportTo(file, {.arrays = true});
        QVERIFY(QFileInfo::exists(fixture.path(QStringLiteral("all_3-blur-ig.json"))));
        const QByteArray svg = contentOf(file);
        const Drawing drawing = read(svg);
        QVERIFY2(drawing.error.isEmpty(), qPrintable(drawing.error));
        QVERIFY(drawing.texts.contains(QStringLiteral("Blur IG")));
        const QString caption = textOf(fixture.path(QStringLiteral("all.caption.txt")));
        for (const char* part : {"small", "photo.png", "Integrated gradients (grey)", "Blur IG", "own range",
                                 "Most gradients 128", "Greatest sigma auto", "softmax"})
            QVERIFY2(caption.contains(QLatin1String(part)),
                     qPrintable(QLatin1String(part) + QLatin1String(" not in ") + caption));
        QVERIFY(drawing.gradients >= 3); // a colour bar each
        const QStringList panes{QStringLiteral("comparePhoto"), QStringLiteral("compareImage0"),
                                QStringLiteral("compareImage1"), QStringLiteral("compareImage2")};
        QCOMPARE(drawing.pictures.size(), panes.size());
        for (int i = 0; i < panes.size(); ++i) {
            auto* pane = fixture.find<ImagePane>(qPrintable(panes[i]));
            QCOMPARE(drawing.pictures[i].size(), QSize(32, 32));
            QCOMPARE(drawing.pictures[i].convertToFormat(QImage::Format_RGB32), pane->renderedImage());
        }
        // The same figure, the same bytes.
        fixture.exportTo(fixture.path(QStringLiteral("again.svg")));
        QVERIFY(contentOf(fixture.path(QStringLiteral("again.svg"))) == svg);

        fixture.makeWindow();
        fixture.window->opener()->open(file);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.session().choice().compare.panes.back().method, std::string("blur-ig"));
        QCOMPARE(fixture.session().choice().page, std::string("compare"));
    }

    void aZoomedSvgShowsWhatThePanesShow() {
        FiguresFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        auto* row = fixture.find<ExplorePanes>("explorePanes");
        row->linkedView()->setView(4, {0.3, 0.3});
        fixture.exportTo(fixture.path(QStringLiteral("zoomed.svg")));
        const Drawing drawing = read(contentOf(fixture.path(QStringLiteral("zoomed.svg"))));
        QCOMPARE(drawing.pictures.size(), static_cast<qsizetype>(row->visibleKinds().size()));
        const QImage whole = row->pane(PaneKind::Blurred)->renderedImage();
        const QImage& part = drawing.pictures.front();
        QVERIFY(part.width() > 1000);
        // A pixel in the middle of the window is the frame's pixel there.
        QCOMPARE(part.pixel(part.width() / 2, part.height() / 2), whole.pixel(9, 9));
    }

    void aPdfIsVectorsAndLosslessPictures() {
        FiguresFixture fixture;
        fixture.compare();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        const QString file = fixture.path(QStringLiteral("all.pdf"));
        fixture.exportTo(file);
        const QByteArray pdf = contentOf(file);
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/FontFile"));        // text is text
        QCOMPARE(pdf.count("/Subtype /Image"), 4); // the photo and three maps
        QVERIFY(!pdf.contains("DCTDecode"));       // no JPEG
        const QByteArray choice = attachments(pdf).value(QStringLiteral("blurig-choice.json"));
        QCOMPARE(QString::fromStdString(readChoice(choice.toStdString(), "the PDF").choice.page),
                 QStringLiteral("compare"));
        QCOMPARE(pdf.count("/Type /Page\n"), 1);
    }

    void wordsFromStrangersAreData() {
        const QByteArray svg = encodedFigure(smallFigure(FigureFormat::Svg), "{\"a\": \"<b>\"}");
        const Drawing drawing = read(svg);
        QVERIFY2(drawing.error.isEmpty(), qPrintable(drawing.error));
        QVERIFY(!svg.contains("<script"));
        QVERIFY(drawing.texts.contains(QStringLiteral("a < b")));
        QCOMPARE(svgText(svg, SvgText::Metadata), std::optional(QStringLiteral("{\"a\": \"<b>\"}")));
        QVERIFY(svgText(svg, SvgText::Title)->startsWith(QLatin1String("<script>")));
        QCOMPARE(drawing.pictures.front().pixel(0, 0), qRgb(10, 200, 30));
        QVERIFY(encodedFigure(smallFigure(FigureFormat::Pdf), "{}").startsWith("%PDF-"));
    }

    void aFigureHasItsPhysicalWidth_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<double>("millimetres");
        QTest::newRow("one column") << static_cast<int>(FigureWidth::OneColumn) << 89.0;
        QTest::newRow("one and a half") << static_cast<int>(FigureWidth::OneAndAHalf) << 120.0;
        QTest::newRow("two columns") << static_cast<int>(FigureWidth::TwoColumns) << 183.0;
        QTest::newRow("slide") << static_cast<int>(FigureWidth::Slide) << 254.0;
    }
    void aFigureHasItsPhysicalWidth() {
        QFETCH(const int, width);
        QFETCH(const double, millimetres);
        Figure figure = smallFigure(FigureFormat::Pdf);
        figure.options.width = static_cast<FigureWidth>(width);
        const QSizeF page = pageSize(encodedFigure(figure, "{}"));
        QVERIFY2(std::abs(page.width() - millimetres) < 0.01, qPrintable(QString::number(page.width())));
        if (figure.options.width == FigureWidth::Slide)
            QVERIFY2(std::abs(page.width() / page.height() - 16.0 / 9) < 0.001,
                     qPrintable(QString::number(page.height())));

        figure.options.format = FigureFormat::Svg;
        const Drawing drawing = read(encodedFigure(figure, "{}"));
        QCOMPARE(drawing.width, QStringLiteral("%1mm").arg(millimetres));
        QVERIFY2(drawing.height.endsWith(QLatin1String("mm")), qPrintable(drawing.height));
        QVERIFY(std::abs(drawing.height.chopped(2).toDouble() - page.height()) < 0.02);

        figure.options.format = FigureFormat::Png;
        for (const int dpi : {300, 600}) {
            figure.options.dpi = dpi;
            const QImage image = QImage::fromData(encodedFigure(figure, "{}"), "PNG");
            QCOMPARE(image.width(), static_cast<int>(std::lround(millimetres * dpi / 25.4)));
            QCOMPARE(image.height(), static_cast<int>(std::lround(page.height() * dpi / 25.4)));
            QCOMPARE(image.dotsPerMeterX(), static_cast<int>(std::lround(dpi / 0.0254)));
            QCOMPARE(image.dotsPerMeterY(), image.dotsPerMeterX());
        }
    }

    void hostileSvgsAreErrors_data() {
        QTest::addColumn<QByteArray>("svg");
        const QByteArray root = "<svg xmlns=\"http://www.w3.org/2000/svg\">";
        const QByteArray open = "<metadata id=\"blurig-choice\">";
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("another program's") << root + "<rect width=\"3\" height=\"3\"/></svg>";
        QTest::newRow("no SVG") << QByteArray("<html><metadata id=\"blurig-choice\">{}</metadata></html>");
        QTest::newRow("cut in the choice") << root + open + "{\"picture\": \"a";
        QTest::newRow("not JSON") << root + open + "hello</metadata></svg>";
        QTest::newRow("wrong type") << root + open + "{\"picture\": 3}</metadata></svg>";
        QTest::newRow("elements inside") << root + open + "<a/></metadata></svg>";
        QTest::newRow("entities") << QByteArray("<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\">") +
                                         "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">" +
                                         "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">" +
                                         "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">" +
                                         "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">]>" + root + open +
                                         "&e;</metadata></svg>";
        QTest::newRow("another file's text")
            << QByteArray("<!DOCTYPE svg [<!ENTITY a SYSTEM \"/etc/passwd\">]>") + root + open + "&a;</metadata></svg>";
        QTest::newRow("deep") << root + QByteArray("<g>").repeated(200000);
        QTest::newRow("bytes") << QByteArray("\x00\xff\xfe<svg", 7);
    }
    void hostileSvgsAreErrors() {
        QFETCH(const QByteArray, svg);
        FiguresFixture fixture;
        const QString name = fixture.path(QStringLiteral("bad.svg"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(svg);
        file.close();
        fixture.window->opener()->open(name);
        QVERIFY(fixture.window->messages()->isVisible());
        QVERIFY2(fixture.window->messages()->text().contains(QLatin1String("bad.svg")),
                 qPrintable(fixture.window->messages()->text()));
        QVERIFY(fixture.view().subject.picture.empty());
    }

    void whatLiesBesideIsWhatTheOptionsSay() {
        FiguresFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        const auto beside = [&](const QString& name) {
            QStringList files = QDir(fixture.folder.path()).entryList({name + QStringLiteral("[._]*")}, QDir::Files);
            files.removeOne(name + QStringLiteral(".png"));
            return files;
        };
        fixture.exportTo(fixture.path(QStringLiteral("plain.png")), {.caption = false});
        QCOMPARE(beside(QStringLiteral("plain")), QStringList());
        fixture.exportTo(fixture.path(QStringLiteral("told.png")));
        QCOMPARE(beside(QStringLiteral("told")),
                 QStringList({QStringLiteral("told.caption.tex"), QStringLiteral("told.caption.txt")}));
        fixture.exportTo(fixture.path(QStringLiteral("all.png")), {.caption = false, .arrays = true});
        QCOMPARE(beside(QStringLiteral("all")),
                 QStringList({QStringLiteral("all_accumulated.npy"), QStringLiteral("all_attribution.npy"),
                              QStringLiteral("all_blurred.npy"), QStringLiteral("all_gradient.npy"),
                              QStringLiteral("all_input.npy"), QStringLiteral("all_laplacian.npy"),
                              QStringLiteral("all_record.json")}));
    }

    void anEndingThatIsNoFiguresIsTold() {
        FiguresFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.window->exporter()->exportView(fixture.path(QStringLiteral("figure.jpg")));
        QVERIFY(fixture.window->messages()->isVisible());
        QVERIFY(fixture.window->messages()->text().contains(QLatin1String(".svg")));
        QVERIFY(!QFileInfo::exists(fixture.path(QStringLiteral("figure.jpg"))));
    }

    void onePaneAsSvgAndItsArrayAsTiff() {
        FiguresFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        fixture.dialogs->answers = {{FileQuestion::SavePicture, fixture.path(QStringLiteral("map.svg"))},
                                    {FileQuestion::SaveArray, fixture.path(QStringLiteral("map.tif"))}};
        auto* pane = fixture.find<ImagePane>("paneAccumulated");
        Q_EMIT pane->savePictureRequested();
        Q_EMIT pane->saveArrayRequested();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 2, patience);
        QCOMPARE(read(contentOf(fixture.path(QStringLiteral("map.svg")))).pictures.size(), 1);
        QVERIFY(textOf(fixture.path(QStringLiteral("map.caption.txt"))).contains(QLatin1String("Accumulated Blur IG")));
        const QByteArray tiff = contentOf(fixture.path(QStringLiteral("map.tif")));
        QVERIFY(tiff.startsWith(QByteArray("II*\0", 4)));
        QVERIFY(tiff.size() > 3 * 32 * 32 * 4);
    }

    // The menu of a pane of the Compare page saves that pane.
    void aComparePaneIsSaved() {
        FiguresFixture fixture;
        fixture.compare();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        fixture.dialogs->answers = {{FileQuestion::SavePicture, fixture.path(QStringLiteral("pane.svg"))},
                                    {FileQuestion::SaveArray, fixture.path(QStringLiteral("pane.npy"))}};
        auto* pane = fixture.find<ImagePane>("compareImage2");
        Q_EMIT pane->savePictureRequested();
        Q_EMIT pane->saveArrayRequested();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 2, patience);
        const Drawing drawing = read(contentOf(fixture.path(QStringLiteral("pane.svg"))));
        QCOMPARE(drawing.pictures.size(), 1);
        QVERIFY(drawing.texts.contains(QStringLiteral("Blur IG")));
        const Array saved = readNpy(fixture.path(QStringLiteral("pane.npy")).toStdString());
        const Array& shown = fixture.window->findChild<CompareFlow*>()->panes()[2].shown.state->attribution;
        QVERIFY(std::ranges::equal(saved.host(), shown.host()));
    }
};

BLURIG_TEST(TestFigures)
#include "test_figures.moc"
