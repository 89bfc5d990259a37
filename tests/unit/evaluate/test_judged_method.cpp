// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/evaluate/judged_method.h"
#include "tests/support/test_class.h"

#include <QTest>

using namespace blurig;

class TestJudgedMethod : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void variantsAreBaselinesSeedsAndParameters() {
        const auto methods =
            parseMethods("blur-ig,ig:random-4,ig:black+white,xrai:blur-ig,blur-ig:max-sigma=20,grad-cam");
        QCOMPARE(methods.size(), std::size_t{6});
        QVERIFY(methods[0].pane.parameters.empty());
        QCOMPARE(methods[1].pane.parameters.at("baseline"), std::string("random"));
        QCOMPARE(methods[1].pane.parameters.at("random_count"), std::string("4"));
        QCOMPARE(methods[2].pane.parameters.at("baseline"), std::string("black+white"));
        QCOMPARE(methods[3].pane.parameters.at("seed_method"), std::string("blur-ig"));
        QCOMPARE(methods[4].pane.parameters.at("max_sigma"), std::string("20"));
        QCOMPARE(methods[1].label, std::string("IG (random-4)"));
    }

    void mistakesAreTold() {
        for (const char* text : {"blurig", "ig:purple", "blur-ig:black", "grad-cam:x", "ig:steps=no", "ig,ig", ""})
            QVERIFY_EXCEPTION_THROWN(parseMethods(text), Error);
    }

    void mapsFromElsewhereNameTheirPhotos() {
        const JudgedMethod maps = mapsFromElsewhere("theirs=out/{stem}_map.npy");
        QCOMPARE(maps.label, std::string("theirs"));
        QVERIFY(maps.isElsewhere());
        QCOMPARE(mapFileOf(maps, "photos/cat.jpg"), std::filesystem::path("out/cat_map.npy"));
        QVERIFY_EXCEPTION_THROWN(mapsFromElsewhere("out/map.npy"), Error);
    }
};

BLURIG_TEST(TestJudgedMethod)
#include "test_judged_method.moc"
