// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/scales/wave_model.h"

#include "core/scale/cosine_basis.h"
#include "tests/support/script_model.h"

namespace blurig::test {

std::shared_ptr<const Model> waveModel(std::int64_t n, Wave wave, double gain, const std::string& others) {
    const auto line = [n](std::int64_t k) {
        return "torch.cos(" + std::to_string(k) + " * 3.141592653589793 * (2 * torch.arange(" + std::to_string(n) +
               ") + 1) / " + std::to_string(2 * n) + ")";
    };
    const std::string size = std::to_string(n);
    return scriptModel("def forward(self, x):\n    wave = " + line(wave.ky) + ".reshape(1, 1, " + size + ", 1) * " +
                           line(wave.kx) + ".reshape(1, 1, 1, " + size +
                           ")\n    f = (x * wave).flatten(1).sum(1, keepdim=True) * " + std::to_string(gain) +
                           "\n    return torch.cat([f, torch.tensor([[" + others + "]]).expand(x.size(0), -1)], 1)\n",
                       plainCard(1, static_cast<int>(n), static_cast<int>(n)));
}

double exponent(std::int64_t n, Wave wave) {
    const auto eigenvalues = diffusionEigenvalues(n);
    return (eigenvalues[static_cast<std::size_t>(wave.ky)] + eigenvalues[static_cast<std::size_t>(wave.kx)]) / 2;
}

} // namespace blurig::test
