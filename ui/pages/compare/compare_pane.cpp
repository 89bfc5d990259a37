// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/compare_pane.h"

#include "core/methods/method.h"
#include "ui/pages/compare/compare_captions.h"
#include "ui/pages/compare/method_box.h"
#include "ui/pages/compare/pane_facts.h"
#include "ui/pages/compare/pane_mark.h"
#include "ui/panels/bar_content.h"
#include "ui/panels/display_words.h"
#include "ui/panels/evidence_offer.h"
#include "ui/panels/map_look.h"
#include "ui/panels/pane_input.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDrag>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace blurig::ui {

ComparePane::ComparePane(std::size_t index, LinkedView* view, QWidget* parent)
    : QFrame(parent)
    , m_index(index)
    , m_mark(new PaneMark(this))
    , m_method(new MethodBox(this))
    , m_facts(new PaneFacts(this))
    , m_menu(new QToolButton(this))
    , m_image(new ImagePane(view, this))
    , m_offer(nullptr) {
    setObjectName(QStringLiteral("comparePane%1").arg(index));
    setAcceptDrops(true);
    m_image->setObjectName(QStringLiteral("compareImage%1").arg(index));
    m_image->setHead(PaneHead::None);
    m_image->setMinimumSize(64, 64);
    m_image->setDragData(QString::fromLatin1(mimeType), QByteArray::number(static_cast<qulonglong>(index)));
    m_offer = new EvidenceOffer(m_image); // is named after it
    connect(m_offer, &EvidenceOffer::scoreWanted, this, &ComparePane::scoreWanted);
    connect(m_image, &ImagePane::valueChanged, this, [this] { m_facts->setValue(m_image->valueText()); });
    connect(m_image, &ImagePane::maximizeRequested, this, &ComparePane::maximizeRequested);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_image, 1);
}

QWidget* ComparePane::makeHeader() {
    m_method->setObjectName(QStringLiteral("compareMethod%1").arg(m_index));
    connect(m_method, &MethodBox::chosen, this, &ComparePane::methodChosen);
    m_facts->setObjectName(QStringLiteral("compareFacts%1").arg(m_index));
    connect(m_facts, &PaneFacts::figuresRequested, this, &ComparePane::showFigures);
    m_mark->hide();
    makeMenu();
    auto* header = new QWidget(this);
    header->setFixedHeight(sizes::control);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(m_mark);
    row->addWidget(m_method);
    row->addWidget(m_facts, 1);
    row->addWidget(m_menu);
    return header;
}

void ComparePane::makeMenu() {
    m_menu->setText(QStringLiteral("⋯"));
    m_menu->setObjectName(QStringLiteral("compareMore%1").arg(m_index));
    m_menu->setAccessibleName(tr("More about this pane"));
    m_menu->setToolTip(tr("Parameters, A and B, duplicate, move, remove"));
    m_menu->setAutoRaise(true);
    m_menu->setFixedSize(sizes::control - 4, sizes::control - 4);
    m_menu->setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(m_menu);
    menu->setObjectName(QStringLiteral("compareMenu%1").arg(m_index));
    menu->addAction(tr("Parameters, target and model…"), this, &ComparePane::parametersRequested)
        ->setObjectName(QStringLiteral("compareParameters%1").arg(m_index));
    m_goOn = menu->addAction(tr("Go on: twice the gradients"), this, &ComparePane::goOnRequested);
    m_goOn->setEnabled(false);
    menu->addSeparator();
    menu->addAction(tr("Compare as A"), this, &ComparePane::aRequested);
    menu->addAction(tr("Compare as B"), this, &ComparePane::bRequested);
    menu->addAction(tr("Fill the canvas"), this, &ComparePane::maximizeRequested);
    menu->addSeparator();
    menu->addAction(tr("Duplicate"), this, &ComparePane::duplicateRequested);
    menu->addAction(tr("Move to the left"), this, [this] { Q_EMIT moveRequested(static_cast<int>(m_index) - 1); });
    menu->addAction(tr("Move to the right"), this, [this] { Q_EMIT moveRequested(static_cast<int>(m_index) + 1); });
    menu->addSeparator();
    menu->addAction(tr("Remove"), this, &ComparePane::removeRequested);
    connect(m_menu, &QToolButton::clicked, menu, [this, menu] {
        menu->popup(m_menu->mapToGlobal(QPoint(m_menu->width() - menu->sizeHint().width(), m_menu->height())));
    });
}

void ComparePane::setInput(const Subject& input, FrameKind frame) {
    followPaneInput(*m_image, input, frame, m_input);
}

