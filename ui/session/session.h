// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"
#include "core/record/choice_parts.h"
#include "core/scale/sigma.h"

#include <QObject>

#include <deque>
#include <functional>
#include <optional>

namespace blurig::ui {

// The one holder of what the user chose. Slider, keys, chart cursor and reopened figures write here; panes and the flow
// of requests listen. Keeps a history of choices, in which a scrub or a turn of one display knob is one step.
//
// Nobody writes while a change is being told: what follows from a change is written later().
class Session : public QObject {
    Q_OBJECT
public:
    enum class Change {
        Picture = 1 << 0, // or what is done with its colours
        Model = 1 << 1,
        Target = 1 << 2,
        Score = 1 << 3,
        Crop = 1 << 4,
        Sigma = 1 << 5,
        Panes = 1 << 6,   // methods and their parameters, or how many panes there are
        Display = 1 << 7, // how a pane is drawn
        Frame = 1 << 8,   // model or original pixels
        Page = 1 << 9,    // that is shown
        Part = 1 << 10,   // of a page; partChanged() says of which
        Sound = 1 << 11,  // the patch of a clip, or the axes that are blurred
    };
    Q_DECLARE_FLAGS(Changes, Change)
    static constexpr Changes everything() { return Changes::fromInt(-1); }

    explicit Session(QObject* parent = nullptr);

    const Choice& choice() const { return m_choice; }

    // One step of the history; emits changed() when something differs.
    void apply(Choice next);
    void edit(const std::function<void(Choice&)>& change);
    // The same without a step: what is shown was corrected, not chosen (a failed request gives back what was there).
    void correct(Choice next);
    // Runs it when the change that is being told has been told to all; at once where none is.
    void later(std::function<void()> write);

    void setSigma(Sigma sigma); // takes the same time whatever else was chosen
    void setTarget(const std::string& target);
    void setScore(const std::string& score);
    void setCrop(const CropChoice& crop);
    void setColours(const std::string& colours);
    void setFrame(const std::string& frame);
    // Of every pane: one shared, honest scale; or of the shown page, where it has a display of its own.
    void setDisplay(const DisplayChoice& display);
    const DisplayChoice& display() const { return shownDisplay(m_choice); } // of the page that is shown

    bool canGoBack() const { return !m_past.empty(); }
    bool canGoForward() const { return !m_future.empty(); }
    void back();
    void forward();
    void forgetHistory(); // what was set before anybody chose
    void endStep();       // what follows is a step of its own, also where the same control sends it

    static Changes difference(const Choice& before, const Choice& after);

Q_SIGNALS:
    void changed(blurig::ui::Session::Changes what);
    void partChanged(const std::string& page); // after changed(), by the page's id
    void historyChanged();

private:
    // What was there before a step: the slider's place alone, where nothing else moved.
    struct Step {
        double sigma = 0;
        std::optional<Choice> whole = {};
    };

    bool mayWrite(const char* what, const std::function<void()>& write);
    void remember(Step step, Changes what);
    Step hereFor(const Step& other) const; // the way back from there
    void go(Step step);
    void take(Choice next);
    template <typename Emit> void tell(const Emit& emits);

    Choice m_choice;
    std::deque<Step> m_past;
    std::deque<Step> m_future;
    Changes m_lastStep; // what the newest step changed
    bool m_telling = false;
    std::deque<std::function<void()>> m_later;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(Session::Changes)

} // namespace blurig::ui
