// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/script_model.h"
#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/files/opener.h"
#include "ui/panels/message_bar.h"
#include "ui/widgets/completeness_bar.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace blurig;
using namespace blurig::test;

namespace {

// A model of the user's beside the photo; its card is inside.
QString writtenModel(ExplorerFixture& fixture, const char* methods) {
    const QString file = fixture.path(QStringLiteral("users.pt"));
    writeScriptModel(file.toStdString(), methods, plainCard(3, 32, 32));
    return file;
}

void openBoth(ExplorerFixture& fixture, const QString& model) {
    fixture.window->opener()->openModel(model);
    fixture.window->opener()->openPicture(fixture.photo());
}

void acceptCard(ExplorerFixture& fixture) {
    auto* dialog = fixture.find<QDialog>("cardDialog");
    fixture.find<QDialogButtonBox>("cardButtons", dialog)->button(QDialogButtonBox::Ok)->click();
}

} // namespace

class TestExaminedModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksWhatOneNumberIs() {
        ExplorerFixture fixture;
        openBoth(fixture, writtenModel(fixture, "def forward(self, x):\n    return x.mean([1, 2, 3]).unsqueeze(1)\n"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QDialog>("cardDialog"), patience);
        auto* dialog = fixture.find<QDialog>("cardDialog");
        QVERIFY(fixture.find<QLabel>("cardAbout", dialog)->text().contains("one number"));
        QCOMPARE(fixture.find<QSpinBox>("cardWidth", dialog)->value(), 32); // of the card inside, not the assumed 224
        auto* output = fixture.find<QComboBox>("cardOutput", dialog);
        output->setCurrentIndex(output->findData(static_cast<int>(OutputKind::OneLogit)));
        acceptCard(fixture);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QCOMPARE(fixture.view().subject.model->classCount, ClassIndex{2});
    }

    void asksForThePlaceInAMap() {
        ExplorerFixture fixture;
        openBoth(fixture, writtenModel(fixture, "def forward(self, x):\n    return torch.tanh(x) * 4.0\n"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QDialog>("cardDialog"), patience);
        auto* dialog = fixture.find<QDialog>("cardDialog");
        QVERIFY(fixture.find<QLabel>("cardAbout", dialog)->text().contains("map of scores"));
        auto* place = fixture.find<QLineEdit>("cardOutputPlace", dialog);
        place->setText("here");
        acceptCard(fixture);
        QVERIFY(dialog->isVisible());
        QVERIFY(fixture.find<QLabel>("cardProblem", dialog)->text().contains("is not a place"));
        place->setText("10, 12");
        acceptCard(fixture);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QCOMPARE(fixture.view().subject.model->classCount, ClassIndex{3});
        QCOMPARE(fixture.view().subject.model->card.outputPlace, OutputPlace({{10, 12}}));
    }

    void asksWhichOutputHoldsTheScores() {
        ExplorerFixture fixture;
        openBoth(fixture, writtenModel(fixture, "def forward(self, x):\n"
                                                "    return x.mean([1, 2]), torch.tanh(x).mean([2, 3]) * 4.0\n"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QDialog>("cardDialog"), patience);
        auto* dialog = fixture.find<QDialog>("cardDialog");
        QVERIFY(fixture.find<QLabel>("cardAbout", dialog)->text().contains("returns 2 tensors (1 x 32, 1 x 3)"));
        fixture.find<QSpinBox>("cardOutputIndex", dialog)->setValue(1);
        acceptCard(fixture);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QCOMPARE(fixture.view().subject.model->classCount, ClassIndex{3});
        QCOMPARE(fixture.view().subject.model->card.outputIndex, 1);
    }

    void aRandomModelIsNeverGreen() {
        ExplorerFixture fixture;
        openBoth(fixture, writtenModel(fixture, "def forward(self, x):\n"
                                                "    return torch.dropout(torch.tanh(x), 0.5, True).mean([2, 3])\n"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        QVERIFY(fixture.find<ui::CompletenessBar>("completenessBar")->text().contains("Not repeatable"));
        QVERIFY(!fixture.find<ui::CompletenessBar>("completenessBar")->text().contains("Converged"));
        QVERIFY(fixture.window->messages()->text().contains("random"));
    }

    void runsAsFiledWhereThatIsWanted() {
        ExplorerFixture fixture;
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        auto* asFiled = fixture.find<QAction>("action_runAsFiled");
        QVERIFY(!asFiled->isChecked());
        QVERIFY(fixture.view().subject.model->execution == fixture.view().subject.model->examination.execution);
        asFiled->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.model->asFiled, patience);
        QVERIFY(fixture.view().subject.model->execution == Execution::reference(NumberKind::Float));
        QVERIFY(asFiled->isChecked());

        // A session or figure says it, and opens so.
        const Choice saved = readChoice(toJson(fixture.session().choice()), "saved").choice;
        QVERIFY(saved.unfrozen);
        QCOMPARE(saved.execution, toText(Execution::reference(NumberKind::Float)));
        fixture.find<QAction>("action_back")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && !fixture.view().subject.model->asFiled, patience);
        QVERIFY(!asFiled->isChecked());
        fixture.session().apply(saved);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.model->asFiled, patience);
    }

    void whatIsFoundStandsInAboutTheModel() {
        ExplorerFixture fixture;
        openBoth(fixture, writtenModel(fixture, "def forward(self, x):\n    return torch.tanh(x).mean([2, 3])[0]\n"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready(), patience);
        fixture.find<QAction>("action_modelInfo")->trigger();
        auto* dialog = fixture.find<QDialog>("factsDialog");
        QVERIFY(dialog);
        QStringList texts;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            texts << label->text();
        QVERIFY(texts.join(' ').contains("one picture at a time"));
    }
};

BLURIG_TEST(TestExaminedModels)
#include "test_examined_models.moc"
