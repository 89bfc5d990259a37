// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/blur_ig.h"
#include "core/record/film_file.h"
#include "core/render/curve_picture.h"
#include "core/scales/film.h"
#include "tests/support/path_cases.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <vector>

using namespace blurig;
using namespace blurig::test;

namespace {

FilmContent content() {
    const auto model = scriptModel("def forward(self, x):\n"
                                   "    f = (x * x).mean([1, 2, 3]) * 30\n"
                                   "    return torch.stack([f, -f], 1)\n",
                                   plainCard(3, 24, 24));
    const OpenedSubject opened = subjectOf(model, roughPicture(3, 24, 24));
    const Item item{.input = opened.subject.prepared.z, .target = {{{0, 1.0}}}, .score = Score::Logit};
    MethodSink sink;
    const BlurIg method;
    const auto state = method.run(*model, item, defaultParameters(method), sink, {});
    return {.subject = opened.subject,
            .target = item.target,
            .score = item.score,
            .path = state->paths.front(),
            .display = displayOf({}, Reading::Lenient)};
}

} // namespace

class TestFilm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void framesAreOfOneSizeAndAllDiffer() {
        Film film(content(), 6);
        std::vector<std::shared_ptr<const std::vector<std::uint8_t>>> seen;
        const Raster first = film.frame(0);
        for (int i = 0; i < film.frames(); ++i) {
            const Raster frame = film.frame(i);
            QCOMPARE(frame.width, first.width);
            QCOMPARE(frame.height, first.height);
            for (const auto& other : seen)
                QVERIFY(*frame.rgba != *other);
            seen.push_back(frame.rgba);
        }
        QCOMPARE(*film.frame(0).rgba, *first.rgba);
    }

    void theCursorMovesAlongTheCurve() {
        const LineChart chart{.placeAxis = "x",
                              .marks = {{0, "0"}, {10, "10"}},
                              .series = {{.name = "line", .points = {{0, 0}, {5, 1}, {10, 0.5}}}}};
        const Raster early = renderCurves(chart, 1, 300, 120);
        const Raster late = renderCurves(chart, 9, 300, 120);
        QCOMPARE(early.width, 300);
        QVERIFY(*early.rgba != *late.rgba);
        const Raster both = above(early, late);
        QCOMPARE(both.height, 240);
        QVERIFY(std::equal(early.rgba->begin(), early.rgba->end(), both.rgba->begin()));
    }

    void namesSayWhatAFilmBecomes() {
        QCOMPARE(filmFormatOf("a.MP4"), std::optional(FilmFormat::Mp4));
        QCOMPARE(filmFormatOf("a.gif"), std::optional(FilmFormat::Gif));
        QCOMPARE(filmFormatOf("folder"), std::optional(FilmFormat::Frames));
        QVERIFY(!filmFormatOf("a.avi"));
    }

    void aStoppedFilmLeavesItsFrames() {
        const QTemporaryDir folder;
        std::stop_source stop;
        const Raster picture{
            .width = 2, .height = 2, .rgba = std::make_shared<const std::vector<std::uint8_t>>(16, std::uint8_t{200})};
        const FilmFrames frames{.count = 9, .frame = [&](int index) {
                                    if (index == 2)
                                        stop.request_stop();
                                    return picture;
                                }};
        QVERIFY_EXCEPTION_THROWN(writeFrames(folder.path().toStdString(), frames, stop.get_token()), Cancelled);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 3);
    }
};

BLURIG_TEST(TestFilm)
#include "test_film.moc"
