// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace blurig::ui {

class Actions;
class Session;

// The actions that do nothing but change the choice, whatever page is shown; checked and enabled as the choice is.
class SessionActions : public QObject {
    Q_OBJECT
public:
    SessionActions(Session* session, const Actions& actions, QObject* parent);

private:
    void read();

    Session* m_session;
    const Actions& m_actions;
};

} // namespace blurig::ui
