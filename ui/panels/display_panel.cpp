// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/display_panel.h"

#include "core/record/look_defaults.h"
#include "core/render/smoothing.h"
#include "core/render/value_histogram.h"
#include "ui/panels/map_look.h"
#include "ui/session/session.h"
#include "ui/widgets/double_click.h"
#include "ui/widgets/range_histogram.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double clipEndsMeet = 90; // per cent: the low end goes up to it, the high end down to it
constexpr std::size_t bins = 96;

void offer(QComboBox* box, std::initializer_list<std::pair<const char*, QString>> values) {
    for (const auto& [word, label] : values)
        box->addItem(label, QString::fromLatin1(word));
    box->setMinimumContentsLength(8);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void select(QComboBox* box, const std::string& value) {
    box->setCurrentIndex(std::max(0, box->findData(QString::fromStdString(value))));
}

std::string chosen(const QComboBox* box) {
    return box->currentData().toString().toStdString();
}

QDoubleSpinBox* percentBox(double from, double to, double step, QWidget* parent) {
    auto* box = new QDoubleSpinBox(parent);
    box->setRange(from, to);
    box->setDecimals(1);
    box->setSingleStep(step);
    box->setSuffix(QStringLiteral(" %"));
    box->setKeyboardTracking(false);
    return box;
}

// As the boxes show it.
double tenth(double percentile) {
    return std::round(percentile * 10) / 10;
}

} // namespace

