// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <tiffio.h>
#include <vector>

namespace blurig {

// A TIFF in memory, opened by libtiff with handlers of its own: the library's global ones print, and are shared with
// whoever else uses it.
class TiffMemory {
public:
    explicit TiffMemory(std::span<const std::byte> bytes); // to read; refers to the bytes
    TiffMemory();                                          // to write, little-endian
    ~TiffMemory();
    TiffMemory(const TiffMemory&) = delete;
    TiffMemory& operator=(const TiffMemory&) = delete;

    TIFF* file() const { return m_file.get(); } // null where libtiff could not open it

    // libtiff's first message of each kind; empty without one.
    const std::string& error() const;
    const std::string& warning() const;
    void forgetWarning();

    std::vector<std::byte> take() &&; // closes the file; all that was written

private:
    struct Contents;
    struct Close {
        void operator()(TIFF* tiff) const { TIFFClose(tiff); }
    };
    void open(const char* mode);

    std::unique_ptr<Contents> m_contents;
    std::unique_ptr<TIFF, Close> m_file; // goes before its contents
};

} // namespace blurig
