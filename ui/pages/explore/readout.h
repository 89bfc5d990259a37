// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/explore_view.h"

#include <QLabel>

namespace blurig::ui {

class LinkedView;
class Session;

// One line under the panes: every number at the crosshair, and how they make the integrand there. Can be selected.
class Readout : public QLabel {
    Q_OBJECT
public:
    Readout(Session* session, LinkedView* linked, QWidget* parent = nullptr);

    void show(const ExploreView* view); // lives as long as this; again when it changed

private:
    void read();

    Session* m_session;
    LinkedView* m_linked;
    const ExploreView* m_view = nullptr;
};

} // namespace blurig::ui
