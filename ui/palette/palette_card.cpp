// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/palette/palette_card.h"

#include "ui/palette/palette_delegate.h"
#include "ui/palette/palette_model.h"
#include "ui/widgets/theme.h"

#include <climits>
#include <QEvent>
#include <QFontInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace blurig::ui {

namespace {

constexpr int fieldHeight = 44;
constexpr int helpHeight = 30; // of one line
constexpr int inset = 6;       // of the list
constexpr int mostRows = 10;
constexpr int wordsAt = inset + 10; // px from the card's side

} // namespace

PaletteCard::PaletteCard(PaletteModel* model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_help(new QLabel(this)) {
    setObjectName(QStringLiteral("paletteCard"));
    describe();
    layOut();
    takeFont();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PaletteCard::tellChosen);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { update(gutter()); });
    connect(m_list->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { update(gutter()); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        if (m_model->at(index.row()).heading)
            return;
        choose(index.row());
        Q_EMIT entered();
    });
}

PaletteCard::~PaletteCard() {
    m_list->setModel(nullptr); // the view may outlive its model
}

void PaletteCard::describe() {
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setAccessibleName(tr("Search actions and values"));
    m_field->setPlaceholderText(tr("Search actions, or set a value: sigma 4.5, target espresso, look signed"));
    m_field->setFrame(false);
    m_field->setFixedHeight(fieldHeight);
    m_field->setTextMargins(wordsAt - 4, 0, wordsAt - 4, 0);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What can be done"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // its place is drawn beside the list
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setBackgroundRole(QPalette::Button); // opaque: nothing under it is painted again
    m_help->setObjectName(QStringLiteral("paletteHelp"));
    m_help->setTextFormat(Qt::PlainText);
    m_help->setWordWrap(true);
    m_help->setContentsMargins(wordsAt, 0, wordsAt, 0);
    m_help->setForegroundRole(QPalette::PlaceholderText);
    m_help->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void PaletteCard::layOut() {
    auto* list = new QVBoxLayout;
    list->setContentsMargins(inset, inset, inset, inset);
    list->addWidget(m_list);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_field);
    column->addSpacing(1); // of the hairlines
    column->addLayout(list, 1);
    column->addSpacing(1);
    column->addWidget(m_help);
}

void PaletteCard::takeFont() {
    QFont larger = font();
    larger.setPixelSize(QFontInfo(larger).pixelSize() + 2);
    m_field->setFont(larger);
    m_help->setFont(smallFont(font()));
}

const PaletteRow* PaletteCard::chosen() const {
    return m_list->currentIndex().isValid() ? &m_model->at(chosenPlace()) : nullptr;
}

int PaletteCard::chosenPlace() const {
    return m_list->currentIndex().row();
}

void PaletteCard::choose(int row) {
    m_list->setCurrentIndex(m_model->index(row));
    tellChosen();
    if (row <= 1)
        m_list->scrollToTop(); // with the heading
}

void PaletteCard::chooseFirst() {
    int first = 0;
    while (first < m_model->rowCount() && !m_model->at(first).canEnter())
        ++first;
    choose(first < m_model->rowCount() ? first : 0);
}

void PaletteCard::step(int rows) {
    const int count = m_model->rowCount();
    int row = chosenPlace();
    for (int tries = 0; tries < count; ++tries) {
        row = (row + rows + count) % count;
        if (!m_model->at(row).heading)
            break;
    }
    choose(row);
}

void PaletteCard::page(int direction) {
    const int last = m_model->rowCount() - 1;
    const int rows = m_list->viewport()->height() / m_list->sizeHintForRow(last) - 1;
    int row = std::clamp(chosenPlace() + direction * std::max(1, rows), 0, last);
    while (row > 0 && row < last && m_model->at(row).heading)
        row += direction;
    if (row < last && m_model->at(row).heading) // the topmost
        ++row;
    choose(row);
}

void PaletteCard::tellChosen() {
    const PaletteRow* row = chosen();
    m_help->setText(row ? row->help : QString());
    m_field->setAccessibleDescription(row ? m_list->currentIndex().data(Qt::AccessibleTextRole).toString() : QString());
    Q_EMIT helpShown();
}

void PaletteCard::fitHeight(int most) {
    int rows = 0;
    for (int i = 0; i < std::min(mostRows, m_model->rowCount()); ++i)
        rows += m_list->sizeHintForRow(i);
    const QRect room(0, 0, width() - 2 * wordsAt - 2, INT_MAX);
    const QRect words = m_help->fontMetrics().boundingRect(room, Qt::TextWordWrap, m_help->text());
    const int help = std::max(helpHeight, words.height() + 2 * inset);
    const int wanted = std::min(fieldHeight + 2 * inset + rows + help + 4, most);
    m_help->setFixedHeight(help);
    if (wanted == height())
        return;
    resize(width(), wanted);
    Q_EMIT heightFitted();
}

// Between the list and the card's right side.
QRect PaletteCard::gutter() const {
    return {m_list->geometry().right() + 1, m_list->y(), inset, m_list->height()};
}

// Which part of the rows is seen.
void PaletteCard::paintPlace(QPainter& painter) const {
    const QScrollBar* bar = m_list->verticalScrollBar();
    if (bar->maximum() <= 0)
        return;
    const QRectF room = QRectF(gutter()).adjusted(1.5, 0, -1.5, 0);
    const double length = std::max(24.0, room.height() * bar->pageStep() / (bar->maximum() + bar->pageStep()));
    const double top = room.top() + (room.height() - length) * bar->value() / bar->maximum();
    QColor color = themeColors(palette()).secondaryText;
    color.setAlphaF(0.5f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(room.left(), top, room.width(), length), room.width() / 2, room.width() / 2);
}

void PaletteCard::paintEvent(QPaintEvent*) {
    const QColor& line = themeColors(palette()).line;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1));
    painter.setBrush(palette().color(QPalette::Button));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), sizes::radius, sizes::radius);
    for (const int y : {m_field->geometry().bottom() + 1, m_help->y() - 1})
        painter.fillRect(QRectF(1, y, width() - 2, 1), line);
    paintPlace(painter);
}

void PaletteCard::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        takeFont();
}

} // namespace blurig::ui
