// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/palette/command_palette.h"

#include "ui/palette/palette_card.h"
#include "ui/palette/palette_model.h"
#include "ui/palette/palette_search.h"
#include "ui/session/session.h"
#include "ui/session/settings.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>

#include <algorithm>
#include <array>

namespace blurig::ui {

namespace {

constexpr int margin = 16;   // of the card in a small window
constexpr int leastTop = 48; // of the card
constexpr int shadowReach = 24;
constexpr int shadowDrop = 8;

constexpr std::array keys{Qt::Key_Up,    Qt::Key_Down,   Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Return,
                          Qt::Key_Enter, Qt::Key_Escape, Qt::Key_Tab,    Qt::Key_Backtab};

// Soft, without an effect that would draw the card through a picture of itself.
void paintShadow(QPainter& painter, const QRectF& card, QColor color, double strength) {
    painter.setPen(Qt::NoPen);
    for (int reach = shadowReach; reach > 0; reach -= 2) {
        const double near = 1 - static_cast<double>(reach) / shadowReach;
        color.setAlphaF(static_cast<float>(strength * near * near));
        painter.setBrush(color);
        painter.drawRoundedRect(card.adjusted(-reach, shadowDrop - reach, reach, shadowDrop + reach),
                                sizes::radius + reach, sizes::radius + reach);
    }
}

} // namespace

struct CommandPalette::Data {
    PaletteHost host;
    std::unique_ptr<PaletteSearch> search;
    PaletteModel* model;
    PaletteCard* card;
    QPointer<QWidget> focusBefore;
};

CommandPalette::CommandPalette(const PaletteHost& host, QWidget* window)
    : QWidget(window)
    , m(std::make_unique<Data>()) {
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    hide();
    m->host = host;
    m->host.update = [this] { refresh(); };
    m->search = std::make_unique<PaletteSearch>(m->host);
    m->model = new PaletteModel(this);
    m->card = new PaletteCard(m->model, this);
    window->installEventFilter(this);
    m->card->field()->installEventFilter(this);
    connect(m->card->field(), &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m->card, &PaletteCard::entered, this, &CommandPalette::enter);
    connect(m->card, &PaletteCard::helpShown, this, &CommandPalette::fit);
    connect(m->card, &PaletteCard::heightFitted, this, [this] { // the shadow
        update(m->card->x() - shadowReach, 0, m->card->width() + 2 * shadowReach, height());
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (isVisible() && now && !isAncestorOf(now))
            dismiss();
    });
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::toggle() {
    isVisible() ? dismiss() : open();
}

void CommandPalette::open() {
    m->focusBefore = window()->focusWidget();
    m->search->prepare();
    m->card->field()->clear();
    place();
    search();
    raise();
    show();
    m->card->field()->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::dismiss() {
    if (!isVisible())
        return;
    const QWidget* now = QApplication::focusWidget();
    const bool wentElsewhere = now && now->window() == window() && !isAncestorOf(now);
    // Hidden first, it would hand the focus to whatever comes next in the order of Tab.
    if (m->focusBefore && !wentElsewhere)
        m->focusBefore->setFocus(Qt::PopupFocusReason);
    hide();
}

void CommandPalette::place() {
    setGeometry(parentWidget()->rect());
    const int wide = std::min(PaletteCard::usualWidth, width() - 2 * margin);
    m->card->setGeometry((width() - wide) / 2, std::max(leastTop, height() / 9), wide, m->card->height());
    fit();
}

void CommandPalette::fit() {
    m->card->fitHeight(height() - m->card->y() - margin);
}

void CommandPalette::search() {
    m->model->setRows(m->search->rows(m->card->field()->text()));
    m->card->chooseFirst();
}

void CommandPalette::refresh() {
    if (!isVisible())
        return;
    const int before = m->card->chosenPlace();
    m->model->setRows(m->search->rows(m->card->field()->text()));
    m->card->choose(std::clamp(before, 0, m->model->rowCount() - 1));
}

void CommandPalette::enter() {
    const PaletteRow* row = m->card->chosen();
    if (!row || !row->canEnter())
        return;
    if (row->run)
        run(PaletteRow(*row));
    else
        complete();
}

void CommandPalette::complete() {
    const PaletteRow* row = m->card->chosen();
    if (row && !row->completion.isEmpty())
        m->card->field()->setText(QString(row->completion)); // which replaces the row
}

// Closed first: what runs may open a dialog, or give the focus to something.
void CommandPalette::run(const PaletteRow& row) {
    dismiss();
    if (!row.remembered.isEmpty())
        m->host.settings->addRecentCommand(row.remembered);
    m->host.session->endStep();
    row.run();
    m->host.session->endStep();
}

bool CommandPalette::press(int key) {
    switch (key) {
    case Qt::Key_Up:
        m->card->step(-1);
        return true;
    case Qt::Key_Down:
        m->card->step(1);
        return true;
    case Qt::Key_PageUp:
        m->card->page(-1);
        return true;
    case Qt::Key_PageDown:
        m->card->page(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        enter();
        return true;
    case Qt::Key_Tab:
        complete();
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Backtab: // the focus stays here
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m->card->field() || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    const bool plain = (key->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    if (!plain || std::ranges::find(keys, key->key()) == keys.end())
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // no shortcut of the window takes Escape
        return true;
    }
    return press(key->key());
}

void CommandPalette::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintShadow(painter, QRectF(m->card->geometry()), palette().color(QPalette::Shadow),
                isDark(palette()) ? 0.09 : 0.035);
}

void CommandPalette::mousePressEvent(QMouseEvent* event) {
    if (!m->card->geometry().contains(event->position().toPoint()))
        dismiss();
    event->accept(); // what lies under it is not meant
}

} // namespace blurig::ui