DisplayPanel::DisplayPanel(Session* session, const QString& whose, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_reduction(new QComboBox(this))
    , m_part(new QComboBox(this))
    , m_clipLow(percentBox(0, clipEndsMeet, 5, this))
    , m_clip(percentBox(clipEndsMeet, 100, 0.5, this))
    , m_histogram(new RangeHistogram(this))
    , m_colors(new QComboBox(this))
    , m_look(new QComboBox(this))
    , m_smoothing(new QDoubleSpinBox(this))
    , m_opacity(new QSlider(Qt::Horizontal, this))
    , m_topArea(percentBox(0.1, 100, 5, this))
    , m_frame(new QComboBox(this))
    , m_form(new QFormLayout(this)) {
    describe(whose);
    layOut();
    connectControls();
    read();
    showHistogram();
}

void DisplayPanel::describe(const QString& whose) {
    m_reduction->setObjectName(QStringLiteral("reductionCombo"));
    offer(m_reduction, {{"sum", tr("Sum")}, {"absolute", tr("Absolute")}});
    m_reduction->setToolTip(tr("Over the channels: their sum, or the sum of their absolute values"));
    m_part->setObjectName(QStringLiteral("partCombo"));
    offer(m_part, {{"signed", tr("Both signs")},
                   {"positive", tr("Positive")},
                   {"negative", tr("Negative")},
                   {"absolute", tr("Without sign")}});
    m_part->setToolTip(tr("Which values are shown; a sum of absolute values has no sign"));
    m_clipLow->setObjectName(QStringLiteral("clipLowSpin"));
    m_clipLow->setToolTip(tr("Share of the pixels, those with the smallest magnitude, that are drawn as zero"));
    m_clipLow->setAccessibleName(tr("Low end of the clip"));
    m_clip->setObjectName(QStringLiteral("clipSpin"));
    m_clip->setToolTip(tr("Share of the pixels whose values lie inside the colour range"));
    m_clip->setAccessibleName(tr("High end of the clip"));
    m_histogram->setToolTip(tr("Histogram of the values in %1. Both axes are compressed (asinh, logarithm). Drag the "
                               "handles to change the clip.")
                                .arg(whose));
    m_colors->setObjectName(QStringLiteral("colorMapCombo"));
    offer(m_colors, {});
    m_look->setObjectName(QStringLiteral("lookCombo"));
    offer(m_look, {{"region", tr("Region")},
                   {"signed", tr("Signed")},
                   {"pixels", tr("Pixels")},
                   {"outline", tr("Outline of the top area")},
                   {"masked", tr("Top area of the photo")},
                   {"overlay", tr("Map over grey photo")}});
    m_look->setToolTip(tr("Region: magnitudes over the dimmed photo. Signed: for and against in two hues. Pixels: the "
                          "map alone. The top area has the pixels with the greatest shown values. Choosing a look sets "
                          "the other controls to its usual values"));
    m_smoothing->setObjectName(QStringLiteral("smoothingSpin"));
    m_smoothing->setRange(0, greatestSmoothing);
    m_smoothing->setDecimals(1);
    m_smoothing->setSingleStep(0.5);
    m_smoothing->setSuffix(QStringLiteral(" px"));
    m_smoothing->setKeyboardTracking(false);
    m_smoothing->setToolTip(tr("Gaussian smoothing of what is painted, in pixels of a side of 224. Numbers under the "
                               "crosshair, arrays and measures are always of the raw map"));
    m_opacity->setObjectName(QStringLiteral("opacitySlider"));
    m_opacity->setRange(5, 100);
    m_opacity->setToolTip(tr("Opacity of the maps over the photo"));
    m_opacity->setAccessibleName(m_opacity->toolTip());
    m_topArea->setObjectName(QStringLiteral("topAreaSpin"));
    m_topArea->setToolTip(tr("Share of the picture that belongs to the top area"));
    m_frame->setObjectName(QStringLiteral("frameCombo"));
    offer(m_frame, {{"model", tr("Model pixels")}, {"original", tr("Original photo")}});
    m_frame->setToolTip(tr("Show the panes in model pixels, or on the original photo"));
}

void DisplayPanel::layOut() {
    auto* clip = new QHBoxLayout;
    clip->setSpacing(4);
    clip->addWidget(m_clipLow, 1);
    clip->addWidget(m_clip, 1);
    m_form->setContentsMargins(0, 0, 0, 0);
    auto* clipRow = new QWidget(this);
    clip->setContentsMargins(0, 0, 0, 0);
    clipRow->setLayout(clip);
    using D = DisplayChoice;
    m_form->addRow(tr("Look"), m_look);
    addKnob(tr("Smoothing"), m_smoothing, [](D& to, const D& usual) { to.smoothing = usual.smoothing; });
    addKnob(tr("Channels"), m_reduction, [](D& to, const D& usual) { to.reduction = usual.reduction; });
    addKnob(tr("Sign"), m_part, [](D& to, const D& usual) { to.part = usual.part; });
    addKnob(tr("Clip"), clipRow, [](D& to, const D& usual) {
        to.clipLowPercentile = usual.clipLowPercentile;
        to.clipPercentile = usual.clipPercentile;
    });
    m_form->addRow(m_histogram);
    addKnob(tr("Colours"), m_colors, [](D& to, const D& usual) { to.colorMap = usual.colorMap; });
    addKnob(tr("Strength"), m_opacity, [](D& to, const D& usual) { to.opacity = usual.opacity; });
    addKnob(tr("Top area"), m_topArea, [](D& to, const D& usual) { to.topArea = usual.topArea; });
    m_form->addRow(tr("Shown in"), m_frame);
}

// A double click on its name, or on a slider, gives it the usual value of the look.
void DisplayPanel::addKnob(const QString& name, QWidget* knob, void (*reset)(DisplayChoice&, const DisplayChoice&)) {
    auto* label = new QLabel(name, this);
    label->setObjectName(knob->objectName() + QStringLiteral("Label"));
    label->setBuddy(knob);
    label->setToolTip(tr("Double click: the usual value of the look"));
    m_form->addRow(label, knob);
    const auto run = [this, reset] {
        edit([reset](DisplayChoice& display) { reset(display, displayOfLook(display.look)); });
    };
    new DoubleClick(label, run);
    if (qobject_cast<QSlider*>(knob))
        new DoubleClick(knob, run);
}

void DisplayPanel::connectControls() {
    const auto word = [this](QComboBox* box, std::string DisplayChoice::*member) {
        connect(box, &QComboBox::currentIndexChanged, this,
                [this, box, member] { edit([&](DisplayChoice& display) { display.*member = chosen(box); }); });
    };
    word(m_reduction, &DisplayChoice::reduction);
    word(m_part, &DisplayChoice::part);
    connect(m_look, &QComboBox::currentIndexChanged, this,
            [this] { edit([this](DisplayChoice& display) { display = displayOfLook(chosen(m_look)); }); });
    const auto number = [this](QDoubleSpinBox* box, double DisplayChoice::*member) {
        connect(box, &QDoubleSpinBox::valueChanged, this,
                [this, member](double value) { edit([&](DisplayChoice& display) { display.*member = value; }); });
    };
    number(m_clipLow, &DisplayChoice::clipLowPercentile);
    number(m_clip, &DisplayChoice::clipPercentile);
    number(m_topArea, &DisplayChoice::topArea);
    number(m_smoothing, &DisplayChoice::smoothing);
    connect(m_colors, &QComboBox::currentIndexChanged, this, [this](int index) {
        // The first is the default, whatever it is called in another version.
        edit([&](DisplayChoice& display) { display.colorMap = index > 0 ? chosen(m_colors) : std::string(); });
    });
    connect(m_opacity, &QSlider::valueChanged, this,
            [this](int value) { edit([&](DisplayChoice& display) { display.opacity = value / 100.0; }); });
    connect(m_frame, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_reading)
            m_session->setFrame(chosen(m_frame));
    });
    connect(m_histogram, &RangeHistogram::lowMoved, this,
            [this](double magnitude) { m_clipLow->setValue(tenth(percentileOf(m_plane, magnitude))); });
    connect(m_histogram, &RangeHistogram::limitMoved, this,
            [this](double magnitude) { m_clip->setValue(tenth(percentileOf(m_plane, magnitude))); });
    connect(m_session, &Session::changed, this, [this](Session::Changes what) {
        if (what & (Session::Changes(Session::Change::Display) | Session::Change::Frame))
            read();
    });
}

