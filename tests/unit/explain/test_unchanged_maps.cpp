// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/npy.h"
#include "tests/support/explain_case.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <cmath>

using namespace blurig;
using namespace blurig::test;

namespace {

constexpr const char* folder = BLURIG_TEST_DATA "/maps/";

double relativeDistance(const Array& a, const Array& b) { // L2
    double difference = 0;
    double length = 0;
    for (std::size_t i = 0; i < a.host().size(); ++i) {
        difference += std::pow(a.host()[i] - b.host()[i], 2);
        length += std::pow(b.host()[i], 2);
    }
    return std::sqrt(difference / length);
}

} // namespace

// Maps that version 0.1.0 computed of two photos with a small trained model.
class TestUnchangedMaps : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyMethodGivesTheMapsOfTheFirstVersion_data() {
        QTest::addColumn<QString>("photo");
        QTest::addColumn<QString>("method");
        QTest::addColumn<double>("most"); // relative L2: float32 rounds otherwise on another machine
        for (const char* photo : {"one", "two"}) {
            for (const Method* method : methods()) {
                // These branch where values are nearly equal, and then go on from another place.
                const bool branches = method->id() == "guided-ig" || method->id() == "xrai";
                QTest::addRow("%s, %s", photo, method->id().c_str())
                    << photo << QString::fromStdString(method->id()) << (branches ? 0.2 : 1e-3);
            }
            QTest::addRow("%s, reference mode", photo) << photo << "reference-mode" << 1e-3;
        }
    }
    void everyMethodGivesTheMapsOfTheFirstVersion() {
        QFETCH(QString, photo);
        QFETCH(QString, method);
        QFETCH(double, most);
        const bool reference = method == "reference-mode";
        Choice choice;
        choice.picture = folder + photo.toStdString() + ".png";
        choice.model = std::string(folder) + "model.pt";
        choice.target = "1";
        choice.panes = {{.method = reference ? "blur-ig" : method.toStdString()}};
        if (reference)
            choice.panes.front().parameters.insert_or_assign("reference_mode", "true");
        const Array map = explained(choice).state->attribution;
        const Array before = readNpy(folder + QStringLiteral("%1-%2.npy").arg(photo, method).toStdString());
        QCOMPARE(map.host().size(), before.host().size());
        const double distance = relativeDistance(map, before);
        QVERIFY2(distance <= most, qPrintable(QString::number(distance)));
    }
};

BLURIG_TEST(TestUnchangedMaps)
#include "test_unchanged_maps.moc"
