// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/parameter.h"
#include "core/model/model.h"

#include <memory>
#include <stop_token>
#include <utility>

namespace blurig {

// The model that a run needs: reference mode takes the file's own graph, one input at a time, whatever the examination
// allows. The last such model is kept. For one thread.
class ReferenceModels {
public:
    // `host`: formats and memory of examinations, as the models were opened with.
    explicit ReferenceModels(ModelOptions host = {})
        : m_host(std::move(host)) {}

    // Throws what loading throws, and Error (UnreadableFile) where the file is no longer the one that was opened.
    std::shared_ptr<const Model> modelFor(const std::shared_ptr<const Model>& opened, const Parameters& parameters,
                                          const std::stop_token& stop = {});

private:
    std::shared_ptr<const Model> asFiled(const Model& opened, const std::stop_token& stop) const;

    ModelOptions m_host;
    std::weak_ptr<const Model> m_opened;
    std::shared_ptr<const Model> m_reference;
};

} // namespace blurig
