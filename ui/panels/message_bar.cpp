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

#include <algorithm>
#include <utility>

namespace blurig::ui {

namespace {
constexpr int mostWidth = 760; // px
constexpr int margin = 16;     // px to the parent's edges
} // namespace

MessageBar::MessageBar(QWidget* over)
    : QFrame(over)
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
    row->setContentsMargins(18, 8, 8, 8);
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
    over->installEventFilter(this);
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

bool MessageBar::event(QEvent* event) {
    const bool known = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest)
        place();
    return known;
}

void MessageBar::place() {
    const QWidget& over = *parentWidget();
    const int width = std::min(mostWidth, over.width() - 2 * margin);
    const int height = std::max(layout()->totalHeightForWidth(width), layout()->totalMinimumSize().height());
    setGeometry((over.width() - width) / 2, over.height() - height - margin, width, height);
}

void MessageBar::show(Kind kind, const QString& text) {
    m_kind = kind;
    m_text->setText(text);
    m_action->hide();
    m_run = nullptr;
    place();
    QWidget::show();
    raise();
    update();
}

void MessageBar::showError(const Error& error) {
    show(Kind::Error, QString::fromUtf8(error.what()));
}

void MessageBar::offer(const QString& buttonText, std::function<void()> action) {
    m_action->setText(buttonText);
    m_run = std::move(action);
    m_action->show();
    place();
}

QString MessageBar::text() const {
    return m_text->text();
}

void MessageBar::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const ThemeColors& colors = themeColors(palette());
    const QColor mark = m_kind == Kind::Error ? colors.bad : colors.accent;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(palette().color(QPalette::Button));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.fillRect(QRectF(6, 8, 3, height() - 16), mark);
}

} // namespace blurig::ui
