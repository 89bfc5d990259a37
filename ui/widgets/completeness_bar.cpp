// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/completeness_bar.h"

#include "ui/widgets/completeness_text.h"
#include "ui/widgets/figures_line.h"
#include "ui/widgets/number_text.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>

namespace blurig::ui {

struct CompletenessBar::Data {
    QString text;
    FiguresLine* line = nullptr;
    QStackedLayout* buttons = nullptr; // one place for both, so that nothing moves when they change
    QWidget* noButton = nullptr;
    QPushButton* goOn = nullptr;
    QPushButton* cancel = nullptr;
};

CompletenessBar::CompletenessBar(QWidget* parent)
    : QWidget(parent)
    , m(std::make_unique<Data>()) {
    setObjectName(QStringLiteral("completenessBar"));
    setFocusPolicy(Qt::ClickFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m->line = new FiguresLine(this);
    m->noButton = new QWidget(this);
    m->noButton->setObjectName(QStringLiteral("noButton"));
    m->goOn = new QPushButton(tr("Go on"), this);
    m->goOn->setObjectName(QStringLiteral("goOnButton"));
    m->goOn->setToolTip(tr("Compute more gradients until the tolerances are met"));
    m->cancel = new QPushButton(tr("Cancel"), this);
    m->cancel->setObjectName(QStringLiteral("cancelButton"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(4, 2, 4, 2);
    row->setSpacing(8);
    row->addWidget(m->line, 1);
    m->buttons = new QStackedLayout;
    m->buttons->addWidget(m->noButton);
    m->buttons->addWidget(m->goOn);
    m->buttons->addWidget(m->cancel);
    row->addLayout(m->buttons);

    connect(m->goOn, &QPushButton::clicked, this, &CompletenessBar::goOnRequested);
    connect(m->cancel, &QPushButton::clicked, this, &CompletenessBar::cancelRequested);
}

CompletenessBar::~CompletenessBar() = default;

void CompletenessBar::setContent(const Content& content) {
    m->line->setContent(content.method, completenessNumbers(content), completenessState(content));
    const QString text = completenessLine(content);
    if (text != m->text) {
        m->text = text;
        setToolTip(plainToolTip(text));
        setAccessibleName(text);
    }
    const bool canGoOn = content.cancelled || (content.completeness && content.ending == Ending::BudgetEnded);
    if (content.running && !content.cancelled)
        m->buttons->setCurrentWidget(m->cancel);
    else
        m->buttons->setCurrentWidget(canGoOn ? m->goOn : m->noButton);
}

QString CompletenessBar::text() const {
    return m->text;
}

bool CompletenessBar::event(QEvent* event) {
    if (event->type() == QEvent::ContextMenu) {
        auto* menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("completenessMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Copy numbers"), this, &CompletenessBar::copy);
        menu->popup(static_cast<QContextMenuEvent*>(event)->globalPos());
        return true;
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return QWidget::event(event);
}

void CompletenessBar::copy() {
    QGuiApplication::clipboard()->setText(m->text);
}

} // namespace blurig::ui
