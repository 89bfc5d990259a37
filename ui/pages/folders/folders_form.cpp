// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/folders/folders_form.h"

#include "ui/dialogs/path_field.h"
#include "ui/widgets/labelled_field.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace blurig::ui {

FoldersForm::FoldersForm(FileDialogs* dialogs, QWidget* parent)
    : QWidget(parent)
    , m_folder(new PathField(dialogs, FileQuestion::OpenFolder, QStringLiteral("foldersFolder"), this))
    , m_against(new PathField(dialogs, FileQuestion::OpenFolder, QStringLiteral("foldersAgainst"), this))
    , m_between(new QLineEdit(this))
    , m_out(new PathField(dialogs, FileQuestion::ResultsInto, QStringLiteral("foldersOut"), this)) {
    m_against->line()->setPlaceholderText(tr("None"));
    m_against->line()->setToolTip(tr("A second folder: both are compared as groups"));
    m_between->setObjectName(QStringLiteral("foldersBetween"));
    m_between->setPlaceholderText(tr("dog, cat"));
    m_between->setToolTip(tr("Two nouns of WordNet, by name or id, separated by a comma: photos whose label lies under "
                             "the first are compared with those under the second. Empty: groups are labels"));
    m_out->line()->setToolTip(tr("Photos whose numbers are there are not computed again"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    addField(column, tr("Photos"), m_folder);
    addField(column, tr("Compared with the folder"), m_against);
    addField(column, tr("Or one noun with another"), m_between);
    addField(column, tr("Results in"), m_out);
    const auto tell = [this] {
        Q_EMIT edited({.folder = m_folder->path(),
                       .against = m_against->path(),
                       .between = m_between->text().trimmed().toStdString(),
                       .out = m_out->path()});
    };
    for (const PathField* field : {m_folder, m_against, m_out})
        connect(field, &PathField::edited, this, tell);
    connect(m_between, &QLineEdit::editingFinished, this, tell);
}

void FoldersForm::show(const FoldersChoice& part) {
    m_folder->setPath(part.folder);
    m_against->setPath(part.against);
    m_between->setText(QString::fromStdString(part.between));
    m_out->setPath(part.out);
}

} // namespace blurig::ui
