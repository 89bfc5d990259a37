// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/palette/value_kind.h"

#include <iterator>

namespace blurig::ui {

ValueKinds valueKinds(const PaletteHost& host) {
    std::unique_ptr<ValueKind> kinds[] = {
        sigmaValue(host),    targetValue(host),  lookValue(host),    smoothValue(host),
        strengthValue(host), topAreaValue(host), coloursValue(host), scoreValue(host),
        presetValue(host),   pictureValue(host), modelValue(host),
    };
    return {std::make_move_iterator(std::begin(kinds)), std::make_move_iterator(std::end(kinds))};
}

} // namespace blurig::ui
