// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/display_panel.h"

#include "core/render/color_map.h"
#include "ui/session/session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

// Maps are signed: only diverging colours have a middle for zero.
std::string defaultColorMap() {
    const auto maps = colorMaps();
    const auto diverging = std::find_if(maps.begin(), maps.end(),
                                        [](const ColorMap& map) { return map.kind == ColorMap::Kind::Diverging; });
    return diverging == maps.end() ? std::string() : diverging->id;
}

} // namespace

DisplayPanel::DisplayPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_reduction(new QComboBox(this))
    , m_clip(new QDoubleSpinBox(this))
    , m_colors(new QComboBox(this))
    , m_overlay(new QCheckBox(tr("Over photo"), this))
    , m_opacity(new QSlider(Qt::Horizontal, this))
    , m_frame(new QComboBox(this)) {
    m_reduction->setObjectName(QStringLiteral("reductionCombo"));
    m_reduction->addItem(tr("Sum"), QStringLiteral("sum"));
    m_reduction->addItem(tr("Absolute"), QStringLiteral("absolute"));
    m_reduction->setToolTip(tr("Over the channels: their sum, or the sum of their absolute values"));
    m_clip->setObjectName(QStringLiteral("clipSpin"));
    m_clip->setRange(90.0, 100.0);
    m_clip->setDecimals(1);
    m_clip->setSingleStep(0.5);
    m_clip->setSuffix(QStringLiteral(" %"));
    m_clip->setKeyboardTracking(false);
    m_clip->setToolTip(tr("The share of pixels whose values lie inside the colour range"));
    m_colors->setObjectName(QStringLiteral("colorMapCombo"));
    for (const ColorMap& map : colorMaps())
        if (map.kind == ColorMap::Kind::Diverging)
            m_colors->addItem(QString::fromStdString(map.label), QString::fromStdString(map.id));
    m_colors->setMinimumContentsLength(8);
    m_colors->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_overlay->setObjectName(QStringLiteral("overlayCheck"));
    m_overlay->setToolTip(tr("Lays the maps over the grey photo"));
    m_opacity->setObjectName(QStringLiteral("opacitySlider"));
    m_opacity->setRange(5, 100);
    m_opacity->setToolTip(tr("Opacity of the maps over the photo"));
    m_opacity->setAccessibleName(m_opacity->toolTip());
    m_frame->setObjectName(QStringLiteral("frameCombo"));
    m_frame->addItem(tr("Model pixels"), QStringLiteral("model"));
    m_frame->addItem(tr("Original photo"), QStringLiteral("original"));
    m_frame->setToolTip(tr("Panes as the model sees the picture, or carried back onto the original"));

    auto* overlayRow = new QHBoxLayout;
    overlayRow->addWidget(m_overlay);
    overlayRow->addWidget(m_opacity, 1);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Channels"), m_reduction);
    form->addRow(tr("Clip at"), m_clip);
    form->addRow(tr("Colours"), m_colors);
    form->addRow(tr("Shown in"), m_frame);
    form->addRow(overlayRow);

    connect(m_reduction, &QComboBox::currentIndexChanged, this, &DisplayPanel::write);
    connect(m_clip, &QDoubleSpinBox::valueChanged, this, &DisplayPanel::write);
    connect(m_colors, &QComboBox::currentIndexChanged, this, &DisplayPanel::write);
    connect(m_overlay, &QCheckBox::toggled, this, &DisplayPanel::write);
    connect(m_opacity, &QSlider::valueChanged, this, &DisplayPanel::write);
    connect(m_frame, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_reading)
            m_session->setFrame(m_frame->currentData().toString().toStdString());
    });
    connect(session, &Session::changed, this, &DisplayPanel::read);
    read();
}

void DisplayPanel::read() {
    const QScopedValueRollback guard(m_reading, true);
    const DisplayChoice& display = m_session->display();
    const auto select = [](QComboBox* box, const std::string& value) {
        box->setCurrentIndex(std::max(0, box->findData(QString::fromStdString(value))));
    };
    select(m_reduction, display.reduction);
    m_clip->setValue(display.clipPercentile);
    select(m_colors, display.colorMap.empty() ? defaultColorMap() : display.colorMap);
    m_overlay->setChecked(display.overlay);
    m_opacity->setValue(static_cast<int>(std::lround(display.opacity * 100)));
    m_opacity->setEnabled(display.overlay);
    select(m_frame, m_session->choice().frame);
}

void DisplayPanel::write() {
    if (m_reading)
        return;
    DisplayChoice display;
    display.reduction = m_reduction->currentData().toString().toStdString();
    display.clipPercentile = m_clip->value();
    const std::string colors = m_colors->currentData().toString().toStdString();
    display.colorMap = colors == defaultColorMap() ? std::string() : colors;
    display.overlay = m_overlay->isChecked();
    display.opacity = m_opacity->value() / 100.0;
    m_session->setDisplay(display);
}

} // namespace blurig::ui
