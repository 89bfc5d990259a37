// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/array/digest.h"
#include "core/array/file_bytes.h"
#include "core/array/file_kind.h"
#include "core/audio/front_end.h"
#include "core/audio/resampler.h"
#include "core/audio/sound.h"
#include "core/audio/sound_format.h"
#include "core/audio/wav_length.h"
#include "core/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <new>
#include <sndfile.h>
#include <stdexcept>
#include <unistd.h>
#include <utility>

namespace blurig {
namespace {

constexpr const char* getAgain = "Copy or download it again";
constexpr std::int64_t blockFrames = 16'384;
constexpr std::int64_t unknownFrames = std::int64_t{1} << 40; // at least what streams state

bool statesFrames(const SF_INFO& info) {
    return info.frames > 0 && info.frames < unknownFrames;
}

struct CloseSound {
    void operator()(SNDFILE* file) const { sf_close(file); }
};
using OpenedSound = std::unique_ptr<SNDFILE, CloseSound>;

void stopIfAsked(const SoundOptions& options) {
    if (options.stop.stop_requested())
        throw Cancelled();
}

std::string hashOf(std::FILE& file, const SoundOptions& options) {
    Sha256 digest;
    std::vector<std::byte> block(1 << 20);
    std::rewind(&file);
    while (const std::size_t count = std::fread(block.data(), 1, block.size(), &file)) {
        stopIfAsked(options);
        digest.add(std::span(block).first(count));
    }
    return digest.hex();
}

const SoundFormat& requireFormat(std::FILE& file, const std::string& name) {
    const std::string remedy = "Choose a WAV, AIFF, FLAC, Ogg or MP3 file";
    std::array<std::byte, 512> beginning{};
    const std::size_t count = std::fread(beginning.data(), 1, beginning.size(), &file);
    const auto bytes = std::span<const std::byte>(beginning).first(count);
    if (count == 0)
        throw Error(ErrorCode::NotASound, name, "is empty (0 bytes)", remedy);
    if (const SoundFormat* format = soundFormatOf(bytes))
        return *format;
    const std::string_view kind = guessKind(bytes).name;
    throw Error(ErrorCode::NotASound, name,
                kind.empty() ? "is not a sound in a supported format"
                             : fmt::format("is not a sound: it seems to be {}", kind),
                remedy);
}

Error tooLong(const std::string& name, int rate) {
    return {ErrorCode::SoundLength, name,
            fmt::format("is longer than {:.1f} hours at {} Hz", static_cast<double>(longestSound) / rate / 3600, rate),
            "Cut it into shorter files"};
}

Error damaged(const std::string& name, std::string happened) {
    return {ErrorCode::DamagedSound, name, std::move(happened), getAgain};
}

std::string withoutStop(std::string sentence) {
    while (sentence.ends_with('.'))
        sentence.pop_back();
    return sentence;
}

OpenedSound open(std::FILE& file, const SoundFormat& format, const std::string& name, SF_INFO& info) {
    lseek(fileno(&file), 0, SEEK_SET); // what the stream has buffered does not count
    OpenedSound sound(sf_open_fd(fileno(&file), SFM_READ, &info, SF_FALSE));
    if (!sound)
        throw damaged(name, fmt::format("seems to be {} file, but cannot be read: {}", format.name,
                                        withoutStop(sf_strerror(nullptr))));
    if (info.samplerate < 1 || info.channels < 1)
        throw damaged(name, "does not state its sampling rate or its channels");
    if (info.samplerate > greatestRate)
        throw damaged(name, fmt::format("states a sampling rate of {} Hz", info.samplerate));
    return sound;
}

// The mean over channels of interleaved frames.
void mixToOne(std::span<const float> frames, int channels, std::vector<float>& to) {
    const auto count = static_cast<std::size_t>(channels);
    to.resize(frames.size() / count);
    for (std::size_t i = 0; i < to.size(); ++i) {
        double sum = 0;
        for (const float sample : frames.subspan(i * count, count))
            sum += static_cast<double>(sample);
        to[i] = static_cast<float>(sum / channels);
    }
}

class Decoder {
public:
    Decoder(SNDFILE& file, const SF_INFO& info, std::string name, const SoundOptions& options)
        : m_file(file)
        , m_info(info)
        , m_name(std::move(name))
        , m_options(options)
        , m_rate(options.rate > 0 ? options.rate : info.samplerate)
        , m_resampler(info.samplerate, m_rate) {}

