// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/run_progress.h"

#include "app/cli/interrupt.h"

#include <fmt/format.h>

#include <cmath>

namespace blurig {

void RunProgress::betweenBatches() {
    if (interrupted())
        m_stop.request_stop();
}

void RunProgress::publish(std::shared_ptr<const MethodState> state) {
    std::string text = fmt::format("{} of about {} gradients, {:.1f} s", state->cost.gradients,
                                   std::lround(state->expectedGradients), state->cost.seconds);
    if (state->completeness) {
        const std::optional<double> gap = state->completeness->relativeGap();
        if (gap && !state->completeness->exactByConstruction)
            text += fmt::format(", gap {:.1f} %", 100 * *gap);
        if (state->completeness->mapError)
            text += fmt::format(", map error {:.1f} %", 100 * *state->completeness->mapError);
    }
    m_console.progress(text);
}

} // namespace blurig
