// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/export/figure_texts.h"
#include "ui/files/opener.h"

#include <QAction>
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QMimeData>

#include <cmath>

using namespace blurig;
using namespace blurig::ui;
using blurig::test::ExplorerFixture;
using blurig::test::patience;

namespace {

// The same picture in linear light under an ICC profile, and in sRGB without one.
const QString linear = QStringLiteral(BLURIG_TEST_DATA "/faults/20_linear_colours/linear_icc.png");
const QString plain = QStringLiteral(BLURIG_TEST_DATA "/faults/20_linear_colours/plain.png");

double mean(const Array& input) {
    double sum = 0;
    for (const float value : input.host())
        sum += static_cast<double>(value);
    return sum / static_cast<double>(input.host().size());
}

} // namespace

class TestPictureColours : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysAndConvertsWhatAPhotoStates() {
        ExplorerFixture fixture;
        open(fixture, plain);
        const double right = mean(fixture.view().subject.input->prepared.z);
        QVERIFY(!facts(fixture).contains("ICC"));
        open(fixture, linear);
        const double dark = mean(fixture.view().subject.input->prepared.z);
        QVERIFY(right - dark > 0.2);
        QVERIFY2(facts(fixture).contains("is not applied: it would change the picture by 0.22"),
                 qPrintable(facts(fixture)));

        fixture.session().setTarget("dark");
        fixture.session().setCrop({.rule = "squashed"});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.crop.rule == "squashed", patience);
        auto* check = fixture.find<QCheckBox>("coloursCheck");
        QVERIFY(check->isEnabled() && !check->isChecked());
        check->click();
        waitFor(fixture, ColourConversion::ToSrgb);
        QVERIFY(std::abs(mean(fixture.view().subject.input->prepared.z) - right) < 0.01);
        QVERIFY2(facts(fixture).contains("converted to sRGB by its ICC colour profile"), qPrintable(facts(fixture)));
        QCOMPARE(fixture.session().choice().colours, std::string("srgb"));
        QVERIFY(figureTitle(fixture.view()).endsWith("linear_icc.png · colours converted to sRGB"));
        QCOMPARE(fixture.session().choice().target, std::string("dark")); // the picture is the same one
        QCOMPARE(fixture.view().subject.crop.rule, std::string("squashed"));

        fixture.find<QAction>("action_back")->trigger();
        waitFor(fixture, ColourConversion::AsStored);
        QVERIFY(std::abs(mean(fixture.view().subject.input->prepared.z) - dark) < 0.01);
        QVERIFY(!check->isChecked());
    }

    void keepsTheChoiceForTheNextPhotoAndTheNextStart() {
        ExplorerFixture fixture;
        open(fixture, plain);
        fixture.find<QCheckBox>("coloursCheck")->click();
        waitFor(fixture, ColourConversion::ToSrgb);
        fixture.window->opener()->openPicture(linear);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.picture.name() == linear.toStdString(),
                                 patience);
        QCOMPARE(fixture.view().subject.picture.colours(), ColourConversion::ToSrgb);
        const double converted = mean(fixture.view().subject.input->prepared.z);
        const Choice choice = readChoice(toJson(fixture.session().choice()), "saved").choice;

        fixture.makeWindow();
        fixture.session().apply(choice);
        waitFor(fixture, ColourConversion::ToSrgb);
        QVERIFY(fixture.find<QCheckBox>("coloursCheck")->isChecked());
        QCOMPARE(mean(fixture.view().subject.input->prepared.z), converted);
    }

    // Its name is no file's: the bytes are decoded again.
    void convertsWhatWasPasted() {
        ExplorerFixture fixture;
        open(fixture, plain);
        QFile file(linear);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QMimeData data;
        data.setData(QStringLiteral("image/png"), file.readAll());
        fixture.window->opener()->open(data);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.picture.name() == "clipboard", patience);
        const double dark = mean(fixture.view().subject.input->prepared.z);
        fixture.find<QCheckBox>("coloursCheck")->click();
        waitFor(fixture, ColourConversion::ToSrgb);
        QCOMPARE(fixture.view().subject.picture.name(), std::string("clipboard"));
        QVERIFY(mean(fixture.view().subject.input->prepared.z) - dark > 0.2);
    }

    void staysAsItIsWhenTheFileIsGone() {
        ExplorerFixture fixture;
        const QString gone = fixture.path(QStringLiteral("gone.png"));
        QVERIFY(QFile::copy(linear, gone));
        open(fixture, gone);
        QVERIFY(QFile::remove(gone));
        auto* check = fixture.find<QCheckBox>("coloursCheck");
        check->click();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && !check->isChecked(), patience);
        QCOMPARE(fixture.view().subject.picture.colours(), ColourConversion::AsStored);
        QCOMPARE(fixture.session().choice().colours, std::string("as-stored"));
    }

private:
    static void open(ExplorerFixture& fixture, const QString& photo) {
        Choice choice = fixture.session().choice();
        choice.picture = photo.toStdString();
        choice.pictureSha256.clear();
        choice.model = fixture.model().toStdString();
        fixture.session().apply(choice);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.picture.name() == photo.toStdString(),
                                 patience);
    }

    static void waitFor(ExplorerFixture& fixture, ColourConversion colours) {
        QTRY_VERIFY_WITH_TIMEOUT(fixture.ready() && fixture.view().subject.picture.colours() == colours, patience);
    }

    static QString facts(ExplorerFixture& fixture) { return fixture.find<QLabel>("photoFacts")->text(); }
};

BLURIG_TEST(TestPictureColours)
#include "test_picture_colours.moc"
