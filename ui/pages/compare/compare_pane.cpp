// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/compare_pane.h"

#include "core/methods/method.h"
#include "ui/pages/compare/compare_captions.h"
#include "ui/panels/bar_content.h"
#include "ui/panels/display_words.h"
#include "ui/panels/evidence_offer.h"
#include "ui/panels/map_look.h"
#include "ui/panels/pane_input.h"
#include "ui/widgets/figures_line.h"

#include <QApplication>
#include <QComboBox>
#include <QDrag>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace blurig::ui {

namespace {
constexpr int leastWidth = 180; // px
} // namespace

ComparePane::ComparePane(std::size_t index, LinkedView* view, QWidget* parent)
    : QFrame(parent)
    , m_index(index)
    , m_mark(new QLabel(this))
    , m_method(new QComboBox(this))
    , m_goOn(new QToolButton(this))
    , m_image(new ImagePane(view, this))
    , m_offer(nullptr)
    , m_figures(new FiguresLine(this)) {
    setObjectName(QStringLiteral("comparePane%1").arg(index));
    setAcceptDrops(true);
    // Panes are equally wide, whatever their headers show.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setMinimumWidth(leastWidth);
    m_image->setObjectName(QStringLiteral("compareImage%1").arg(index));
    m_offer = new EvidenceOffer(m_image);
    connect(m_offer, &EvidenceOffer::scoreWanted, this, &ComparePane::scoreWanted);
    m_image->setDragData(QString::fromLatin1(mimeType), QByteArray::number(static_cast<qulonglong>(index)));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(makeHeader());
    column->addWidget(m_figures);
    column->addWidget(m_image, 1);
}

QWidget* ComparePane::makeHeader() {
    auto* header = new QWidget(this);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_method->setObjectName(QStringLiteral("compareMethod%1").arg(m_index));
    m_method->setAccessibleName(tr("Method of this pane"));
    m_method->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_method->setMinimumContentsLength(8);
    for (const Method* method : methods())
        m_method->addItem(QString::fromStdString(method->label()), QString::fromStdString(method->id()));
    connect(m_method, &QComboBox::activated, this, [this] { Q_EMIT methodChosen(m_method->currentData().toString()); });

    m_mark->setObjectName(QStringLiteral("compareMark"));
    m_mark->setTextFormat(Qt::PlainText);
    m_mark->setToolTip(tr("Flicker, Swipe and Difference show this pane as A or B"));
    QFont bold = m_mark->font();
    bold.setBold(true);
    m_mark->setFont(bold);
    m_mark->hide();

    m_goOn->setText(tr("Go on"));
    m_goOn->setToolTip(tr("The budget was used up before the tolerances were met: doubles the gradients"));
    m_goOn->hide();
    connect(m_goOn, &QToolButton::clicked, this, &ComparePane::goOnRequested);

    auto* parameters = new QToolButton(header);
    parameters->setObjectName(QStringLiteral("compareParameters%1").arg(m_index));
    parameters->setText(QStringLiteral("⚙"));
    parameters->setToolTip(tr("Parameters, target and model of this pane"));
    parameters->setAccessibleName(tr("Parameters"));
    parameters->setAutoRaise(true);
    connect(parameters, &QToolButton::clicked, this, &ComparePane::parametersRequested);

    auto* more = new QToolButton(header);
    more->setText(QStringLiteral("⋯"));
    more->setAccessibleName(tr("More about this pane"));
    more->setAutoRaise(true);
    more->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(more);
    menu->setObjectName(QStringLiteral("compareMenu%1").arg(m_index));
    menu->addAction(tr("Duplicate"), this, &ComparePane::duplicateRequested);
    menu->addAction(tr("Move to the left"), this, [this] { Q_EMIT moveRequested(static_cast<int>(m_index) - 1); });
    menu->addAction(tr("Move to the right"), this, [this] { Q_EMIT moveRequested(static_cast<int>(m_index) + 1); });
    menu->addSeparator();
    menu->addAction(tr("Compare as A"), this, &ComparePane::aRequested);
    menu->addAction(tr("Compare as B"), this, &ComparePane::bRequested);
    menu->addSeparator();
    menu->addAction(tr("Remove"), this, &ComparePane::removeRequested);
    more->setMenu(menu);

    row->addWidget(m_mark);
    row->addWidget(m_method, 1);
    row->addWidget(m_goOn);
    row->addWidget(parameters);
    row->addWidget(more);
    return header;
}

void ComparePane::setInput(const Subject& input, FrameKind frame) {
    const Array z = input.input ? input.input->prepared.z : Array();
    if (!z.empty() && z.storage() == m_input.storage())
        m_image->setFrame(frame, QSize(input.picture.width(), input.picture.height()), input.input->prepared.geometry);
    else
        setPaneInput(*m_image, input, frame);
    m_input = z;
}

void ComparePane::show(const ComparePaneView& pane, const Look& look) {
    const std::string& method = pane.asked.pane.method;
    m_method->setCurrentIndex(m_method->findData(QString::fromStdString(method)));
    const bool known = m_method->currentIndex() >= 0;
    m_image->setTitle(known ? methodTitle(pane.shown.state ? pane.shown.pane : pane.asked.pane,
                                          look.namesModel ? pane.subject.model.get() : nullptr)
                            : QString::fromStdString(method));
    m_goOn->setVisible(pane.shown.state && pane.shown.state->ending == Ending::BudgetEnded && !pane.activity.running);
    if (known) {
        const CompletenessBar::Content content = runBar(pane.shown, pane.activity, method);
        m_figures->setContent({}, compareFigures(content), completenessState(content));
    }
    if (!pane.error && pane.shown.state && m_offer->stands(pane.shown, pane.activity, pane.subject.model->card))
        return;
    m_offer->hide();
    if (pane.error) {
        m_image->setCaption({});
        m_image->showMessage(QString::fromStdString(pane.error->what()));
    } else if (pane.shown.state) {
        const Array& map = pane.shown.state->attribution;
        ImagePane::MapLook drawn = lookOf(look.display, look.range);
        const ModelCard& card = pane.subject.model->card;
        drawn.words = barWords(look.display, QString::fromStdString(targetName(pane.shown.target, card)));
        m_image->showMap(m_drawn.plane(map, look.display), map, drawn);
        m_image->setCaption(compareCaption(pane.shown, card, look.display, look.sharedRange));
    } else {
        m_image->setCaption({});
        m_image->showMessage(pane.opening            ? tr("Opening the model…")
                             : pane.activity.running ? tr("Computing…")
                                                     : tr("No map"));
    }
}

ClipRange ComparePane::rangeOf(const Array& map, const DisplayChoice& display) {
    return m_drawn.range(map, display);
}

void ComparePane::setMark(const QString& letter) {
    m_mark->setText(letter);
    m_mark->setVisible(!letter.isEmpty());
}

void ComparePane::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->pos();
}

// The frame around the picture and its title are what a pane is dragged by; the picture itself pans.
void ComparePane::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton) ||
        (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    auto* drag = new QDrag(this);
    drag->setMimeData(m_image->dragData());
    drag->setPixmap(m_image->grab().scaledToWidth(160, Qt::SmoothTransformation));
    drag->exec(Qt::MoveAction);
}

void ComparePane::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasFormat(QString::fromLatin1(mimeType)))
        event->acceptProposedAction();
}

void ComparePane::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    Q_EMIT dropped(event->mimeData()->data(QString::fromLatin1(mimeType)).toULongLong());
}

} // namespace blurig::ui
