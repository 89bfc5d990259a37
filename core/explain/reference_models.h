// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/parameter.h"
#include "core/model/model.h"

#include <memory>
#include <stop_token>

namespace blurig {

// The model that a run needs: reference mode takes the file's own graph, one input at a time, whatever the examination
// allows. The last such model is kept. For one thread.
class ReferenceModels {
public:
    // Throws what loading throws, and Error (UnreadableFile) where the file is no longer the one that was opened.
    std::shared_ptr<const Model> modelFor(const std::shared_ptr<const Model>& opened, const Parameters& parameters,
                                          const std::stop_token& stop = {});

private:
    std::weak_ptr<const Model> m_opened;
    std::shared_ptr<const Model> m_reference;
};

} // namespace blurig
