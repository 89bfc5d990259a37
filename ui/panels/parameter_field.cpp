// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/parameter_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double openMaximum = 1e6; // of a number without a limit

// A number without trailing zeros, with a point in every locale.
std::string plain(double value) {
    return QString::number(value, 'g', 12).toStdString();
}

} // namespace

ParameterField::ParameterField(const ParameterSpec& spec, QWidget* parent)
    : QWidget(parent)
    , m_spec(spec) {
    const QString key = QString::fromStdString(spec.key);
    setObjectName(QStringLiteral("field_") + key);
    setToolTip(QString::fromStdString(spec.help));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    if (!spec.unsetWord.empty()) {
        m_isSet = new QCheckBox(this);
        m_isSet->setObjectName(QStringLiteral("isSet_") + key);
        m_isSet->setToolTip(tr("Unchecked: %1").arg(QString::fromStdString(spec.unsetWord)));
        row->addWidget(m_isSet);
    }
    switch (spec.type) {
    case ParameterSpec::Type::Flag:
        m_editor = makeFlag();
        break;
    case ParameterSpec::Type::Integer:
        m_editor = makeInteger();
        break;
    case ParameterSpec::Type::Real:
        m_editor = makeReal();
        break;
    case ParameterSpec::Type::Choice:
        m_editor = makeChoice();
        break;
    case ParameterSpec::Type::Text:
        m_editor = makeText();
        break;
    }
    m_editor->setObjectName(QStringLiteral("parameter_") + key);
    row->addWidget(m_editor, 1);
    setFocusProxy(m_editor);
    if (m_isSet) {
        connect(m_isSet, &QCheckBox::toggled, this, &ParameterField::showSet);
        connect(m_isSet, &QCheckBox::toggled, this, &ParameterField::edited);
    }
}

std::string ParameterField::text() const {
    const bool unset = m_isSet && (!m_isSet->isChecked() || (m_list && m_read().empty()));
    return unset ? m_spec.unsetWord : m_read();
}

void ParameterField::setText(const std::string& text) {
    const bool unset = m_isSet && text == m_spec.unsetWord;
    if (m_isSet) {
        m_isSet->setChecked(!unset);
        showSet(!unset);
    }
    if (!unset)
        m_write(text);
}

// A number that is not set stands at its minimum, and says the word for "unset" instead.
void ParameterField::showSet(bool set) {
    m_editor->setEnabled(set);
    if (m_list && set && m_read().empty())
        m_write(m_start);
    if (!m_number)
        return;
    const QSignalBlocker blocker(m_number);
    m_write(set && !m_start.empty() ? m_start : plain(m_spec.minimum.value_or(0)));
    m_number->setSpecialValueText(set ? QString() : QString::fromStdString(m_spec.unsetWord));
}

QWidget* ParameterField::makeFlag() {
    auto* box = new QCheckBox(this);
    m_read = [box] { return std::string(box->isChecked() ? "true" : "false"); };
    m_write = [box](const std::string& text) { box->setChecked(text == "true" || text == "1"); };
    connect(box, &QCheckBox::toggled, this, &ParameterField::edited);
    return box;
}

QWidget* ParameterField::makeInteger() {
    auto* box = new QSpinBox(this);
    box->setRange(static_cast<int>(m_spec.minimum.value_or(0)), static_cast<int>(m_spec.maximum.value_or(openMaximum)));
    box->setKeyboardTracking(false);
    box->setSuffix(m_spec.unit.empty() ? QString() : QStringLiteral(" ") + QString::fromStdString(m_spec.unit));
    m_number = box;
    m_read = [box] { return std::to_string(box->value()); };
    m_write = [box](const std::string& text) { box->setValue(QString::fromStdString(text).toInt()); };
    connect(box, &QSpinBox::valueChanged, this, &ParameterField::edited);
    return box;
}

QWidget* ParameterField::makeReal() {
    auto* box = new QDoubleSpinBox(this);
    // A tolerance needs more digits than a scale.
    const double largest = m_spec.maximum.value_or(openMaximum);
    box->setDecimals(largest <= 1.0 ? 4 : 2);
    box->setSingleStep(largest <= 1.0 ? 0.005 : 1.0);
    box->setRange(m_spec.minimum.value_or(0.0), largest);
    box->setKeyboardTracking(false);
    box->setSuffix(m_spec.unit.empty() ? QString() : QStringLiteral(" ") + QString::fromStdString(m_spec.unit));
    m_number = box;
    m_read = [box] { return plain(box->value()); };
    m_write = [box](const std::string& text) { box->setValue(QString::fromStdString(text).toDouble()); };
    connect(box, &QDoubleSpinBox::valueChanged, this, &ParameterField::edited);
    return box;
}

QWidget* ParameterField::makeChoice() {
    auto* box = new QComboBox(this);
    for (const std::string& choice : m_spec.choices)
        box->addItem(QString::fromStdString(choice));
    m_read = [box] { return box->currentText().toStdString(); };
    m_write = [box](const std::string& text) { box->setCurrentText(QString::fromStdString(text)); };
    if (m_spec.several) { // a list of them can only be written
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        connect(box, &QComboBox::activated, this, &ParameterField::edited);
        connect(box->lineEdit(), &QLineEdit::editingFinished, this, &ParameterField::edited);
    } else {
        connect(box, &QComboBox::currentTextChanged, this, &ParameterField::edited);
    }
    return box;
}

QWidget* ParameterField::makeText() {
    auto* box = new QComboBox(this);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(24);
    box->setCompleter(nullptr); // it would complete to a list's line, detail and all
    m_list = box;
    m_read = [box] { return box->currentText().trimmed().toStdString(); };
    m_write = [box](const std::string& text) {
        const QString words = QString::fromStdString(text);
        box->setCurrentIndex(box->findData(words)); // where the list opens
        box->setEditText(words);
    };
    connect(box, &QComboBox::activated, this, [this, box](int index) {
        box->setEditText(box->itemData(index).toString());
        Q_EMIT edited();
    });
    connect(box->lineEdit(), &QLineEdit::editingFinished, this, &ParameterField::edited);
    return box;
}

void ParameterField::offer(const std::vector<Offer>& offers) {
    const std::string text = m_read();
    m_list->clear();
    QStringList words;
    for (const Offer& one : offers) {
        words << QString::fromStdString(one.text);
        m_list->addItem(QStringLiteral("%1   %2").arg(words.back(), one.detail), words.back());
    }
    auto* completer = new QCompleter(words, m_list->lineEdit());
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_list->lineEdit()->setCompleter(completer);
    m_write(text);
}

} // namespace blurig::ui
