// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/marks.h"

#include "core/record/choice_parts.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>

namespace blurig::ui {

namespace {

constexpr const char* boxesKey = "boxes";
constexpr const char* paintedKey = "painted";
constexpr const char* photoKey = "photo"; // the name of its file: folders may move

// In model pixels, with fractions.
Box inModelPixels(const Box& box, const InputGeometry& geometry) {
    return {.left = (box.left - geometry.source.x) / geometry.scaleX(),
            .top = (box.top - geometry.source.y) / geometry.scaleY(),
            .right = (box.right - geometry.source.x) / geometry.scaleX(),
            .bottom = (box.bottom - geometry.source.y) / geometry.scaleY()};
}

std::string photoNameOf(const Choice& choice) {
    return std::filesystem::path(choice.picture).filename().string();
}

// "10,20,110,90; 0,0,5,5": left, top, right, bottom of each.
std::vector<Box> boxesOf(const std::string& text) {
    std::vector<Box> boxes;
    for (const QString& words : QString::fromStdString(text).split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const QStringList numbers = words.split(QLatin1Char(','));
        std::array<double, 4> values{};
        bool whole = numbers.size() == 4;
        for (qsizetype i = 0; whole && i < 4; ++i) {
            values[static_cast<std::size_t>(i)] = numbers[i].trimmed().toDouble(&whole);
            whole = whole && std::isfinite(values[static_cast<std::size_t>(i)]);
        }
        if (whole && values[2] > values[0] && values[3] > values[1])
            boxes.push_back({values[0], values[1], values[2], values[3]});
    }
    return boxes;
}

std::string textOf(const std::vector<Box>& boxes) {
    QStringList words;
    for (const Box& box : boxes)
        words << QStringLiteral("%1,%2,%3,%4")
                     .arg(box.left, 0, 'g', 8)
                     .arg(box.top, 0, 'g', 8)
                     .arg(box.right, 0, 'g', 8)
                     .arg(box.bottom, 0, 'g', 8);
    return words.join(QStringLiteral("; ")).toStdString();
}

std::vector<AnnotatedObject> objectsOf(const std::vector<Box>& boxes) {
    std::vector<AnnotatedObject> objects;
    for (const Box& box : boxes)
        objects.push_back({.box = box});
    return objects;
}

Mask united(Mask mask, const Mask& other) {
    std::ranges::transform(mask.inside, other.inside, mask.inside.begin(), std::bit_or<std::uint8_t>());
    return mask;
}

} // namespace

Marks marksOf(const Choice& choice) {
    const PagePart& part = partOf(choice, marksId);
    Marks marks;
    if (const auto photo = valueAt<std::string>(part, photoKey); photo && *photo != photoNameOf(choice))
        return marks;
    if (const auto text = valueAt<std::string>(part, boxesKey))
        marks.boxes = boxesOf(*text);
    if (const auto text = valueAt<std::string>(part, paintedKey))
        marks.painted = RunMask::ofText(*text).value_or(RunMask());
    return marks;
}

void setMarks(Choice& choice, const Marks& marks) {
    PagePart part;
    if (!marks.boxes.empty())
        part[boxesKey] = textOf(marks.boxes);
    if (!marks.painted.empty())
        part[paintedKey] = marks.painted.text();
    if (const std::string photo = photoNameOf(choice); !part.empty() && !photo.empty())
        part[photoKey] = photo;
    setPart(choice, marksId, std::move(part));
}

Marks marksOf(const std::vector<AnnotatedObject>& objects) {
    Marks marks;
    std::vector<AnnotatedObject> areas;
    for (const AnnotatedObject& object : objects)
        if (object.mask.width > 0)
            areas.push_back(object);
        else if (object.box.right > object.box.left && object.box.bottom > object.box.top)
            marks.boxes.push_back(object.box);
    std::vector<std::string> notes; // what is marked is seen
    if (!areas.empty())
        marks.painted = RunMask(blurig::maskOf(areas, areas.front().mask.width, areas.front().mask.height, notes));
    return marks;
}

std::vector<PixelRegion> regionsOf(const std::vector<Box>& boxes, const InputGeometry& geometry) {
    std::vector<PixelRegion> regions;
    for (const Box& box : boxes) {
        const Box model = inModelPixels(box, geometry);
        const auto within = [](double value, int size) {
            return static_cast<std::int64_t>(std::clamp(std::lround(value), 0L, static_cast<long>(size)));
        };
        const PixelRegion region{within(model.left, geometry.modelWidth), within(model.top, geometry.modelHeight),
                                 within(model.right, geometry.modelWidth), within(model.bottom, geometry.modelHeight)};
        if (region.right > region.left && region.bottom > region.top)
            regions.push_back(region);
    }
    return regions;
}

Box boxOf(const PixelRegion& region, const InputGeometry& geometry) {
    return {.left = geometry.source.x + static_cast<double>(region.left) * geometry.scaleX(),
            .top = geometry.source.y + static_cast<double>(region.top) * geometry.scaleY(),
            .right = geometry.source.x + static_cast<double>(region.right) * geometry.scaleX(),
            .bottom = geometry.source.y + static_cast<double>(region.bottom) * geometry.scaleY()};
}

Mask maskOf(const Marks& marks, const InputGeometry& geometry) {
    std::vector<Box> boxes;
    for (const Box& box : marks.boxes)
        boxes.push_back(inModelPixels(box, geometry));
    std::vector<std::string> notes; // the boxes are seen
    return united(blurig::maskOf(objectsOf(boxes), geometry.modelWidth, geometry.modelHeight, notes),
                  blurig::inModelPixels(marks.painted, geometry));
}

Mask photoMaskOf(const Marks& marks, int width, int height) {
    std::vector<std::string> notes; // the same
    Mask mask = blurig::maskOf(objectsOf(marks.boxes), width, height, notes);
    return marks.painted.width() == width && marks.painted.height() == height
               ? united(std::move(mask), marks.painted.mask())
               : mask;
}

} // namespace blurig::ui
