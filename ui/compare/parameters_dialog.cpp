// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/parameters_dialog.h"

#include "core/methods/method.h"
#include "ui/panels/parameter_form.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace blurig::ui {

ParametersDialog::ParametersDialog(const PaneChoice& pane, QWidget* parent)
    : QDialog(parent)
    , m_pane(pane) {
    setObjectName(QStringLiteral("parametersDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    const Method& method = methodById(pane.method);
    setWindowTitle(QString::fromStdString(method.label()));

    auto* target = new QLineEdit(QString::fromStdString(pane.target), this);
    target->setObjectName(QStringLiteral("paneTarget"));
    target->setPlaceholderText(tr("as everywhere"));
    target->setToolTip(tr("What this pane alone explains: classes by index, WordNet id or name, separated by commas; "
                          "a '-' before one subtracts it"));
    auto* top = new QFormLayout;
    top->addRow(tr("Target"), target);
    auto* form = new ParameterForm(defaultParameters(method), this);
    form->setObjectName(QStringLiteral("paneParameters"));
    form->setValues(pane.parameters);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(form);
    column->addWidget(buttons);

    connect(form, &ParameterForm::edited, this, [this](const std::map<std::string, std::string>& values) {
        m_pane.parameters = values;
        Q_EMIT edited(m_pane);
    });
    connect(target, &QLineEdit::editingFinished, this, [this, target] {
        if (m_pane.target == target->text().trimmed().toStdString())
            return;
        m_pane.target = target->text().trimmed().toStdString();
        Q_EMIT edited(m_pane);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
}

} // namespace blurig::ui
