// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/target_popup.h"

#include "core/model/class_ranking.h"
#include "core/model/superclass.h"
#include "ui/engine/explore_flow.h"
#include "ui/panels/class_picker.h"
#include "ui/session/session.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace blurig::ui {

namespace {

constexpr QSize popupSize(380, 460);
constexpr std::size_t mostKinds = 3;

} // namespace

TargetPopup::TargetPopup(Session* session, ExploreFlow* flow, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_session(session)
    , m_flow(flow) {
    setObjectName(QStringLiteral("targetPopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(popupSize);
    auto* classes = new ClassPicker(session, flow, this);
    classes->setObjectName(QStringLiteral("targetClassList"));
    classes->showInput();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(sizes::gap, sizes::gap, sizes::gap, sizes::gap);
    column->setSpacing(4);
    column->addWidget(classes, 1);
    addKinds(column);
    setFocusProxy(classes->findChild<QLineEdit*>(QStringLiteral("classSearch")));
    connect(classes, &ClassList::chosen, this, &QWidget::close);
    connect(classes, &ClassList::described, this, &QWidget::close);
}

void TargetPopup::addRow(QVBoxLayout* column, const QString& words, const QString& target) {
    auto* row = new QPushButton(withoutMnemonic(words), this);
    row->setObjectName(QStringLiteral("targetRow"));
    row->setFlat(true);
    row->setStyleSheet(QStringLiteral("text-align: left; padding-left: 8px;"));
    row->setFixedHeight(sizes::control);
    connect(row, &QPushButton::clicked, this, [this, target] {
        close();
        m_session->setTarget(target.toStdString());
    });
    column->addWidget(row);
}

void TargetPopup::addKinds(QVBoxLayout* column) {
    const ExploreView& view = m_flow->view();
    const Target& target = m_flow->askedTarget();
    if (!view.subject.input || target.classes.size() != 1)
        return;
    const ModelCard& card = view.subject.model->card;
    const ClassIndex chosen = target.classes.front().index;
    auto* heading = new QLabel(tr("Or explain"), this);
    heading->setFont(labelFont(font()));
    heading->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(heading);
    const std::vector<Superclass> kinds = superclassesOf(chosen, card);
    for (std::size_t i = 0; i < std::min(mostKinds, kinds.size()); ++i)
        addRow(column,
               tr("any %1 (%2 classes)").arg(QString::fromStdString(kinds[i].name)).arg(kinds[i].classes.size()),
               QString::fromStdString("any:" + kinds[i].id));
    for (const ClassIndex other : bestClasses(view.subject.input->classScores.host(), 2))
        if (other != chosen) {
            addRow(column,
                   tr("%1 rather than %2")
                       .arg(QString::fromStdString(shortClassName(chosen, card)),
                            QString::fromStdString(shortClassName(other, card))),
                   QString::fromStdString(indexTarget(chosen) + ",-" + indexTarget(other)));
            break;
        }
}

void TargetPopup::openUnder(const QWidget& anchor) {
    const QPoint under = anchor.mapToGlobal(QPoint((anchor.width() - width()) / 2, anchor.height() + 4));
    const QWidget* window = anchor.window();
    const QPoint first = window->mapToGlobal(QPoint(sizes::gap, 0));
    const int last = first.x() + window->width() - width() - 2 * sizes::gap;
    move(std::clamp(under.x(), first.x(), std::max(first.x(), last)), under.y());
    show();
    setFocus();
}

void TargetPopup::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setPen(themeColors(palette()).line);
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void TargetPopup::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace blurig::ui
