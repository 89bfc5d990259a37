// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/run_record.h"

#include "core/explain/record.h"

#include <nlohmann/json.hpp>

namespace blurig::ui {

View::Record runRecord(const Subject& subject, const RunView& run) {
    return [explained = explainedSubject(subject), state = run.state] {
        return textOf(attributionRecord(explained, *state));
    };
}

} // namespace blurig::ui
