// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/opening_flow.h"

#include "ui/engine/choice_values.h"

#include <utility>

namespace blurig::ui {

namespace {

bool isPicture(const Picture& shown, const Choice& wanted) {
    if (wanted.picture.empty())
        return true; // a choice without a picture goes with any
    return !shown.empty() && shown.colours() == coloursOf(wanted.colours) &&
           (wanted.pictureSha256.empty() ? shown.name() == wanted.picture : shown.sha256() == wanted.pictureSha256);
}

bool isModel(const std::shared_ptr<const Model>& shown, const Choice& wanted) {
    if (wanted.model.empty())
        return true;
    return shown &&
           (wanted.modelSha256.empty() ? shown->file() == wanted.model : shown->sha256() == wanted.modelSha256) &&
           (wanted.execution.empty() ? shown->asFiled() == wanted.unfrozen
                                     : toText(shown->execution()) == wanted.execution);
}

} // namespace

OpeningFlow::OpeningFlow(EngineAdapter* engine, QObject* parent)
    : QObject(parent)
    , m_engine(engine) {
    connect(engine, &EngineAdapter::pictureReady, this, &OpeningFlow::onPicture);
    connect(engine, &EngineAdapter::modelReady, this, &OpeningFlow::onModel);
    connect(engine, &EngineAdapter::inputScored, this, [this](const ScoredInput& input) { finish(input); });
    connect(engine, &EngineAdapter::failed, this, &OpeningFlow::onFailed);
}

// Continues what is on its way, if something is: a picture and a model dropped together are shown together.
Opening& OpeningFlow::begin(Opening::From from) {
    m_engine->withdraw(Slot::Scores);
    if (!m_opening) {
        m_opening = m_shown;
        m_opening->newPicture = false;
        m_opening->newModel = false;
    }
    m_opening->from = from;
    return *m_opening;
}

void OpeningFlow::openPicture(OpenPicture picture) {
    Opening& opening = begin(Opening::From::User);
    opening.newPicture = true;
    opening.waitsForPicture = true;
    opening.crop = {};
    opening.target = "top";
    picture.colours = coloursOf(opening.colours);
    if (!picture.bytes.empty())
        m_pasted = {picture, {}};
    m_engine->submit(Slot::Picture, std::move(picture));
    Q_EMIT busyChanged();
}

void OpeningFlow::openModel(OpenModel model) {
    Opening& opening = begin(Opening::From::User);
    opening.newModel = true;
    opening.waitsForModel = true;
    opening.target = "top";
    opening.score = "softmax";
    ask(std::move(model));
    Q_EMIT busyChanged();
}

void OpeningFlow::ask(OpenModel model) {
    m_asked = model;
    m_engine->submit(Slot::Model, std::move(model));
}

// A way to run that this program does not know is told, and the model is examined instead.
OpenModel OpeningFlow::modelOf(const Choice& wanted) {
    OpenModel model{.file = wanted.model, .options = {}};
    model.options.freezing = wanted.unfrozen ? Freezing::AsFiled : Freezing::Frozen;
    try {
        if (!wanted.execution.empty())
            model.options.execution = parseExecution(wanted.execution, wanted.model);
    } catch (const Error& error) {
        Q_EMIT failed(Slot::Model, error);
    }
    return model;
}

void OpeningFlow::follow(const Choice& wanted) {
    m_engine->withdraw(Slot::Picture);
    m_engine->withdraw(Slot::Model);
    m_opening.reset();
    Opening& opening = begin(Opening::From::Session);
    opening.colours = wanted.colours;
    opening.crop = wanted.crop;
    opening.target = wanted.target;
    opening.score = wanted.score;
    if (!isPicture(m_shown.picture, wanted)) {
        opening.newPicture = true;
        opening.picture = m_known.picture(wanted.pictureSha256, coloursOf(wanted.colours));
        opening.waitsForPicture = opening.picture.empty();
        if (opening.waitsForPicture)
            m_engine->submit(Slot::Picture, fileOrBytes(wanted));
    }
    if (!isModel(m_shown.model, wanted)) {
        opening.newModel = true;
        opening.model = m_known.model(wanted.modelSha256);
        if (!isModel(opening.model, wanted)) // known, but run otherwise
            opening.model = nullptr;
        opening.waitsForModel = opening.model == nullptr;
        if (opening.waitsForModel)
            ask(modelOf(wanted));
    }
    Q_EMIT busyChanged();
    proceed();
}

OpenPicture OpeningFlow::fileOrBytes(const Choice& wanted) const {
    const bool pasted = !m_pasted.sha256.empty() && m_pasted.sha256 == wanted.pictureSha256;
    OpenPicture picture = pasted ? m_pasted.asked : OpenPicture{.file = wanted.picture, .bytes = {}};
    picture.colours = coloursOf(wanted.colours);
    return picture;
}

void OpeningFlow::cancel() {
    if (!m_opening)
        return;
    for (const Slot slot : {Slot::Picture, Slot::Model, Slot::Scores})
        m_engine->withdraw(slot);
    abandon();
}

void OpeningFlow::onPicture(const Picture& picture) {
    if (m_opening) {
        if (m_pasted.sha256.empty() && m_pasted.asked.file == picture.name())
            m_pasted.sha256 = picture.sha256();
        m_opening->picture = picture;
        m_opening->waitsForPicture = false;
        proceed();
    }
}

void OpeningFlow::onModel(const std::shared_ptr<const Model>& model) {
    if (!m_opening)
        return;
    const auto card = model->cardOrigin() == CardOrigin::Assumed ? m_cards(model->sha256()) : std::nullopt;
    if (card) {
        OpenModel again = m_asked;
        again.options.card = card;
        ask(std::move(again));
    } else {
        m_opening->model = model;
        m_opening->waitsForModel = false;
        proceed();
    }
}

void OpeningFlow::onFailed(Slot slot, const Error& error) {
    if (!m_opening || (slot != Slot::Picture && slot != Slot::Model && slot != Slot::Scores))
        return;
    if (slot == Slot::Picture) {
        m_opening->picture = m_shown.picture;
        m_opening->colours = m_shown.colours;
        m_opening->newPicture = false;
        m_opening->waitsForPicture = false;
    } else if (slot == Slot::Model) {
        m_opening->model = m_shown.model;
        m_opening->newModel = false;
        m_opening->waitsForModel = false;
    }
    const bool somethingLeft = m_opening->newPicture || m_opening->newModel;
    if (slot != Slot::Scores && somethingLeft)
        proceed();
    else
        abandon();
    Q_EMIT failed(slot, error);
}

void OpeningFlow::proceed() {
    if (m_opening->waitsForPicture || m_opening->waitsForModel)
        return;
    if (m_opening->picture.empty() || !m_opening->model) {
        finish(std::nullopt);
        return;
    }
    m_engine->submit(
        Slot::Scores,
        ScoreInput{.model = m_opening->model, .picture = m_opening->picture, .crop = cropOf(m_opening->crop)});
}

void OpeningFlow::finish(const std::optional<ScoredInput>& input) {
    if (!m_opening)
        return;
    const Opening opening = *std::exchange(m_opening, std::nullopt);
    m_shown = opening;
    if (!opening.picture.empty())
        m_known.remember(opening.picture);
    if (opening.model)
        m_known.remember(opening.model);
    Q_EMIT opened(opening, input);
    Q_EMIT busyChanged();
}

void OpeningFlow::abandon() {
    m_opening.reset();
    Q_EMIT abandoned();
    Q_EMIT busyChanged();
}

} // namespace blurig::ui
