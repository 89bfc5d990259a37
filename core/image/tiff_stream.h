// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/raw_picture.h"

#include <cstdint>
#include <memory>
#include <string>
#include <tiffio.h>

namespace blurig {

// The first page of a TIFF in memory as libtiff reads it, and what libtiff says of it.
class TiffStream {
public:
    explicit TiffStream(const PictureSource& source); // throws DamagedPicture; refers to the source
    ~TiffStream();
    TiffStream(const TiffStream&) = delete;
    TiffStream& operator=(const TiffStream&) = delete;

    const PictureSource& source() const;
    TIFF* file() const { return m_file.get(); }

    // The tag's value, libtiff's default, or 0.
    template <typename Value> Value tag(std::uint32_t name) const {
        Value value{};
        TIFFGetFieldDefaulted(file(), name, &value);
        return value;
    }

    void forgetRemarks();                     // before the pixels: what was said of unknown tags is of no interest
    const std::string& remark() const;        // libtiff's first warning since; empty without one
    Error broken() const;                     // with libtiff's first error
    Error broken(const char* happened) const; // with other words

private:
    struct Input;
    struct Close {
        void operator()(TIFF* tiff) const { TIFFClose(tiff); }
    };
    std::unique_ptr<Input> m_input;
    std::unique_ptr<TIFF, Close> m_file;
};

} // namespace blurig