void DisplayPanel::showValues(const Array& map) {
    if (map.storage() == m_map.storage())
        return;
    m_map = map;
    showHistogram();
}

void DisplayPanel::edit(const std::function<void(DisplayChoice&)>& change) {
    if (m_reading)
        return;
    DisplayChoice display = m_session->display();
    change(display);
    m_session->setDisplay(display);
}

void DisplayPanel::read() {
    const QScopedValueRollback guard(m_reading, true);
    const DisplayChoice& display = m_session->display();
    const LookKind look = lookKindOf(display);
    const bool colored = !showsTopArea(look);
    select(m_reduction, display.reduction);
    select(m_part, std::string(name(partOf(display))));
    m_part->setEnabled(reductionOf(display) == ChannelReduction::Sum);
    m_clipLow->setValue(display.clipLowPercentile);
    m_clip->setValue(display.clipPercentile);
    readColors(display);
    for (QWidget* each : std::initializer_list<QWidget*>{m_clipLow, m_clip, m_histogram, m_colors})
        each->setEnabled(colored);
    select(m_look, std::string(name(look)));
    m_smoothing->setValue(display.smoothing);
    m_opacity->setValue(static_cast<int>(std::lround(display.opacity * 100)));
    m_topArea->setValue(display.topArea);
    m_form->setRowVisible(m_opacity, colored && groundOf(look) != Ground::None);
    m_form->setRowVisible(m_topArea, !colored);
    select(m_frame, m_session->choice().frame);
    if (display != m_display)
        showHistogram();
}

void DisplayPanel::readColors(const DisplayChoice& display) {
    const ColorMap& drawn = colorsOf(display);
    if (m_colors->findData(QString::fromStdString(drawn.id)) < 0) {
        m_colors->clear();
        for (const ColorMap& map : colorMaps())
            if (map.kind == drawn.kind)
                m_colors->addItem(QString::fromStdString(map.label), QString::fromStdString(map.id));
    }
    select(m_colors, drawn.id);
}

void DisplayPanel::showHistogram() {
    m_display = m_session->display();
    if (m_map.empty()) {
        m_counting.forget();
        m_plane = {};
        m_histogram->setContent({}, {});
        return;
    }
    m_counting.run([this, map = m_map, display = m_display](const std::stop_token&) -> BackgroundThread::Completion {
        const Array plane = planeOf(map, display);
        const ClipRange range = clipRange(plane, display.clipLowPercentile, display.clipPercentile);
        return [this, plane, range, histogram = ValueHistogram(plane, partOf(display), bins)] {
            m_plane = plane;
            m_histogram->setContent(histogram, range);
            Q_EMIT counted();
        };
    });
}

} // namespace blurig::ui
