// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/pane_inputs.h"

#include "core/explain/crop_words.h"
#include "core/explain/resolve.h"

#include <utility>

namespace blurig::ui {

namespace {

bool isOf(const Subject& subject, const Subject& opened) {
    if (subject.heard.has_value() != opened.heard.has_value())
        return false;
    if (subject.heard &&
        (subject.heard->clip.clip != opened.heard->clip.clip || subject.heard->patch != opened.heard->patch ||
         subject.heard->blurred != opened.heard->blurred))
        return false;
    return subject.picture.isSameAs(opened.picture) && subject.crop == opened.crop;
}

// Another model sees the same patch only where it takes sounds in the same way.
void requireSameSound(const ModelInfo& model, const Subject& subject) {
    if (subject.heard && soundSpec(model) != subject.heard->clip.clip->spec)
        throw Error(ErrorCode::ModelInput, model.file, "takes sounds in another way than the open model",
                    "Choose a model with the same front end and patches, or open it alone");
}

} // namespace

PaneInputs::PaneInputs(EngineAdapter* engine, QObject* parent)
    : QObject(parent)
    , m_lane(engine, Urgency::Focused) {
    connect(&m_lane, &LaneFollower::updated, this, [this](const SharedSnapshot& snapshot) {
        if (const auto* model = answerOf<std::shared_ptr<const ModelInfo>>(*snapshot))
            onModel(*model);
        else if (const auto* input = answerOf<ScoredInput>(*snapshot))
            onInput(*input);
        else if (const auto* sound = answerOf<ScoredSound>(*snapshot))
            onInput({sound->subject.prepared, sound->subject.classScores});
    });
    connect(&m_lane, &LaneFollower::failed, this, &PaneInputs::onFailed);
}

const PaneInputs::Entry* PaneInputs::find(const std::string& file) const {
    const auto found = m_entries.find(file);
    return found == m_entries.end() ? nullptr : &found->second;
}

void PaneInputs::follow(const std::map<std::string, PaneChoice>& models, const Subject& opened) {
    if (!m_current.empty() && !models.contains(m_current))
        cancel();
    std::erase_if(m_entries, [&models](const auto& entry) { return !models.contains(entry.first); });
    for (const auto& [file, pane] : models) {
        Entry& entry = m_entries[file];
        if (isOf(entry.subject, opened))
            continue;
        if (file == m_current && entry.subject.model) // its request prepares the picture before
            cancel();
        entry.wanted = pane;
        entry.subject.picture = opened.picture;
        entry.subject.crop = opened.crop;
        entry.subject.heard = opened.heard;
        entry.subject.input.reset();
        entry.error.reset();
    }
    proceed();
}

OpenModel PaneInputs::openModel(const PaneChoice& wanted) const {
    return {.file = wanted.model, .options = modelOptionsOf(wanted, Reading::Lenient)};
}

void PaneInputs::retry() {
    for (auto& [file, entry] : m_entries)
        entry.error.reset();
}

void PaneInputs::cancel() {
    m_lane.withdraw();
    m_current.clear();
}

void PaneInputs::proceed() {
    if (!m_current.empty())
        return;
    for (const auto& [file, entry] : m_entries) {
        if (entry.error || entry.subject.input || entry.subject.picture.empty())
            continue;
        m_current = file;
        if (entry.subject.model)
            score(entry.subject);
        else
            m_lane.submit(openModel(entry.wanted));
        return;
    }
}

void PaneInputs::score(const Subject& subject) {
    if (!subject.heard)
        m_lane.submit(ScoreInput{
            .model = subject.model, .picture = subject.picture, .crop = cropOf(subject.crop, Reading::Lenient)});
    else
        m_lane.submit(ScoreSound{.model = subject.model,
                                 .file = subject.picture.name(),
                                 .known = {.clip = subject.heard->clip.clip},
                                 .patch = subject.heard->patch,
                                 .blurred = subject.heard->blurred});
}

void PaneInputs::onModel(const std::shared_ptr<const ModelInfo>& model) {
    const auto card = model->cardOrigin == CardOrigin::Assumed ? m_cards(model->sha256) : std::nullopt;
    if (card) {
        OpenModel again = openModel(m_entries.at(m_current).wanted);
        again.options.card = card;
        m_lane.submit(std::move(again));
        return;
    }
    try {
        requireKnownCard(*model);
        requireSameSound(*model, m_entries.at(m_current).subject);
    } catch (const Error& error) {
        onFailed(error);
        return;
    }
    m_entries.at(m_current).subject.model = model;
    Q_EMIT modelOpened(QString::fromStdString(model->file), model->sha256);
    m_current.clear();
    proceed();
}

void PaneInputs::onInput(const ScoredInput& input) {
    m_entries.at(m_current).subject.input = input;
    end();
}

void PaneInputs::onFailed(const Error& error) {
    m_entries.at(m_current).error = error;
    end();
}

void PaneInputs::end() {
    m_current.clear();
    proceed();
    Q_EMIT changed();
}

} // namespace blurig::ui
