// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/linear_format/linear_case.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <vector>

namespace blurig::test {

void writeLinearModel(const std::filesystem::path& file, const LinearCase& as) {
    constexpr std::size_t grid = 4;
    constexpr std::size_t classes = 3;
    std::vector<float> weights(classes * classes * grid * grid, 0.0F);
    for (std::size_t k = 0; k < classes; ++k)
        for (std::size_t cell = 0; cell < grid * grid; ++cell)
            weights[(k * classes + k) * grid * grid + cell] = cell == 1 * grid + 2 ? 8.0F : 0.5F;
    nlohmann::json model{{"grid", grid}, {"classes", classes}, {"weights", weights}};
    if (as.besides) {
        const std::string name = file.filename().string() + ".bin";
        std::ofstream(file.parent_path() / name, std::ios::binary)
            .write(reinterpret_cast<const char*>(weights.data()),
                   static_cast<std::streamsize>(weights.size() * sizeof(float)));
        model["weights"] = name;
    }
    if (!as.batch.empty())
        model["batch"] = std::stoi(as.batch);
    const nlohmann::json card{{"card_version", 1},
                              {"name", "linear"},
                              {"input", {{"width", 32}, {"height", 32}}},
                              {"classes", {{"names", {"red", "green", "blue"}}}}};
    std::ofstream(file) << nlohmann::json{{"linear_model", model}, {"card", card}}.dump();
}

} // namespace blurig::test
