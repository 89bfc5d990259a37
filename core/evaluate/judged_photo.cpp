// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/judged_photo.h"

#include "core/error.h"
#include "core/evaluate/shared_forwards.h"
#include "core/record/array_file.h"

#include <fmt/format.h>

#include <algorithm>

namespace blurig {

namespace {

bool fits(const Annotation& annotation, const Picture& picture) {
    return annotation.width <= 0 || annotation.height <= 0 ||
           (annotation.width == picture.width() && annotation.height == picture.height());
}

bool isCalled(const AnnotatedObject& object, const std::string& label) {
    return object.name == label;
}

} // namespace

ReadPhoto readPhoto(const DatasetPhoto& photo) {
    ReadPhoto read{.photo = photo, .picture = readPicture(photo.file), .annotation = annotationOf(photo)};
    if (!read.annotation || fits(*read.annotation, read.picture))
        return read;
    Picture asStored = readPicture(photo.file, {.turnedByExif = false});
    if (!fits(*read.annotation, asStored))
        throw Error(ErrorCode::Argument, read.annotation->file,
                    fmt::format("is for a photo of {} x {} pixels, but {} has {} x {}", read.annotation->width,
                                read.annotation->height, photo.file.filename().string(), read.picture.width(),
                                read.picture.height()),
                    "Give the photo that was annotated");
    read.picture = std::move(asStored);
    return read;
}

Target targetOfLabel(const std::string& label, const ModelInfo& model) {
    try {
        return parseTarget(label, model.card, model.classCount);
    } catch (const Error& error) {
        if (model.card.wordNetIds.empty() || label.starts_with("any"))
            throw;
        try {
            return parseTarget("any:" + label, model.card, model.classCount);
        } catch (const Error&) {
            throw Error(ErrorCode::Target, "label", error.happened(), error.remedy());
        }
    }
}

JudgedPhoto judgedPhoto(const std::shared_ptr<const Model>& model, const ReadPhoto& read, const Crop& crop) {
    JudgedPhoto photo{.opened = subjectOf(model, read.picture, crop), .label = read.photo.label};
    if (photo.label.empty() && read.annotation && !read.annotation->objects.empty())
        photo.label = read.annotation->objects.front().name;
    photo.predicted = greatestClass(photo.opened.subject.classScores);
    photo.target = photo.label.empty() ? Target{{{photo.predicted, 1.0}}} : targetOfLabel(photo.label, *model->info());
    if (!photo.label.empty())
        photo.correct = std::ranges::any_of(photo.target.classes, [&photo](const WeightedClass& of) {
            return of.weight > 0 && of.index == photo.predicted;
        });
    if (!read.annotation || read.annotation->objects.empty())
        return photo;
    std::vector<AnnotatedObject> objects = read.annotation->objects;
    if (std::ranges::any_of(objects, [&](const AnnotatedObject& object) { return isCalled(object, photo.label); }))
        std::erase_if(objects, [&](const AnnotatedObject& object) { return !isCalled(object, photo.label); });
    Mask mask = maskOf(objects, read.picture.width(), read.picture.height(), photo.notes);
    if (insideOf(mask) == 0)
        photo.notes.push_back("nothing of the photo is annotated: no localisation");
    else
        photo.photoMask = std::move(mask);
    return photo;
}

Array mapOf(const JudgedMethod& method, const JudgedPhoto& photo, const std::filesystem::path& file,
            ReferenceModels& references, MethodSink& sink, const std::stop_token& stop) {
    if (!method.isElsewhere()) {
        const Method& own = methodById(method.pane.method);
        const Run run{.method = &own, .parameters = parametersOf(own, method.pane.parameters), .target = photo.target};
        return explain(photo.opened, run, references, sink, stop).state->attribution;
    }
    const std::filesystem::path map = mapFileOf(method, file);
    Array found = readMap(map);
    const Array& z = photo.opened.subject.prepared.z;
    if (found.height() != z.height() || found.width() != z.width())
        throw Error(ErrorCode::Argument, map.string(),
                    fmt::format("has {} x {} values, but the model's input {} x {}", found.height(), found.width(),
                                z.height(), z.width()),
                    "Give maps in pixels of the model");
    return found;
}

} // namespace blurig
