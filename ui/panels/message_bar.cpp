// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/message_bar.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <utility>

namespace blurig::ui {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this)) {
    setObjectName(QStringLiteral("messageBar"));
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_action->setObjectName(QStringLiteral("messageAction"));
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("messageClose"));
    close->setAutoRaise(true);
    close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 5, 6, 5);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto run = std::exchange(m_run, nullptr))
            run();
    });
    m_action->hide();
    hide();
}

void MessageBar::show(Kind kind, const QString& text) {
    m_kind = kind;
    m_text->setText(text);
    m_action->hide();
    m_run = nullptr;
    QWidget::show();
    update();
}

void MessageBar::showError(const Error& error) {
    show(Kind::Error, QString::fromUtf8(error.what()));
}

void MessageBar::offer(const QString& buttonText, std::function<void()> action) {
    m_action->setText(buttonText);
    m_run = std::move(action);
    m_action->show();
}

QString MessageBar::text() const {
    return m_text->text();
}

void MessageBar::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const ThemeColors& colors = themeColors(palette());
    const QColor mark = m_kind == Kind::Error ? colors.bad : colors.accent;
    QColor ground = mark;
    ground.setAlphaF(0.14F);
    painter.fillRect(rect(), ground);
    painter.fillRect(0, 0, 4, height(), mark);
}

} // namespace blurig::ui