void ComparePane::show(const ComparePaneView& pane, const Look& look) {
    const PaneChoice& seen = pane.shown.state ? pane.shown.pane : pane.asked.pane;
    const ModelInfo* model = look.namesModel ? pane.subject.model.get() : nullptr;
    m_method->setMethod(pane.asked.pane.method);
    if (m_method->knowsMethod()) {
        const CompletenessBar::Content content = runBar(pane.shown, pane.activity, pane.asked.pane.method);
        m_image->setTitle(methodTitle(seen, model));
        m_facts->setVariant(variantOf(seen, model));
        const HeadFigure figure = headFigure(content);
        m_facts->setFigure({.words = figure.words,
                            .brief = figure.brief,
                            .all = figureLines(content),
                            .state = completenessState(content).color});
    } else {
        m_image->setTitle(QString::fromStdString(pane.asked.pane.method));
        m_facts->setVariant({});
        m_facts->setFigure({});
    }
    m_goOn->setEnabled(pane.shown.state && pane.shown.state->ending == Ending::BudgetEnded && !pane.activity.running);
    showRun(pane, look);
    m_facts->setValue(m_image->valueText());
}

void ComparePane::showRun(const ComparePaneView& pane, const Look& look) {
    if (!pane.error && pane.shown.state && m_offer->stands(pane.shown, pane.activity, pane.subject.model->card))
        return;
    m_offer->hide();
    if (!pane.error && pane.shown.state && look.map.empty() && !look.part.isEmpty()) {
        m_image->setCaption({});
        m_image->showWaiting(look.part);
        return;
    }
    if (!pane.error && pane.shown.state) {
        const Array& map = look.map.empty() ? pane.shown.state->attribution : look.map;
        ImagePane::MapLook drawn = lookOf(look.display, look.range);
        const ModelCard& card = pane.subject.model->card;
        if (partOf(look.display) != SignPart::Absolute) // a magnitude says nothing that six panes would have to repeat
            drawn.words = barWords(look.display, QString::fromStdString(targetName(pane.shown.target, card)));
        m_image->showMap(m_drawn.plane(map, look.display), map, drawn);
        const QString caption = compareCaption(pane.shown, card, look.display, look.sharedRange);
        m_image->setCaption(look.part.isEmpty() ? caption : QStringLiteral("%1 · %2").arg(look.part, caption));
        return;
    }
    m_image->setCaption({});
    if (pane.error)
        m_image->showMessage(QString::fromStdString(pane.error->what()));
    else if (pane.opening)
        m_image->showWaiting(tr("Opening the model…"));
    else if (pane.activity.running)
        m_image->showWaiting(tr("Computing…"));
    else
        m_image->showWaiting(tr("No map"));
}

QString ComparePane::name() const {
    const QString method = m_method->shownName();
    return m_facts->variant().isEmpty() ? method : QStringLiteral("%1 · %2").arg(method, m_facts->variant());
}

std::vector<QWidget*> ComparePane::tabOrder() const {
    return {m_image, m_offer, m_method, m_facts, m_menu};
}

ClipRange ComparePane::rangeOf(const Array& map, const DisplayChoice& display) {
    return m_drawn.range(map, display);
}

void ComparePane::setMark(const QString& letter) {
    m_mark->setText(letter);
    m_mark->setVisible(!letter.isEmpty());
}

void ComparePane::showFigures() {
    auto* menu = new QMenu(m_facts);
    menu->setObjectName(QStringLiteral("compareFigures"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString& line : m_facts->allFigures().split(u'\n'))
        menu->addAction(line)->setEnabled(false);
    menu->addSeparator();
    menu->addAction(tr("Copy these figures"), this, [name = name(), all = m_facts->allFigures()] {
        QApplication::clipboard()->setText(QStringLiteral("%1\n%2").arg(name, all));
    });
    if (m_goOn->isEnabled())
        menu->addAction(m_goOn);
    menu->popup(m_facts->mapToGlobal(QPoint(m_facts->width() - menu->sizeHint().width(), m_facts->height())));
}

void ComparePane::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->pos();
}

// The header is what a pane is dragged by; the picture itself pans.
void ComparePane::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton) ||
        (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    auto* drag = new QDrag(this);
    drag->setMimeData(m_image->dragData());
    drag->setPixmap(m_image->grab().scaledToWidth(160, Qt::SmoothTransformation));
    drag->exec(Qt::MoveAction);
}

void ComparePane::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        Q_EMIT maximizeRequested();
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
