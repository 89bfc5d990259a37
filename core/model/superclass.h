// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/class_index.h"
#include "core/model/model_card.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace blurig {

// All classes of a model that WordNet has under one noun.
struct Superclass {
    std::string id;                  // of WordNet: "n02084071"
    std::string name;                // the noun's first: "dog"
    std::vector<ClassIndex> classes; // ascending, at least one
};

// What follows "any:" or "any "; none where the text begins otherwise.
std::optional<std::string> superclassName(std::string_view text);

// By name or WordNet id, without case. Of several nouns of one name that one is taken which is called so first (a "big
// cat" is a cat, too). Throws Error (Target): the card has no WordNet ids, unknown (with near names), ambiguous (lists
// the ids).
Superclass findSuperclass(std::string_view name, const ModelCard& card);

// Those that hold this class, at least one other and not all, from the narrowest on; of several with the same classes
// the narrowest. Empty without known WordNet ids.
std::vector<Superclass> superclassesOf(ClassIndex index, const ModelCard& card);

} // namespace blurig
