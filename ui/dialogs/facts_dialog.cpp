// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/facts_dialog.h"

#include "ui/dialogs/card_dialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace blurig::ui {

namespace {

QString originText(CardOrigin origin) {
    switch (origin) {
    case CardOrigin::Embedded:
        return FactsDialog::tr("stated in the model file");
    case CardOrigin::BesideFile:
        return FactsDialog::tr("stated in the file beside the model");
    case CardOrigin::GivenByUser:
        return FactsDialog::tr("stated by you");
    case CardOrigin::Assumed:
        return FactsDialog::tr("assumed: the model does not say");
    }
    return {};
}

QString text(const std::string& words) {
    return QString::fromStdString(words);
}

QString gradientText(const Examination& examination) {
    switch (examination.gradient) {
    case GradientState::Exists:
        return FactsDialog::tr("exists");
    case GradientState::None:
        return FactsDialog::tr("none: the model %1. %2")
            .arg(text(examination.gradientStop.words), text(examination.gradientStop.remedy));
    case GradientState::Zero:
        return FactsDialog::tr("zero everywhere on the pictures of the examination");
    case GradientState::NotFinite:
        return FactsDialog::tr("not a number on the pictures of the examination");
    }
    return {};
}

} // namespace

FactsDialog::FactsDialog(const QString& title, const QString& introduction, const Facts& facts, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("factsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto* column = new QVBoxLayout(this);
    const auto plainLabel = [this](const QString& words) {
        auto* label = new QLabel(words, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        return label;
    };
    if (!introduction.isEmpty())
        column->addWidget(plainLabel(introduction));
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    for (const auto& [name, value] : facts) {
        if (!value.isEmpty()) {
            auto* label = plainLabel(value);
            label->setMinimumWidth(420);
            form->addRow(name, label);
        }
    }
    column->addLayout(form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

QString notesText(const ModelInfo& model) {
    QStringList lines;
    for (const std::string& note : model.notes)
        lines << text(note);
    return lines.join(QLatin1Char('\n'));
}

FactsDialog::Facts modelFacts(const ModelInfo& model) {
    const ModelCard& card = model.card;
    const auto tr = [](const char* words) { return FactsDialog::tr(words); };
    return {{tr("Name"), text(card.name)},
            {tr("File"), text(model.file)},
            {tr("SHA-256"), text(model.sha256)},
            {tr("Format"), text(model.network.format)},
            {tr("Parameters"), QString::number(model.network.parameterCount)},
            {tr("Classes"), QString::number(model.classCount)},
            {tr("Input and output"), assumptionText(card)},
            {tr("This is"), originText(model.cardOrigin)},
            {tr("Runs"), text(runsAs(model))},
            {tr("Repeats itself"), model.examination.repeatable ? tr("yes") : tr("no: its numbers cannot be trusted")},
            {tr("Gradient"), gradientText(model.examination)},
            {tr("Device"), text(std::string(name(model.network.device)))},
            {tr("Source"), text(card.source)},
            {tr("Licence"), text(card.licence)},
            {tr("Notes"), notesText(model)}};
}

FactsDialog::Facts programFacts() {
    const auto tr = [](const char* words) { return FactsDialog::tr(words); };
    return {{tr("Version"), QCoreApplication::applicationVersion()},
            {tr("Qt"), QString::fromLatin1(qVersion())},
            {tr("Charts"), QStringLiteral("QCustomPlot 2.1")},
            {tr("Networks"), QStringLiteral("LibTorch")},
            {tr("Method"), tr("Xu, Venugopalan, Sundararajan: Attribution in Scale and Space, CVPR 2020")},
            {tr("Licence"), tr("GNU General Public License, version 3 or later")}};
}

} // namespace blurig::ui
