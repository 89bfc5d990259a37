// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace blurig {

// Names the calling thread and those started from it, for debuggers and profilers; at most 15 characters.
void nameThread(const char* name);

// The calling thread and those that LibTorch starts from it let others go first that want the core, too: a frame that
// is dragged should not wait for a batch. They still take all the time that nobody else wants.
void yieldToInteraction();

} // namespace blurig
