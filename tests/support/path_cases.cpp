// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/path_cases.h"

#include <algorithm>
#include <cmath>

namespace blurig::test {

namespace {

// The fractional part of a scaled sine: rough, and the same everywhere to float32.
double rough(std::size_t index, int seed) {
    const double value = std::sin(static_cast<double>(index) * 12.9898 + seed * 78.233) * 437.58;
    return value - std::floor(value);
}

std::string textOf(const std::vector<double>& numbers) {
    std::string text;
    for (const double number : numbers)
        text += (text.empty() ? "" : ", ") + std::to_string(number);
    return "[" + text + "]";
}

} // namespace

Array roughPicture(std::int64_t channels, std::int64_t height, std::int64_t width, int seed) {
    std::vector<float> values(static_cast<std::size_t>(channels * height * width));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(0.02 + 0.96 * rough(i, seed));
    return Array::fromHost(pictureLayout(channels, height, width), std::move(values));
}

Array constantPicture(std::int64_t channels, std::int64_t height, std::int64_t width, float value) {
    return Array::fromHost(pictureLayout(channels, height, width),
                           std::vector<float>(static_cast<std::size_t>(channels * height * width), value));
}

std::shared_ptr<const Model> quadraticModel(const Array& like, Batching batching) {
    return scalarModel("(w * x * x).flatten(1).sum(1)", like, batching);
}

std::vector<double> weights(const Array& like) {
    std::vector<double> result(static_cast<std::size_t>(like.layout().elements()));
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = std::round(2000 * rough(i, 5) - 1000) / 1000; // short in the source
    return result;
}

std::shared_ptr<const Model> scalarModel(const std::string& expression, const Array& like, Batching batching) {
    const std::string shape =
        std::to_string(like.channels()) + ", " + std::to_string(like.height()) + ", " + std::to_string(like.width());
    const std::string source = "def forward(self, x):\n"
                               "    w = torch.tensor(" +
                               textOf(weights(like)) + ").reshape(" + shape +
                               ")\n"
                               "    f = " +
                               expression +
                               "\n"
                               "    return torch.stack([f, -f], 1)\n";
    const ModelCard card =
        plainCard(static_cast<int>(like.channels()), static_cast<int>(like.height()), static_cast<int>(like.width()));
    if (batching == Batching::Together)
        return scriptModel(source, card);
    return scriptModel(source, card, ModelOptions{.execution = Execution{.batching = batching}});
}

std::shared_ptr<const PathState> run(const Run& run, const PathStateSink& publish) {
    const Target target{{{0, 1.0}}};
    Sink sink;
    return integrate(run.path, {.model = *run.model, .target = target, .score = run.score}, run.integration, sink,
                     publish, {}, run.known);
}

double deviation(const Array& map, const std::vector<double>& expected) {
    double greatest = 0;
    double apart = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        greatest = std::max(greatest, std::abs(expected[i]));
        apart = std::max(apart, std::abs(static_cast<double>(map.host()[i]) - expected[i]));
    }
    return apart / greatest;
}

std::vector<double> values(const Array& array) {
    return {array.host().begin(), array.host().end()};
}

bool finite(const PathState& state) {
    const Completeness& c = state.completeness;
    bool all = std::isfinite(c.gap()) && std::isfinite(c.sum) && std::isfinite(c.scoreInput) &&
               std::isfinite(c.scoreStart) && std::isfinite(c.mapError.value_or(0)) &&
               std::isfinite(c.relativeGap().value_or(0));
    for (const float value : state.attribution.host())
        all = all && std::isfinite(value);
    return all;
}

} // namespace blurig::test
