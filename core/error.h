// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace blurig {

// Stable names of what a user can cause; they appear in JSON output and in tests.
enum class ErrorCode {
    UnreadableFile,
    UnwritableFile,
    NotAPicture,
    DamagedPicture,
    PictureSize,
    NotASound,
    DamagedSound,
    SoundLength,
    NotAModel,
    DamagedModel,
    ChangedModel, // not one of the files that may be opened without asking
    ModelCard,
    ModelInput,
    ModelFailed,
    ModelOutput,
    OutputMeaning, // only the user can say what a model returns
    NoGradient,
    NoLayer,
    Target,
    Argument,
    Memory,
};

std::string_view name(ErrorCode code);

// The one error type for what a user can cause: what happened, where (file, model, layer) and what to do about it.
// what() is the three in one line: "WHERE: WHAT. REMEDY". Programming errors are assertions instead.
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, std::string where, std::string happened, std::string remedy);

    ErrorCode code() const { return m_code; }
    const std::string& where() const { return m_where; }
    const std::string& happened() const { return m_happened; }
    const std::string& remedy() const { return m_remedy; }

private:
    ErrorCode m_code;
    std::string m_where;
    std::string m_happened;
    std::string m_remedy;
};

// Thrown through a computation whose stop token was set; caught where the computation was started.
class Cancelled : public std::exception {
public:
    const char* what() const noexcept override { return "cancelled"; }
};

} // namespace blurig
