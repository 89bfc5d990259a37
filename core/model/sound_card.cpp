// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/sound_card.h"

#include "core/words.h"

#include <nlohmann/json.hpp>

#include <initializer_list>

namespace blurig {
namespace {

constexpr Words<MelScale, 2> melScales{{{MelScale::Slaney, "slaney"}, {MelScale::Htk, "htk"}}};
constexpr Words<MelNorm, 2> melNorms{{{MelNorm::None, "none"}, {MelNorm::Slaney, "slaney"}}};
constexpr Words<WindowKind, 3> windows{
    {{WindowKind::Hann, "hann"}, {WindowKind::Hamming, "hamming"}, {WindowKind::Rectangular, "rectangular"}}};
constexpr Words<Centring, 3> centrings{
    {{Centring::None, "none"}, {Centring::Reflect, "reflect"}, {Centring::Constant, "constant"}}};
constexpr Words<Compression, 4> compressions{{{Compression::None, "none"},
                                              {Compression::Log, "log"},
                                              {Compression::Log10, "log10"},
                                              {Compression::Decibel, "decibel"}}};
constexpr Words<LastPatch, 3> lastPatches{
    {{LastPatch::Aligned, "aligned"}, {LastPatch::Padded, "padded"}, {LastPatch::Dropped, "dropped"}}};
constexpr int longestWindow = 1 << 20;
constexpr std::int64_t longestPatch = 1 << 26;

void require(const JsonReader& object, std::initializer_list<const char*> keys) {
    for (const char* key : keys)
        if (!object.has(key))
            object.fail(key, "is missing");
}

int count(const JsonReader& object, const char* key, std::int64_t least, std::int64_t most) {
    return static_cast<int>(object.integer(key, least, least, most));
}

void readMelBands(const JsonReader& from, FrontEnd& frontEnd) {
    require(from, {"mel_scale", "mel_norm"});
    frontEnd.scale = from.word("mel_scale", melScales, frontEnd.scale);
    frontEnd.norm = from.word("mel_norm", melNorms, frontEnd.norm);
    frontEnd.lowest = from.number("lowest", 0);
    frontEnd.highest = from.number("highest", 0.5 * frontEnd.sampleRate);
    if (frontEnd.lowest < 0)
        from.fail("lowest", "must not be negative");
    if (!(frontEnd.highest > frontEnd.lowest && frontEnd.highest <= 0.5 * frontEnd.sampleRate))
        from.fail("highest", "must lie above \"lowest\" and not above half of the sampling rate");
}

void readCompression(const JsonReader& from, FrontEnd& frontEnd) {
    frontEnd.compression = from.word("compression", compressions, Compression::None);
    frontEnd.factor = 1;
    frontEnd.offset = 0;
    if (frontEnd.compression == Compression::None)
        return;
    require(from, {"offset"});
    frontEnd.offset = from.number("offset", 0);
    if (!(frontEnd.offset > 0))
        from.fail("offset", "must be positive: silence has a logarithm, too");
    if (frontEnd.compression != Compression::Decibel)
        frontEnd.factor = from.number("factor", 1);
    if (!(frontEnd.factor > 0))
        from.fail("factor", "must be positive");
}

FrontEnd readFrontEnd(const JsonReader& from, int sampleRate) {
    require(from, {"window_length", "hop", "fft_size", "window", "centring", "power", "mel_bands", "compression"});
    FrontEnd frontEnd;
    frontEnd.sampleRate = sampleRate;
    frontEnd.fftSize = count(from, "fft_size", 2, longestWindow);
    frontEnd.windowLength = count(from, "window_length", 1, frontEnd.fftSize);
    frontEnd.hop = count(from, "hop", 1, longestWindow);
    frontEnd.window = from.word("window", windows, frontEnd.window);
    frontEnd.centring = from.word("centring", centrings, frontEnd.centring);
    frontEnd.power = count(from, "power", 1, 2);
    frontEnd.melBands = count(from, "mel_bands", 0, 4096);
    frontEnd.lowest = 0;
    frontEnd.highest = 0;
    if (frontEnd.melBands > 0)
        readMelBands(from, frontEnd);
    readCompression(from, frontEnd);
    return frontEnd;
}

int readRate(const JsonReader& input) {
    require(input, {"sample_rate", "patch"});
    return count(input, "sample_rate", 1, greatestRate);
}

void readPatch(const JsonReader& input, const char* usualOrder, SoundSpec& spec) {
    spec.channels = count(input, "channels", 1, 16);
    const JsonReader patch = input.object("patch");
    require(patch, {"length"});
    spec.patch.length = patch.integer("length", 1, 1, longestPatch);
    spec.patch.hop = patch.integer("hop", spec.patch.length, 1, longestPatch);
    spec.patch.last = patch.word("last", lastPatches, LastPatch::Aligned);
    spec.axisOrder = input.text("axis_order", usualOrder);
    if (const std::string fault = axisOrderFault(spec.axisOrder, spec); !fault.empty())
        input.fail("axis_order", fault);
}

Json frontEndJson(const FrontEnd& frontEnd) {
    Json json{{"window_length", frontEnd.windowLength},
              {"hop", frontEnd.hop},
              {"fft_size", frontEnd.fftSize},
              {"window", wordOf(windows, frontEnd.window)},
              {"centring", wordOf(centrings, frontEnd.centring)},
              {"power", frontEnd.power},
              {"mel_bands", frontEnd.melBands},
              {"compression", wordOf(compressions, frontEnd.compression)}};
    if (frontEnd.melBands > 0) {
        json["mel_scale"] = wordOf(melScales, frontEnd.scale);
        json["mel_norm"] = wordOf(melNorms, frontEnd.norm);
        json["lowest"] = frontEnd.lowest;
        json["highest"] = frontEnd.highestHertz();
    }
    if (frontEnd.compression != Compression::None)
        json["offset"] = frontEnd.offset;
    if (frontEnd.compression == Compression::Log || frontEnd.compression == Compression::Log10)
        json["factor"] = frontEnd.factor;
    return json;
}

} // namespace

SoundSpec readSpectrogramSpec(const JsonReader& input) {
    SoundSpec spec;
    const int sampleRate = readRate(input);
    require(input, {"front_end"});
    spec.form = readFrontEnd(input.object("front_end"), sampleRate);
    readPatch(input, "NCFT", spec);
    return spec;
}

SoundSpec readWaveformSpec(const JsonReader& input) {
    SoundSpec spec;
    spec.form = Waveform{readRate(input)};
    readPatch(input, "NCT", spec);
    return spec;
}

Json soundSpecJson(const SoundSpec& spec) {
    Json json{
        {"sample_rate", sampleRateOf(spec)},
        {"channels", spec.channels},
        {"axis_order", spec.axisOrder},
        {"patch",
         {{"length", spec.patch.length}, {"hop", spec.patch.hop}, {"last", wordOf(lastPatches, spec.patch.last)}}}};
    if (const FrontEnd* frontEnd = frontEndOf(spec))
        json["front_end"] = frontEndJson(*frontEnd);
    return json;
}

} // namespace blurig
