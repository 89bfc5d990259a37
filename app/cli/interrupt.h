// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace blurig {

// The first SIGINT asks the computation to stop at its next batch; a second one ends the program at once.
void catchInterrupts();
bool interrupted();
void throwIfInterrupted(); // Cancelled

} // namespace blurig
