// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/help_dialog.h"

#include "ui/dialogs/help_topics.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTextBrowser>
#include <QVBoxLayout>

// The linker leaves the texts out of a program unless something names them; the macro has to stand in no namespace.
static void keepHelpTexts() {
    Q_INIT_RESOURCE(help);
}

namespace blurig::ui {

HelpDialog::HelpDialog(QWidget* parent)
    : QDialog(parent)
    , m_topics(new QListWidget(this))
    , m_text(new QTextBrowser(this)) {
    keepHelpTexts();
    setObjectName(QStringLiteral("helpDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Help"));
    resize(1000, 720);
    m_topics->setObjectName(QStringLiteral("helpTopics"));
    for (const HelpTopic& topic : helpTopics())
        m_topics->addItem(helpTitle(topic));
    m_topics->setFixedWidth(m_topics->sizeHintForColumn(0) + 40);
    m_text->setObjectName(QStringLiteral("helpText"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* back = buttons->addButton(tr("Back"), QDialogButtonBox::ActionRole);
    back->setObjectName(QStringLiteral("helpBack"));
    back->setEnabled(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_topics);
    row->addWidget(m_text, 1);
    auto* column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(back, &QPushButton::clicked, m_text, &QTextBrowser::backward);
    connect(m_text, &QTextBrowser::backwardAvailable, back, &QPushButton::setEnabled);
    connect(m_text, &QTextBrowser::sourceChanged, this, &HelpDialog::followPage);
    connect(m_topics, &QListWidget::currentRowChanged, this,
            [this](int topic) { showTopic(helpTopics()[static_cast<std::size_t>(topic)]); });
}

void HelpDialog::showTopic(const HelpTopic& topic) {
    if (m_text->source() != helpPage(topic))
        m_text->setSource(helpPage(topic));
}

void HelpDialog::followPage(const QUrl& page) {
    const QSignalBlocker blocker(m_topics);             // the text is on its way already
    const QUrl whole = m_text->source().resolved(page); // the text has not taken it yet
    for (std::size_t i = 0; i < helpTopics().size(); ++i) {
        if (helpPage(helpTopics()[i]) == whole)
            m_topics->setCurrentRow(static_cast<int>(i));
    }
}

void showHelp(const HelpTopic& topic, QWidget* parent) {
    auto* dialog = parent->findChild<HelpDialog*>();
    if (!dialog)
        dialog = new HelpDialog(parent);
    dialog->showTopic(topic);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace blurig::ui
