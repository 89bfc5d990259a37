// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/torchscript/graph_repair.h"

#include <ATen/Context.h>
#include <torch/csrc/jit/api/function_impl.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>

namespace blurig {
namespace {

using torch::jit::Block;
using torch::jit::Graph;
using torch::jit::Node;
using torch::jit::Value;

bool isHalf(at::ScalarType type) {
    return type == at::kHalf || type == at::kBFloat16;
}

// Every graph of the module's program: methods of all its parts, and free functions.
std::set<Graph*> graphsOf(const torch::jit::Module& module) {
    std::set<Graph*> graphs;
    const auto add = [&graphs](torch::jit::Function* function) {
        if (function->isGraphFunction()) {
            function->ensure_defined();
            graphs.insert(torch::jit::toGraphFunction(*function).graph().get());
        }
    };
    for (const torch::jit::Module& part : module.modules())
        for (torch::jit::Function* method : part.type()->methods())
            add(method);
    for (torch::jit::Function* function : module._ivalue()->compilation_unit()->get_functions())
        add(function);
    return graphs;
}

class Repair {
public:
    explicit Repair(at::Device device)
        : m_device(device) {}

    void graph(Graph& graph) {
        m_graph = &graph;
        block(graph.block());
    }

    at::Tensor tensor(const at::Tensor& given) {
        at::Tensor result = given;
        if (isHalf(result.scalar_type())) {
            result = result.to(at::kFloat);
            m_halfAsFloat = true;
        }
        if (result.device().type() != m_device.type()) {
            result = result.to(m_device);
            m_movedConstants = true;
        }
        return result;
    }

    std::vector<std::string> notes() const {
        std::vector<std::string> notes;
        if (m_halfAsFloat)
            notes.emplace_back("its half-precision numbers run as 32-bit floats");
        if (m_movedConstants && m_device.is_cpu())
            notes.emplace_back("constants that its file keeps on another device run on the CPU");
        return notes;
    }

private:
    void block(Block* inside) {
        for (auto next = inside->nodes().begin(); next != inside->nodes().end();) {
            Node* node = *next;
            ++next;
            for (Block* inner : node->blocks())
                block(inner);
            if (node->kind() == c10::prim::Constant)
                constant(*node);
            else if (node->kind() == c10::Symbol::fromQualString("aten::cuda") && !m_device.is_cuda())
                passThrough(node);
            else
                arguments(*node);
        }
    }

    void constant(Node& node) {
        if (!node.hasAttribute(c10::attr::value))
            return;
        if (node.output()->type()->kind() == c10::TypeKind::DeviceObjType) {
            if (at::Device(node.s(c10::attr::value)).type() != m_device.type()) {
                node.s_(c10::attr::value, m_device.str());
                m_movedConstants = true;
            }
        } else if (node.kindOf(c10::attr::value) == torch::jit::AttributeKind::t) {
            node.t_(c10::attr::value, tensor(node.t(c10::attr::value)));
        }
    }

    void passThrough(Node* node) {
        node->output()->replaceAllUsesWith(node->input(0));
        node->destroy();
        m_movedConstants = true;
    }

    void arguments(Node& node) {
        const auto* schema = node.maybeSchema();
        if (!schema)
            return;
        const auto& names = schema->arguments();
        for (std::size_t i = 0; i < std::min(names.size(), node.inputs().size()); ++i) {
            const auto given = torch::jit::toIValue(node.input(i));
            if (!given)
                continue;
            if (names[i].name() == "dtype" && given->isInt() && isHalf(static_cast<at::ScalarType>(given->toInt()))) {
                replaceArgument(node, i, static_cast<std::int64_t>(at::kFloat));
                m_halfAsFloat = true;
            } else if (const auto wanted = convolutionFlag(names[i].name());
                       wanted && given->isBool() && given->toBool() != *wanted) {
                replaceArgument(node, i, *wanted);
            } else if (node.kind() == c10::Symbol::fromQualString("aten::device") && given->isString() &&
                       at::Device(given->toStringRef()).type() != m_device.type()) {
                replaceArgument(node, i, m_device.str());
                m_movedConstants = true;
            }
        }
    }

    // How cuDNN convolves; tracing writes its choice into each call, where no global switch overrides it.
    static std::optional<bool> convolutionFlag(const std::string& name) {
        if (name == "allow_tf32" || name == "benchmark")
            return false;
        return name == "deterministic" ? std::optional(true) : std::nullopt;
    }

    void replaceArgument(Node& node, std::size_t index, const c10::IValue& value) {
        const torch::jit::WithInsertPoint here(&node);
        node.replaceInput(index, m_graph->insertConstant(value));
    }

    at::Device m_device;
    Graph* m_graph = nullptr;
    bool m_halfAsFloat = false;
    bool m_movedConstants = false;
};

void repairTensors(const torch::jit::Module& module, Repair& repair) {
    for (const torch::jit::Module& part : module.modules()) {
        const auto& object = part._ivalue();
        for (std::size_t slot = 0; slot < object->slots().size(); ++slot) {
            const c10::IValue& value = object->getSlot(slot);
            if (value.isTensor() && value.toTensor().defined())
                object->setSlot(slot, repair.tensor(value.toTensor().detach()));
        }
    }
}

} // namespace

std::vector<std::string> repairModule(torch::jit::Module& module, at::Device device) {
    at::globalContext().setAllowTF32CuBLAS(false);
    at::globalContext().setAllowTF32CuDNN(false);
    at::globalContext().setBenchmarkCuDNN(false);
    at::globalContext().setDeterministicCuDNN(true);
    Repair repair(device);
    repairTensors(module, repair);
    for (Graph* graph : graphsOf(module))
        repair.graph(*graph);
    return repair.notes();
}

} // namespace blurig
