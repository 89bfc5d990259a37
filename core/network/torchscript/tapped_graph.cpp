// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/torchscript/tapped_graph.h"

#include "core/network/torchscript/inlined_forward.h"

#include <torch/csrc/jit/api/function_impl.h>
#include <torch/csrc/jit/runtime/graph_executor.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace blurig {
namespace {

using torch::jit::Block;
using torch::jit::Graph;
using torch::jit::Node;
using torch::jit::Value;

// "aten::relu_" is "relu".
std::string operationOf(const Node& node) {
    std::string word = node.kind().toUnqualString();
    const auto begin = word.find_first_not_of('_');
    return begin == std::string::npos ? word : word.substr(begin, word.find_last_not_of('_') - begin + 1);
}

// The modules whose methods were inlined around the node: "layer4.1.relu"; empty outside of all.
std::string modulePath(const Node& node, const CallNames& names) {
    const auto stack = node.callstack();
    std::string path;
    if (!stack)
        return path;
    for (const auto& entry : (*stack)->vec()) {
        const auto& module = std::get<2>(entry);
        if (!module || module->instance_name() == "SELF" || module->instance_name() == "INSTANCE_NAME_UNKNOWN")
            continue;
        path.append(path.empty() ? "" : ".").append(names.nameAt(std::get<1>(entry), module->instance_name()));
    }
    return path;
}

// A return from inside of an if leaves the values of the way not taken without content, and no operator takes those.
bool mayBeEmpty(const Value& value) {
    const Node& node = *value.node();
    if (node.kind() == c10::prim::Uninitialized)
        return true;
    if (node.kind() != c10::prim::If && node.kind() != c10::prim::Loop)
        return false;
    // A loop's block gives its condition first.
    const std::size_t output = value.offset() + (node.kind() == c10::prim::Loop ? 1 : 0);
    const bool begun = node.kind() == c10::prim::Loop && mayBeEmpty(*node.input(value.offset() + 2));
    return begun || std::ranges::any_of(node.blocks(),
                                        [output](const Block* block) { return mayBeEmpty(*block->outputs()[output]); });
}

bool isComputed(const Node& node, const Value& value) {
    return node.kind() != c10::prim::Constant && node.kind() != c10::prim::GetAttr &&
           value.type()->isSubtypeOf(*c10::TensorType::get()) && !mayBeEmpty(value);
}

template <std::size_t N> bool isOneOf(const std::array<std::string_view, N>& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
}

// Softmax over tokens rather than classes has three dimensions or more.
bool beginsAttention(const std::string& operation, std::size_t dimensions) {
    static constexpr std::array<std::string_view, 2> whole{"scaled_dot_product_attention",
                                                           "native_multi_head_attention"};
    return isOneOf(whole, operation) || (operation == "softmax" && dimensions >= 3);
}

// What attention weights select, and shapes of it, is still attention; a linear layer or a convolution ends it.
bool carriesAttention(const std::string& operation) {
    static constexpr std::array<std::string_view, 20> words{
        "matmul",  "bmm",   "einsum", "baddbmm", "transpose", "permute",   "reshape", "view",  "flatten", "contiguous",
        "dropout", "clone", "to",     "type_as", "squeeze",   "unsqueeze", "select",  "slice", "movedim", "If"};
    return isOneOf(words, operation);
}

} // namespace

// Puts the taps in.
class TappedGraph::Builder {
public:
    Builder(Graph& graph, const CallNames& names, std::vector<Tap>& taps)
        : m_graph(graph)
        , m_callNames(names)
        , m_taps(taps) {}

