// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/settle_colours.h"

#include "core/image/colour_transform.h"
#include "core/image/on_white.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace blurig {
namespace {

// Inks to light without a profile, as image viewers do.
template <typename Sample> void inksToLight(const Sample* inks, Sample* rgb) {
    constexpr std::uint64_t white = std::numeric_limits<Sample>::max();
    for (int ink = 0; ink < 3; ++ink)
        rgb[ink] = static_cast<Sample>(((white - inks[ink]) * (white - inks[3]) + white / 2) / white);
}

// One picture's rows, stored and converted.
template <typename Sample> class Settling {
public:
    Settling(RawPicture& raw, std::vector<Sample>& samples)
        : m_raw(raw)
        , m_samples(samples)
        , m_stored(raw.channels())
        , m_shown(raw.alpha == Alpha::None ? 3 : 4) {}

    // Leaves RGB or RGBA; converted where `keepConverted`. The mean difference, 0 without a transform.
    double run(const ColourTransform* transform, bool keepConverted) {
        const auto width = static_cast<std::size_t>(m_raw.width);
        m_straight.resize(width * m_stored);
        m_plain.resize(width * m_shown);
        m_converted.resize(width * m_shown);
        double difference = 0;
        for (std::size_t y = 0; y < static_cast<std::size_t>(m_raw.height); ++y) {
            const Sample* row = m_samples.data() + y * width * m_stored;
            makePlain(row);
            if (transform) {
                makeStraight(row);
                m_converted = m_plain; // for its alpha
                transform->apply(m_straight.data(), m_converted.data(), m_raw.width);
                difference += differenceOfRow();
            }
            const std::vector<Sample>& kept = keepConverted ? m_converted : m_plain;
            // A row that was read is never longer than what was made of it.
            std::copy(kept.begin(), kept.end(), m_samples.begin() + static_cast<std::ptrdiff_t>(y * kept.size()));
        }
        m_samples.resize(width * m_shown * static_cast<std::size_t>(m_raw.height));
        return difference / static_cast<double>(white) / (3.0 * m_raw.width * m_raw.height);
    }

private:
    static constexpr std::uint64_t white = std::numeric_limits<Sample>::max();

    bool hasAlpha() const { return m_shown == 4; }

    void makePlain(const Sample* row) {
        if (m_raw.kind != PixelKind::Cmyk) {
            std::copy_n(row, m_plain.size(), m_plain.begin());
            return;
        }
        for (Sample* to = m_plain.data(); to != m_plain.data() + m_plain.size(); to += m_shown, row += m_stored) {
            inksToLight(row, to);
            if (hasAlpha())
                to[3] = row[4];
        }
    }

    void makeStraight(const Sample* row) {
        std::copy_n(row, m_straight.size(), m_straight.begin());
        if (m_raw.alpha != Alpha::Premultiplied)
            return;
        for (Sample* pixel = m_straight.data(); pixel != m_straight.data() + m_straight.size(); pixel += m_stored) {
            const std::uint64_t opacity = pixel[m_stored - 1];
            for (std::size_t channel = 0; opacity > 0 && channel + 1 < m_stored; ++channel)
                pixel[channel] = static_cast<Sample>(std::min((pixel[channel] * white + opacity / 2) / opacity, white));
        }
    }

    double differenceOfRow() const {
        std::uint64_t sum = 0;
        for (std::size_t at = 0; at < m_plain.size(); at += m_shown)
            for (std::size_t channel = 0; channel < 3; ++channel) {
                int plain = m_plain[at + channel];
                int converted = m_converted[at + channel];
                if (hasAlpha()) {
                    plain = onWhite(m_plain[at + channel], m_plain[at + 3], m_raw.alpha);
                    converted = onWhite(m_converted[at + channel], m_converted[at + 3], Alpha::Straight);
                }
                sum += static_cast<std::uint64_t>(std::abs(plain - converted));
            }
        return static_cast<double>(sum);
    }

    RawPicture& m_raw;
    std::vector<Sample>& m_samples;
    const std::size_t m_stored; // samples of a pixel
    const std::size_t m_shown;
    std::vector<Sample> m_straight;
    std::vector<Sample> m_plain;
    std::vector<Sample> m_converted;
};

double settle(RawPicture& raw, const ColourTransform* transform, bool keepConverted) {
    const double difference = raw.samples16.empty() ? Settling(raw, raw.samples8).run(transform, keepConverted)
                                                    : Settling(raw, raw.samples16).run(transform, keepConverted);
    if (keepConverted && raw.alpha == Alpha::Premultiplied)
        raw.alpha = Alpha::Straight;
    raw.kind = PixelKind::Rgb;
    return difference;
}

std::string meanText(double difference) {
    const std::string number = difference < 0.0005 ? "less than 0.001" : fmt::format("{:.3f}", difference);
    return fmt::format("by {} in the mean (0 is black, 1 is white)", number);
}

} // namespace

void settleColours(RawPicture& raw, ColourConversion conversion) {
    const bool inks = raw.kind == PixelKind::Cmyk;
    std::optional<ColourTransform> transform;
    if (raw.stated) {
        transform.emplace(raw);
        if (!transform->fault().empty())
            raw.notes.push_back(fmt::format("{} {} and is not applied", raw.stated->where, transform->fault()));
        if (!transform->fault().empty() || transform->isSrgb())
            transform.reset();
    }
    const bool convert = transform && conversion == ColourConversion::ToSrgb;
    if (inks && !convert)
        raw.notes.emplace_back("CMYK converted to RGB without its printing profile");
    if (!inks && !transform)
        return;
    const double difference = settle(raw, transform ? &*transform : nullptr, convert);
    if (!transform)
        return;
    const std::string source = transform->title().empty()
                                   ? raw.stated->where
                                   : fmt::format("{} \"{}\"", raw.stated->where, transform->title());
    raw.notes.push_back(
        convert ? fmt::format("converted to sRGB by {}: changed {}", source, meanText(difference))
                : fmt::format("{} is not applied: it would change the picture {}", source, meanText(difference)));
}

} // namespace blurig
