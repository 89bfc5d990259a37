// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/first_marks.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace blurig::ui {

namespace {
constexpr int textWidth = 280; // px
constexpr int away = 10;       // from what it is about
} // namespace

FirstMarks::FirstMarks(std::vector<Mark> marks, QWidget* window)
    : QFrame(window)
    , m_marks(std::move(marks))
    , m_text(new QLabel(this))
    , m_count(new QLabel(this))
    , m_next(new QPushButton(this)) {
    setObjectName(QStringLiteral("firstMarks"));
    m_text->setObjectName(QStringLiteral("firstMarkText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setFixedWidth(textWidth);
    m_count->setFont(smallFont(font()));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_next->setObjectName(QStringLiteral("firstMarkNext"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_count, 1);
    row->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->addWidget(m_text);
    column->addLayout(row);
    connect(m_next, &QPushButton::clicked, this, &FirstMarks::next);
    window->installEventFilter(this);
    showMark();
}

void FirstMarks::showMark() {
    m_text->setText(m_marks[m_shown].text);
    m_count->setText(tr("%1 of %2").arg(m_shown + 1).arg(m_marks.size()));
    m_next->setText(m_shown + 1 < m_marks.size() ? tr("Next") : tr("Got it"));
    show();
    raise();
    place();
}

void FirstMarks::next() {
    if (++m_shown < m_marks.size())
        showMark();
    else
        end();
}

void FirstMarks::end() {
    hide();
    deleteLater();
    Q_EMIT ended();
}

// Above what it is about, below where there is no room above; inside the window.
void FirstMarks::place() {
    const QWidget* about = m_marks[m_shown].about;
    const QWidget* window = parentWidget();
    if (about == nullptr)
        return;
    adjustSize();
    const QRect anchor(about->mapTo(window, QPoint(0, 0)), about->size());
    const int above = anchor.top() - away - height();
    const int x = std::clamp(anchor.center().x() - width() / 2, away, std::max(away, window->width() - width() - away));
    move(x, above >= away ? above : anchor.bottom() + away);
}

bool FirstMarks::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) // after the window has laid itself out
        QTimer::singleShot(0, this, &FirstMarks::place);
    return QFrame::eventFilter(watched, event);
}

void FirstMarks::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        end();
    else
        QFrame::keyPressEvent(event);
}

void FirstMarks::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeColors(palette()).accent, 1.2));
    painter.setBrush(palette().color(QPalette::Button));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.6, 0.6, -0.6, -0.6), sizes::radius, sizes::radius);
}

} // namespace blurig::ui
