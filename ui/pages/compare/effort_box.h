// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/compare/compare_effort.h"
#include "ui/pages/compare/eliding_box.h"

#include <vector>

namespace blurig::ui {

// Says what the path methods may spend, and offers other efforts.
class EffortBox : public ElidingBox {
    Q_OBJECT
public:
    explicit EffortBox(QWidget* parent = nullptr);

    void show(const Effort& effort);

Q_SIGNALS:
    void chosen(const blurig::ui::Effort& effort);

private:
    void offer(const Effort& effort);

    std::vector<Effort> m_offers; // of the items; a separator's is Mixed
};

} // namespace blurig::ui
