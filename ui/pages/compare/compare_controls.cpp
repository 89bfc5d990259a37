// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/compare_controls.h"

#include "core/explain/presets.h"
#include "ui/pages/compare/compare_editor.h"
#include "ui/panels/class_picker.h"
#include "ui/panels/crop_panel.h"
#include "ui/panels/display_panel.h"
#include "ui/panels/section.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace blurig::ui {

CompareControls::CompareControls(Session* session, ExploreFlow* slider, CompareEditor* editor, QWidget* parent)
    : QSplitter(Qt::Vertical, parent)
    , m_editor(editor)
    , m_crop(new CropPanel(session, this))
    , m_presets(new QComboBox(this))
    , m_display(new DisplayPanel(session, tr("the pane that was clicked last"), this))
    , m_sharedRange(new QCheckBox(tr("One colour range for all panes"), this)) {
    setObjectName(QStringLiteral("splitterCompareLeft"));
    auto* classes = new ClassPicker(session, slider, this);
    classes->setObjectName(QStringLiteral("compareClassList"));
    classes->setMinimumHeight(100);
    m_crop->setMinimumHeight(150);
    connect(m_display, &DisplayPanel::counted, this, &CompareControls::counted);
    addWidget(m_crop);
    addWidget(classes);
    addWidget(makeScrolled());
    setChildrenCollapsible(false);
    setMinimumWidth(280);
    setSizes({180, 260, 400});
}

QWidget* CompareControls::makeScrolled() {
    auto* controls = new QWidget(this);
    auto* column = new QVBoxLayout(controls);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(makeSection(tr("Compared"), makeCompared(), controls));
    column->addWidget(makeSection(tr("Same effort for path methods"), makeFairness(), controls));
    column->addWidget(makeSection(tr("Drawn"), makeDrawn(), controls));
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(controls);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumHeight(120);
    return scroll;
}

QWidget* CompareControls::makeCompared() {
    m_presets->setObjectName(QStringLiteral("comparePresets"));
    m_presets->setPlaceholderText(tr("Choose a preset"));
    m_presets->setMinimumContentsLength(10);
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const ComparePreset& preset : comparePresets())
        m_presets->addItem(QCoreApplication::translate("Compare", preset.label), QString::fromLatin1(preset.id));
    m_presets->setCurrentIndex(-1);
    connect(m_presets, &QComboBox::activated, this,
            [this] { m_editor->applyPreset(m_presets->currentData().toString()); });
    auto* add = new QPushButton(tr("Add a pane"), this);
    add->setObjectName(QStringLiteral("compareAdd"));
    connect(add, &QPushButton::clicked, m_editor, &CompareEditor::addPane);
    auto* compared = new QWidget(this);
    auto* column = new QVBoxLayout(compared);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_presets);
    column->addWidget(add);
    return compared;
}

QWidget* CompareControls::makeFairness() {
    auto* gradients = new QSpinBox(this);
    gradients->setObjectName(QStringLiteral("sameGradients"));
    gradients->setRange(9, 4096);
    gradients->setValue(64);
    gradients->setSuffix(tr(" gradients"));
    auto* setGradients = new QPushButton(tr("Set"), this);
    setGradients->setObjectName(QStringLiteral("setSameGradients"));
    setGradients->setToolTip(tr("Each path method gets this budget and uses it up"));
    connect(setGradients, &QPushButton::clicked, this,
            [this, gradients] { m_editor->setSameGradients(gradients->value()); });
    auto* gap = new QDoubleSpinBox(this);
    gap->setObjectName(QStringLiteral("sameGap"));
    gap->setRange(0.01, 100);
    gap->setValue(1);
    gap->setPrefix(tr("gap "));
    gap->setSuffix(QStringLiteral(" %"));
    auto* setGap = new QPushButton(tr("Set"), this);
    setGap->setObjectName(QStringLiteral("setSameGap"));
    setGap->setToolTip(tr("Each path method refines until its completeness gap is at most this"));
    connect(setGap, &QPushButton::clicked, this, [this, gap] { m_editor->setSameGap(gap->value() / 100); });
    auto* fairness = new QWidget(this);
    auto* layout = new QGridLayout(fairness);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(gradients, 0, 0);
    layout->addWidget(setGradients, 0, 1);
    layout->addWidget(gap, 1, 0);
    layout->addWidget(setGap, 1, 1);
    layout->setColumnStretch(0, 1);
    return fairness;
}

QWidget* CompareControls::makeDrawn() {
    m_sharedRange->setObjectName(QStringLiteral("sharedRange"));
    m_sharedRange->setToolTip(tr("The widest range of the panes; else each pane's colours end at its own"));
    connect(m_sharedRange, &QCheckBox::toggled, m_editor, &CompareEditor::setSharedRange);
    auto* drawn = new QWidget(this);
    auto* column = new QVBoxLayout(drawn);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_display);
    column->addWidget(m_sharedRange);
    return drawn;
}

void CompareControls::showInput(const Subject& input) {
    m_crop->show(input);
}

void CompareControls::showValues(const Array& map) {
    m_display->showValues(map);
}

bool CompareControls::settled() const {
    return m_display->settled();
}

void CompareControls::showSharedRange(bool shared) {
    const QSignalBlocker blocker(m_sharedRange); // it was chosen elsewhere
    m_sharedRange->setChecked(shared);
}

} // namespace blurig::ui
