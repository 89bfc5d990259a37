// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/reference_models.h"

#include "core/error.h"
#include "core/methods/integration_parameters.h"

namespace blurig {

std::shared_ptr<const Model> ReferenceModels::asFiled(const Model& opened, const std::stop_token& stop) const {
    ModelOptions options = m_host;
    options.card = opened.card();
    options.freezing = Freezing::AsFiled;
    options.device = opened.info()->network.device == Device::Cuda ? DeviceWish::Cuda : DeviceWish::Cpu;
    options.stop = stop;
    auto model = loadModel(opened.file(), options);
    if (model->sha256() != opened.sha256())
        throw Error(ErrorCode::UnreadableFile, opened.file(), "has changed since it was opened",
                    "Open the model again");
    return model;
}

std::shared_ptr<const Model> ReferenceModels::modelFor(const std::shared_ptr<const Model>& opened,
                                                       const Parameters& parameters, const std::stop_token& stop) {
    if (!isReferenceMode(parameters) || opened->execution() == Execution::reference(opened->execution().number))
        return opened;
    if (m_opened.lock() != opened) {
        m_reference = asFiled(*opened, stop);
        m_opened = opened;
    }
    return m_reference;
}

} // namespace blurig
