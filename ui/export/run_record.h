// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/run_state.h"
#include "ui/engine/subject.h"
#include "ui/export/view.h"

namespace blurig::ui {

// The record of a run that has a map.
View::Record runRecord(const Subject& subject, const RunView& run);

} // namespace blurig::ui
