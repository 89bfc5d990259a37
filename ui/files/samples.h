// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace blurig::ui {

struct Sample {
    QString file;
    QString caption;
};

enum class SampleKinds { Pictures, All };

// The photos that samples.txt in `folder` lists and that are there, in its order: FILE, white space, caption. With
// sounds: then some of those that sound/clips.txt lists.
std::vector<Sample> samplesIn(const QString& folder, SampleKinds kinds = SampleKinds::Pictures);

} // namespace blurig::ui
