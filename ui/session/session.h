// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"

#include <QObject>

#include <deque>
#include <functional>

namespace blurig::ui {

// The one holder of what the user chose. Slider, keys, chart cursor and reopened figures write here; panes and the flow
// of requests listen. Keeps a history of choices, in which a scrub or a turn of one display knob is one step.
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
        Compare = 1 << 9, // the Compare page's methods, parameters and targets
        Page = 1 << 10,
        Paths = 1 << 11, // the Paths page's baseline and how its places are matched
        View = 1 << 12,  // how the Compare page's panes are looked at: all, or A against B
    };
    Q_DECLARE_FLAGS(Changes, Change)

    explicit Session(QObject* parent = nullptr);

    const Choice& choice() const { return m_choice; }

    // One step of the history; emits changed() when something differs.
    void apply(Choice next);
    void edit(const std::function<void(Choice&)>& change);
    // The same without a step: what is shown was corrected, not chosen (a failed request gives back what was there).
    void correct(Choice next);

    void setSigma(double sigma);
    void setTarget(const std::string& target);
    void setScore(const std::string& score);
    void setCrop(const CropChoice& crop);
    void setColours(const std::string& colours);
    void setFrame(const std::string& frame);
    void setDisplay(const DisplayChoice& display); // of every pane: one shared, honest scale
    const DisplayChoice& display() const { return m_choice.panes.front().display; }

    bool canGoBack() const { return !m_past.empty(); }
    bool canGoForward() const { return !m_future.empty(); }
    void back();
    void forward();
    void forgetHistory(); // what was set before anybody chose

    static Changes difference(const Choice& before, const Choice& after);

Q_SIGNALS:
    void changed(blurig::ui::Session::Changes what);
    void historyChanged();

private:
    void take(Choice next);

    Choice m_choice;
    std::deque<Choice> m_past;
    std::deque<Choice> m_future;
    Changes m_lastStep; // what the newest step changed
};

Q_DECLARE_OPERATORS_FOR_FLAGS(Session::Changes)

} // namespace blurig::ui
