// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Milliseconds of one input's gradient by batch size: the network alone, the model around it, and a node of a whole
// Blur IG run; against the time of its arithmetic at this machine's own sgemm rate, where the multiply-adds of a
// forward pass are given (EfficientNet-Lite0: 0.4 G). A gradient of the input takes twice a forward pass.
//   bench_gradient MODEL [GIGA_MULTIPLY_ADDS [cpu|cuda]]

#include "core/array/file_bytes.h"
#include "core/array/torch_access.h"
#include "core/error.h"
#include "core/methods/method.h"
#include "core/model/compute_scope.h"
#include "tests/bench/stopwatch.h"

#include <ATen/ops/mm.h>
#include <ATen/ops/ones_like.h>
#include <ATen/ops/rand.h>
#include <torch/csrc/autograd/autograd.h>

#include <cstdio>
#include <cstdlib>

using namespace blurig;

namespace {

double networkSeconds(const Network& network, const PictureSpec& spec, int batch) {
    const auto device = network.traits().device == Device::Cuda ? at::kCUDA : at::kCPU;
    const at::Tensor x =
        at::rand({batch, spec.channels, spec.height, spec.width}).contiguous(at::MemoryFormat::ChannelsLast).to(device);
    return medianSeconds(9, [&] {
        const at::Tensor input = x.detach().requires_grad_(true);
        const at::Tensor output = network.forward(input).front();
        const at::Tensor gradient = torch::autograd::grad({output}, {input}, {at::ones_like(output)}).front();
        gradient.sum().item(); // waits for the device
    });
}

double runSeconds(const Model& model, const Array& z) {
    const Method& blurIg = methodById("blur-ig");
    Parameters parameters = defaultParameters(blurIg);
    parameters.set("schedule", std::string("log"));
    parameters.set("steps", "64");
    parameters.set("max_sigma", "50");
    const Item item{.input = z, .target = Target{.classes = {{.index = 0, .weight = 1}}}};
    MethodSink sink;
    return medianSeconds(3, [&] { blurIg.run(model, item, parameters, sink, {}); });
}

} // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::fprintf(stderr, "bench_gradient MODEL [GIGA_MULTIPLY_ADDS [cpu|cuda]]\n");
        return 2;
    }
    try {
        const ComputeScope scope(ComputeScope::machineThreads());
        const at::Tensor square = at::rand({1024, 1024});
        const double rate = 2.0 * 1024 * 1024 * 1024 / medianSeconds(15, [&] { at::mm(square, square); });
        std::printf("sgemm %.0f GFLOP/s\n", rate / 1e9);
        const double arithmetic = count > 2 ? 2 * 2e9 * std::atof(arguments[2]) / rate : 0;
        if (arithmetic > 0)
            std::printf("arithmetic of one gradient %.2f ms\n", 1e3 * arithmetic);

        ModelOptions options;
        options.device = parseDevice(count > 3 ? arguments[3] : "cpu");
        const auto model = loadModel(arguments[1], options);
        const PictureSpec& spec = pictureSpec(*model->info());
        const Target target{.classes = {{.index = 0, .weight = 1}}};
        const Array z = arrayOf(at::rand({spec.channels, spec.height, spec.width}),
                                pictureLayout(spec.channels, spec.height, spec.width));
        const double run = runSeconds(*model, z) / 64;
        std::printf("a run of 64 nodes, %d a batch: %.2f ms a gradient\n", model->rowsTogether(), 1e3 * run);
        if (arithmetic > 0)
            std::printf("%.2f times the arithmetic\n", run / arithmetic);
        std::printf("batch  network  model   (ms a gradient)\n");
        for (const int batch : {1, 2, 4, 6, 8, 12, 16, 32}) {
            ArrayLayout layout = pictureLayout(spec.channels, spec.height, spec.width, batch);
            const Array inputs = arrayOf(at::rand({batch, spec.channels, spec.height, spec.width}), layout);
            const double network = networkSeconds(model->network(), spec, batch) / batch;
            const double whole = medianSeconds(9, [&] { model->evaluate(inputs, target, Score::ClassScore); }) / batch;
            std::printf("%5d %8.2f %6.2f", batch, 1e3 * network, 1e3 * whole);
            if (arithmetic > 0)
                std::printf("   %.2f, %.2f times the arithmetic", network / arithmetic, whole / arithmetic);
            std::printf("\n");
        }
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
