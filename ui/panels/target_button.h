// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>

namespace blurig::ui {

class ExploreFlow;
class Session;

// "Explaining espresso 95.1 %": the target and its score on the input. A click opens the search for another one.
class TargetButton : public QToolButton {
    Q_OBJECT
public:
    TargetButton(Session* session, ExploreFlow* flow, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QString words() const; // as they are shown

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void read();
    void openSearch();

    Session* m_session;
    ExploreFlow* m_flow;
    QString m_target;
    QString m_score;
};

} // namespace blurig::ui