    void tapBlock(Block* block) {
        for (auto next = block->nodes().begin(); next != block->nodes().end();) {
            Node* node = *next;
            ++next; // what is put in after the node is no part of the walk
            for (Block* inner : node->blocks())
                tapBlock(inner);
            Node* last = node;
            for (Value* value : node->outputs())
                if (isComputed(*node, *value))
                    last = tapValue(value, last);
        }
    }

private:
    Node* tapValue(Value* value, Node* after) {
        const Node& node = *value->node();
        const torch::jit::WithInsertPoint here(after->next());
        Value* index = m_graph.insertConstant(static_cast<std::int64_t>(m_taps.size()));
        Node* tap = m_graph.insertNode(m_graph.create(c10::Symbol::fromQualString(tapOperator), {value, index}));
        tap->output()->copyMetadata(value); // its type
        value->replaceAllUsesWith(tap->output());
        tap->replaceInput(0, value);

        Tap added{.name = uniqueName(node), .operation = operationOf(node), .from = {}};
        for (const Value* input : node.inputs())
            addSources(*input, added.from);
        for (const Block* inner : node.blocks())
            for (const Value* output : inner->outputs())
                addSources(*output, added.from);
        m_tapOf[tap->output()] = m_taps.size();
        m_taps.push_back(std::move(added));
        return tap;
    }

    std::string uniqueName(const Node& node) {
        std::string name = modulePath(node, m_callNames);
        if (!name.empty())
            name.push_back(':');
        name.append(operationOf(node));
        if (const int count = ++m_names[name]; count > 1)
            name.append("#").append(std::to_string(count));
        return name;
    }

    void addSources(const Value& value, std::vector<std::size_t>& from) const {
        if (const auto found = m_tapOf.find(&value); found != m_tapOf.end())
            from.push_back(found->second);
        else if (value.node()->kind() == c10::prim::ListConstruct)
            for (const Value* element : value.node()->inputs())
                addSources(*element, from);
    }

    Graph& m_graph;
    const CallNames& m_callNames;
    std::vector<Tap>& m_taps;
    std::map<const Value*, std::size_t> m_tapOf;
    std::map<std::string, int> m_names;
};

TappedGraph::TappedGraph(const torch::jit::Module& module, const CallNames& names) {
    registerTap();
    InlinedForward forward = inlinedForward(module);
    m_module = std::move(forward.module);
    Builder(*forward.graph, names, m_taps).tapBlock(forward.graph->block());
    forward.graph->lint();
    m_function = std::make_unique<torch::jit::GraphFunction>("forward", forward.graph, nullptr);
}

TappedGraph::~TappedGraph() = default;

TappedGraph::Result TappedGraph::run(const at::Tensor& input, const std::string& keep) const {
    const auto wanted = std::ranges::find(m_taps, keep, &Tap::name);
    const bool keeps = wanted != m_taps.end();
    TapRecorder recorder(m_taps.size(), keeps ? std::optional<std::size_t>(wanted - m_taps.begin()) : std::nullopt);
    // The profiling executor would compile the graph anew for each shape; the taps want a plain walk through it.
    const torch::jit::GraphOptimizerEnabledGuard plain(false);
    torch::jit::Stack stack{m_module._ivalue(), input};
    m_module.get_method("forward").function().getSchema().checkAndNormalizeInputs(stack, {}); // fills in defaults
    m_function->run(stack);

    return {.output = stack.back(), .values = valuesOf(recorder.passed()), .kept = recorder.kept()};
}

std::vector<InnerValue> TappedGraph::valuesOf(const std::vector<std::optional<TapRecorder::Passed>>& passed) const {
    std::vector<InnerValue> values;
    std::vector<bool> attention(m_taps.size());
    for (std::size_t i = 0; i < m_taps.size(); ++i) {
        if (!passed[i])
            continue;
        const Tap& tap = m_taps[i];
        attention[i] = beginsAttention(tap.operation, passed[i]->sizes.size()) ||
                       (carriesAttention(tap.operation) &&
                        std::ranges::any_of(tap.from, [&](std::size_t source) { return attention[source]; }));
        if (attention[i])
            for (InnerValue& earlier : values)
                earlier.untilAttention = true;
        if (passed[i]->differentiable)
            values.push_back({.name = tap.name,
                              .operation = tap.operation,
                              .sizes = passed[i]->sizes,
                              .untilAttention = attention[i]});
    }
    return values;
}

} // namespace blurig
