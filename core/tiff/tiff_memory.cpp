// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tiff/tiff_memory.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <new>
#include <utility>

namespace blurig {

struct TiffMemory::Contents {
    std::span<const std::byte> given;
    std::vector<std::byte> written;
    std::uint64_t position = 0;
    std::string error;
    std::string warning;

    static Contents& of(thandle_t handle) { return *static_cast<Contents*>(handle); }

    std::span<const std::byte> bytes() const { return written.empty() ? given : std::span<const std::byte>(written); }

    static tmsize_t read(thandle_t handle, void* to, tmsize_t count) {
        Contents& contents = of(handle);
        const std::span<const std::byte> bytes = contents.bytes();
        const std::uint64_t left = bytes.size() - std::min<std::uint64_t>(contents.position, bytes.size());
        const std::uint64_t got = std::min(left, static_cast<std::uint64_t>(count));
        if (got > 0)
            std::memcpy(to, bytes.data() + contents.position, got);
        contents.position += got;
        return static_cast<tmsize_t>(got);
    }

    static tmsize_t write(thandle_t handle, void* from, tmsize_t count) {
        Contents& contents = of(handle);
        const std::uint64_t end = contents.position + static_cast<std::uint64_t>(count);
        if (end > contents.written.size())
            contents.written.resize(end);
        std::memcpy(contents.written.data() + contents.position, from, static_cast<std::size_t>(count));
        contents.position = end;
        return count;
    }

    static tmsize_t refuse(thandle_t, void*, tmsize_t) { return 0; }

    static toff_t seek(thandle_t handle, toff_t offset, int whence) {
        Contents& contents = of(handle);
        const std::uint64_t base = whence == SEEK_CUR   ? contents.position
                                   : whence == SEEK_END ? contents.bytes().size()
                                                        : 0;
        contents.position = base + offset;
        return contents.position;
    }

    static int close(thandle_t) { return 0; }

    static toff_t size(thandle_t handle) { return of(handle).bytes().size(); }

    static void keepFirst(std::string& message, const char* format, std::va_list arguments) {
        char text[200] = "";
        std::vsnprintf(text, sizeof(text), format, arguments);
        if (message.empty())
            message = text;
    }

    static int onError(TIFF*, void* user, const char*, const char* format, std::va_list arguments) {
        keepFirst(of(user).error, format, arguments);
        return 1;
    }

    static int onWarning(TIFF*, void* user, const char*, const char* format, std::va_list arguments) {
        keepFirst(of(user).warning, format, arguments);
        return 1;
    }
};

TiffMemory::TiffMemory(std::span<const std::byte> bytes)
    : m_contents(new Contents{.given = bytes}) {
    open("rm");
}

TiffMemory::TiffMemory()
    : m_contents(new Contents) {
    open("wl");
}

TiffMemory::~TiffMemory() = default;

void TiffMemory::open(const char* mode) {
    const std::unique_ptr<TIFFOpenOptions, void (*)(TIFFOpenOptions*)> options(TIFFOpenOptionsAlloc(),
                                                                               TIFFOpenOptionsFree);
    if (!options)
        throw std::bad_alloc();
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), Contents::onError, m_contents.get());
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), Contents::onWarning, m_contents.get());
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), tmsize_t{1} << 30);
    m_file.reset(TIFFClientOpenExt("", mode, m_contents.get(), Contents::read,
                                   *mode == 'r' ? Contents::refuse : Contents::write, Contents::seek, Contents::close,
                                   Contents::size, nullptr, nullptr, options.get()));
}

const std::string& TiffMemory::error() const {
    return m_contents->error;
}

const std::string& TiffMemory::warning() const {
    return m_contents->warning;
}

void TiffMemory::forgetWarning() {
    m_contents->warning.clear();
}

std::vector<std::byte> TiffMemory::take() && {
    m_file.reset();
    return std::move(m_contents->written);
}

} // namespace blurig
