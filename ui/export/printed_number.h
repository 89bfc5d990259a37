// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace blurig::ui {

// A number of the window (number_text.h) as it is printed: "-3.1e-4 px" is "−3.1×10⁻⁴ px".
QString printedNumber(const QString& number);

} // namespace blurig::ui
