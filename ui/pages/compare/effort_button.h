// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/compare/compare_effort.h"

#include <QToolButton>

#include <utility>
#include <vector>

class QAction;

namespace blurig::ui {

// Says what the path methods may spend, and offers other efforts in its menu.
class EffortButton : public QToolButton {
    Q_OBJECT
public:
    explicit EffortButton(QWidget* parent = nullptr);

    void show(const Effort& effort);

Q_SIGNALS:
    void chosen(const blurig::ui::Effort& effort);

private:
    void offer(const Effort& effort);

    std::vector<std::pair<QAction*, Effort>> m_offers;
};

} // namespace blurig::ui
