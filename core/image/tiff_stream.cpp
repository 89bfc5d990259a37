// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/tiff_stream.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <new>

namespace blurig {

struct TiffStream::Input {
    const PictureSource& source;
    std::uint64_t position = 0;
    std::string error;   // the first that libtiff complained of
    std::string warning; // likewise

    static Input& of(thandle_t handle) { return *static_cast<Input*>(handle); }

    static tmsize_t read(thandle_t handle, void* to, tmsize_t count) {
        Input& input = of(handle);
        const std::uint64_t left = input.source.size() - std::min<std::uint64_t>(input.position, input.source.size());
        const std::uint64_t got = std::min(left, static_cast<std::uint64_t>(count));
        if (got > 0)
            std::memcpy(to, input.source.data() + input.position, got);
        input.position += got;
        return static_cast<tmsize_t>(got);
    }

    static tmsize_t write(thandle_t, void*, tmsize_t) { return 0; }

    static toff_t seek(thandle_t handle, toff_t offset, int whence) {
        Input& input = of(handle);
        const std::uint64_t base = whence == SEEK_CUR ? input.position : whence == SEEK_END ? input.source.size() : 0;
        input.position = base + offset;
        return input.position;
    }

    static int close(thandle_t) { return 0; }

    static toff_t size(thandle_t handle) { return of(handle).source.size(); }

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

TiffStream::TiffStream(const PictureSource& source)
    : m_input(new Input{source, 0, {}, {}}) {
    // With handlers of its own: libtiff's global ones print, and are shared with whoever else uses the library.
    const std::unique_ptr<TIFFOpenOptions, void (*)(TIFFOpenOptions*)> options(TIFFOpenOptionsAlloc(),
                                                                               TIFFOpenOptionsFree);
    if (!options)
        throw std::bad_alloc();
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), Input::onError, m_input.get());
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), Input::onWarning, m_input.get());
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), tmsize_t{1} << 30);
    m_file.reset(TIFFClientOpenExt("", "rm", m_input.get(), Input::read, Input::write, Input::seek, Input::close,
                                   Input::size, nullptr, nullptr, options.get()));
    if (!m_file)
        throw broken();
}

TiffStream::~TiffStream() = default;

const PictureSource& TiffStream::source() const {
    return m_input->source;
}

void TiffStream::forgetRemarks() {
    m_input->warning.clear();
}

const std::string& TiffStream::remark() const {
    return m_input->warning;
}

Error TiffStream::broken() const {
    return broken(m_input->error.empty() ? "it cannot be decoded" : m_input->error.c_str());
}

Error TiffStream::broken(const char* happened) const {
    return damaged(source(), "TIFF", happened);
}

} // namespace blurig
