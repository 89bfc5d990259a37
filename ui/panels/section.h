// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>

namespace blurig::ui {

// A titled group without a box: a quiet heading over a hairline, the content below.
QWidget* makeSection(const QString& title, QWidget* content, QWidget* parent);

} // namespace blurig::ui
