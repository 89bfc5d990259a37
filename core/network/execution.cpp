// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/execution.h"

#include "core/error.h"

#include <array>
#include <sstream>

namespace blurig {
namespace {

// The words of each choice, in the order of its enumerators.
constexpr std::array<const char*, 2> freezingWords{"frozen", "as-filed"};
constexpr std::array<const char*, 2> layoutWords{"channels-last", "contiguous"};
constexpr std::array<const char*, 3> batchingWords{"together", "pairs", "alone"};
constexpr std::array<const char*, 2> numberWords{"float", "double"};

template <std::size_t count, typename Value>
const char* word(const std::array<const char*, count>& words, Value value) {
    return words[static_cast<std::size_t>(value)];
}

template <std::size_t count, typename Value>
bool takeWord(const std::array<const char*, count>& words, const std::string& given, Value& value) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (given == words[i]) {
            value = static_cast<Value>(i);
            return true;
        }
    }
    return false;
}

} // namespace

Execution Execution::reference(NumberKind number) {
    return {.freezing = Freezing::AsFiled,
            .layout = MemoryLayout::Contiguous,
            .batching = Batching::Alone,
            .number = number};
}

std::string toText(const Execution& execution) {
    return std::string(word(freezingWords, execution.freezing)) + ' ' + word(layoutWords, execution.layout) + ' ' +
           word(batchingWords, execution.batching) + ' ' + word(numberWords, execution.number);
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
