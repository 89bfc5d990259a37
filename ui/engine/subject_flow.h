// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/known_subjects.h"
#include "ui/engine/lane_follower.h"
#include "ui/engine/subject.h"
#include "ui/session/session.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace blurig::ui {

// What is open, and how it comes to be: opens pictures and models as the choice names them, and scores them. What was
// opened replaces what is shown as a whole, when the whole way to the class scores went well; a failure leaves what is
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
    void openPicture(OpenPicture picture);
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
    // A picture, a model and a crop on their way to be shown.
    struct Opening {
        enum class From {
            User,    // opened: a new step of the history, its target is the top class
            Session, // reopened: a figure, the command line, or back and forward
        };
        From from = From::User;
        Picture picture;                        // the shown one, or new
        std::shared_ptr<const ModelInfo> model; // the shown one, or new
        std::string colours = "as-stored";      // as a Choice has it
        CropChoice crop;
        std::string target = "top";
        std::string score = "softmax";
        bool newPicture = false; // asked for; it is here unless `waitsForPicture`
        bool newModel = false;
        bool waitsForPicture = false;
        bool waitsForModel = false;
    };
    // The newest picture that came as bytes, so that it can be decoded otherwise: its name is no file's.
    struct Pasted {
        OpenPicture asked;
        std::string sha256; // empty until it is decoded
    };

    void follow(Session::Changes what);
    void reopen(const Choice& wanted); // what differs from what is shown
    void ask(OpenModel model);
    OpenModel modelOf(const Choice& wanted);
    OpenPicture fileOrBytes(const Choice& wanted) const;
    Opening& begin(Opening::From from);
    void onPicture(const Picture& picture);
    void onModel(const SharedSnapshot& snapshot);
    void onFailed(Part part, const Error& error);
    void proceed();
    void finish(const std::optional<ScoredInput>& input);
    void abandon();
    void writeSubject(Choice& choice) const; // its picture, model and crop

    Session* m_session;
    LaneFollower m_pictures;
    LaneFollower m_models;
    LaneFollower m_scores;
    KnownSubjects m_known;
    Pasted m_pasted;
    RememberedCards m_cards = [](const std::string&) { return std::optional<ModelCard>(); };
    Trust m_trust = [](const std::string&) { return std::optional<std::set<std::string>>(); };
    std::optional<Opening> m_opening;
    OpenModel m_asked; // the newest model request
    Opening m_shown;
    Subject m_subject;
    bool m_writing = false; // the choice
};

} // namespace blurig::ui
