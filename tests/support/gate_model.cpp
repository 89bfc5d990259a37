// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/gate_model.h"

#include "tests/support/script_model.h"

#include <ATen/ops/stack.h>
#include <ATen/TensorOperators.h>

#include <chrono>
#include <cstdint>
#include <string>

namespace blurig::test {
namespace {

class GateNetwork final : public Network {
public:
    explicit GateNetwork(std::shared_ptr<Gate> gate)
        : m_gate(std::move(gate)) {}

    std::vector<at::Tensor> forward(const at::Tensor& input) const override {
        m_gate->pass(static_cast<int>(input.size(0)));
        const at::Tensor squares = (input * input).mean({1, 2, 3}) * 4.0;
        return {at::stack({squares, -squares}, 1)};
    }
    Traits traits() const override { return {.format = "gate"}; }

private:
    std::shared_ptr<Gate> m_gate;
};

class GateFile final : public NetworkFile {
public:
    explicit GateFile(std::shared_ptr<Gate> gate)
        : m_gate(std::move(gate)) {}

    std::unique_ptr<Network> network(const Execution& /*execution*/) const override {
        return std::make_unique<GateNetwork>(m_gate);
    }
    std::optional<std::string> cardJson() const override { return toJson(plainCard(3, 8, 8)); }

private:
    std::shared_ptr<Gate> m_gate;
};

class GateFormat final : public NetworkFormat {
public:
    explicit GateFormat(std::shared_ptr<Gate> gate)
        : m_gate(std::move(gate)) {}

    ModelFileKind kind() const override { return {.format = "gate", .endings = {"gate"}}; }
    std::unique_ptr<NetworkFile> open(NetworkSource& /*source*/, Device /*device*/) const override {
        return std::make_unique<GateFile>(m_gate);
    }

private:
    std::shared_ptr<Gate> m_gate;
};

} // namespace

void Gate::close() {
    const std::lock_guard lock(m_mutex);
    m_isOpen = false;
    m_arrived = 0;
    m_threads.clear();
    m_batches.clear();
}

void Gate::pass(int batch) {
    std::unique_lock lock(m_mutex);
    ++m_arrived;
    m_threads.push_back(std::this_thread::get_id());
    m_batches.push_back(batch);
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return m_isOpen || m_permits > 0; });
    if (!m_isOpen)
        --m_permits;
}

bool Gate::waitForArrivals(int n) {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::seconds(20), [this, n] { return m_arrived >= n; });
}

void Gate::letGo(int forwards) {
    const std::lock_guard lock(m_mutex);
    m_permits += forwards;
    m_changed.notify_all();
}

void Gate::open() {
    const std::lock_guard lock(m_mutex);
    m_isOpen = true;
    m_changed.notify_all();
}

std::vector<std::thread::id> Gate::threads() {
    const std::lock_guard lock(m_mutex);
    return m_threads;
}

std::vector<int> Gate::batches() {
    const std::lock_guard lock(m_mutex);
    return m_batches;
}

std::shared_ptr<const Model> gateModel(std::shared_ptr<Gate> gate, int size) {
    auto model = std::make_shared<const Model>(std::make_unique<GateNetwork>(gate), plainCard(1, size, size),
                                               CardOrigin::GivenByUser, "gate",
                                               std::to_string(reinterpret_cast<std::uintptr_t>(gate.get())));
    gate->close();
    return model;
}

std::shared_ptr<const NetworkFormat> gateFormat(std::shared_ptr<Gate> gate) {
    return std::make_shared<const GateFormat>(std::move(gate));
}

} // namespace blurig::test
