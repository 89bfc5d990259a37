// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QVBoxLayout;
class QWidget;

namespace blurig::ui {

// A field of a form in a column, under its name.
void addField(QVBoxLayout* column, const QString& name, QWidget* field);

} // namespace blurig::ui
