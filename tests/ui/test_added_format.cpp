// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A format that somebody added, in the real window: its folder (tests/support/linear_format) and a line in the list of
// formats, and nothing else knows of it.

#include "tests/support/linear_format/linear_case.h"
#include "tests/support/linear_format/linear_format.h"
#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/files/opener.h"
#include "ui/session/settings.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::ExplorerFixture;
using blurig::test::patience;

namespace {

NetworkFormats longerList() {
    NetworkFormats formats = builtInFormats();
    formats.push_back(std::make_shared<const blurig::test::LinearFormat>());
    return formats;
}

// The window with the longer list, and a linear model in its folder.
class FormatFixture : public ExplorerFixture {
public:
    FormatFixture()
        : ExplorerFixture(ui::MainWindowOptions{.formats = longerList()}) {
        blurig::test::writeLinearModel(linear().toStdString());
    }

    QString linear() const { return path(QStringLiteral("planted.linear.json")); }
    bool shows() { return ready() && view().subject.model->network.format == "Linear"; }
};

} // namespace

class TestAddedFormat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void opensByDrop() {
        FormatFixture fixture;
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(fixture.linear()), QUrl::fromLocalFile(fixture.photo())});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(fixture.window.get(), &enter);
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(fixture.window.get(), &drop);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.shows(), patience);
        QVERIFY(fixture.view().explore.state->completeness);

        // Its map: the planted cell holds the evidence, 8 against 0.5 in the others.
        const Array& map = fixture.view().explore.state->attribution;
        QCOMPARE(map.layout().axes, fixture.view().subject.input->prepared.z.layout().axes);
        double inside = 0;
        double all = 0;
        for (int y = 0; y < 32; ++y)
            for (int x = 0; x < 32; ++x) {
                const double here = std::abs(blurig::test::sumAt(map, x, y));
                all += here;
                inside += y / 8 == 1 && x / 8 == 2 ? here : 0;
            }
        QVERIFY2(inside > 0.3 * all, qPrintable(QString::number(inside / all)));
    }

    void opensByTheDesktopsDialog() {
        FormatFixture fixture;
        fixture.window =
            std::make_unique<MainWindow>(std::make_unique<Settings>(fixture.path(QStringLiteral("settings.ini"))),
                                         std::make_unique<SystemFileDialogs>(fileKinds(longerList())), fixture.options);
        fixture.window->show();
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.window->opener()->askForModel();
        auto* dialog = fixture.window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        QVERIFY(dialog->nameFilters().contains(QStringLiteral("Linear models (*.linear *.linear.json)")));
        QVERIFY(dialog->nameFilters().front().contains(QStringLiteral("*.pt")));
        QVERIFY(dialog->nameFilters().front().contains(QStringLiteral("*.linear")));
        dialog->setDirectory(fixture.folder.path());
        dialog->selectFile(fixture.linear());
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.shows(), patience);
    }

    // Grad-CAM, which asks for an inner value by its name.
    void showsItsInnerValues() {
        FormatFixture fixture;
        fixture.window->opener()->open(fixture.linear());
        fixture.window->opener()->open(fixture.photo());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.shows(), patience);
        const auto model = test::modelLike(*fixture.view().subject.model, longerList());
        const std::vector<InnerValue> values = model->innerValues(fixture.view().subject.input->prepared.z);
        QCOMPARE(values.size(), std::size_t{1});
        QCOMPARE(values.front().name, std::string("cells"));
    }
};

BLURIG_TEST(TestAddedFormat)
#include "test_added_format.moc"
