// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/linear_format/linear_format.h"

#include "core/error.h"
#include "tests/support/linear_format/linear_network.h"

#include <ATen/ops/tensor.h>
#include <nlohmann/json.hpp>

#include <cstring>

namespace blurig::test {
namespace {

using Json = nlohmann::json;

constexpr const char* key = "linear_model";

class LinearFile final : public NetworkFile {
public:
    LinearFile(at::Tensor weights, std::optional<int> fixedBatch, std::optional<std::string> card)
        : m_weights(std::move(weights))
        , m_fixedBatch(fixedBatch)
        , m_card(std::move(card)) {}

    std::unique_ptr<Network> network(const Execution& /*execution*/) const override {
        return std::make_unique<LinearNetwork>(m_weights, m_fixedBatch);
    }
    std::optional<std::string> cardJson() const override { return m_card; }

private:
    at::Tensor m_weights;
    std::optional<int> m_fixedBatch;
    std::optional<std::string> m_card;
};

std::vector<float> weightsOf(const Json& model, NetworkSource& source) {
    const Json& weights = model.at("weights");
    if (!weights.is_string())
        return weights.get<std::vector<float>>();
    const std::vector<std::byte> bytes = source.beside(weights.get<std::string>());
    std::vector<float> values(bytes.size() / sizeof(float));
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
    return values;
}

} // namespace

std::unique_ptr<NetworkFile> LinearFormat::open(NetworkSource& source, Device /*device*/) const {
    const std::span<const std::byte> bytes = source.bytes();
    const auto* text = reinterpret_cast<const char*>(bytes.data());
    const Json document = Json::parse(text, text + bytes.size(), nullptr, false);
    if (!document.is_object() || !document.contains(key))
        return nullptr;
    try {
        const Json& model = document.at(key);
        const auto grid = model.at("grid").get<std::int64_t>();
        const auto classes = model.at("classes").get<std::int64_t>();
        std::optional<int> batch;
        if (model.contains("batch"))
            batch = model.at("batch").get<int>();
        std::optional<std::string> card;
        if (document.contains("card"))
            card = document.at("card").dump();
        const at::Tensor weights = at::tensor(weightsOf(model, source)).view({classes, -1, grid, grid});
        return std::make_unique<LinearFile>(weights, batch, std::move(card));
    } catch (const Json::exception& error) {
        throw Error(ErrorCode::DamagedModel, source.where(), std::string("is no whole linear model: ") + error.what(),
                    "Write it again");
    }
}

} // namespace blurig::test
