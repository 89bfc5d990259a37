// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/voc_annotation.h"

#include "core/array/file_bytes.h"
#include "core/error.h"

#include <fmt/format.h>

#include <cmath>
#include <pugixml.hpp>
#include <string_view>

namespace blurig {

namespace {

constexpr std::size_t greatestFile = 16u << 20; // bytes

Error malformed(const std::filesystem::path& file, std::string happened) {
    return {ErrorCode::Argument, file.string(), std::move(happened), "Give an annotation of PASCAL VOC's form"};
}

double numberIn(const pugi::xml_node& box, const char* name, const std::filesystem::path& file) {
    const pugi::xml_node node = box.child(name);
    const double value = node.text().as_double(std::nan(""));
    if (!node || !std::isfinite(value))
        throw malformed(file, fmt::format("a box has no number {}", name));
    return value;
}

} // namespace

Annotation readVocAnnotation(const std::filesystem::path& file) {
    const std::vector<std::byte> bytes = readFile(file);
    if (bytes.size() > greatestFile)
        throw malformed(file, "is too large for an annotation");
    pugi::xml_document document;
    // The usual flags do not read document types, in which entities are declared.
    const pugi::xml_parse_result parsed = document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default);
    if (!parsed)
        throw malformed(file, fmt::format("is no XML: {} at byte {}", parsed.description(), parsed.offset));
    const pugi::xml_node root = document.child("annotation");
    if (!root)
        throw malformed(file, "has no element \"annotation\"");
    Annotation annotation{.file = file.string(), .photo = root.child("filename").text().as_string()};
    annotation.width = root.child("size").child("width").text().as_int();
    annotation.height = root.child("size").child("height").text().as_int();
    for (const pugi::xml_node& object : root.children("object")) {
        const pugi::xml_node box = object.child("bndbox");
        if (!box)
            throw malformed(file, "has an object without a box");
        annotation.objects.push_back({.name = object.child("name").text().as_string(),
                                      .box = {.left = numberIn(box, "xmin", file) - 1,
                                              .top = numberIn(box, "ymin", file) - 1,
                                              .right = numberIn(box, "xmax", file),
                                              .bottom = numberIn(box, "ymax", file)}});
    }
    return annotation;
}

} // namespace blurig
