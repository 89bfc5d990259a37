// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/request.h"
#include "ui/engine/lane_follower.h"
#include "ui/pages/page.h"

#include <filesystem>
#include <memory>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace blurig::ui {

class BatchBar;

// A page that has the opened model work through many photos, in the batch lane: says what is done, how far it is and
// what could not be used, and opens the results. What it finds is its own to show.
class BatchPage : public Page {
    Q_OBJECT
public:
    bool settled() const override;
    void cancel() override;
    View view() const override; // its files are the results

protected:
    // The parts are named `name` with "Run", "Progress", "Results", "Headline", "Problems".
    BatchPage(const PageHost& host, const std::string& id, const QString& name, QWidget* parent);
    // The last line of the constructor of who derives: the form in a drawer; beside it the headline, what was found,
    // and the problems.
    void layOut(const QString& title, QWidget* form, const QString& open, const std::vector<QWidget*>& found);

    virtual Request request(const std::shared_ptr<const ModelInfo>& model) = 0; // as chosen; throws Error
    virtual QString take(const Answer& answer) = 0;    // now and then, and at the end; the headline
    virtual QString invitation() const = 0;            // the headline before the first run
    virtual std::filesystem::path results() const = 0; // what "open" opens; empty: nothing is there yet

    void follow(Session::Changes what) override;
    QLabel* problems() const { return m_problems; }

private:
    void start();
    void follow(const SharedSnapshot& snapshot);
    void say(const QString& words);
    void showState();

    LaneFollower m_lane;
    bool m_running = false;
    QString m_title;
    QString m_words;
    BatchBar* m_bar;
    QPushButton* m_open;
    QLabel* m_headline;
    QLabel* m_problems;
};

} // namespace blurig::ui
