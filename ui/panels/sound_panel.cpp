// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/sound_panel.h"

#include "core/explain/sound_choice.h"
#include "core/render/map_render.h"
#include "core/render/sound_drawing.h"
#include "ui/session/session.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/patch_timeline.h"
#include "ui/widgets/raster_image.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tool_choice.h"

#include <QButtonGroup>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace blurig::ui {

namespace {

constexpr int widestDrawing = 1600; // px
constexpr std::array axesChoices{BlurredAxes::Both, BlurredAxes::Frequency, BlurredAxes::Time};

QLabel* makeLine(const QString& objectName, QWidget* parent) {
    auto* line = new QLabel(parent);
    line->setObjectName(objectName);
    line->setTextFormat(Qt::PlainText);
    line->setFont(smallFont(line->font()));
    line->setForegroundRole(QPalette::PlaceholderText);
    line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->setWordWrap(true);
    line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return line;
}

QString factsOf(const Clip& clip) {
    QString facts =
        SoundPanel::tr("%1 · %2 s, %3 Hz")
            .arg(QFileInfo(QString::fromStdString(clip.sound.name)).fileName(), fixed(clip.sound.seconds(), 2))
            .arg(clip.sound.source.rate);
    for (const std::string& note : clip.notes)
        facts += QStringLiteral(" · ") + QString::fromStdString(note);
    return facts;
}

} // namespace

SoundPanel::SoundPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_facts(makeLine(QStringLiteral("soundFacts"), this))
    , m_timeline(new PatchTimeline(this))
    , m_patch(makeLine(QStringLiteral("patchWords"), this))
    , m_axes(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("soundPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_facts);
    column->addWidget(m_timeline);
    column->addWidget(m_patch);
    column->addWidget(makeAxes());
    column->addStretch(1);
    connect(m_timeline, &PatchTimeline::partChosen, this, [this](std::size_t patch) {
        m_session->edit([&](Choice& choice) { write(SoundChoice{patch, m_heard->blurred}, choice); });
    });
    connect(m_axes, &QButtonGroup::idClicked, this, [this](int id) {
        const BlurredAxes blurred = axesChoices[static_cast<std::size_t>(id)];
        m_session->edit([&](Choice& choice) { write(SoundChoice{m_heard->patch, blurred}, choice); });
    });
}

QWidget* SoundPanel::makeAxes() {
    auto* segments = new QWidget(this);
    auto* row = new QHBoxLayout(segments);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    auto* label = new QLabel(tr("Blur"), segments);
    row->addWidget(label);
    row->addSpacing(4);
    const std::array<QString, 3> words{tr("Both"), tr("Frequency"), tr("Time")};
    const std::array<QString, 3> hints{tr("Frequency and time are blurred together"), tr("Frequency alone is blurred"),
                                       tr("Time alone is blurred: the one-dimensional case")};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const QString id = QStringLiteral("blur_%1").arg(QLatin1String(name(axesChoices[i]).data()));
        auto* button = addToolChoice(m_axes, {static_cast<int>(i), id, words[i], hints[i]}, segments);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        row->addWidget(button);
    }
    return segments;
}

void SoundPanel::show(const Subject& subject) {
    const auto before = m_heard ? m_heard->clip.clip : nullptr;
    m_heard = subject.heard;
    const Clip& clip = *m_heard->clip.clip;
    if (before != m_heard->clip.clip)
        draw(m_heard->clip.clip);
    m_facts->setText(factsOf(clip));
    m_facts->setToolTip(plainToolTip(QString::fromStdString(clip.sound.name)));
    m_timeline->setChosen(m_heard->patch);
    m_patch->setText(tr("Patch %1 of %2: %3 to %4 s")
                         .arg(m_heard->patch + 1)
                         .arg(clip.patches.size())
                         .arg(fixed(startOf(clip, m_heard->patch), 2), fixed(endOf(clip, m_heard->patch), 2)));
    const bool hasFrequencies = frontEndOf(clip.spec) != nullptr;
    for (QAbstractButton* button : m_axes->buttons()) {
        const BlurredAxes axes = axesChoices[static_cast<std::size_t>(m_axes->id(button))];
        button->setEnabled(hasFrequencies || axes != BlurredAxes::Frequency);
        button->setChecked(axes == m_heard->blurred);
    }
    showScores();
}

void SoundPanel::setTarget(const Target& target) {
    if (target == m_target)
        return;
    m_target = target;
    showScores();
}

void SoundPanel::showScores() {
    if (!m_heard)
        return;
    const auto& [clip, scores] = m_heard->clip;
    std::vector<PatchTimeline::Part> parts;
    for (std::size_t i = 0; i < clip->patches.size(); ++i) {
        parts.push_back({.from = startOf(*clip, i), .to = endOf(*clip, i)});
        if (!m_target.classes.empty())
            parts.back().score = scoreOf(scores->patches[i], m_target);
    }
    m_timeline->setParts(parts, clip->sound.seconds());
}

void SoundPanel::draw(const std::shared_ptr<const Clip>& clip) {
    m_timeline->setDrawing({});
    m_drawing.run([this, clip](const std::stop_token& stop) -> BackgroundThread::Completion {
        QImage image;
        if (!stop.stop_requested()) {
            const Raster whole = soundDrawing(clip->whole);
            image = imageOf(whole.width > widestDrawing ? scaled(whole, widestDrawing, whole.height) : whole,
                            QImage::Format_RGB32);
        }
        return [this, image] { m_timeline->setDrawing(image); };
    });
}

} // namespace blurig::ui
