// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/opened_models.h"

#include <cassert>
#include <utility>

namespace blurig {

std::shared_ptr<const ModelInfo> OpenedModels::keep(std::shared_ptr<const Model> model) {
    const ModelInfo* info = model->info().get();
    const std::lock_guard lock(m_mutex);
    for (auto& [id, models] : m_byId)
        std::erase_if(models, [](const auto& known) { return known.expired(); });
    std::erase_if(m_byId, [](const auto& entry) { return entry.second.empty(); });
    m_byId[info->id].push_back(model);
    return {std::move(model), info}; // whoever holds it holds the model
}

std::shared_ptr<const Model> OpenedModels::find(const ModelInfo& info) const {
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_byId.find(info.id); found != m_byId.end())
        for (const auto& known : found->second)
            if (auto model = known.lock())
                return model;
    assert(false);
    return nullptr;
}

} // namespace blurig
