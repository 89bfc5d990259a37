// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace blurig::ui {

class ExploreFlow;
class Session;
class SubjectFlow;

// Moves the slider to the scale where the evidence of a photo is densest, the middle of its bulk, once its first map
// has ended. Only for a photo that was opened as one, and only as long as nobody touched the slider.
class DenseOpening : public QObject {
    Q_OBJECT
public:
    DenseOpening(Session* session, SubjectFlow* subject, ExploreFlow* flow, QObject* parent = nullptr);

    void await();  // a photo is being opened
    void forget(); // a session or a figure is, which says its own scale

private:
    void look();

    Session* m_session;
    SubjectFlow* m_subject;
    ExploreFlow* m_flow;
    bool m_awaited = false;
    bool m_moving = false;
    bool m_touched = false;
};

} // namespace blurig::ui
