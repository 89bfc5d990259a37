// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/known_subjects.h"

#include <algorithm>
#include <cstddef>

namespace blurig::ui {

namespace {

// A 12-megapixel photo is 36 MB; a model holds its weights.
constexpr std::size_t picturesKept = 4;
constexpr std::size_t clipsKept = 2;
constexpr std::size_t modelsKept = 2;

template <typename T> void keepNewest(std::deque<T>& all, const T& one, std::size_t count) {
    all.push_front(one);
    if (all.size() > count)
        all.pop_back();
}

} // namespace

void KnownSubjects::remember(const Picture& picture) {
    std::erase_if(m_pictures, [&](const Picture& known) { return known.isSameAs(picture); });
    keepNewest(m_pictures, picture, picturesKept);
}

void KnownSubjects::remember(const std::shared_ptr<const ModelInfo>& model) {
    // The same file under a new card replaces the one under the old.
    std::erase_if(m_models, [&](const auto& known) { return known->sha256 == model->sha256; });
    keepNewest(m_models, model, modelsKept);
}

void KnownSubjects::remember(const ScoredClip& clip, const std::string& modelId) {
    std::erase_if(m_clips,
                  [&](const KnownClip& known) { return known.clip.clip == clip.clip && known.modelId == modelId; });
    keepNewest(m_clips, KnownClip{clip, modelId}, clipsKept);
}

ScoredClip KnownSubjects::clip(const std::string& sha256, const ModelInfo& model) const {
    ScoredClip found;
    for (const auto& [known, modelId] : m_clips) {
        if (known.clip->sound.sha256 != sha256 || InputSpec(known.clip->spec) != model.card.input)
            continue;
        if (modelId == model.id)
            return known;
        found.clip = known.clip;
    }
    return found;
}

Picture KnownSubjects::picture(const std::string& sha256, ColourConversion colours) const {
    const auto known = std::find_if(m_pictures.begin(), m_pictures.end(), [&](const Picture& picture) {
        return picture.sha256() == sha256 && picture.colours() == colours;
    });
    return known == m_pictures.end() ? Picture() : *known;
}

std::shared_ptr<const ModelInfo> KnownSubjects::model(const std::string& sha256) const {
    const auto known =
        std::find_if(m_models.begin(), m_models.end(), [&](const auto& model) { return model->sha256 == sha256; });
    return known == m_models.end() ? nullptr : *known;
}

} // namespace blurig::ui
