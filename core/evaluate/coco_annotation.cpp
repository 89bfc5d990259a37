// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/coco_annotation.h"

#include "core/array/text_file.h"
#include "core/error.h"
#include "core/evaluate/coco_mask.h"
#include "core/json/json_reader.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <stdexcept>

namespace blurig {

namespace {

constexpr std::int64_t greatestSide = 1 << 16;

Mask maskOf(const Json& segmentation, int width, int height) {
    if (segmentation.is_array()) {
        Mask all{.width = width,
                 .height = height,
                 .inside =
                     std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
        for (const Json& polygon : segmentation) {
            const auto corners = polygon.get<std::vector<double>>();
            if (corners.size() < 6 || corners.size() % 2 != 0)
                throw std::invalid_argument("a polygon has fewer than three corners");
            const Mask part = maskOfRuns(runsOfPolygon(corners, width, height), width, height);
            for (std::size_t i = 0; i < all.inside.size(); ++i)
                all.inside[i] |= part.inside[i];
        }
        return all;
    }
    const Json& counts = segmentation.at("counts");
    const auto size = segmentation.at("size").get<std::vector<std::int64_t>>();
    if (size.size() != 2 || size[0] != height || size[1] != width)
        throw std::invalid_argument("its mask has another size than the photo");
    return maskOfRuns(counts.is_string() ? runsOf(counts.get<std::string>()) : counts.get<std::vector<std::uint32_t>>(),
                      width, height);
}

AnnotatedObject objectOf(const Json& json, const std::string& name, const Annotation& photo) {
    AnnotatedObject object{.name = name};
    if (json.contains("bbox")) {
        const auto box = json.at("bbox").get<std::vector<double>>();
        if (box.size() != 4)
            throw std::invalid_argument("its box has not four numbers");
        object.box = {.left = box[0], .top = box[1], .right = box[0] + box[2], .bottom = box[1] + box[3]};
    }
    const auto segmentation = json.find("segmentation");
    if (segmentation != json.end() && !segmentation->empty())
        object.mask = maskOf(*segmentation, photo.width, photo.height);
    else if (!json.contains("bbox"))
        throw std::invalid_argument("it has neither box nor mask");
    return object;
}

} // namespace

CocoFile readCocoAnnotations(const std::filesystem::path& file) {
    const auto malformed = [&file](const std::string& happened) {
        return Error(ErrorCode::Argument, file.string(), "is not COCO's JSON of instances: " + happened,
                     "Give a file with \"images\", \"annotations\" and \"categories\"");
    };
    CocoFile found;
    try {
        const Json json = Json::parse(readTextFile(file));
        std::map<std::int64_t, std::string> categories;
        for (const Json& category : json.at("categories"))
            categories[category.at("id").get<std::int64_t>()] = category.at("name").get<std::string>();
        std::map<std::int64_t, Annotation*> byId;
        for (const Json& image : json.at("images")) {
            const auto name = image.at("file_name").get<std::string>();
            const auto width = image.at("width").get<std::int64_t>();
            const auto height = image.at("height").get<std::int64_t>();
            if (width < 1 || height < 1 || width > greatestSide || height > greatestSide)
                throw malformed(fmt::format("the photo {} cannot have {} x {} pixels", name, width, height));
            Annotation& photo = found.photos[name];
            photo = {.file = file.string(),
                     .photo = name,
                     .width = static_cast<int>(width),
                     .height = static_cast<int>(height)};
            byId[image.at("id").get<std::int64_t>()] = &photo;
        }
        for (const Json& entry : json.at("annotations")) {
            const auto photo = byId.find(entry.at("image_id").get<std::int64_t>());
            const auto category = categories.find(entry.at("category_id").get<std::int64_t>());
            const std::string which = fmt::format("annotation {}", entry.value("id", std::int64_t{-1}));
            if (photo == byId.end() || category == categories.end()) {
                found.notes.push_back(which + " names no photo or no category of the file: left out");
                continue;
            }
            if (entry.value("iscrowd", 0) != 0)
                continue;
            try {
                photo->second->objects.push_back(objectOf(entry, category->second, *photo->second));
            } catch (const std::invalid_argument& error) {
                found.notes.push_back(fmt::format("{}: {}: left out", which, error.what()));
            }
        }
    } catch (const Json::exception& error) {
        throw malformed(error.what());
    }
    return found;
}

} // namespace blurig
