// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/model_words.h"

#include "core/trimmed.h"

#include <c10/util/Exception.h>

#include <algorithm>
#include <array>
#include <new>
#include <sstream>

namespace blurig {
namespace {

constexpr std::size_t longestLine = 300;

bool contains(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

} // namespace

std::string firstLine(const std::exception& error) {
    const auto* torchError = dynamic_cast<const c10::Error*>(&error);
    std::istringstream text(torchError ? torchError->what_without_backtrace() : error.what());
    std::string first;
    std::string raised; // the interpreter puts the real error last, behind "RuntimeError: " or the like
    for (std::string line; std::getline(text, line);) {
        line = trimmed(line);
        if (line.empty())
            continue;
        if (first.empty())
            first = line;
        const auto colon = line.find("Error: ");
        const auto exception = line.find("Exception: ");
        if (colon != std::string::npos && line.find(' ') > colon)
            raised = line.substr(colon + 7);
        else if (exception != std::string::npos && line.find(' ') > exception)
            raised = line.substr(exception + 11);
    }
    std::string words = raised.empty() ? first : raised;
    if (words.size() > longestLine)
        words = words.substr(0, longestLine) + "...";
    return words;
}

std::string shapeText(const std::vector<std::int64_t>& sizes) {
    std::string text;
    for (const std::int64_t size : sizes)
        text += (text.empty() ? "" : " x ") + std::to_string(size);
    return text.empty() ? "a single number" : text;
}

Error modelError(const std::string& where, const std::vector<std::int64_t>& inputSizes, const std::exception& error) {
    const std::string words = firstLine(error);
    const std::string shape = shapeText({inputSizes.begin() + 1, inputSizes.end()}); // of one picture
    if (dynamic_cast<const std::bad_alloc*>(&error) || contains(words, "not enough memory") ||
        contains(words, "alloc_cpu"))
        return {ErrorCode::Memory, where, "ran out of memory on pictures of " + shape,
                "Close other programs, or use a smaller input"};
    static constexpr std::array<const char*, 12> aboutShape{"channels",
                                                            "shapes cannot be multiplied",
                                                            "size mismatch",
                                                            "must match the size",
                                                            "is invalid for input",
                                                            "Expected 3D",
                                                            "Expected 4D",
                                                            "same number of dim",
                                                            "expected input",
                                                            "mismatch in shape",
                                                            "ernel size",
                                                            "weight of size"};
    const bool aboutSize =
        std::any_of(aboutShape.begin(), aboutShape.end(), [&words](const char* part) { return contains(words, part); });
    if (aboutSize)
        return {ErrorCode::ModelInput, where, "does not take pictures of " + shape + " (" + words + ")",
                "Give the model's own input size, channels and axis order in its card, FILE.json beside the model or "
                "--card"};
    return {ErrorCode::ModelFailed, where, "failed on pictures of " + shape + ": " + words,
            "Check the model in the program that made it"};
}

} // namespace blurig
