// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/known_subjects.h"
#include "ui/engine/lane_follower.h"
#include "ui/engine/opening.h"
#include "ui/engine/subject.h"
#include "ui/session/session.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace blurig::ui {

// What is open, and how it comes to be: opens pictures, sounds and models as the choice names them, and scores them. A
// picture or sound that the open model does not take is opened together with a model that does. What was opened
// replaces what is shown as a whole, when the whole way to the class scores went well; a failure leaves what is
// shown, and the choice, as they were.
class SubjectFlow : public QObject {
    Q_OBJECT
public:
    SubjectFlow(Session* session, EngineAdapter* engine, QObject* parent = nullptr);

    const Subject& subject() const { return m_subject; }
    bool opening() const { return m_opening.has_value(); }
    // Whether such a change of the choice opens something, so that everything which is shown comes anew; also while the
    // choice is written for what was opened.
    bool takes(Session::Changes what) const;

    // What the user said before of a model file that says nothing of itself, by its hash.
    using RememberedCards = std::function<std::optional<ModelCard>(const std::string& sha256)>;
    void setRememberedCards(RememberedCards cards) { m_cards = std::move(cards); }
    // Which contents a model file may have that a choice names, not the user; see ModelOptions::trusted.
    using Trust = std::function<std::optional<std::set<std::string>>(const std::string& file)>;
    void setTrust(Trust trust) { m_trust = std::move(trust); }
    // The model to open with a picture, or a sound; empty: none is known.
    using FittingModel = std::function<std::string(bool ofSounds)>;
    void setFittingModel(FittingModel fitting) { m_fitting = std::move(fitting); }
    void openPicture(OpenPicture picture);
    void openSound(const std::string& file);
    void openModel(OpenModel model);
    void cancel();

    enum class Part { Picture, Model, Input };

Q_SIGNALS:
    void openingChanged();
    void modelExamined(const QString& step, double done); // while a model opens; done from 0 to 1
    void opened();    // before changed(): for those who tell and remember what was opened
    void changed();   // the subject; the choice says so already
    void abandoned(); // the subject stays, and the choice says so again
    void failed(blurig::ui::SubjectFlow::Part part, const blurig::Error& error);

private:
    // The newest picture that came as bytes, so that it can be decoded otherwise: its name is no file's.
    struct Pasted {
        OpenPicture asked;
        std::string sha256; // empty until it is decoded
    };

    void follow(Session::Changes what);
    void reopen(const Choice& wanted); // what differs from what is shown
    void reopenSource(const Choice& wanted);
    void ask(OpenModel model);
    OpenModel modelOf(const Choice& wanted);
    OpenPicture fileOrBytes(const Choice& wanted) const;
    Opening& begin(Opening::From from);
    void onPicture(const Picture& picture);
    void onModel(const SharedSnapshot& snapshot);
    void onFailed(Part part, const Error& error);
    void proceed();
    void askForFittingModel();
    void score();
    void onSound(const ScoredSound& sound);
    void finish(Subject subject);
    void abandon();
    void writeSubject(Choice& choice) const; // its picture, model and crop, patch and blurred axes

    Session* m_session;
    LaneFollower m_pictures;
    LaneFollower m_models;
    LaneFollower m_scores;
    KnownSubjects m_known;
    Pasted m_pasted;
    RememberedCards m_cards = [](const std::string&) { return std::optional<ModelCard>(); };
    Trust m_trust = [](const std::string&) { return std::optional<std::set<std::string>>(); };
    FittingModel m_fitting = [](bool) { return std::string(); };
    std::optional<Opening> m_opening;
    OpenModel m_asked; // the newest model request
    Opening m_shown;
    Subject m_subject;
    bool m_writing = false; // the choice
};

} // namespace blurig::ui
