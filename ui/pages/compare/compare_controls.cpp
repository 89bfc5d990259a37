// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/compare_controls.h"

#include "core/explain/presets.h"
#include "ui/pages/compare/compare_editor.h"
#include "ui/pages/compare/effort_box.h"
#include "ui/pages/compare/eliding_box.h"
#include "ui/pages/compare/mark_bar.h"
#include "ui/pages/compare/octave_flow.h"
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
    , m_effort(new EffortBox(this))
    , m_octave(new ElidingBox(this))
    , m_marks(new MarkBar(this)) {
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
    setSizes({134, 408, 250});
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
    offerOctaves();
    column->addWidget(m_octave);
    column->addWidget(m_marks);
    compared->setFixedHeight(compared->sizeHint().height());
    return compared;
}

void CompareControls::offerOctaves() {
    m_octave->setObjectName(QStringLiteral("compareOctave"));
    m_octave->setAccessibleName(tr("Part of the maps"));
    m_octave->setToolTip(
        tr("Compares whole maps, or the part of each that came from one octave of size, in model pixels: "
           "of methods with a path"));
    m_octave->addItem(tr("Whole maps"), -1);
    m_octave->addItem(tr("Periods under 4 px"), 0);
    for (int octave = 1; octave + 1 < mostOctaves; ++octave)
        m_octave->addItem(tr("Periods of %1 to %2 px").arg(2 << octave).arg(4 << octave), octave);
    m_octave->addItem(tr("Periods over %1 px").arg(2 << (mostOctaves - 1)), mostOctaves - 1);
    connect(m_octave, &QComboBox::activated, this, [this] {
        const int octave = m_octave->currentData().toInt();
        m_session->edit(
            [octave](Choice& choice) { setComparedOctave(choice, octave < 0 ? std::nullopt : std::optional(octave)); });
    });
    connect(m_session, &Session::partChanged, this, [this](const std::string& part) {
        if (part == comparedOctaveId)
            showChoice();
    });
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
    m_octave->setCurrentIndex(m_octave->findData(comparedOctave(m_session->choice()).value_or(-1)));
}

} // namespace blurig::ui
