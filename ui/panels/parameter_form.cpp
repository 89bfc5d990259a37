// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/parameter_form.h"

#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace blurig::ui {

ParameterForm::ParameterForm(const Parameters& defaults, QWidget* parent)
    : QWidget(parent)
    , m_defaults(defaults)
    , m_layout(new QFormLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const ParameterSpec& spec : m_defaults.specs()) {
        auto* field = new ParameterField(spec, this);
        field->setText(m_defaults.asText(spec.key));
        auto* label = new QLabel(QString::fromStdString(spec.label), this);
        label->setTextFormat(Qt::PlainText);
        label->setToolTip(field->toolTip());
        label->setBuddy(field);
        m_layout->addRow(label, field);
        connect(field, &ParameterField::edited, this, &ParameterForm::onEdited);
        m_fields.emplace(spec.key, field);
    }
}

void ParameterForm::setValues(const std::map<std::string, std::string>& values) {
    if (values == m_values)
        return;
    m_values = values;
    for (const auto& [key, field] : m_fields) {
        const auto value = values.find(key);
        const QSignalBlocker blocker(field);
        field->setText(value == values.end() ? m_defaults.asText(key) : value->second);
    }
}

void ParameterForm::setStart(const std::string& key, double value) {
    if (const auto field = m_fields.find(key); field != m_fields.end())
        field->second->setStart(QString::number(value, 'g', 4).toStdString());
}

void ParameterForm::offer(const std::string& key, const std::vector<Offer>& offers, const std::string& automatic) {
    if (const auto field = m_fields.find(key); field != m_fields.end()) {
        field->second->setStart(automatic);
        field->second->offer(offers);
    }
}

void ParameterForm::hideField(const std::string& key) {
    if (const auto field = m_fields.find(key); field != m_fields.end())
        m_layout->setRowVisible(field->second, false);
}

void ParameterForm::onEdited() {
    m_values.clear();
    for (const auto& [key, field] : m_fields)
        if (const std::string text = field->text(); text != m_defaults.asText(key))
            m_values.emplace(key, text);
    Q_EMIT edited(m_values);
}

} // namespace blurig::ui
