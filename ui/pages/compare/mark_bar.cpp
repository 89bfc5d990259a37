// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/mark_bar.h"

#include "ui/widgets/theme.h"
#include "ui/widgets/tool_choice.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QToolButton>

namespace blurig::ui {

namespace {
constexpr int firstDiameter = 16;
constexpr int mostDiameter = 200;
} // namespace

MarkBar::MarkBar(QWidget* parent)
    : QWidget(parent)
    , m_tools(new QButtonGroup(this))
    , m_diameter(new QSpinBox(this)) {
    setObjectName(QStringLiteral("markBar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    offer(MarkTool::Box, "markBox", tr("Box"), tr("Shift+drag on a picture draws a box: AUC and F1 of each map"));
    offer(MarkTool::Paint, "markPaint", tr("Paint"),
          tr("Shift+drag on a picture paints a mask, with Alt it erases. Boxes and mask count together"));
    offer(MarkTool::Erase, "markErase", tr("Erase"), tr("Shift+drag on a picture erases what is painted"));
    for (QAbstractButton* button : m_tools->buttons())
        row->addWidget(button);
    m_diameter->setObjectName(QStringLiteral("brushDiameter"));
    m_diameter->setAccessibleName(tr("Diameter of the brush"));
    m_diameter->setToolTip(tr("Diameter of the brush, in pixels of the model's input"));
    m_diameter->setFixedHeight(sizes::control);
    m_diameter->setRange(1, mostDiameter);
    m_diameter->setSuffix(tr(" px"));
    m_diameter->setValue(firstDiameter);
    row->addStretch(1);
    row->addWidget(m_diameter);
    connect(m_diameter, &QSpinBox::valueChanged, this, &MarkBar::diameterChosen);
    connect(m_tools, &QButtonGroup::idClicked, this, [this] { setTool(tool()); });
    setTool(MarkTool::Box);
}

void MarkBar::offer(MarkTool tool, const char* name, const QString& text, const QString& help) {
    addToolChoice(m_tools, {static_cast<int>(tool), QLatin1String(name), text, help}, this)->setAutoRaise(true);
}

MarkTool MarkBar::tool() const {
    return static_cast<MarkTool>(m_tools->checkedId());
}

void MarkBar::setTool(MarkTool tool) {
    m_tools->button(static_cast<int>(tool))->setChecked(true);
    m_diameter->setEnabled(tool != MarkTool::Box);
    Q_EMIT toolChosen(tool);
}

int MarkBar::diameter() const {
    return m_diameter->value();
}

} // namespace blurig::ui
