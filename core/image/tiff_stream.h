// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/raw_picture.h"
#include "core/tiff/tiff_memory.h"

#include <cstdint>
#include <string>

namespace blurig {

// The first page of a TIFF in memory as libtiff reads it, and what libtiff says of it.
class TiffStream {
public:
    explicit TiffStream(const PictureSource& source); // throws DamagedPicture; refers to the source

    const PictureSource& source() const { return m_source; }
    TIFF* file() const { return m_memory.file(); }

    // The tag's value, libtiff's default, or 0.
    template <typename Value> Value tag(std::uint32_t name) const {
        Value value{};
        TIFFGetFieldDefaulted(file(), name, &value);
        return value;
    }

    void forgetRemarks() { m_memory.forgetWarning(); } // before the pixels: warnings of unknown tags do not matter
    const std::string& remark() const { return m_memory.warning(); } // libtiff's first since; empty without one
    Error broken() const;                                            // with libtiff's first error
    Error broken(const char* happened) const;                        // with other words

private:
    const PictureSource& m_source;
    TiffMemory m_memory;
};

} // namespace blurig
