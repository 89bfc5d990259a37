// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/marked_boxes.h"

#include "core/record/choice_parts.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr const char* boxesKey = "boxes";

// In model pixels, with fractions.
Box inModelPixels(const Box& box, const InputGeometry& geometry) {
    return {.left = (box.left - geometry.source.x) / geometry.scaleX(),
            .top = (box.top - geometry.source.y) / geometry.scaleY(),
            .right = (box.right - geometry.source.x) / geometry.scaleX(),
            .bottom = (box.bottom - geometry.source.y) / geometry.scaleY()};
}

} // namespace

// "10,20,110,90; 0,0,5,5": left, top, right, bottom of each.
std::vector<Box> markedBoxesOf(const Choice& choice) {
    std::vector<Box> boxes;
    const auto text = valueAt<std::string>(partOf(choice, marksId), boxesKey);
    if (!text)
        return boxes;
    for (const QString& words : QString::fromStdString(*text).split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
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

void setMarkedBoxes(Choice& choice, const std::vector<Box>& boxes) {
    QStringList words;
    for (const Box& box : boxes)
        words << QStringLiteral("%1,%2,%3,%4")
                     .arg(box.left, 0, 'g', 8)
                     .arg(box.top, 0, 'g', 8)
                     .arg(box.right, 0, 'g', 8)
                     .arg(box.bottom, 0, 'g', 8);
    if (words.isEmpty())
        choice.pages.erase(marksId);
    else
        choice.pages[marksId] = {{boxesKey, words.join(QStringLiteral("; ")).toStdString()}};
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

Mask maskOf(const std::vector<Box>& boxes, const InputGeometry& geometry) {
    std::vector<AnnotatedObject> objects;
    for (const Box& box : boxes)
        objects.push_back({.box = inModelPixels(box, geometry)});
    std::vector<std::string> notes; // the boxes are seen
    return blurig::maskOf(objects, geometry.modelWidth, geometry.modelHeight, notes);
}

} // namespace blurig::ui
