// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Milliseconds of one input's gradient by batch size: the network alone, the model around it, and a node of a whole
// Blur IG run; against the time of its arithmetic at this machine's own sgemm rate, where the multiply-adds of a
// forward pass are given (EfficientNet-Lite0: 0.4 G). A gradient of the input takes twice a forward pass.
//   bench_gradient MODEL [GIGA_MULTIPLY_ADDS]

#include "core/array/file_bytes.h"
#include "core/array/torch_access.h"
#include "core/error.h"
#include "core/methods/method.h"
#include "core/model/compute_scope.h"

#include <ATen/ops/mm.h>
#include <ATen/ops/ones_like.h>
#include <ATen/ops/rand.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace blurig;

namespace {

template <typename Work> double seconds(const Work& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Median of `repeats` after one that warms up.
template <typename Work> double median(int repeats, const Work& work) {
    work();
    std::vector<double> times;
    for (int i = 0; i < repeats; ++i)
        times.push_back(seconds(work));
    std::nth_element(times.begin(), times.begin() + repeats / 2, times.end());
    return times[static_cast<std::size_t>(repeats / 2)];
}

class FixedBatch final : public MethodSink {
public:
    explicit FixedBatch(int size)
        : m_size(size) {}
    int batchSize() override { return m_size; }

private:
    int m_size;
};

double networkSeconds(const Network& network, const InputSpec& spec, int batch) {
    const at::Tensor x =
        at::rand({batch, spec.channels, spec.height, spec.width}).contiguous(at::MemoryFormat::ChannelsLast);
    return median(9, [&] {
        const at::Tensor input = x.detach().requires_grad_(true);
        const at::Tensor output = network.forward(input).front();
        torch::autograd::grad({output}, {input}, {at::ones_like(output)});
    });
}

double runSeconds(const Model& model, const Array& z, int batch) {
    const Method& blurIg = methodById("blur-ig");
    Parameters parameters = defaultParameters(blurIg);
    parameters.set("schedule", std::string("log"));
    parameters.set("steps", "64");
    parameters.set("max_sigma", "50");
    const Item item{.input = z, .target = Target{.classes = {{.index = 0, .weight = 1}}}};
    FixedBatch sink(batch);
    return median(3, [&] { blurIg.run(model, item, parameters, sink, {}); });
}

} // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::fprintf(stderr, "bench_gradient MODEL [GIGA_MULTIPLY_ADDS]\n");
        return 2;
    }
    try {
        const ComputeScope scope(ComputeScope::machineThreads());
        const at::Tensor square = at::rand({1024, 1024});
        const double rate = 2.0 * 1024 * 1024 * 1024 / median(15, [&] { at::mm(square, square); });
        std::printf("sgemm %.0f GFLOP/s\n", rate / 1e9);
        const double arithmetic = count > 2 ? 2 * 2e9 * std::atof(arguments[2]) / rate : 0;
        if (arithmetic > 0)
            std::printf("arithmetic of one gradient %.2f ms\n", 1e3 * arithmetic);

        const auto model = loadModel(arguments[1]);
        const InputSpec& spec = model->card().input;
        const Target target{.classes = {{.index = 0, .weight = 1}}};
        const Array z = arrayOf(at::rand({spec.channels, spec.height, spec.width}),
                                pictureLayout(spec.channels, spec.height, spec.width));
        std::printf("batch  network  model  run, of 64   (ms a gradient)\n");
        for (const int batch : {1, 2, 4, 6, 8, 12, 16}) {
            ArrayLayout layout = pictureLayout(spec.channels, spec.height, spec.width, batch);
            const Array inputs = arrayOf(at::rand({batch, spec.channels, spec.height, spec.width}), layout);
            const double network = networkSeconds(model->network(), spec, batch) / batch;
            const double whole = median(9, [&] { model->evaluate(inputs, target, Score::ClassScore); }) / batch;
            const double run = runSeconds(*model, z, batch) / 64;
            std::printf("%5d %8.2f %6.2f %11.2f", batch, 1e3 * network, 1e3 * whole, 1e3 * run);
            if (arithmetic > 0)
                std::printf("   %.2f, %.2f, %.2f times the arithmetic", network / arithmetic, whole / arithmetic,
                            run / arithmetic);
            std::printf("\n");
        }
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
