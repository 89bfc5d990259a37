// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/model_file_kind.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

class QMimeData;

namespace blurig::ui {

bool looksLikeSession(const QString& file);
bool looksLikeSvg(const QString& file);
// By its ending; what is inside is the loader's question.
bool looksLikeModel(const QString& file, const std::vector<ModelFileKind>& kinds);

// The choice that a PNG or SVG of this program carries.
std::optional<QString> choiceInside(const QString& file);
std::optional<QString> choiceInside(const QMimeData& data);

// The picture on a clipboard as the bytes of a file; empty without one.
std::vector<std::byte> encodedPicture(const QMimeData& data);

} // namespace blurig::ui
