// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/compare_controls.h"

#include "core/explain/presets.h"
#include "ui/pages/compare/compare_editor.h"
#include "ui/pages/compare/effort_box.h"
#include "ui/pages/compare/eliding_box.h"
#include "ui/panels/class_picker.h"
#include "ui/panels/crop_panel.h"
#include "ui/session/session.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace blurig::ui {

CompareControls::CompareControls(Session* session, ExploreFlow* slider, CompareEditor* editor, QWidget* parent)
    : QSplitter(Qt::Vertical, parent)
    , m_session(session)
    , m_editor(editor)
    , m_crop(new CropPanel(session, this))
    , m_presets(new ElidingBox(this))
    , m_effort(new EffortBox(this)) {
    setObjectName(QStringLiteral("splitterCompareLeft"));
    auto* classes = new ClassPicker(session, slider, this);
    classes->setObjectName(QStringLiteral("compareClassList"));
    classes->setMinimumHeight(100);
    m_crop->setMinimumHeight(150);
    addWidget(makeCompared());
    addWidget(classes);
    addWidget(m_crop);
    setChildrenCollapsible(false);
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
    setSizes({70, 460, 250});
    connect(m_effort, &EffortBox::chosen, m_editor, &CompareEditor::setEffort);
    showChoice();
}

QWidget* CompareControls::makeCompared() {
    m_presets->setObjectName(QStringLiteral("comparePresets"));
    m_presets->setAccessibleName(tr("Preset"));
    m_presets->setToolTip(tr("The comparisons that the paper shows"));
    m_presets->setPlaceholderText(tr("Choose a preset"));
    for (const ComparePreset& preset : comparePresets())
        m_presets->addItem(QCoreApplication::translate("Compare", preset.label), QString::fromLatin1(preset.id));
    connect(m_presets, &QComboBox::activated, this,
            [this] { m_editor->applyPreset(m_presets->currentData().toString()); });
    auto* add = new QToolButton(this);
    add->setObjectName(QStringLiteral("compareAdd"));
    add->setText(QStringLiteral("+"));
    add->setToolTip(tr("Add a pane, like the last one"));
    add->setAccessibleName(tr("Add a pane"));
    add->setFixedSize(sizes::control, sizes::control);
    add->setFocusPolicy(Qt::StrongFocus);
    connect(add, &QToolButton::clicked, m_editor, &CompareEditor::addPane);
    auto* compared = new QWidget(this);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_presets, 1);
    row->addWidget(add);
    auto* column = new QVBoxLayout(compared);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_effort);
    compared->setFixedHeight(compared->sizeHint().height());
    return compared;
}

void CompareControls::showInput(const Subject& input) {
    m_crop->show(input);
}

// A preset is named while its panes are as it made them, whatever they may spend.
void CompareControls::showChoice() {
    const CompareChoice& compare = m_session->choice().compare;
    const auto presets = comparePresets();
    std::vector<PaneChoice> panes = compare.panes;
    for (PaneChoice& pane : panes)
        setEffort(pane, {});
    const auto shown = std::ranges::find_if(presets, [&panes](const ComparePreset& preset) {
        return std::ranges::equal(preset.panes, panes, sameComputation);
    });
    m_presets->setCurrentIndex(shown == presets.end() ? -1 : static_cast<int>(shown - presets.begin()));
    m_effort->show(effortOf(compare));
}

} // namespace blurig::ui