    // All of it, at the rate that was asked for.
    std::vector<float> decode() {
        std::vector<float> samples;
        samples.reserve(static_cast<std::size_t>(expectedSamples()));
        std::vector<float> frames(static_cast<std::size_t>(blockFrames * m_info.channels));
        std::vector<float> mixed;
        while (const sf_count_t count = sf_readf_float(&m_file, frames.data(), blockFrames)) {
            stopIfAsked(m_options);
            const auto read = std::span<const float>(frames).first(static_cast<std::size_t>(count * m_info.channels));
            mixToOne(read, m_info.channels, mixed);
            requireNumbers(mixed);
            m_silent = m_silent && std::ranges::all_of(mixed, [](float sample) { return sample == 0; });
            m_frames += count;
            m_resampler.add(mixed, samples);
            if (static_cast<std::int64_t>(samples.size()) > longestSound)
                throw tooLong(m_name, m_rate);
            if (m_options.progress && statesFrames(m_info))
                m_options.progress(std::min(1.0, static_cast<double>(m_frames) / static_cast<double>(m_info.frames)));
        }
        if (const int error = sf_error(&m_file))
            throw damaged(m_name, fmt::format("is damaged after {:.2f} s: {}", secondsSoFar(),
                                              withoutStop(sf_error_number(error))));
        m_resampler.finish(samples);
        return samples;
    }

    std::int64_t frames() const { return m_frames; }
    int rate() const { return m_rate; }
    bool silent() const { return m_silent; }
    double secondsSoFar() const { return static_cast<double>(m_frames) / m_info.samplerate; }

private:
    // What the header states may be wrong: it only reserves memory, and says early that a file is too long.
    std::int64_t expectedSamples() const {
        if (!statesFrames(m_info))
            return 0;
        const double samples = static_cast<double>(m_info.frames) * m_rate / m_info.samplerate;
        if (samples > static_cast<double>(longestSound))
            throw tooLong(m_name, m_rate);
        return static_cast<std::int64_t>(samples) + 65'536;
    }

    void requireNumbers(std::span<const float> mixed) const {
        const auto bad = std::ranges::find_if(mixed, [](float sample) { return !std::isfinite(sample); });
        if (bad == mixed.end())
            return;
        const double at = static_cast<double>(m_frames + (bad - mixed.begin())) / m_info.samplerate;
        throw Error(ErrorCode::DamagedSound, m_name,
                    fmt::format("holds samples that are not numbers (NaN or infinity), the first at {:.3f} s", at),
                    "Write it again without them");
    }

    SNDFILE& m_file;
    const SF_INFO& m_info;
    std::string m_name;
    const SoundOptions& m_options;
    int m_rate;
    Resampler m_resampler;
    std::int64_t m_frames = 0;
    bool m_silent = true;
};

// Of what a header says falsely, and what the reader should know before a number is shown.
std::vector<std::string> notesOf(const SF_INFO& info, const Sound& sound, const std::optional<WavLength>& length) {
    std::vector<std::string> notes;
    if (info.channels > 1)
        notes.push_back(fmt::format("{} channels mixed to one, their mean", info.channels));
    if (info.samplerate != sound.rate)
        notes.push_back(fmt::format("resampled from {} to {} Hz", info.samplerate, sound.rate) +
                        (info.samplerate < sound.rate ? fmt::format(": it has nothing above {} Hz", info.samplerate / 2)
                                                      : std::string()));
    if (length && length->stated > length->held)
        notes.push_back(fmt::format("its header states {} bytes of samples, it has {}: cut off, or never finished",
                                    length->stated, length->held));
    return notes;
}

Sound decodeFile(const std::filesystem::path& path, const SoundOptions& options) {
    const OpenedFile file = openFile(path);
    const std::string name = path.string();
    const SoundFormat& format = requireFormat(*file, name);
    const std::string sha256 = hashOf(*file, options);
    const std::optional<WavLength> length = wavLength(*file);
    SF_INFO info{};
    const OpenedSound opened = open(*file, format, name, info);
    Decoder decoder(*opened, info, name, options);
    std::vector<float> samples = decoder.decode();
    if (decoder.frames() == 0)
        throw Error(ErrorCode::SoundLength, name, "has no samples", "Choose a file that has some");
    if (!length && statesFrames(info) && decoder.frames() < info.frames)
        throw damaged(name, fmt::format("is cut off: it ends after {:.2f} s of {:.2f} s", decoder.secondsSoFar(),
                                        static_cast<double>(info.frames) / info.samplerate));
    Sound sound = soundOf(std::move(samples), decoder.rate(), name);
    sound.sha256 = sha256;
    sound.source = {.format = std::string(format.name),
                    .rate = info.samplerate,
                    .channels = info.channels,
                    .frames = decoder.frames()};
    sound.notes = notesOf(info, sound, length);
    if (decoder.silent())
        sound.notes.emplace_back("is silent");
    return sound;
}

} // namespace

Sound readSound(const std::filesystem::path& file, const SoundOptions& options) {
    const auto tooLarge = [&file] {
        return Error(ErrorCode::Memory, file.string(), "does not fit into the memory", "Close other programs");
    };
    try {
        return decodeFile(file, options);
    } catch (const std::bad_alloc&) {
        throw tooLarge();
    } catch (const std::length_error&) {
        throw tooLarge();
    }
}

} // namespace blurig
