// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/execution.h"

#include "core/error.h"
#include "core/words.h"

#include <fmt/format.h>

#include <sstream>

namespace blurig {
namespace {

constexpr Words<Freezing, 2> freezingWords{{{Freezing::Frozen, "frozen"}, {Freezing::AsFiled, "as-filed"}}};
constexpr Words<MemoryLayout, 2> layoutWords{
    {{MemoryLayout::ChannelsLast, "channels-last"}, {MemoryLayout::Contiguous, "contiguous"}}};
constexpr Words<Batching, 3> batchingWords{
    {{Batching::Together, "together"}, {Batching::Pairs, "pairs"}, {Batching::Alone, "alone"}}};
constexpr Words<NumberKind, 2> numberWords{{{NumberKind::Float, "float"}, {NumberKind::Double, "double"}}};

template <std::size_t count, typename Value>
bool takeWord(const Words<Value, count>& words, const std::string& given, Value& value) {
    const std::optional<Value> found = valueOf(words, given);
    value = found.value_or(value);
    return found.has_value();
}

} // namespace

Execution Execution::reference(NumberKind number) {
    return {.freezing = Freezing::AsFiled,
            .layout = MemoryLayout::Contiguous,
            .batching = Batching::Alone,
            .number = number};
}

std::string toText(const Execution& execution) {
    return fmt::format("{} {} {} {}", wordOf(freezingWords, execution.freezing), wordOf(layoutWords, execution.layout),
                       wordOf(batchingWords, execution.batching), wordOf(numberWords, execution.number));
}

Execution parseExecution(std::string_view text, const std::string& where) {
    Execution execution;
    std::istringstream words{std::string(text)};
    for (std::string given; words >> given;) {
        if (!takeWord(freezingWords, given, execution.freezing) && !takeWord(layoutWords, given, execution.layout) &&
            !takeWord(batchingWords, given, execution.batching) && !takeWord(numberWords, given, execution.number))
            throw Error(ErrorCode::Argument, where, "\"" + given + "\" is not a way to run a model",
                        "Leave it out: the model is then examined when it opens");
    }
    return execution;
}

} // namespace blurig
