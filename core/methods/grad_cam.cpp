// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/grad_cam.h"

#include "core/array/torch_access.h"
#include "core/error.h"
#include "core/methods/map_layers.h"
#include "core/methods/two_axes.h"

#include <ATen/ops/upsample_bilinear2d.h>
#include <ATen/ops/upsample_nearest2d.h>
#include <ATen/TensorOperators.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace blurig {

namespace {

AxisOrder axesOf(const Parameters& parameters) {
    return parameters.text("axes") == "NHWC" ? AxisOrder::Nhwc : AxisOrder::Nchw;
}

// Of a transformer: where its picture was cut into patches.
std::string lastConvolution(const std::vector<InnerValue>& layers) {
    const auto last = std::find_if(layers.rbegin(), layers.rend(), [](const InnerValue& layer) {
        return layer.operation.find("conv") != std::string::npos;
    });
    return last == layers.rend() ? layers.front().name : last->name;
}

// Layers to try, the best first: without a gradient of the target in one (a side branch), the next is taken.
std::vector<InnerValue> layersToTry(const std::vector<InnerValue>& values, const Parameters& parameters,
                                    const std::string& file) {
    const AxisOrder axes = axesOf(parameters);
    if (parameters.isSet("layer"))
        return {mapLayerNamed(parameters.text("layer"), values, axes)};
    std::vector<InnerValue> layers = finalMapLayers(values, axes);
    if (!layers.empty())
        return layers;
    const std::vector<InnerValue> earlier = mapLayers(values, axes);
    if (earlier.empty())
        throw Error(ErrorCode::NoLayer, file, "has no inner layer with height and width, which Grad-CAM needs",
                    "Choose another method, blur-ig or ig");
    throw Error(ErrorCode::NoLayer, file,
                "ends in attention (a transformer): no layer after it has height and width, which Grad-CAM needs",
                fmt::format("Choose another method, blur-ig or ig, or a layer before attention, such as {}",
                            lastConvolution(earlier)));
}

std::string noteOn(const InnerValue& layer, const Parameters& parameters) {
    std::string note = fmt::format("layer {} ({}): ", layer.name, sizesText(layer));
    if (!parameters.isSet("layer"))
        note += "the last with height and width";
    else if (parameters.text("layer") == layer.name)
        note += "given";
    else
        note += "the last of the module given";
    return axesOf(parameters) == AxisOrder::Nhwc ? note + ", read as height, width, channels" : note;
}

// ReLU(sum over k of w_k A_k) (or without ReLU) in float64, h x w.
at::Tensor weightedSum(const InnerEvaluation& evaluation, const Parameters& parameters) {
    at::Tensor activation = tensorOf(evaluation.inner).to(at::kDouble);
    at::Tensor gradient = tensorOf(evaluation.gradient).to(at::kDouble);
    if (axesOf(parameters) == AxisOrder::Nhwc) {
        activation = activation.permute({2, 0, 1});
        gradient = gradient.permute({2, 0, 1});
    }
    const at::Tensor sum = (gradient.mean({1, 2}, true) * activation).sum(0);
    return parameters.flag("signed") ? sum : sum.clamp_min(0);
}

Array atInputSize(const at::Tensor& map, const Array& input, bool native) {
    const at::Tensor one = map.unsqueeze(0).unsqueeze(0);
    ArrayLayout layout = input.layout();
    layout.channels = 1;
    layout.range = {};
    const std::array<std::int64_t, 2> size = {layout.axes[0].size, layout.axes[1].size};
    const at::Tensor scaled = native ? at::upsample_nearest2d(one, size) : at::upsample_bilinear2d(one, size, false);
    return arrayOf(scaled[0].to(at::kFloat).contiguous(), std::move(layout));
}

// What is counted and timed while the model runs.
class Meter {
public:
    Meter(MethodSink& sink, const std::stop_token& stop)
        : m_sink(sink)
        , m_stop(stop) {}

    template <typename Run> auto forward(const Run& run) {
        ++m_cost.forwards;
        return timed(run);
    }

    template <typename Run> auto gradient(const Run& run) {
        ++m_cost.gradients;
        return timed(run);
    }

    const Cost& cost() const { return m_cost; }

private:
    template <typename Run> auto timed(const Run& run) {
        beginBatch(m_sink, m_stop);
        const auto start = std::chrono::steady_clock::now();
        auto result = run();
        m_cost.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        return result;
    }

    MethodSink& m_sink;
    const std::stop_token& m_stop;
    Cost m_cost;
};

} // namespace

std::vector<ParameterSpec> GradCam::parameters() const {
    using Type = ParameterSpec::Type;
    return {
        {.key = "layer",
         .label = "Layer",
         .help = "Inner layer, or a module whose last layer is used; auto is the last layer with height and width",
         .type = Type::Text,
         .defaultValue = std::monostate(),
         .unsetWord = "auto",
         .role = ParameterRole::InnerLayer},
        {.key = "axes",
         .label = "Axes of the layer",
         .help = "Order of the axes in the layer; NHWC if the network holds channels last",
         .type = Type::Choice,
         .defaultValue = std::string("NCHW"),
         .choices = {"NCHW", "NHWC"},
         .role = ParameterRole::LayerAxes},
        {.key = "signed",
         .label = "Signed",
         .help = "Keeps negative values, which speak against the target: leaves out the last ReLU",
         .type = Type::Flag,
         .defaultValue = false},
        {.key = "native",
         .label = "Native grid",
         .help = "Shows the layer's own grid as blocks, without bilinear interpolation",
         .type = Type::Flag,
         .defaultValue = false},
    };
}

std::shared_ptr<const MethodState> GradCam::run(const Model& model, const Item& item, const Parameters& parameters,
                                                MethodSink& sink, const std::stop_token& stop) const {
    requireTwoAxes(item.input.layout(), label());
    Meter meter(sink, stop);
    const std::vector<InnerValue> values = meter.forward([&] { return model.innerValues(item.input); });
    InnerEvaluation evaluation;
    InnerValue used;
    for (const InnerValue& layer : layersToTry(values, parameters, model.file())) {
        used = layer;
        evaluation =
            meter.gradient([&] { return model.evaluateInner(item.input, item.target, item.score, layer.name); });
        if (!evaluation.gradient.empty())
            break;
    }
    if (evaluation.gradient.empty())
        throw Error(ErrorCode::NoGradient, model.file(),
                    fmt::format("gives a score that does not depend on the layer {}", used.name),
                    "Choose a layer from which the output is computed");

    MethodState state = begunState(*this, model, item, parameters);
    state.greatestScore = evaluation.value;
    state.attribution = atInputSize(weightedSum(evaluation, parameters), item.input, parameters.flag("native"));
    state.cost = meter.cost();
    state.ending = Ending::FixedSchedule;
    state.expectedGradients = state.cost.worth();
    state.notes = {noteOn(used, parameters)};
    return publish(sink, std::move(state));
}

} // namespace blurig
