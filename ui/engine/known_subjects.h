// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/picture.h"
#include "core/model/model_info.h"

#include <deque>
#include <memory>
#include <string>

namespace blurig::ui {

// The last pictures and models, so that going back in the history does not open a file again.
class KnownSubjects {
public:
    void remember(const Picture& picture);
    void remember(const std::shared_ptr<const ModelInfo>& model);
    Picture picture(const std::string& sha256, ColourConversion colours) const; // empty when unknown
    std::shared_ptr<const ModelInfo> model(const std::string& sha256) const;    // null when unknown

private:
    std::deque<Picture> m_pictures;
    std::deque<std::shared_ptr<const ModelInfo>> m_models;
};

} // namespace blurig::ui
