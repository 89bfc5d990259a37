// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"

namespace blurig {
namespace {

std::string oneLine(const std::string& where, const std::string& happened, const std::string& remedy) {
    std::string line = where.empty() ? happened : where + ": " + happened;
    if (!remedy.empty())
        line += ". " + remedy;
    return line;
}

} // namespace

std::string_view name(ErrorCode code) {
    switch (code) {
    case ErrorCode::UnreadableFile:
        return "unreadable-file";
    case ErrorCode::UnwritableFile:
        return "unwritable-file";
    case ErrorCode::NotAPicture:
        return "not-a-picture";
    case ErrorCode::DamagedPicture:
        return "damaged-picture";
    case ErrorCode::PictureSize:
        return "picture-size";
    case ErrorCode::NotASound:
        return "not-a-sound";
    case ErrorCode::DamagedSound:
        return "damaged-sound";
    case ErrorCode::SoundLength:
        return "sound-length";
    case ErrorCode::NotAModel:
        return "not-a-model";
    case ErrorCode::DamagedModel:
        return "damaged-model";
    case ErrorCode::ChangedModel:
        return "changed-model";
    case ErrorCode::ModelCard:
        return "model-card";
    case ErrorCode::ModelInput:
        return "model-input";
    case ErrorCode::ModelFailed:
        return "model-failed";
    case ErrorCode::ModelOutput:
        return "model-output";
    case ErrorCode::OutputMeaning:
        return "output-meaning";
    case ErrorCode::NoGradient:
        return "no-gradient";
    case ErrorCode::NoLayer:
        return "no-layer";
    case ErrorCode::Target:
        return "target";
    case ErrorCode::Argument:
        return "argument";
    case ErrorCode::Memory:
        return "memory";
    }
    return "unknown";
}

Error::Error(ErrorCode code, std::string where, std::string happened, std::string remedy)
    : std::runtime_error(oneLine(where, happened, remedy))
    , m_code(code)
    , m_where(std::move(where))
    , m_happened(std::move(happened))
    , m_remedy(std::move(remedy)) {}

} // namespace blurig
