// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/smooth_grad.h"

#include "core/methods/gradient.h"
#include "core/methods/gradient_batch.h"
#include "core/methods/map_mean.h"
#include "core/methods/seed_method.h"
#include "core/methods/seeded_random.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace blurig {

namespace {

class SmoothGradRun {
public:
    SmoothGradRun(MethodState begun, const Model& model, const Item& item, MethodSink& sink, std::stop_token stop)
        : m_state(std::move(begun))
        , m_model(model)
        , m_item(item)
        , m_sink(sink)
        , m_stop(std::move(stop))
        , m_samples(static_cast<int>(m_state.parameters.integer("samples")))
        , m_random(static_cast<std::uint64_t>(m_state.parameters.integer("seed"))) {
        const ValueRange range = item.input.layout().range;
        m_deviation = *m_state.parameters.real("noise") * (range.high - range.low);
        m_item.previous = nullptr; // of the input without noise
        m_state.notes = {fmt::format("{} samples of {}, noise of standard deviation {:.4g} (seed {})", m_samples,
                                     m_state.parameters.text("seed_method"), m_deviation,
                                     m_state.parameters.integer("seed"))};
    }

    // Noise is drawn in the order of the samples, so the batches do not matter.
    void runGradients() {
        while (m_mean.count() < m_samples) {
            const int count = std::min(m_samples - m_mean.count(), m_model.rowsTogether());
            std::vector<Array> inputs;
            for (int i = 0; i < count; ++i)
                inputs.push_back(noisy());
            const Evaluation found = gradientBatch(m_model, inputs, m_item, m_sink, m_stop, m_state.cost);
            for (const Array& map : found.gradients)
                m_mean.add(map);
            for (const double score : found.values)
                addScore(score);
            if (m_mean.count() < m_samples)
                publishRunning(m_state.cost, m_samples);
        }
    }

    void runSeed(const Method& seed, const Parameters& parameters) {
        const Array input = m_item.input;
        int overBudget = 0;
        while (m_mean.count() < m_samples) {
            m_item.input = noisy(input);
            const auto onward = [this](const MethodState& state) {
                Cost cost = m_state.cost;
                publishRunning(cost += state.cost,
                               m_state.cost.worth() + state.expectedGradients * (m_samples - m_mean.count()));
            };
            SeedSink sink(m_sink, onward);
            const auto found = seed.run(m_model, m_item, parameters, sink, m_stop);
            m_mean.add(found->attribution);
            addScore(greatestScore(*found));
            m_state.cost += found->cost;
            overBudget += found->ending == Ending::BudgetEnded ? 1 : 0;
        }
        if (overBudget > 0)
            m_state.notes.push_back(
                fmt::format("{} of {} runs of {} used up their budget", overBudget, m_samples, seed.id()));
    }

    std::shared_ptr<const MethodState> end() && {
        m_state.attribution = m_mean.mean();
        m_state.ending = Ending::FixedSchedule;
        m_state.expectedGradients = m_state.cost.worth();
        return publish(m_sink, std::move(m_state));
    }

private:
    Array noisy() { return noisy(m_item.input); }
    Array noisy(const Array& input) {
        std::vector<float> values(input.host().begin(), input.host().end());
        for (float& value : values)
            value = static_cast<float>(value + m_deviation * m_random.gaussian());
        return Array::fromHost(input.layout(), std::move(values));
    }

    void addScore(double score) {
        if (std::abs(score) > std::abs(m_state.greatestScore))
            m_state.greatestScore = score;
    }

    void publishRunning(const Cost& cost, double expectedGradients) {
        MethodState state = m_state;
        state.attribution = m_mean.mean();
        state.cost = cost;
        state.expectedGradients = expectedGradients;
        publish(m_sink, std::move(state));
    }

    MethodState m_state;
    const Model& m_model;
    Item m_item;
    MethodSink& m_sink;
    std::stop_token m_stop;
    int m_samples;
    SeededRandom m_random;
    double m_deviation = 0;
    MapMean m_mean;
};

} // namespace

std::vector<ParameterSpec> SmoothGrad::parameters() const {
    using Type = ParameterSpec::Type;
    return {
        {.key = "seed_method",
         .label = "Method",
         .help = "Method whose maps are averaged",
         .type = Type::Choice,
         .defaultValue = Gradient().id(),
         .choices = methodIdsExcept(id()),
         .role = ParameterRole::SeedMethod},
        seedParametersSpec(),
        {.key = "samples",
         .label = "Samples",
         .help = "Number of noisy copies of the input that are averaged",
         .type = Type::Integer,
         .defaultValue = std::int64_t{25},
         .minimum = 1,
         .maximum = 10000},
        {.key = "noise",
         .label = "Noise",
         .help = "Standard deviation of the noise, as a share of the value range",
         .type = Type::Real,
         .defaultValue = 0.15,
         .minimum = 0,
         .maximum = 1},
        {.key = "seed",
         .label = "Seed",
         .help = "Seed of the noise; the same seed gives the same noise on every machine",
         .type = Type::Integer,
         .defaultValue = std::int64_t{1},
         .minimum = 0,
         .role = ParameterRole::Seed},
    };
}

std::shared_ptr<const MethodState> SmoothGrad::run(const Model& model, const Item& item, const Parameters& parameters,
                                                   MethodSink& sink, const std::stop_token& stop) const {
    const Method& seed = methodById(parameters.text("seed_method"));
    const Parameters ofSeed = seedParameters(id(), parameters);
    MethodState begun = begunState(*this, model, item, parameters);
    SmoothGradRun run(std::move(begun), model, item, sink, stop);
    if (dynamic_cast<const Gradient*>(&seed))
        run.runGradients();
    else
        run.runSeed(seed, ofSeed);
    return std::move(run).end();
}

} // namespace blurig
