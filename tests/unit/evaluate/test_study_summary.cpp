// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/study_report.h"
#include "core/evaluate/study_summary.h"
#include "tests/support/test_class.h"

#include <nlohmann/json.hpp>
#include <QTest>

#include <cmath>

using namespace blurig;

namespace {

using Row = AppendTable::Row;

Row row(const std::string& photo, const std::string& method, const std::string& auc, const std::string& correct = "1") {
    return {{"key", photo + method}, {"photo", photo},     {"label", "cat"}, {"target", "cat"},
            {"method", method},      {"correct", correct}, {"roc_auc", auc}, {"predicted", "0"}};
}

StudyRequest request() {
    StudyRequest asked;
    asked.methods = parseMethods("blur-ig,ig:black");
    asked.metrics = {&metricById("localisation")};
    return asked;
}

const FigureSummary& auc(const StudySummary& summary, std::size_t method) {
    return summary.methods.at(method).figures.front();
}

Row label(const std::string& photo, const std::string& of, const std::string& path, const std::string& distance,
          const std::string& correct = "1") {
    return {{"photo", photo},
            {"label", of},
            {"correct", correct},
            {"path", path},
            {"second_last", "pen"},
            {"distance", distance},
            {"distance_first_parent", distance}};
}

} // namespace

class TestStudySummary : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void meansAndPairedDifferences() {
        Study study{.rows = {row("a", "blur-ig", "0.5"), row("a", "ig:black", "0.7"), row("b", "blur-ig", "0.9", "0"),
                             row("b", "ig:black", "0.8"), row("c", "blur-ig", "0.4"), row("c", "ig:black", "-")},
                    .photos = 3};
        study.rows[3]["correct"] = std::string("0");
        const StudySummary summary = summaryOf(study, request());
        QVERIFY(std::abs(auc(summary, 0).mean->mean - 0.6) < 1e-12);
        QCOMPARE(auc(summary, 0).mean->photos, 3);
        QVERIFY(!auc(summary, 0).difference);
        QVERIFY(std::abs(auc(summary, 1).mean->mean - 0.75) < 1e-12);
        QCOMPARE(auc(summary, 1).difference->photos, 2); // c has no figure
        QVERIFY(std::abs(auc(summary, 1).difference->mean - 0.05) < 1e-12);
        QCOMPARE(summary.labelled, 3);
        QVERIFY(std::abs(*summary.accuracy - 2.0 / 3) < 1e-12);
        const Json json = summaryJson(summary);
        QVERIFY(json["methods"][0]["paper"]["roc_auc"] == 0.738);
        QVERIFY(summaryCsv(summary).find("ig:black,roc_auc,0.75") != std::string::npos);
        QVERIFY(summaryLatex(summary).find("0.600 [") != std::string::npos);
    }

    void namesAreDataInTheReport() {
        Study study{.rows = {row("<b>a", "blur-ig", "0.5"), row("b&c", "blur-ig", "0.6")},
                    .problems = {{"<script>", "\"quoted\" & worse"}},
                    .photos = 3};
        const std::string html =
            reportHtml(summaryOf(study, request()), {.data = "<i>data", .model = "m&n"},
                       {{.heading = "<u>best",
                         .photo = "<b>a",
                         .picture = {.width = 1,
                                     .height = 1,
                                     .rgba = std::make_shared<const std::vector<std::uint8_t>>(4, std::uint8_t{9})}}});
        for (const char* bad : {"<script>", "<b>a", "<i>data", "m&n", "<u>best", "\"quoted\" &"})
            QVERIFY2(html.find(bad) == std::string::npos, bad);
        QVERIFY(html.find("data:image/png;base64,iVBOR") != std::string::npos);
        QVERIFY(html.find("0.836") == std::string::npos); // XRAI is not among the methods
        QVERIFY(html.find("0.738") != std::string::npos);
    }

    // D of two classes: 2 and 1; the photo that is classified wrongly does not count.
    void labelsAreTestedOverClassesAndPhotos() {
        std::vector<Row> rows;
        const auto add = [&rows](const std::string& photo, const std::string& of, const std::string& blur,
                                 const std::string& random, const std::string& correct = "1") {
            rows.push_back(label(photo, of, "blur-ig", blur, correct));
            rows.push_back(label(photo, of, "ig:black", "9", correct));
            rows.push_back(label(photo, of, "ig:random", random, correct));
        };
        add("a", "cat", "4", "6");
        add("b", "cat", "5", "7");
        add("c", "dog", "3", "4");
        add("d", "dog", "30", "4", "0");
        const auto summary = labelSummary(rows);
        QVERIFY(summary);
        QCOMPARE(summary->classes, 2);
        QCOMPARE(summary->paths.size(), std::size_t{3});
        QCOMPARE(summary->paths[0].photos, 3);
        QVERIFY(std::abs(summary->paths[0].distance->mean - 4) < 1e-12);
        QCOMPARE(summary->paths[0].labels.at("pen"), 3);
        QCOMPARE(summary->paperOrder, std::optional(true));
        // Of class means 2 and 1: mean 1.5, standard error 0.5.
        QVERIFY(std::abs(summary->overClasses->t - (1.5 - 0.25) / 0.5) < 1e-9);
        QVERIFY(std::abs(summary->overClassesPlain->t - 3) < 1e-9);
        QCOMPARE(summary->overPhotos->degreesOfFreedom, 2.0);
        QVERIFY(!labelSummary({}));
    }

    void theOtherOrderIsSaidFirst() {
        std::vector<Row> rows;
        for (const std::string photo : {"a", "b", "c"}) {
            rows.push_back(label(photo, "cat", "blur-ig", "9"));
            rows.push_back(label(photo, "cat", "ig:random", photo == "a" ? "3" : "4"));
        }
        Study study{.labels = rows, .photos = 3};
        StudyRequest asked;
        asked.labels = true;
        const std::string html = reportHtml(summaryOf(study, asked), {}, {});
        const std::size_t told = html.find("The paper's order does not come out here");
        QVERIFY(told != std::string::npos);
        QVERIFY(told < html.find("WordNet distance"));
    }
};

BLURIG_TEST(TestStudySummary)
#include "test_study_summary.moc"
