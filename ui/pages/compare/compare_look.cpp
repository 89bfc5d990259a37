// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/compare_look.h"

#include "ui/pages/compare/compare_editor.h"
#include "ui/panels/display_panel.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace blurig::ui {

CompareLook::CompareLook(Session* session, CompareEditor* editor, QWidget* parent)
    : QScrollArea(parent)
    , m_display(new DisplayPanel(session, tr("the pane that was clicked last"), this))
    , m_sharedRange(new QCheckBox(tr("One range for maps in one unit"), this)) {
    setObjectName(QStringLiteral("compareLook"));
    m_sharedRange->setObjectName(QStringLiteral("sharedRange"));
    m_sharedRange->setToolTip(
        tr("Maps that add up to a change of the score share the widest of their ranges, and so do "
           "maps of one other method. Else each map's colours end at its own"));
    connect(m_sharedRange, &QCheckBox::toggled, editor, &CompareEditor::setSharedRange);
    connect(m_display, &DisplayPanel::counted, this, &CompareLook::counted);
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(sizes::gap);
    column->addWidget(m_display);
    column->addWidget(m_sharedRange);
    column->addStretch(1);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void CompareLook::showValues(const Array& map) {
    m_display->showValues(map);
}

void CompareLook::showSharedRange(bool shared) {
    const QSignalBlocker blocker(m_sharedRange); // it was chosen elsewhere
    m_sharedRange->setChecked(shared);
}

bool CompareLook::settled() const {
    return m_display->settled();
}

} // namespace blurig::ui
