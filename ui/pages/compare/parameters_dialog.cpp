// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/parameters_dialog.h"

#include "core/methods/map_layers.h"
#include "core/methods/method.h"
#include "core/methods/seed_method.h"
#include "ui/dialogs/file_dialogs.h"
#include "ui/panels/parameter_form.h"
#include "ui/panels/section.h"
#include "ui/widgets/number_text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace blurig::ui {

namespace {

const QString anotherFile = QStringLiteral("?"); // the item that asks for one: no absolute name

} // namespace

ParametersDialog::ParametersDialog(const PaneChoice& pane, const Offers& offers, QWidget* parent)
    : QDialog(parent)
    , m_pane(pane)
    , m_offers(offers)
    , m_seedKey(keyOf(methodById(pane.method), ParameterRole::SeedParameters))
    , m_model(new QComboBox(this))
    , m_form(new ParameterForm(defaultParameters(methodById(pane.method)), this))
    , m_layersError(new QLabel(this))
    , m_seedPlace(new QVBoxLayout) {
    setObjectName(QStringLiteral("parametersDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(QString::fromStdString(methodById(pane.method).label()));

    auto* target = new QLineEdit(QString::fromStdString(pane.target), this);
    target->setObjectName(QStringLiteral("paneTarget"));
    target->setPlaceholderText(tr("as everywhere"));
    target->setToolTip(tr("Target of this pane only: classes by index, WordNet id or name, separated by commas; a '-' "
                          "before a class subtracts it; index:2 and name:2 say how a number is read"));
    m_model->setObjectName(QStringLiteral("paneModel"));
    m_model->setToolTip(tr("Model of this pane only. The photo is prepared as the card of this model says"));
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_model->setMinimumContentsLength(20);
    fillModels();
    auto* top = new QFormLayout;
    top->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    top->addRow(tr("Target"), target);
    top->addRow(tr("Model"), m_model);
    m_form->setObjectName(QStringLiteral("paneParameters"));
    m_form->setValues(pane.parameters);
    m_form->hideField(m_seedKey); // has a form of its own
    m_layersError->setObjectName(QStringLiteral("layersError"));
    m_layersError->setTextFormat(Qt::PlainText);
    m_layersError->setWordWrap(true);
    m_layersError->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(m_form);
    column->addLayout(m_seedPlace);
    column->addWidget(m_layersError);
    column->addWidget(buttons);

    connect(m_form, &ParameterForm::edited, this, [this](const std::map<std::string, std::string>& values) {
        m_pane.parameters = values;
        fillLayers();
        showSeed();
        Q_EMIT edited(m_pane);
    });
    showSeed();
    connect(target, &QLineEdit::editingFinished, this, [this, target] {
        if (m_pane.target == target->text().trimmed().toStdString())
            return;
        m_pane.target = target->text().trimmed().toStdString();
        Q_EMIT edited(m_pane);
    });
    connect(m_model, &QComboBox::activated, this, &ParametersDialog::chooseModel);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
}

void ParametersDialog::fillModels() {
    m_model->clear();
    m_model->addItem(tr("as opened"), QString());
    const QString own = QString::fromStdString(m_pane.model);
    QStringList files = m_offers.models;
    if (!own.isEmpty() && !files.contains(own))
        files.prepend(own);
    for (const QString& file : files) {
        if (file != own && !QFileInfo::exists(file))
            continue;
        m_model->addItem(QFileInfo(file).fileName(), file);
        m_model->setItemData(m_model->count() - 1, plainToolTip(file), Qt::ToolTipRole);
    }
    m_model->insertSeparator(m_model->count());
    m_model->addItem(tr("Another file…"), anotherFile);
    m_model->setCurrentIndex(m_model->findData(own));
}

void ParametersDialog::chooseModel() {
    const QString chosen = m_model->currentData().toString();
    if (chosen != anotherFile) {
        setModel(chosen);
        return;
    }
    fillModels(); // as it was until there is a file
    const QString folder = m_offers.models.isEmpty() ? QString() : QFileInfo(m_offers.models.front()).absolutePath();
    m_offers.dialogs->ask(FileQuestion::OpenModel, folder, this,
                          [this](const QString& file) { setModel(QFileInfo(file).absoluteFilePath()); });
}

// Choosing the same file again takes it as it is now.
void ParametersDialog::setModel(const QString& file) {
    m_pane.model = file.toStdString();
    m_pane.modelSha256.clear();
    fillModels();
    Q_EMIT edited(m_pane);
}

void ParametersDialog::offerLayers(const std::vector<InnerValue>& values) {
    m_layersError->hide();
    m_layers = values;
    fillLayers();
}

void ParametersDialog::showLayersError(const Error& error) {
    m_layersError->setText(tr("The model's layers cannot be listed: %1").arg(QString::fromUtf8(error.what())));
    m_layersError->show();
}

// Which layers are maps depends on how their sizes are read.
void ParametersDialog::fillLayers() {
    if (m_layers.empty())
        return;
    const Method& method = methodById(m_pane.method);
    const auto axes = m_pane.parameters.find(keyOf(method, ParameterRole::LayerAxes));
    const AxisOrder order =
        axes != m_pane.parameters.end() && axes->second == "NHWC" ? AxisOrder::Nhwc : AxisOrder::Nchw;
    const std::vector<InnerValue> final = finalMapLayers(m_layers, order);
    std::vector<ParameterForm::Offer> offers;
    for (const InnerValue& layer : mapLayers(m_layers, order)) {
        const QString sizes = QString::fromStdString(sizesText(layer));
        const bool automatic = !final.empty() && layer == final.front();
        offers.push_back({.text = layer.name, .detail = automatic ? tr("%1 (auto)").arg(sizes) : sizes});
    }
    m_form->offer(keyOf(method, ParameterRole::InnerLayer), offers, final.empty() ? std::string() : final.front().name);
}

// Another seed has other parameters: what was said of the one before goes with it.
void ParametersDialog::showSeed() {
    const Method& method = methodById(m_pane.method);
    const Parameters defaults = defaultParameters(method);
    if (m_seedKey.empty())
        return;
    const std::string& methodKey = defaults.find(ParameterRole::SeedMethod)->key;
    const auto chosen = m_pane.parameters.find(methodKey);
    const std::string id = chosen == m_pane.parameters.end() ? defaults.text(methodKey) : chosen->second;
    if (id != m_seedShown) {
        if (m_seed) {
            m_seedPlace->removeWidget(m_seed);
            m_seed->hide();
            m_seed->deleteLater();
            m_pane.parameters.erase(m_seedKey);
            m_form->setValues(m_pane.parameters);
        }
        m_seedShown = id;
        const Method& seed = methodById(id);
        auto* form = new ParameterForm(seedDefaults(m_pane.method, seed), this);
        m_seed = makeSection(QString::fromStdString(seed.label()), form, this);
        m_seed->setObjectName(QStringLiteral("seedParameters"));
        m_seed->setVisible(!seed.parameters().empty());
        m_seedPlace->addWidget(m_seed);
        connect(form, &ParameterForm::edited, this, [this](const std::map<std::string, std::string>& values) {
            m_pane.parameters.erase(m_seedKey);
            if (!values.empty())
                m_pane.parameters[m_seedKey] = seedText(values);
            m_form->setValues(m_pane.parameters);
            Q_EMIT edited(m_pane);
        });
        connect(this, &ParametersDialog::seedTextChanged, form, &ParameterForm::setValues);
    }
    const auto text = m_pane.parameters.find(m_seedKey);
    try {
        Q_EMIT seedTextChanged(text == m_pane.parameters.end() ? std::map<std::string, std::string>()
                                                               : seedTexts(text->second));
    } catch (const Error&) {
        // A text that is no list of settings: the pane says so, and the form's next edit replaces it.
    }
}

} // namespace blurig::ui
