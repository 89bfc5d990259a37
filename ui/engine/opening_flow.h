// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"
#include "ui/engine/engine_adapter.h"
#include "ui/engine/known_subjects.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace blurig::ui {

// A picture, a model and a crop on their way to be shown.
struct Opening {
    enum class From {
        User,    // opened: a new step of the history, its target is the top class
        Session, // reopened: a figure, the command line, or back and forward
    };
    From from = From::User;
    Picture picture;                    // the shown one, or new
    std::shared_ptr<const Model> model; // the shown one, or new
    std::string colours = "as-stored";  // as a Choice has it
    CropChoice crop;
    std::string target = "top";
    std::string score = "softmax";
    bool newPicture = false; // asked for; it is here unless `waitsForPicture`
    bool newModel = false;
    bool waitsForPicture = false;
    bool waitsForModel = false;
};

// Opens pictures and models and scores them. What was opened replaces what is shown as a whole, when the whole way to
// the class scores went well; a failure leaves what is shown as it was.
class OpeningFlow : public QObject {
    Q_OBJECT
public:
    explicit OpeningFlow(EngineAdapter* engine, QObject* parent = nullptr);

    bool busy() const { return m_opening.has_value(); }
    // What the user said before of a model file that says nothing of itself, by its hash.
    using RememberedCards = std::function<std::optional<ModelCard>(const std::string& sha256)>;
    void setRememberedCards(RememberedCards cards) { m_cards = std::move(cards); }
    void openPicture(OpenPicture picture);
    void openModel(OpenModel model);
    void follow(const Choice& wanted); // opens what differs from what is shown
    void cancel();

Q_SIGNALS:
    void busyChanged();
    void opened(const blurig::ui::Opening& opening, const std::optional<blurig::ScoredInput>& input); // none: no model
    void abandoned(); // what is shown stays
    void failed(blurig::Slot slot, const blurig::Error& error);

private:
    void ask(OpenModel model);
    OpenModel modelOf(const Choice& wanted);
    Opening& begin(Opening::From from);
    void onPicture(const Picture& picture);
    void onModel(const std::shared_ptr<const Model>& model);
    void onFailed(Slot slot, const Error& error);
    void proceed();
    void finish(const std::optional<ScoredInput>& input);
    void abandon();
    OpenPicture fileOrBytes(const Choice& wanted) const;

    // The newest picture that came as bytes, so that it can be decoded otherwise: its name is no file's.
    struct Pasted {
        OpenPicture asked;
        std::string sha256; // empty until it is decoded
    };

    EngineAdapter* m_engine;
    KnownSubjects m_known;
    Pasted m_pasted;
    RememberedCards m_cards = [](const std::string&) { return std::optional<ModelCard>(); };
    std::optional<Opening> m_opening;
    OpenModel m_asked; // the newest model request
    Opening m_shown;
};

} // namespace blurig::ui
