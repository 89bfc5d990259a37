// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/palette/value_kind.h"

#include <QString>

#include <optional>
#include <vector>

namespace blurig::ui {

struct ActionSpec;

// From what was typed to what can be done: the window's actions and the kinds of values.
class PaletteSearch {
public:
    explicit PaletteSearch(const PaletteHost& host);

    void prepare(); // the palette opens
    // Best first. Without text: what was used last, the kinds of values, all actions. An action that cannot run stands
    // at the end with its reason, and is left out where none is known.
    std::vector<PaletteRow> rows(const QString& text);

private:
    struct TypedValue {
        ValueKind* kind = nullptr;
        QString argument;
    };
    std::optional<TypedValue> valueIn(const QString& text) const;
    std::vector<PaletteRow> everything();
    std::vector<PaletteRow> lastUsed();
    struct Named {
        std::vector<PaletteRow> rows;
        std::vector<PaletteRow> weak; // met inside of words, or by words that are not shown
        std::vector<PaletteRow> scattered;
    };
    Named named(const QString& text, const ValueKind* besides) const;
    PaletteRow actionRow(const ActionSpec& spec) const;
    PaletteRow offerRow(const ValueKind& kind) const;

    PaletteHost m_host;
    ValueKinds m_kinds;
};

} // namespace blurig::ui
