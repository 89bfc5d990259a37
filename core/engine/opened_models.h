// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model.h"

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace blurig {

// The models of an engine, by which its requests' ids become what computes. A model stays as long as somebody holds its
// info. Any thread.
class OpenedModels {
public:
    std::shared_ptr<const ModelInfo> keep(std::shared_ptr<const Model> model); // for those who name it in requests
    // A programming error where no model of this id was kept.
    std::shared_ptr<const Model> find(const ModelInfo& info) const;

private:
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, std::vector<std::weak_ptr<const Model>>> m_byId; // of one id: equal bits
};

} // namespace blurig
