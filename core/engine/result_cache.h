// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>

namespace blurig {

// All that decides the arrays of a result: model (file, card, freezing, device), input, own baseline, target, score,
// method and its parameters.
std::string resultKey(const Model& model, const Item& item, const std::string& method, const Parameters& parameters);

std::size_t bytesOf(const MethodState& state); // of its arrays; what states share is counted for each

// Finished results of a session. Over the budget, those that were not asked for longest go first.
class ResultCache {
public:
    explicit ResultCache(std::size_t budget) // bytes
        : m_budget(budget) {}

    std::shared_ptr<const MethodState> find(const std::string& key); // null when it is not there
    void keep(const std::string& key, std::shared_ptr<const MethodState> state);
    void setBudget(std::size_t budget); // drops what is over it
    std::size_t bytes() const { return m_bytes; }

private:
    struct Entry {
        std::string key;
        std::shared_ptr<const MethodState> state;
        std::size_t bytes;
    };
    void shrinkTo(std::size_t bytes);
    void drop(std::list<Entry>::iterator entry);

    std::size_t m_budget;
    std::size_t m_bytes = 0;
    std::list<Entry> m_entries; // the newest asked for first
    std::unordered_map<std::string, std::list<Entry>::iterator> m_byKey;
};

} // namespace blurig
