// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jpeg_cases.h"

#include "profiles.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace blurig::test {
namespace {

constexpr unsigned startOfFrame = 0xC0;
constexpr unsigned tables = 0xC4;
constexpr unsigned quantisation = 0xDB;
constexpr unsigned startOfScan = 0xDA;

Bytes raw(const std::vector<unsigned>& values) {
    Bytes bytes;
    for (const unsigned value : values)
        bytes.push_back(static_cast<std::byte>(value));
    return bytes;
}

// Where the first such marker stands; segments are walked, so that none is found inside another.
std::size_t find(const Bytes& jpeg, unsigned marker) {
    for (std::size_t at = 2; at + 4 <= jpeg.size();) {
        if (std::to_integer<unsigned>(jpeg[at + 1]) == marker)
            return at;
        at += 2 + (std::to_integer<std::size_t>(jpeg[at + 2]) << 8 | std::to_integer<std::size_t>(jpeg[at + 3]));
    }
    throw std::runtime_error("no such segment");
}

Bytes inserted(Bytes jpeg, std::size_t at, const Bytes& what) {
    jpeg.insert(jpeg.begin() + static_cast<std::ptrdiff_t>(at), what.begin(), what.end());
    return jpeg;
}

Bytes before(const Bytes& jpeg, unsigned marker, const Bytes& what) {
    return inserted(jpeg, find(jpeg, marker), what);
}

Bytes beforeEnd(const Bytes& jpeg, const Bytes& what) {
    return inserted(jpeg, jpeg.size() - 2, what);
}

Bytes joined(Bytes a, const Bytes& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

// A segment APPn with these contents, before the quantisation tables.
Bytes withSegment(const Bytes& jpeg, unsigned application, const Bytes& contents) {
    const std::size_t length = contents.size() + 2;
    Bytes segment = raw({0xFF, 0xE0 + application, static_cast<unsigned>(length >> 8), static_cast<unsigned>(length)});
    return before(jpeg, quantisation, joined(segment, contents));
}

// A piece of an ICC profile: "ICC_PROFILE", 0, number, how many.
Bytes piece(unsigned number, unsigned count, std::size_t size) {
    return joined(joined(bytesOf("ICC_PROFILE"), raw({0, number, count})), Bytes(size, std::byte{1}));
}

Bytes exif(const Bytes& block) {
    return joined(joined(bytesOf("Exif"), raw({0, 0})), block);
}

Bytes changed(Bytes jpeg, std::size_t at, unsigned value) {
    jpeg.at(at) = static_cast<std::byte>(value);
    return jpeg;
}

} // namespace

std::vector<JpegCase> oddJpegs() {
    const Samples rgb = pattern(48, 40);
    const Bytes plain = jpeg(48, 40, rgb);
    const Bytes restarts = jpeg(48, 40, rgb, {.restartInterval = 2});
    const Bytes scans = jpeg(48, 40, rgb, {.progressive = true});
    const Bytes grey = jpeg(48, 40, Samples(48 * 40, 90), {.components = 1});
    const Bytes flat = jpeg(64, 64, Samples(64 * 64, 128), {.components = 1, .optimised = true});
    const Bytes inks = jpeg(48, 40, Samples(std::size_t{48} * 40 * 4, 90), {.components = 4, .adobe = true});
    const Bytes zeros(3, std::byte{0});
    const Bytes junk = bytesOf("junk!");
    const std::string between = "stray bytes between its segments skipped";
    const std::string after = "stray bytes after its picture data skipped";
    const std::string profile = "its ICC colour profile is damaged and is not applied";
    const std::string block = "its EXIF block is damaged and not used";
    const std::string adobe = "its Adobe segment is damaged";
    std::vector<JpegCase> cases{
        {"nothing odd", plain, "", plain},
        {"zeros after the frame", before(plain, tables, zeros), between, plain},
        {"junk before the frame", before(plain, startOfFrame, junk), between, plain},
        {"junk before the scan", before(plain, startOfScan, junk), between, plain},
        {"one byte after the first segment", before(plain, quantisation, raw({7})), between, plain},
        {"a lone 0xFF and 0 between segments", before(plain, tables, raw({0xFF, 0x00})), between, plain},
        {"a thousand bytes between segments", before(plain, tables, Bytes(1000, std::byte{0x41})), between, plain},
        {"0xFF to fill between segments", before(plain, tables, Bytes(5, std::byte{0xFF})), "", plain},
        {"a flat picture, whose data are zeros", flat, "", flat},
        {"a flat picture, zeros before the end mark", beforeEnd(flat, zeros), after, flat},
        {"zeros before the end mark", beforeEnd(plain, zeros), after, plain},
        {"many zeros before the end mark", beforeEnd(plain, Bytes(5000, std::byte{0})), after, plain},
        {"junk before the end mark", beforeEnd(plain, junk), after, plain},
        {"zeros before the end mark, grey", beforeEnd(grey, zeros), after, grey},
        {"zeros before the end mark, restarts", beforeEnd(restarts, zeros), after, restarts},
        {"zeros before the end mark, progressive", beforeEnd(scans, Bytes(20, std::byte{0})), after, scans},
        {"junk before the end mark, progressive", beforeEnd(scans, bytesOf("some junk")), after, scans},
        {"0xFF to fill before the end mark", beforeEnd(plain, Bytes(5, std::byte{0xFF})), "", plain},
        {"junk after the end mark", joined(plain, junk), "5 bytes after its end mark ignored", plain},
        {"another picture after the end mark", joined(plain, grey),
         fmt::format("{} bytes after its end mark", grey.size()), plain},
        {"0xFF to fill after the end mark", joined(plain, Bytes(9, std::byte{0xFF})), "9 bytes after", plain},
        {"junk after the end mark, progressive", joined(scans, junk), "5 bytes after", scans},
        {"ICC: first piece of two", withSegment(plain, 2, piece(1, 2, 60)), profile, plain},
        {"ICC: second piece of two", withSegment(plain, 2, piece(2, 2, 60)), profile, plain},
        {"ICC: twice the same piece", withSegment(withSegment(plain, 2, piece(1, 2, 60)), 2, piece(1, 2, 60)), profile,
         plain},
        {"ICC: pieces that count otherwise", withSegment(withSegment(plain, 2, piece(1, 2, 60)), 2, piece(2, 3, 60)),
         profile, plain},
        {"ICC: piece 0", withSegment(plain, 2, piece(0, 1, 60)), profile, plain},
        {"ICC: piece 3 of 2", withSegment(plain, 2, piece(3, 2, 60)), profile, plain},
        {"ICC: an empty piece", withSegment(plain, 2, piece(1, 1, 0)), profile, plain},
        {"ICC: no profile inside", withSegment(plain, 2, piece(1, 1, 60)), profile, plain},
        {"ICC: cut before its numbers", withSegment(plain, 2, bytesOf("ICC_PROFILE")), "", plain},
        {"several pictures (MPF)", withSegment(plain, 2, bytesOf("MPF")), "", plain},
        {"EXIF: nothing in it", withSegment(plain, 1, exif({})), block, plain},
        {"EXIF: junk", withSegment(plain, 1, exif(junk)), block, plain},
        {"EXIF: cut", withSegment(plain, 1, exif(raw({'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1}))), block, plain},
        {"EXIF: points beyond its end", withSegment(plain, 1, exif(raw({'I', 'I', 42, 0, 0xFF, 0xFF, 0, 0}))), block,
         plain},
        {"XMP instead of EXIF", withSegment(plain, 1, bytesOf("http://ns.adobe.com/xap/1.0/")), "", plain},
        {"Adobe: too short", withSegment(plain, 14, bytesOf("Adobe1")), adobe, plain},
        {"an empty comment", before(plain, quantisation, raw({0xFF, 0xFE, 0, 2})), "", plain},
        {"a version of JFIF that is not known", changed(plain, 11, 9), "", plain},
        {"a scan header with other coefficients", changed(plain, find(plain, startOfScan) + 12, 5),
         "its scan's header is damaged", plain},
    };
    // Adobe's segment is the inks' second one; its last byte tells how they are stored.
    cases.push_back({"CMYK, zeros before the end mark", beforeEnd(inks, zeros), "CMYK", inks});
    return cases;
}

std::vector<JpegCase> corruptJpegs() {
    const Samples rgb = pattern(48, 40);
    const Bytes plain = jpeg(48, 40, rgb);
    const Bytes restarts = jpeg(48, 40, rgb, {.restartInterval = 2});
    const Bytes scans = jpeg(48, 40, rgb, {.progressive = true});
    const std::size_t data = find(plain, startOfScan) + 14;
    const std::size_t restartData = find(restarts, startOfScan) + 14;
    const auto restart = std::ranges::search(restarts, raw({0xFF, 0xD0}));
    const auto restartAt = static_cast<std::size_t>(restart.begin() - restarts.begin());
    Bytes lost = restarts;
    lost.erase(restart.begin() - restarts.begin() + lost.begin(), restart.end() - restarts.begin() + lost.begin());
    return {
        {"cut, with an end mark", joined(first(plain, plain.size() / 2), raw({0xFF, 0xD9})), "", {}},
        {"its end mark is missing", first(plain, plain.size() - 2), "", {}},
        {"zeros within its data", inserted(plain, data + 1000, Bytes(64, std::byte{0})), "", {}},
        {"a piece of its data twice",
         inserted(plain, data + 1000,
                  Bytes(plain.begin() + static_cast<std::ptrdiff_t>(data) + 700,
                        plain.begin() + static_cast<std::ptrdiff_t>(data) + 1000)),
         "",
         {}},
        {"junk before a restart", inserted(restarts, restartAt, Bytes(40, std::byte{0x41})), "", {}},
        {"a restart is lost", lost, "", {}},
        {"a restart of another number", changed(restarts, restartAt + 1, 0xD5), "", {}},
        {"zeros within its data, restarts", inserted(restarts, restartData + 20, Bytes(64, std::byte{0})), "", {}},
        {"an end mark within its data", inserted(plain, data + 1000, raw({0xFF, 0xD9})), "", {}},
        {"much junk before the end mark, progressive", beforeEnd(scans, Bytes(40, std::byte{0x41})), "", {}},
    };
}

} // namespace blurig::test
