// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path_state.h"

#include <QString>
#include <QWidget>

#include <memory>
#include <optional>

namespace blurig::ui {

// F(input), F(blurred), sum, gap in per cent, map error, gradients and forward passes, seconds: always there. Green
// when every tolerance holds, amber when the budget ended first, red where the model does not repeat itself, neutral
// while running and where nothing was to converge. "Go on" (goOnButton) stands there after the budget ended and after a
// cancellation, "Cancel" (cancelButton) while running. Ctrl+C and the context menu copy the line.
class CompletenessBar : public QWidget {
    Q_OBJECT
public:
    explicit CompletenessBar(QWidget* parent = nullptr);
    ~CompletenessBar() override;

    struct Content {
        QString method = {};    // "Blur IG"
        QString startName = {}; // "F(blurred)", "F(black)"
        std::optional<Completeness> completeness = {};
        Tolerances tolerances = {};
        Cost cost = {};
        int knownGradients = 0; // of the map, beside those of the cost: an earlier run had computed them
        Ending ending = Ending::Running;
        bool repeatable = true;  // of the model; else nothing holds
        bool noEvidence = false; // the map is not painted
        int paths = 1;           // of several, each may hold what their mean misses
        bool running = false;
        bool cancelled = false;
        double progress = 0; // 0 to 1, while running
        std::optional<double> secondsLeft = {};
    };
    void setContent(const Content& content);
    QString text() const; // the whole line as it is shown, for copying and tests

Q_SIGNALS:
    void goOnRequested();
    void cancelRequested();

protected:
    bool event(QEvent* event) override;

private:
    void copy();

    struct Data;
    std::unique_ptr<Data> m;
};

} // namespace blurig::ui
