// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/preprocess.h"
#include "core/record/session_file.h"
#include "tests/support/script_model.h"
#include "tests/support/test_class.h"
#include "tests/ui/compare_fixture.h"
#include "ui/export/exporter.h"
#include "ui/files/opener.h"
#include "ui/panels/message_bar.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::CompareFixture;
using blurig::test::patience;

namespace {

// Another input size and other classes than the fixture's model.
constexpr const char* otherNetwork = R"(
def forward(self, x):
    bright = torch.relu(x - 0.4).pow(2).mean([1, 2, 3])
    red = torch.tanh(2.0 * (x[:, 0] - x[:, 1])).mean([1, 2])
    return torch.stack([5.0 * red, 9.0 * bright], 1)
)";

ModelCard otherCard() {
    ModelCard card = blurig::test::plainCard(3, 48, 48);
    card.name = "other";
    card.classNames = {"reddish", "bright"};
    return card;
}

class PaneModelFixture : public CompareFixture {
public:
    QString other() const { return path(QStringLiteral("other.pt")); }
    void writeOther(const std::optional<ModelCard>& card = otherCard()) {
        blurig::test::writeScriptModel(other().toStdString(), otherNetwork, card);
    }
    // By the dialog, as a user does.
    void chooseModel(int pane, const QString& item) {
        find<QAction>(qPrintable(QStringLiteral("compareParameters%1").arg(pane)))->trigger();
        auto* dialog = find<QDialog>("parametersDialog");
        auto* model = find<QComboBox>("paneModel", dialog);
        model->setCurrentIndex(model->findText(item));
        Q_EMIT model->activated(model->currentIndex());
        delete dialog;
    }
    void chooseOther(int pane) {
        dialogs->answers[FileQuestion::OpenModel] = other();
        chooseModel(pane, QStringLiteral("Another file…"));
    }
    const ComparePaneView& pane(std::size_t index) { return panes().panes()[index]; }
    QString cell(int row, int column) { return find<QTableWidget>("agreementTable")->item(row, column)->text(); }
};

} // namespace

class TestPaneModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // The numbers are those of the method run alone on that model's own input.
    void aPaneHasItsOwnModel() {
        PaneModelFixture fixture;
        fixture.writeOther();
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        const auto untouched = fixture.pane(0).shown.state;
        fixture.chooseOther(2);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QVERIFY2(!fixture.pane(2).error, fixture.pane(2).error ? fixture.pane(2).error->what() : "");
        QCOMPARE(fixture.pane(0).shown.state, untouched);

        const auto model = loadModel(fixture.other().toStdString());
        const PreparedInput prepared =
            prepareInput(readPicture(fixture.photo().toStdString()), pictureSpec(*model->info()), Crop());
        const Array scores = model->classScores(asBatch(prepared.z)).front();
        MethodSink sink;
        const Item item{.input = prepared.z, .target = parseTarget("top", model->card(), 2, scores.host())};
        const Method& method = methodById("blur-ig");
        const auto alone =
            method.run(*model, item, parametersOf(method, fixture.pane(2).shown.pane.parameters), sink, {});
        QCOMPARE(fixture.pane(2).shown.target, item.target);
        const Array& shown = fixture.pane(2).shown.state->attribution;
        QCOMPARE(shown.width(), std::int64_t{48});
        QVERIFY(std::ranges::equal(shown.host(), alone->attribution.host()));

        QVERIFY(fixture.image(2)->accessibleName().contains(QLatin1String("other")));
        QVERIFY(fixture.image(0)->accessibleName().contains(QLatin1String("small")));
        QVERIFY(fixture.image(2)->accessibleDescription().contains(QLatin1String("reddish")));
        QCOMPARE(fixture.cell(0, 2), QStringLiteral("–")); // of different grids
        QVERIFY(fixture.cell(0, 1) != QStringLiteral("–"));
        QCOMPARE(fixture.session().choice().compare.panes[2].modelSha256, model->sha256());

        fixture.chooseModel(2, QStringLiteral("as opened"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.pane(2).shown.state->attribution.width(), std::int64_t{32});
        QVERIFY(!fixture.image(2)->accessibleName().contains(QLatin1String("other")));
    }

    // Panes whose models see different parts of the photo are laid out on the photo, so that one crosshair is one
    // place.
    void differentCropsAreShownOnThePhoto() {
        PaneModelFixture fixture;
        ModelCard squashed = otherCard();
        std::get<PictureSpec>(squashed.input).resize.rule = ResizeRule::Squash;
        fixture.writeOther(squashed);
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.image(0)->renderedImage().size(), QSize(32, 32));
        fixture.chooseOther(1);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.image(0)->renderedImage().size(), QSize(96, 64));
        QCOMPARE(fixture.image(1)->renderedImage().size(), QSize(96, 64));
        QCOMPARE(fixture.session().choice().frame, std::string("model"));
    }

    void aModelThatCannotBeUsedIsToldInItsPane_data() {
        QTest::addColumn<QByteArray>("content"); // empty: a model without a card
        QTest::addColumn<QString>("words");
        QTest::newRow("no card") << QByteArray() << QStringLiteral("has no model card");
        QTest::newRow("no model") << QByteArray("text") << QStringLiteral("other.pt");
    }

    void aModelThatCannotBeUsedIsToldInItsPane() {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, words);
        PaneModelFixture fixture;
        fixture.writeOther(std::nullopt);
        if (!content.isEmpty()) {
            QFile file(fixture.other());
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) > 0);
        }
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.chooseOther(1);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared() && fixture.pane(1).error, patience);
        QVERIFY2(QString::fromUtf8(fixture.pane(1).error->what()).contains(words), fixture.pane(1).error->what());
        QVERIFY(!fixture.image(1)->valueAt(5, 5));
        QCOMPARE(fixture.cell(1, 1), QStringLiteral("–"));
        QVERIFY(fixture.image(0)->valueAt(5, 5) && fixture.image(2)->valueAt(5, 5));
    }

    void aSessionBringsTheModelsBack() {
        PaneModelFixture fixture;
        fixture.writeOther();
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.chooseOther(2);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        const auto value = fixture.image(2)->valueAt(20, 20);
        QVERIFY(value);
        const QString file = fixture.path(QStringLiteral("saved.blurig"));
        fixture.dialogs->answers[FileQuestion::SaveSession] = file;
        QSignalSpy written(fixture.window->exporter(), &Exporter::written);
        fixture.find<QAction>("action_saveSession")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);

        fixture.makeWindow();
        fixture.window->opener()->open(file);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QVERIFY(fixture.image(2)->valueAt(20, 20) == value);
        QVERIFY(!fixture.window->messages()->isVisible());

        // Another file of that name is told, until it is chosen anew.
        ModelCard renamed = otherCard();
        renamed.name = "newer";
        fixture.writeOther(renamed);
        fixture.makeWindow();
        fixture.window->opener()->open(file);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared() && fixture.pane(2).error, patience);
        QVERIFY(QString::fromUtf8(fixture.pane(2).error->what()).contains(QLatin1String("another model")));
        fixture.chooseModel(2, QStringLiteral("other.pt"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared() && !fixture.pane(2).error, patience);
        QVERIFY(fixture.image(2)->accessibleName().contains(QLatin1String("newer")));
    }

    // A model is a program: a file from somebody else starts none that the user never chose.
    void aStrangersModelIsAskedFor() {
        PaneModelFixture fixture;
        fixture.writeOther();
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        Choice choice = fixture.session().choice();
        choice.compare.panes[2].model = fixture.other().toStdString();
        choice.compare.panes[2].modelSha256 = choice.modelSha256; // it claims to be the one that is known
        const QString file = fixture.path(QStringLiteral("strange.blurig"));
        writeSession(file.toStdString(), choice);
        fixture.window->opener()->open(file);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QCOMPARE(fixture.panes().panes().size(), std::size_t{2});
        QVERIFY(fixture.window->messages()->text().contains(QLatin1String("other.pt")));
        for (auto* button : fixture.window->messages()->findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Open that model"))
                button->click();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared() && fixture.panes().panes().size() == 3, patience);
        QVERIFY(fixture.pane(2).error); // it is not what it claimed
        QVERIFY(QString::fromUtf8(fixture.pane(2).error->what()).contains(QLatin1String("another model")));
    }

    void anotherPictureIsPreparedForEveryModel() {
        PaneModelFixture fixture;
        fixture.writeOther();
        fixture.compare("fig-7");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.chooseOther(0);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        const auto model = fixture.pane(0).subject.model;
        const auto before = fixture.pane(0).shown.state;
        const QString turned = fixture.path(QStringLiteral("turned.png"));
        QVERIFY(QImage(fixture.photo()).mirrored(true, false).save(turned));
        fixture.window->opener()->open(turned);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared() && fixture.pane(0).shown.state != before, patience);
        QCOMPARE(fixture.pane(0).subject.model, model); // opened once
        QCOMPARE(fixture.pane(0).subject.picture.name(), turned.toStdString());
    }

    void aSeedsParametersAreSetInTheDialog() {
        PaneModelFixture fixture;
        fixture.compare("fig-7");
        fixture.session().edit([](Choice& choice) {
            choice.compare.panes = {{.method = "smooth-grad", .parameters = {}, .baselinePicture = {}, .display = {}}};
            choice.compare.panes[0].parameters = {{"samples", "2"}, {"seed_method", "ig"}};
        });
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.find<QAction>("compareParameters0")->trigger();
        auto* dialog = fixture.find<QDialog>("parametersDialog");
        auto* form = fixture.find<QWidget>("seedParameters", dialog);
        QVERIFY(form);
        fixture.find<QSpinBox>("parameter_max_gradients", form)->setValue(24);
        const auto& parameters = fixture.session().choice().compare.panes[0].parameters;
        QCOMPARE(parameters.at("seed_parameters"), std::string("max_gradients=24"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QVERIFY2(!fixture.pane(0).error, fixture.pane(0).error ? fixture.pane(0).error->what() : "");
        QVERIFY(fixture.pane(0).shown.state->cost.gradients <= 48);
        // Another seed begins anew.
        fixture.find<QComboBox>("parameter_seed_method", dialog)->setCurrentText(QStringLiteral("blur-ig"));
        QCOMPARE(fixture.session().choice().compare.panes[0].parameters.count("seed_parameters"), std::size_t{0});
        QCOMPARE(fixture.session().choice().compare.panes[0].parameters.at("seed_method"), std::string("blur-ig"));
    }

    void layersAreOffered() {
        PaneModelFixture fixture;
        fixture.compare("fig-3");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        fixture.find<QAction>("compareParameters0")->trigger();
        auto* dialog = fixture.find<QDialog>("parametersDialog");
        auto* layer = fixture.find<QComboBox>("parameter_layer", dialog);
        QTRY_VERIFY_WITH_TIMEOUT(layer->count() > 1, patience);
        QVERIFY2(layer->itemText(0).contains(QLatin1String(" x 32")), qPrintable(layer->itemText(0)));
        fixture.find<QCheckBox>("isSet_layer", dialog)->click();
        QVERIFY(!layer->currentText().isEmpty()); // the one that is taken by itself
        layer->setCurrentIndex(0);
        Q_EMIT layer->activated(0);
        const std::string name = layer->itemData(0).toString().toStdString();
        QCOMPARE(fixture.session().choice().compare.panes[0].parameters.at("layer"), name);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.compared(), patience);
        QVERIFY2(!fixture.pane(0).error, fixture.pane(0).error ? fixture.pane(0).error->what() : "");
        layer->setEditText(QStringLiteral("nowhere"));
        QTest::keyClick(layer->lineEdit(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.pane(0).error, patience);
    }
};

BLURIG_TEST(TestPaneModels)
#include "test_pane_models.moc"
