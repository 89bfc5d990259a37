// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/pane_inputs.h"

#include "ui/engine/choice_values.h"

#include <utility>

namespace blurig::ui {

namespace {

bool isOf(const ExploreView& view, const ExploreView& opened) {
    return view.picture.isSameAs(opened.picture) && view.crop == opened.crop;
}

} // namespace

PaneInputs::PaneInputs(EngineAdapter* engine, QObject* parent)
    : QObject(parent)
    , m_engine(engine) {
    connect(engine, &EngineAdapter::paneModelReady, this, &PaneInputs::onModel);
    connect(engine, &EngineAdapter::paneInputScored, this, &PaneInputs::onInput);
    connect(engine, &EngineAdapter::failed, this, [this](Slot slot, const Error& error) {
        if (slot == Slot::PaneInput)
            onFailed(error);
    });
}

const PaneInputs::Entry* PaneInputs::find(const std::string& file) const {
    const auto found = m_entries.find(file);
    return found == m_entries.end() ? nullptr : &found->second;
}

void PaneInputs::follow(const std::set<std::string>& files, const ExploreView& opened) {
    if (!m_current.empty() && !files.contains(m_current))
        cancel();
    std::erase_if(m_entries, [&files](const auto& entry) { return !files.contains(entry.first); });
    for (const std::string& file : files) {
        Entry& entry = m_entries[file];
        if (isOf(entry.view, opened))
            continue;
        if (file == m_current && entry.view.model) // its request prepares the picture before
            cancel();
        entry.view.picture = opened.picture;
        entry.view.crop = opened.crop;
        entry.view.input.reset();
        entry.error.reset();
    }
    proceed();
}

void PaneInputs::retry() {
    for (auto& [file, entry] : m_entries)
        entry.error.reset();
}

void PaneInputs::cancel() {
    m_engine->withdraw(Slot::PaneInput);
    m_current.clear();
}

void PaneInputs::proceed() {
    if (!m_current.empty())
        return;
    for (const auto& [file, entry] : m_entries) {
        if (entry.error || entry.view.input || entry.view.picture.empty())
            continue;
        m_current = file;
        if (entry.view.model)
            m_engine->submit(
                Slot::PaneInput,
                ScoreInput{.model = entry.view.model, .picture = entry.view.picture, .crop = cropOf(entry.view.crop)});
        else
            m_engine->submit(Slot::PaneInput, OpenModel{.file = file, .options = {}});
        return;
    }
}

void PaneInputs::onModel(const std::shared_ptr<const Model>& model) {
    const auto card = model->cardOrigin() == CardOrigin::Assumed ? m_cards(model->sha256()) : std::nullopt;
    if (card) {
        m_engine->submit(Slot::PaneInput, OpenModel{.file = model->file(), .options = {.card = card}});
        return;
    }
    try {
        requireKnownCard(*model);
    } catch (const Error& error) {
        onFailed(error);
        return;
    }
    m_entries.at(m_current).view.model = model;
    Q_EMIT modelOpened(QString::fromStdString(model->file()));
    m_current.clear();
    proceed();
}

void PaneInputs::onInput(const ScoredInput& input) {
    m_entries.at(m_current).view.input = input;
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
