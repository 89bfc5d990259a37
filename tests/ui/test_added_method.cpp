// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// "To add a method" of the README, tried: this program's list of methods (added_method_list.cpp) has one more than the
// standard one, and nothing else knows of it.

#include "core/explain/presets.h"
#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/export/exporter.h"
#include "ui/pages/compare/compare_flow.h"
#include "ui/widgets/image_pane.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::ExplorerFixture;
using blurig::test::patience;

class TestAddedMethod : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itIsOfferedComputedAndExported() {
        ExplorerFixture fixture;
        fixture.open();
        fixture.session().edit([](Choice& choice) {
            choice.page = "compare";
            applyPreset(choice, "fig-7");
        });
        const CompareFlow& panes = *fixture.window->findChild<CompareFlow*>();
        const auto compared = [&] { return fixture.ready() && panes.settled() && !panes.panes().empty(); };
        QTRY_VERIFY_WITH_TIMEOUT(compared(), patience);

        auto* list = fixture.find<QComboBox>("compareMethod0");
        list->setCurrentIndex(list->findText(QStringLiteral("Added method")));
        Q_EMIT list->activated(list->currentIndex());
        QTRY_VERIFY_WITH_TIMEOUT(compared(), patience);
        const auto* image = fixture.find<ImagePane>("compareImage0");
        const double twice = image->valueAt(15, 9).value_or(qQNaN());
        const Array& z = fixture.view().subject.input->prepared.z;
        double sum = 0;
        for (std::int64_t c = 0; c < z.channels(); ++c)
            sum += static_cast<double>(z.host()[static_cast<std::size_t>((c * z.height() + 9) * z.width() + 15)]);
        QVERIFY(std::abs(twice - 2 * sum) < 1e-5);

        fixture.find<QAction>("compareParameters0")->trigger();
        auto* dialog = fixture.find<QDialog>("parametersDialog");
        QVERIFY(dialog);
        const auto numbers = dialog->findChildren<QDoubleSpinBox*>();
        QCOMPARE(numbers.size(), 1);
        numbers.front()->setValue(3);
        QTRY_VERIFY_WITH_TIMEOUT(compared() && image->valueAt(15, 9) != twice, patience);
        QVERIFY(std::abs(image->valueAt(15, 9).value_or(0) - 3 * sum) < 1e-5);

        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        fixture.window->exporter()->exportView(fixture.path(QStringLiteral("all.png")), {.arrays = true});
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);
        QFile record(fixture.path(QStringLiteral("all_1-added.json")));
        QVERIFY(record.open(QIODevice::ReadOnly));
        const QJsonObject document = QJsonDocument::fromJson(record.readAll()).object();
        QCOMPARE(document[QLatin1String("method")].toString(), QStringLiteral("added"));
        QCOMPARE(document[QLatin1String("parameters")][QLatin1String("factor")].toDouble(), 3.0);
    }
};

BLURIG_TEST(TestAddedMethod)
#include "test_added_method.moc"
