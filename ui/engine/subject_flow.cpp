// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/subject_flow.h"

#include "core/explain/crop_words.h"
#include "core/explain/recorded.h"
#include "core/explain/resolve.h"
#include "core/explain/sound_choice.h"
#include "core/model/class_ranking.h"

#include <QScopedValueRollback>

#include <utility>

namespace blurig::ui {

SubjectFlow::SubjectFlow(Session* session, EngineAdapter* engine, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_pictures(engine, Urgency::Opening)
    , m_models(engine, Urgency::Opening)
    , m_scores(engine, Urgency::Opening) {
    connect(session, &Session::changed, this,
            [this](Session::Changes what) { m_session->later([this, what] { follow(what); }); });
    connect(&m_pictures, &LaneFollower::updated, this, [this](const SharedSnapshot& snapshot) {
        if (const auto* picture = answerOf<Picture>(*snapshot))
            onPicture(*picture);
    });
    connect(&m_models, &LaneFollower::updated, this, &SubjectFlow::onModel);
    connect(&m_scores, &LaneFollower::updated, this, [this](const SharedSnapshot& snapshot) {
        if (!m_opening)
            return;
        if (const auto* input = answerOf<ScoredInput>(*snapshot))
            finish(
                {.picture = m_opening->picture, .model = m_opening->model, .crop = m_opening->crop, .input = *input});
        else if (const auto* sound = answerOf<ScoredSound>(*snapshot))
            onSound(*sound);
    });
    const auto told = [this](LaneFollower& lane, Part part) {
        connect(&lane, &LaneFollower::failed, this, [this, part](const Error& error) { onFailed(part, error); });
    };
    told(m_pictures, Part::Picture);
    told(m_models, Part::Model);
    told(m_scores, Part::Input);
}

bool SubjectFlow::takes(Session::Changes what) const {
    const bool crop = what.testFlag(Session::Change::Crop) && m_session->choice().crop != m_subject.crop;
    // While something opens, the patch that is shown may be wanted again.
    const bool sound = what.testFlag(Session::Change::Sound) &&
                       (m_opening || blurig::soundOf(m_session->choice(), Reading::Lenient) != soundOf(m_subject));
    return m_writing || crop || sound || what.testFlag(Session::Change::Picture) ||
           what.testFlag(Session::Change::Model);
}

void SubjectFlow::follow(Session::Changes what) {
    if (!m_writing && takes(what))
        reopen(m_session->choice());
}

// Continues what is on its way, if something is: a picture and a model dropped together are shown together.
Opening& SubjectFlow::begin(Opening::From from) {
    m_scores.withdraw();
    if (!m_opening) {
        m_opening = m_shown;
        m_opening->newPicture = false;
        m_opening->newModel = false;
        m_opening->fitting = false;
    }
    m_opening->from = from;
    return *m_opening;
}

void SubjectFlow::openPicture(OpenPicture picture) {
    Opening& opening = begin(Opening::From::User);
    opening.newPicture = true;
    opening.waitsForPicture = true;
    opening.sound.reset();
    opening.crop = {};
    opening.target = "top";
    picture.colours = readWord(Reading::Lenient, ColourConversion::AsStored,
                               [&opening] { return parseColours(opening.colours, "colours"); });
    if (!picture.bytes.empty())
        m_pasted = {picture, {}};
    m_pictures.submit(std::move(picture));
    Q_EMIT openingChanged();
}

void SubjectFlow::openSound(const std::string& file) {
    m_pictures.withdraw();
    Opening& opening = begin(Opening::From::User);
    opening.newPicture = true;
    opening.waitsForPicture = false;
    opening.picture = {};
    opening.sound = {.file = file};
    opening.colours = "as-stored";
    opening.crop = {};
    opening.target = "top";
    Q_EMIT openingChanged();
    proceed();
}

void SubjectFlow::openModel(OpenModel model) {
    Opening& opening = begin(Opening::From::User);
    opening.newModel = true;
    opening.waitsForModel = true;
    opening.target = "top";
    opening.score = "softmax";
    if (opening.sound) { // another model has other patches and axes
        opening.sound->patch.reset();
        opening.sound->blurred = BlurredAxes::Both;
    }
    ask(std::move(model));
    Q_EMIT openingChanged();
}

void SubjectFlow::ask(OpenModel model) {
    m_asked = model;
    m_models.submit(std::move(model));
}

// A way to run or a card that this program does not know is told, and left out.
OpenModel SubjectFlow::modelOf(const Choice& wanted) {
    OpenModel model{.file = wanted.model, .options = {}};
    try {
        model.options = modelOptionsOf(wanted, Reading::Strict);
    } catch (const Error& error) {
        model.options = modelOptionsOf(wanted, Reading::Lenient);
        Q_EMIT failed(Part::Model, error);
    }
    model.options.trusted = m_trust(wanted.model);
    return model;
}

void SubjectFlow::reopen(const Choice& wanted) {
    m_pictures.withdraw();
    m_models.withdraw();
    m_opening.reset();
    Opening& opening = begin(Opening::From::Session);
    opening.colours = wanted.colours;
    opening.crop = wanted.crop;
    opening.target = wanted.target;
    opening.score = wanted.score;
    reopenSource(wanted);
    if (!isModel(m_shown.model, wanted)) {
        opening.newModel = true;
        opening.model = m_known.model(wanted.modelSha256);
        if (!isModel(opening.model, wanted)) // known, but run otherwise
            opening.model = nullptr;
        opening.waitsForModel = opening.model == nullptr;
        if (opening.waitsForModel)
            ask(modelOf(wanted));
    }
    Q_EMIT openingChanged();
    proceed();
}

void SubjectFlow::reopenSource(const Choice& wanted) {
    Opening& opening = *m_opening;
    const bool shown = isPicture(m_shown.picture, wanted);
    opening.newPicture = !shown;
    if (shown ? opening.sound.has_value() : namesSound(wanted)) {
        const auto part = blurig::soundOf(wanted, Reading::Lenient);
        const SoundChoice chosen = part.value_or(SoundChoice());
        if (!shown) {
            opening.picture = {};
            opening.sound = {.file = wanted.picture, .sha256 = wanted.pictureSha256};
        }
        opening.sound->patch = part ? std::optional(chosen.patch) : std::nullopt;
        opening.sound->blurred = chosen.blurred;
    } else if (!shown) {
        opening.sound.reset();
        opening.picture = m_known.picture(wanted.pictureSha256, coloursOf(wanted, Reading::Lenient));
        opening.waitsForPicture = opening.picture.empty();
        if (opening.waitsForPicture)
            m_pictures.submit(fileOrBytes(wanted));
    }
}

OpenPicture SubjectFlow::fileOrBytes(const Choice& wanted) const {
    const bool pasted = !m_pasted.sha256.empty() && m_pasted.sha256 == wanted.pictureSha256;
    OpenPicture picture = pasted ? m_pasted.asked : OpenPicture{.file = wanted.picture, .bytes = {}};
    picture.colours = coloursOf(wanted, Reading::Lenient);
    return picture;
}

void SubjectFlow::cancel() {
    if (!m_opening)
        return;
    for (LaneFollower* lane : {&m_pictures, &m_models, &m_scores})
        lane->withdraw();
    abandon();
}

void SubjectFlow::onPicture(const Picture& picture) {
    if (m_opening) {
        if (m_pasted.sha256.empty() && m_pasted.asked.file == picture.name())
            m_pasted.sha256 = picture.sha256();
        m_opening->picture = picture;
        m_opening->waitsForPicture = false;
        proceed();
    }
}

void SubjectFlow::onModel(const SharedSnapshot& snapshot) {
    if (const auto* step = std::get_if<ModelStep>(&snapshot->answer); step && snapshot->status == Status::Running)
        Q_EMIT modelExamined(QString::fromStdString(step->words), snapshot->progress);
    const auto* opened = answerOf<std::shared_ptr<const ModelInfo>>(*snapshot);
    if (!opened || !m_opening)
        return;
    const std::shared_ptr<const ModelInfo>& model = *opened;
    const auto card = model->cardOrigin == CardOrigin::Assumed ? m_cards(model->sha256) : std::nullopt;
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

void SubjectFlow::onFailed(Part part, const Error& error) {
    if (!m_opening)
        return;
    if (part == Part::Picture) {
        m_opening->picture = m_shown.picture;
        m_opening->sound = m_shown.sound;
        m_opening->colours = m_shown.colours;
        m_opening->newPicture = false;
        m_opening->waitsForPicture = false;
    } else if (part == Part::Model) {
        m_opening->model = m_shown.model;
        m_opening->newModel = false;
        m_opening->waitsForModel = false;
    }
    const bool somethingLeft = m_opening->newPicture || m_opening->newModel;
    if (part != Part::Input && somethingLeft && !m_opening->fitting)
        proceed();
    else
        abandon();
    Q_EMIT failed(part, error);
}

void SubjectFlow::proceed() {
    Opening& opening = *m_opening;
    if (opening.waitsForPicture || opening.waitsForModel)
        return;
    const bool misfit = opening.hasSource() && isOfOtherKind(opening.model.get(), opening.sound.has_value());
    if (misfit && opening.newPicture && !opening.newModel) {
        askForFittingModel();
        return;
    }
    if (misfit && !opening.newPicture) { // the model alone: what is shown is nothing for it
        opening.picture = {};
        opening.sound.reset();
    }
    if (opening.hasSource() && opening.model)
        score();
    else
        finish({.picture = opening.picture, .model = opening.model, .crop = opening.crop});
}

void SubjectFlow::askForFittingModel() {
    const bool sounds = m_opening->sound.has_value();
    OpenModel model{.file = m_fitting(sounds), .options = {}};
    if (model.file.empty()) {
        const std::string kind = sounds ? "sounds" : "pictures";
        const Error error(ErrorCode::ModelInput, sounds ? m_opening->sound->file : m_opening->picture.name(),
                          sounds ? "is a sound, and no model of sounds is open" : "needs a model of pictures",
                          "Open a model of " + kind + ", then this file again");
        abandon();
        Q_EMIT failed(Part::Input, error);
        return;
    }
    m_opening->fitting = true;
    m_opening->newModel = true;
    m_opening->waitsForModel = true;
    m_opening->score = "softmax";
    model.options.trusted = m_trust(model.file.string());
    ask(std::move(model));
    Q_EMIT openingChanged();
}

void SubjectFlow::score() {
    const Opening& opening = *m_opening;
    if (const auto& sound = opening.sound)
        m_scores.submit(
            ScoreSound{.model = opening.model,
                       .file = sound->file,
                       .known = sound->sha256.empty() ? ScoredClip() : m_known.clip(sound->sha256, *opening.model),
                       .patch = sound->patch,
                       .blurred = sound->blurred});
    else
        m_scores.submit(ScoreInput{
            .model = opening.model, .picture = opening.picture, .crop = cropOf(opening.crop, Reading::Lenient)});
}

// "top" is the clip's: another class may be it in the patch.
void SubjectFlow::onSound(const ScoredSound& sound) {
    if (m_opening->target == "top" && !m_opening->sound->patch)
        m_opening->target = indexTarget(bestClasses(sound.clip.scores->clip.host(), 1).front());
    m_opening->sound->sha256 = sound.clip.clip->sound.sha256;
    m_known.remember(sound.clip, m_opening->model->id);
    finish(heardSubject(m_opening->model, sound));
}

void SubjectFlow::finish(Subject subject) {
    if (!m_opening)
        return;
    const Opening opening = *std::exchange(m_opening, std::nullopt);
    m_shown = opening;
    m_shown.picture = subject.picture;
    if (!opening.picture.empty() && !opening.sound)
        m_known.remember(opening.picture);
    if (opening.model)
        m_known.remember(opening.model);
    m_subject = std::move(subject);
    Choice choice = m_session->choice();
    writeSubject(choice);
    choice.colours = opening.colours;
    choice.target = opening.target;
    choice.score = opening.score;
    {
        const QScopedValueRollback guard(m_writing, true);
        if (opening.from == Opening::From::User)
            m_session->apply(choice);
        else
            m_session->correct(choice);
    }
    Q_EMIT opened();
    Q_EMIT changed();
    Q_EMIT openingChanged();
}

void SubjectFlow::abandon() {
    m_opening.reset();
    Choice choice = m_session->choice();
    writeSubject(choice);
    choice.colours = name(m_subject.picture.colours());
    {
        const QScopedValueRollback guard(m_writing, true);
        m_session->correct(choice);
    }
    Q_EMIT abandoned();
    Q_EMIT openingChanged();
}

void SubjectFlow::writeSubject(Choice& choice) const {
    const Picture& picture = m_subject.picture;
    const std::shared_ptr<const ModelInfo>& model = m_subject.model;
    choice.card = model ? givenCard(*model) : std::string();
    choice.picture = picture.empty() ? std::string() : picture.name();
    choice.pictureSha256 = picture.empty() ? std::string() : picture.sha256();
    choice.model = model ? model->file : std::string();
    choice.modelSha256 = model ? model->sha256 : std::string();
    choice.unfrozen = model && model->asFiled;
    choice.execution = model ? toText(model->execution) : std::string();
    choice.crop = m_subject.crop;
    if (const auto sound = soundOf(m_subject))
        write(*sound, choice);
    else
        choice.pages.erase(SoundChoice::part);
}

} // namespace blurig::ui
