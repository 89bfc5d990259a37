// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/request.h"

#include <deque>
#include <memory>
#include <string>

namespace blurig::ui {

// The last pictures, clips and models, so that going back in the history does not open a file again.
class KnownSubjects {
public:
    void remember(const Picture& picture);
    void remember(const std::shared_ptr<const ModelInfo>& model);
    void remember(const ScoredClip& clip, const std::string& modelId);
    Picture picture(const std::string& sha256, ColourConversion colours) const; // empty when unknown
    std::shared_ptr<const ModelInfo> model(const std::string& sha256) const;    // null when unknown
    // Empty when unknown; without scores where another model gave them, of one specification.
    ScoredClip clip(const std::string& sha256, const ModelInfo& model) const;

private:
    struct KnownClip {
        ScoredClip clip;
        std::string modelId; // that gave the scores
    };

    std::deque<Picture> m_pictures;
    std::deque<KnownClip> m_clips;
    std::deque<std::shared_ptr<const ModelInfo>> m_models;
};

} // namespace blurig::ui
