// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/scale_fidelity.h"
#include "core/scales/scale_groups.h"
#include "tests/support/test_class.h"

#include <nlohmann/json.hpp>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace blurig;

namespace {

// The drop without each octave is as given; the attribution is `sign` times it.
PhotoScales photo(const std::vector<double>& drops, double sign, const std::string& label = "cat") {
    PhotoScales made{.photo = "photo.png", .key = "k", .group = "a", .labelName = label, .scoreInput = 1};
    made.halfSigma = 1 + drops.front();
    made.bulk = {PositionInterval{1, 2}, PositionInterval{1, 3}, std::nullopt};
    made.curve.assign(PhotoScales::curvePoints, 0.5);
    made.curveEnd = 224;
    std::vector<double> sums;
    for (const double drop : drops)
        sums.push_back(sign * drop);
    made.octaves["blur-ig"] = sums;
    made.magnitudes["blur-ig"] = sums;
    made.removal.input = {.score = 1, .logit = 5};
    for (const double drop : drops) {
        made.removal.without.push_back({.score = 1 - drop, .logit = 5 - 10 * drop});
        made.removal.onlyUpTo.push_back({.score = drop, .logit = drop});
        made.removal.onlyFrom.push_back({.score = 1 - drop, .logit = 1 - drop});
    }
    return made;
}

const Fidelity& figure(const std::vector<Fidelity>& all, const std::string& predictor, const std::string& measured) {
    return *std::ranges::find_if(all, [&](const Fidelity& one) {
        return one.predictor == predictor && one.measured == measured && one.score == "class-score";
    });
}

std::vector<PhotoScales> photos(double sign) {
    std::vector<PhotoScales> all;
    for (int i = 0; i < 6; ++i)
        all.push_back(photo({0.1 + 0.02 * i, 0.4 - 0.03 * i, 0.2 + 0.01 * i, 0.05}, sign, i < 3 ? "cat" : "dog"));
    return all;
}

} // namespace

class TestScaleFidelity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatRanksRightIsOneAndItsOppositeMinusOne() {
        for (const double sign : {1.0, -1.0}) {
            const auto found = scaleFidelity(photos(sign), 100);
            const Fidelity& own = figure(found, "blur-ig", "without");
            QVERIFY(std::abs(own.perPhoto->mean - sign) < 1e-12);
            QVERIFY(std::abs(own.perPhoto->low - sign) < 1e-12 && std::abs(own.perPhoto->high - sign) < 1e-12);
            QVERIFY(own.acrossPhotos->mean * sign > 0.7);
        }
    }

    void thePriorIsTheMeanOfTheOthers() {
        const auto found = scaleFidelity(photos(1), 100);
        const Fidelity& prior = figure(found, "prior", "without");
        QVERIFY(prior.perPhoto->mean > 0.7); // the photos are alike
        QVERIFY(!prior.acrossPhotos);
        QCOMPARE(found.size(), std::size_t{2 * 3 * 3}); // scores, measures, predictors
    }

    void onePhotoHasNoFigures() {
        QVERIFY(scaleFidelity(std::vector<PhotoScales>{photo({0.1, 0.2}, 1)}, 10).empty());
        QVERIFY(!meanOf(std::vector<double>{1.0}));
    }

    void intervalsHoldTheMean() {
        const std::vector<double> values{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        const auto found = meanOf(values);
        QCOMPARE(found->mean, 5.5);
        QVERIFY(found->low > 3 && found->low < 5.5 && found->high > 5.5 && found->high < 8);
        QCOMPARE(meanOf(values)->low, found->low); // seeded
    }

    void groupsAreSortedByTheirScale() {
        std::vector<PhotoScales> all = photos(1);
        for (PhotoScales& one : all)
            if (one.labelName == "dog")
                one.bulk[1] = PositionInterval{0.2, 0.5};
        const auto groups = scaleGroups(all, GroupBy::Label);
        QCOMPARE(groups.size(), std::size_t{2});
        QCOMPARE(groups.front().name, std::string("dog"));
        QCOMPARE(groups.front().photos, 3);
        QCOMPARE(groups.front().medianBulk->to, 0.5);
        QCOMPARE(groups.front().curve.front()->mean, 0.5);
    }

    void groupsThatDifferAreToldApart() {
        std::vector<PhotoScales> all;
        for (int i = 0; i < 8; ++i) {
            all.push_back(photo({0.01 * i, 0.2}, 1));
            all.push_back(photo({2 + 0.01 * i, 0.2}, 1));
            all.back().group = "other";
        }
        const auto tests = compareGroups(all, "a", "other");
        QCOMPARE(tests.size(), std::size_t{2});
        QVERIFY(tests[0].difference < 0);
        QVERIFY(tests[0].welchT < -10);
        QVERIFY(tests[0].permutationP < 0.01);
        QCOMPARE(tests[1].difference, 0.0); // the bulk is the same
        QVERIFY(tests[1].permutationP > 0.9);
    }

    void aPhotoIsReadAsItWasWritten() {
        const PhotoScales before = photo({0.1, 0.2, 0.3}, 1);
        const auto after = readPhotoScales(textOf(photoScalesJson(before)));
        QVERIFY(after);
        QCOMPARE(textOf(photoScalesJson(*after)), textOf(photoScalesJson(before)));
        QVERIFY(!readPhotoScales("{\"format_version\": 1"));
        QVERIFY(!readPhotoScales("{\"format_version\": 99}"));
    }
};

BLURIG_TEST(TestScaleFidelity)
#include "test_scale_fidelity.moc"
