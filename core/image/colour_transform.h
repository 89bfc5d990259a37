// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/raw_picture.h"

#include <memory>
#include <string>

namespace blurig {

// From the colours that a picture states to sRGB, by LittleCMS, with the perceptual intent.
class ColourTransform {
public:
    // For rows of raw.channels() samples of the picture's depth. raw.stated is there.
    explicit ColourTransform(const RawPicture& raw);
    ~ColourTransform();
    ColourTransform(const ColourTransform&) = delete;
    ColourTransform& operator=(const ColourTransform&) = delete;

    const std::string& fault() const { return m_fault; } // why it cannot be used: "is damaged"; empty if it can
    bool isSrgb() const;                                 // to what can be seen: no colour moves by more than 3/255
    const std::string& title() const { return m_title; } // the profile's own, may be empty

    // Straight alpha; RGB or RGBA of the picture's depth comes out, its alpha untouched.
    void apply(const void* from, void* to, int pixels) const;

private:
    struct Handles;
    std::unique_ptr<Handles> m_handles;
    std::string m_fault;
    std::string m_title;
};

} // namespace blurig
