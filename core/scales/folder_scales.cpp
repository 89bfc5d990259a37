// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/folder_scales.h"

#include "core/array/digest.h"
#include "core/array/text_file.h"
#include "core/error.h"
#include "core/evaluate/time_left.h"
#include "core/explain/crop_words.h"
#include "core/model/superclass.h"
#include "core/record/write_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <span>

namespace blurig {

namespace {

namespace fs = std::filesystem;

std::string nameOfGroup(const fs::path& folder) {
    const fs::path whole = fs::absolute(folder).lexically_normal();
    return (whole.has_filename() ? whole.filename() : whole.parent_path().filename()).string();
}

struct GroupedFile {
    std::string group;
    fs::path file;
};

void addPictures(const fs::path& folder, std::vector<GroupedFile>& files) {
    std::error_code error;
    std::vector<fs::path> own;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
        if (entry.is_regular_file(error) && isNamedAsPicture(entry.path()))
            own.push_back(entry.path());
    if (error)
        throw Error(ErrorCode::UnreadableFile, folder.string(), fmt::format("cannot be read: {}", error.message()),
                    "Check its name and permissions");
    if (own.empty())
        throw Error(ErrorCode::Argument, folder.string(), "holds no pictures",
                    "Give a folder of PNG, JPEG or other photos");
    std::ranges::sort(own);
    for (fs::path& file : own)
        files.push_back({nameOfGroup(folder), std::move(file)});
}

std::vector<Superclass> nounsOf(const FolderScalesRequest& request, const ModelCard& card) {
    std::vector<Superclass> nouns;
    for (const std::string& noun : request.between)
        nouns.push_back(findSuperclass(noun, card));
    return nouns;
}

// What decides a photo's numbers, and no more: window and command take each other's.
std::string keyOf(const Choice& choice, const Picture& picture, const ModelInfo& model) {
    Choice decisive;
    decisive.target = choice.target;
    decisive.score = choice.score;
    decisive.crop = choice.crop;
    decisive.colours = choice.colours;
    decisive.panes = {PaneChoice{.method = choice.panes.front().method, .parameters = choice.panes.front().parameters}};
    const std::string text = toJson(decisive) + picture.sha256() + model.id;
    return sha256Hex(std::as_bytes(std::span(text)));
}

std::optional<PhotoScales> keptPhoto(const fs::path& file, const std::string& key) {
    if (!fs::exists(file))
        return std::nullopt;
    auto known = readPhotoScales(readTextFile(file));
    return known && known->key == key ? std::move(known) : std::nullopt;
}

void keep(const PhotoScales& photo, const fs::path& file) {
    makeFolder(file.parent_path());
    writeFile(file, textOf(photoScalesJson(photo)) + "\n");
}

// Of two nouns: photos under neither go.
void groupByNouns(std::vector<PhotoScales>& photos, const std::vector<Superclass>& nouns) {
    std::erase_if(photos, [&nouns](PhotoScales& photo) {
        const auto found = std::ranges::find_if(nouns, [&photo](const Superclass& noun) {
            return std::ranges::find(noun.classes, photo.label) != noun.classes.end();
        });
        if (found == nouns.end())
            return true;
        photo.group = found->name;
        return false;
    });
}

} // namespace

void checkGroups(const FolderScalesRequest& request, const ModelCard& card) {
    if (!request.between.empty() && (request.between.size() != 2 || !request.against.empty()))
        throw Error(ErrorCode::Argument, "between", "needs two nouns, and no second folder",
                    "Name two nouns of WordNet, such as dog and cat");
    nounsOf(request, card);
}

FollowedPhotos followFolder(const FolderScalesRequest& request, const std::shared_ptr<const Model>& model,
                            ReferenceModels& references, MethodSink& sink,
                            const std::function<void(const FollowedPhotos&, const StudyProgress&)>& progress,
                            const std::stop_token& stop) {
    checkGroups(request, model->card());
    std::vector<GroupedFile> files;
    addPictures(request.folder, files);
    if (!request.against.empty())
        addPictures(request.against, files);
    const Choice& choice = request.choice;
    const PictureOptions reading{.colours = coloursOf(choice, Reading::Strict)};
    const Crop crop = cropOf(choice.crop, Reading::Strict);
    FollowedPhotos followed;
    TimeLeft time;
    for (const auto& [group, file] : files) {
        if (stop.stop_requested())
            throw Cancelled();
        const std::size_t done = followed.photos.size() + followed.problems.size();
        progress(followed, {.done = done,
                            .of = files.size(),
                            .photo = file.filename().string(),
                            .secondsLeft = time.of(files.size() - done)});
        try {
            const Picture picture = readPicture(file, reading);
            for (const std::string& note : picture.notes())
                followed.notes.push_back({file.string(), note});
            const std::string key = keyOf(choice, picture, *model->info());
            const fs::path kept = request.out / "photos" / (key.substr(0, 16) + ".json");
            std::optional<PhotoScales> photo = keptPhoto(kept, key);
            if (!photo) {
                const OpenedSubject opened = subjectOf(model, picture, crop);
                const Run run = resolve(choice, choice.panes.front(), opened.subject);
                photo = photoScales(explain(opened, run, references, sink, stop), opened, references, sink, stop);
                photo->key = key;
                keep(*photo, kept);
                time.computedOne();
            }
            photo->group = group;
            photo->photo = file.string();
            followed.photos.push_back(*std::move(photo));
        } catch (const Error& error) {
            if (error.code() == ErrorCode::UnwritableFile)
                throw;
            followed.problems.push_back({file.string(), error.what()});
        }
    }
    return followed;
}

std::optional<FolderScales> folderGroups(FollowedPhotos followed, const FolderScalesRequest& request,
                                         const ModelCard& card) {
    FolderScales scales{.followed = std::move(followed)};
    scales.bands = octaveBands(layoutOf(card.input));
    std::vector<PhotoScales>& photos = scales.followed.photos;
    if (!request.against.empty()) {
        scales.compared = {nameOfGroup(request.folder), nameOfGroup(request.against)};
    } else if (!request.between.empty()) {
        const std::vector<Superclass> nouns = nounsOf(request, card);
        groupByNouns(photos, nouns);
        scales.compared = {nouns[0].name, nouns[1].name};
    }
    if (photos.empty())
        return std::nullopt;
    std::vector<PhotoScales> together = photos;
    for (PhotoScales& photo : together)
        photo.group = "all photos";
    scales.all = scaleGroups(together, GroupBy::Group).front();
    scales.groups = scaleGroups(photos, scales.compared.empty() ? GroupBy::Label : GroupBy::Group);
    if (!scales.compared.empty())
        scales.tests = compareGroups(photos, scales.compared[0], scales.compared[1]);
    return scales;
}

FolderScales folderScales(FollowedPhotos followed, const FolderScalesRequest& request, const ModelCard& card) {
    if (followed.photos.empty())
        throw Error(ErrorCode::Argument, request.folder.string(), "no picture of it could be used",
                    followed.problems.empty() ? "Choose another folder" : followed.problems.front().what);
    auto scales = folderGroups(std::move(followed), request, card);
    if (!scales)
        throw Error(ErrorCode::Argument, "between", "no photo of the folder has a label under these nouns",
                    "Name nouns that lie above some of the labels");
    scales->fidelity = scaleFidelity(scales->followed.photos);
    return *std::move(scales);
}

} // namespace blurig
