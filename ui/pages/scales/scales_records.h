// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/export/view.h"
#include "ui/pages/scales/scales_view.h"

#include <QString>

#include <map>

namespace blurig::ui {

// What stands beside a figure of the page, as the command `scales` writes it. The view has a path.
std::map<QString, View::Record> scalesRecords(const ScalesView& view);

} // namespace blurig::ui
