// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/pane_overlay.h"

#include "ui/widgets/image_pane.h"
#include "ui/widgets/linked_view.h"

#include <QEvent>

namespace blurig::ui {

PaneOverlay::PaneOverlay(ImagePane* pane, LinkedView* view)
    : QWidget(pane)
    , m_pane(pane)
    , m_view(view) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    pane->installEventFilter(this);
    connect(view, &LinkedView::viewChanged, this, qOverload<>(&QWidget::update));
    setGeometry(pane->rect());
}

bool PaneOverlay::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize)
        setGeometry(m_pane->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace blurig::ui
