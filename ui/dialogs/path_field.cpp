// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/path_field.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace blurig::ui {

PathField::PathField(FileDialogs* dialogs, FileQuestion question, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this)) {
    m_line->setObjectName(name);
    auto* choose = new QToolButton(this);
    choose->setObjectName(name + QStringLiteral("Choose"));
    choose->setText(QStringLiteral("…"));
    choose->setToolTip(tr("Choose"));
    choose->setFixedHeight(sizes::control);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_line, 1);
    row->addWidget(choose);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::editingFinished, this, &PathField::edited);
    connect(choose, &QToolButton::clicked, this, [this, dialogs, question] {
        dialogs->ask(question, m_line->text(), window(), [this](const QString& file) {
            m_line->setText(file);
            Q_EMIT edited();
        });
    });
}

std::string PathField::path() const {
    return m_line->text().trimmed().toStdString();
}

void PathField::setPath(const std::string& path) {
    m_line->setText(QString::fromStdString(path));
}

} // namespace blurig::ui
