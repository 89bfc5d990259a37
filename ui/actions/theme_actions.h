// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/theme.h"

#include <QObject>

namespace blurig::ui {

class Actions;
class Settings;

// The actions that choose light or dark, and the theme itself; begins with the one that is remembered.
class ThemeActions : public QObject {
    Q_OBJECT
public:
    ThemeActions(const Actions& actions, Settings* settings, QObject* parent);

    void set(ThemeChoice theme); // for this start; what the menu chooses is remembered

private:
    const Actions& m_actions;
};

} // namespace blurig::ui
