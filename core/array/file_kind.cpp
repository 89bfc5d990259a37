// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/array/file_kind.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace blurig {
namespace {

using namespace std::string_view_literals;
using Bytes = std::span<const std::byte>;

struct Kind {
    std::string_view signature;
    std::size_t offset;
    GuessedKind guess;
};

constexpr std::array<Kind, 38> kinds{{
    {"%PDF-", 0, {FileKind::Other, "a PDF document"}},
    {"%!PS", 0, {FileKind::Other, "a PostScript document"}},
    {"PK\3\4", 0, {FileKind::Zip, "a ZIP archive (as TorchScript models and office documents are)"}},
    {"\x1f\x8b", 0, {FileKind::Packed, "a gzip archive"}},
    {"7z\xbc\xaf", 0, {FileKind::Packed, "a 7-Zip archive"}},
    {"ustar", 257, {FileKind::Packed, "a tar archive"}},
    {"\x7f"
     "ELF",
     0,
     {FileKind::Other, "a program"}},
    {"MZ", 0, {FileKind::Other, "a Windows program"}},
    {"ftypheic", 4, {FileKind::Picture, "a HEIC photo, which is not supported"}},
    {"ftypmif1", 4, {FileKind::Picture, "a HEIF photo, which is not supported"}},
    {"ftypavif", 4, {FileKind::Picture, "an AVIF picture, which is not supported"}},
    {"ftyp", 4, {FileKind::Other, "a film"}},
    {"\xff\x0a", 0, {FileKind::Picture, "a JPEG XL picture, which is not supported"}},
    {"\0\0\0\x0cJXL "sv, 0, {FileKind::Picture, "a JPEG XL picture, which is not supported"}},
    {"\0\0\0\x0cjP"sv, 0, {FileKind::Picture, "a JPEG 2000 picture, which is not supported"}},
    {"v/1\1", 0, {FileKind::Picture, "an OpenEXR picture, which is not supported"}},
    {"8BPS", 0, {FileKind::Picture, "a Photoshop document, which is not supported"}},
    {"\0\0\1\0"sv, 0, {FileKind::Picture, "a Windows icon, which is not supported"}},
    {"P7\n", 0, {FileKind::Picture, "a PAM picture, which is not supported"}},
    {"\x89PNG\r\n\x1a\n", 0, {FileKind::Picture, "a PNG picture"}},
    {"\xff\xd8\xff", 0, {FileKind::Picture, "a JPEG picture"}},
    {"GIF8", 0, {FileKind::Picture, "a GIF picture"}},
    {"II*\0"sv, 0, {FileKind::Picture, "a TIFF picture"}},
    {"MM\0*"sv, 0, {FileKind::Picture, "a TIFF picture"}},
    {"WEBP", 8, {FileKind::Picture, "a WebP picture"}},
    {"\x93NUMPY", 0, {FileKind::Other, "a NumPy array"}},
    {"\x89HDF", 0, {FileKind::Hdf5, "an HDF5 file"}},
    {"DICM", 128, {FileKind::Picture, "a DICOM file, which is not supported"}},
    {"NITF", 0, {FileKind::Picture, "a NITF file, which is not supported"}},
    {"WAVE", 8, {FileKind::Sound, "a WAV sound"}},
    {"fLaC", 0, {FileKind::Sound, "a FLAC sound"}},
    {"ID3", 0, {FileKind::Sound, "an MP3 sound"}},
    {"AIF", 8, {FileKind::Sound, "an AIFF sound"}},
    {"RIFF", 0, {FileKind::Other, "an audio or video file"}},
    {"OggS", 0, {FileKind::Other, "an audio or video file"}},
    {"TFL3", 4, {FileKind::Other, "a TensorFlow Lite model"}},
    {"GGUF", 0, {FileKind::Other, "a GGUF file of a language model"}},
    {"version https://git-lfs.github.com/spec", 0, {FileKind::LfsPointer, "a Git LFS pointer, not the file itself"}},
}};

// A header of JSON after its length, in 8 bytes.
bool isSafeTensors(Bytes bytes) {
    if (bytes.size() < 10 || (bytes[8] != std::byte{'{'}))
        return false;
    std::uint64_t length = 0;
    for (std::size_t i = 8; i-- > 0;)
        length = length << 8 | static_cast<std::uint64_t>(bytes[i]);
    return length >= 2 && length <= bytes.size() - 8;
}

// PROTO, its version, and what the pickles of torch.save begin with: a number, a dictionary or the name of a class.
bool isPickle(Bytes bytes) {
    return bytes.size() >= 4 && bytes[0] == std::byte{0x80} && bytes[1] >= std::byte{2} && bytes[1] <= std::byte{5};
}

// A protobuf whose first field is ir_version, and whose next is a producer's name, an opset, a graph or a domain.
bool isOnnx(Bytes bytes) {
    if (bytes.size() < 16 || bytes[0] != std::byte{0x08} || bytes[1] == std::byte{0} || bytes[1] > std::byte{32})
        return false;
    constexpr std::array next{std::byte{0x12}, std::byte{0x1a}, std::byte{0x22}, std::byte{0x3a}, std::byte{0x42}};
    return std::ranges::find(next, bytes[2]) != next.end();
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

GuessedKind guessText(Bytes bytes) {
    std::string head;
    for (const std::byte byte : bytes.first(std::min<std::size_t>(bytes.size(), 512))) {
        const auto c = static_cast<unsigned char>(byte);
        if (c < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f')
            return {};
        head += lower(static_cast<char>(c));
    }
    if (head.find("<svg") != std::string::npos)
        return {FileKind::Picture, "an SVG drawing, which is not supported"};
    if (head.find("<!doctype html") != std::string::npos || head.find("<html") != std::string::npos)
        return {FileKind::WebPage, "a web page (HTML)"};
    return {FileKind::Text, "text"};
}

} // namespace

bool beginsWith(Bytes bytes, std::string_view signature, std::size_t offset) {
    if (bytes.size() < offset + signature.size())
        return false;
    const char* at = reinterpret_cast<const char*>(bytes.data()) + offset;
    return std::string_view(at, signature.size()) == signature;
}

GuessedKind guessKind(Bytes bytes) {
    for (const Kind& kind : kinds)
        if (beginsWith(bytes, kind.signature, kind.offset))
            return kind.guess;
    if (isSafeTensors(bytes))
        return {FileKind::SafeTensors, "a safetensors file"};
    if (isPickle(bytes))
        return {FileKind::Pickle, "a pickle of Python"};
    if (isOnnx(bytes))
        return {FileKind::Onnx, "an ONNX model"};
    return guessText(bytes);
}

} // namespace blurig
