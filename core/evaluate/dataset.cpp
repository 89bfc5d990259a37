// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/dataset.h"

#include "core/array/text_file.h"
#include "core/error.h"
#include "core/evaluate/csv_cells.h"
#include "core/evaluate/mask_picture.h"
#include "core/evaluate/voc_annotation.h"
#include "core/image/picture.h"
#include "core/lower_ending.h"
#include "core/trimmed.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace blurig {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t mostNamed = 5;             // of what fits no photo
constexpr std::string_view maskSuffix = "-mask"; // of a name, as the window suggests it

template <typename Wanted> std::vector<fs::path> filesBelow(const fs::path& folder, Wanted wanted) {
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end;
         at != end && !error; at.increment(error))
        if (at->is_regular_file(error) && wanted(at->path()))
            files.push_back(at->path());
    if (error)
        throw Error(ErrorCode::UnreadableFile, folder.string(),
                    fmt::format("cannot be read as a folder: {}", error.message()), "Give a folder of photos");
    std::ranges::sort(files);
    return files;
}

std::string listed(const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), mostNamed); ++i)
        list += (i == 0 ? "" : ", ") + names[i];
    return names.size() > mostNamed ? fmt::format("{} and {} more", list, names.size() - mostNamed) : list;
}

class Reader {
public:
    explicit Reader(const DatasetSource& source)
        : m_source(source) {}

    Dataset read() {
        const fs::path masks = m_source.masks.empty() ? fs::path() : fs::weakly_canonical(m_source.masks);
        for (const fs::path& file : filesBelow(m_source.folder, isNamedAsPicture)) {
            const bool isMask =
                !masks.empty() && !fs::relative(fs::weakly_canonical(file), masks).string().starts_with("..");
            if (isMask)
                continue;
            DatasetPhoto photo{.file = file};
            if (const std::string parent = file.parent_path().filename().string(); isWordNetId(parent))
                photo.label = parent; // ImageNet's training photos
            m_photos.photos.push_back(std::move(photo));
        }
        if (m_photos.photos.empty())
            throw Error(ErrorCode::Argument, m_source.folder.string(), "holds no photos",
                        "Give a folder of PNG, JPEG or other photos");
        for (std::size_t i = 0; i < m_photos.photos.size(); ++i)
            m_byStem[m_photos.photos[i].file.stem().string()].push_back(i);
        takeAnnotations();
        takeMasks();
        takeLabels();
        return std::move(m_photos);
    }

private:
    // The photos with this name; more than one where folders hold namesakes.
    std::vector<DatasetPhoto*> photosOf(const std::string& stem) {
        std::vector<DatasetPhoto*> found;
        if (const auto known = m_byStem.find(stem); known != m_byStem.end())
            for (const std::size_t place : known->second)
                found.push_back(&m_photos.photos[place]);
        return found;
    }

    void noteUnused(const std::vector<std::string>& names, const char* what) {
        if (!names.empty())
            m_photos.notes.push_back(fmt::format("{} {} of no photo: {}", names.size(), what, listed(names)));
    }

    void takeAnnotations() {
        const fs::path& given = m_source.annotations;
        if (!given.empty() && !fs::is_directory(given)) {
            takeCoco(given);
            return;
        }
        std::vector<std::string> unused;
        for (const fs::path& file : filesBelow(given.empty() ? m_source.folder : given,
                                               [](const fs::path& path) { return lowerEnding(path) == ".xml"; })) {
            const auto photos = photosOf(file.stem().string());
            for (DatasetPhoto* photo : photos)
                photo->xml = file;
            if (photos.empty())
                unused.push_back(file.filename().string());
        }
        noteUnused(unused, "annotations");
    }

    void takeCoco(const fs::path& file) {
        CocoFile coco = readCocoAnnotations(file);
        std::vector<std::string> unused;
        for (auto& [name, annotation] : coco.photos) {
            const auto photos = photosOf(fs::path(name).stem().string());
            const auto shared = std::make_shared<const Annotation>(std::move(annotation));
            for (DatasetPhoto* photo : photos)
                photo->coco = shared;
            if (photos.empty())
                unused.push_back(name);
        }
        noteUnused(unused, "annotations");
        m_photos.notes.insert(m_photos.notes.end(), coco.notes.begin(), coco.notes.end());
    }

    void takeMasks() {
        if (m_source.masks.empty())
            return;
        std::vector<std::string> unused;
        for (const fs::path& file : filesBelow(m_source.masks, isNamedAsPicture)) {
            std::string stem = file.stem().string();
            if (!m_byStem.contains(stem) && stem.ends_with(maskSuffix))
                stem.resize(stem.size() - maskSuffix.size());
            const auto photos = photosOf(stem);
            for (DatasetPhoto* photo : photos)
                photo->mask = file;
            if (photos.empty())
                unused.push_back(file.filename().string());
        }
        noteUnused(unused, "masks");
    }

    void takeLabels() {
        if (m_source.labels.empty())
            return;
        const std::string text = readTextFile(m_source.labels);
        std::vector<std::string> unused;
        int number = 0;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            std::vector<std::string> cells = csvCells(std::string_view(text).substr(at, end - at), ",\t");
            for (std::string& cell : cells)
                cell = trimmed(cell);
            at = end + 1;
            ++number;
            if (cells.front().empty() && cells.size() == 1)
                continue;
            const auto photos = photosOf(fs::path(cells.front()).stem().string());
            if (cells.size() < 2 || cells[1].empty()) {
                m_photos.notes.push_back(
                    fmt::format("{}: line {} has no label: left out", m_source.labels.string(), number));
                continue;
            }
            for (DatasetPhoto* photo : photos)
                photo->label = cells[1];
            if (photos.empty() && number > 1) // the first line may be the header
                unused.push_back(cells.front());
        }
        noteUnused(unused, "labels");
    }

    const DatasetSource& m_source;
    Dataset m_photos;
    std::map<std::string, std::vector<std::size_t>> m_byStem;
};

} // namespace

bool isWordNetId(std::string_view text) {
    return text.size() == 9 && text.front() == 'n' &&
           std::ranges::all_of(text.substr(1), [](char letter) { return letter >= '0' && letter <= '9'; });
}

std::string nameOf(const DatasetPhoto& photo, const DatasetSource& source) {
    return fs::relative(photo.file, source.folder).generic_string();
}

Dataset readDataset(const DatasetSource& source) {
    return Reader(source).read();
}

std::optional<Annotation> annotationOf(const DatasetPhoto& photo) {
    if (!photo.mask.empty())
        return readMaskPicture(photo.mask);
    if (photo.coco)
        return *photo.coco;
    return photo.xml.empty() ? std::nullopt : std::optional(readVocAnnotation(photo.xml));
}

} // namespace blurig
