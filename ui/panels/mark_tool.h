// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace blurig::ui {

// What Shift+drag does on a picture that can be marked.
enum class MarkTool { Box, Paint, Erase };

} // namespace blurig::ui
