// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/result_cache.h"

#include "core/array/digest.h"

#include <fmt/format.h>

#include <iterator>
#include <span>

namespace blurig {

namespace {

std::string digestOf(const Array& array) {
    return array.empty() ? "none" : sha256Hex(std::as_bytes(array.host()));
}

} // namespace

std::string resultKey(const Model& model, const Item& item, const std::string& method, const Parameters& parameters) {
    std::string key = fmt::format("{} {} {} {} {}", model.info()->id, digestOf(item.input),
                                  digestOf(item.ownBaseline.image), name(item.score), method);
    for (const double weight : item.axisWeights)
        key += fmt::format(" axis {}", weight);
    for (const WeightedClass& one : item.target.classes)
        key += fmt::format(" {} x {}", one.weight, one.index);
    for (const ParameterSpec& spec : parameters.specs())
        key += fmt::format(" {}={}", spec.key, parameters.asText(spec.key));
    return key;
}

std::size_t bytesOf(const MethodState& state) {
    std::size_t bytes = state.attribution.bytes();
    for (const auto& path : state.paths) {
        bytes += path->attribution.bytes();
        for (const auto& node : path->nodes)
            bytes += node->classScores.bytes() + node->gradient.bytes() + node->integrand.bytes();
    }
    return bytes;
}

std::shared_ptr<const MethodState> ResultCache::find(const std::string& key) {
    const auto found = m_byKey.find(key);
    if (found == m_byKey.end())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return found->second->state;
}

void ResultCache::keep(const std::string& key, std::shared_ptr<const MethodState> state) {
    if (const auto found = m_byKey.find(key); found != m_byKey.end())
        drop(found->second);
    const std::size_t bytes = bytesOf(*state);
    if (bytes > m_budget)
        return;
    shrinkTo(m_budget - bytes);
    m_entries.push_front({key, std::move(state), bytes});
    m_byKey[key] = m_entries.begin();
    m_bytes += bytes;
}

void ResultCache::setBudget(std::size_t budget) {
    m_budget = budget;
    shrinkTo(budget);
}

void ResultCache::shrinkTo(std::size_t bytes) {
    while (m_bytes > bytes)
        drop(std::prev(m_entries.end()));
}

void ResultCache::drop(std::list<Entry>::iterator entry) {
    m_bytes -= entry->bytes;
    m_byKey.erase(entry->key);
    m_entries.erase(entry);
}

} // namespace blurig
