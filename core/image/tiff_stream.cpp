// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/tiff_stream.h"

namespace blurig {

TiffStream::TiffStream(const PictureSource& source)
    : m_source(source)
    , m_memory(source.bytes) {
    if (!file())
        throw broken();
}

Error TiffStream::broken() const {
    return broken(m_memory.error().empty() ? "it cannot be decoded" : m_memory.error().c_str());
}

Error TiffStream::broken(const char* happened) const {
    return damaged(source(), "TIFF", happened);
}

} // namespace blurig
