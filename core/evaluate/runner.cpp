// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/runner.h"

#include "core/array/digest.h"
#include "core/array/file_bytes.h"
#include "core/error.h"
#include "core/evaluate/judged_photo.h"
#include "core/evaluate/naturalness.h"
#include "core/evaluate/time_left.h"
#include "core/evaluate/wordnet_distance.h"
#include "core/methods/parameter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <future>
#include <span>

namespace blurig {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;
using Row = AppendTable::Row;
namespace column = study_columns;

constexpr int figuresVersion = 1; // of what metrics compute; a change makes old rows another key

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

std::string digestOf(const std::string& text) {
    return sha256Hex(std::as_bytes(std::span(text))).substr(0, 16);
}

std::string digestOfFile(const fs::path& file) {
    return file.empty() ? std::string() : sha256Hex(readFile(file));
}

std::string shortest(double value) {
    return fmt::format("{}", value); // reads back to the same bits
}

const std::vector<std::string> labelColumns{
    "key", "photo", "label", "correct", "path", "second_last", "position", "distance", "distance_first_parent"};

std::string identity(const std::string& photo, const std::string& key) {
    return photo + '\n' + key;
}

// The rows of the three paths that were written last; false where they are not whole.
bool keepNewest(std::vector<Row>& rows) {
    constexpr std::array paths{LabelPath::Blur, LabelPath::Black, LabelPath::Random};
    if (rows.size() < paths.size())
        return false;
    rows.erase(rows.begin(), rows.end() - paths.size());
    return std::ranges::equal(rows, paths, [](const Row& row, LabelPath path) { return row.at("path") == name(path); });
}

std::string targetWords(const Target& target, const ModelInfo& model) {
    return targetName(target, model.card);
}

} // namespace

std::vector<std::string> columnsOf(const std::vector<const Metric*>& metrics) {
    std::vector<std::string> columns;
    for (const Metric* metric : metrics)
        for (const MetricColumn& of : metric->columns())
            columns.push_back(of.key);
    return columns;
}

void takeMetrics(StudyRequest& request, std::string_view list) {
    for (const std::string& id : listedWords(list))
        if (id == labelsMetric)
            request.labels = true;
        else
            request.metrics.push_back(&metricById(id));
    if (request.metrics.empty())
        request.methods.clear();
}

std::vector<std::string> tableColumns(const std::vector<const Metric*>& metrics) {
    std::vector<std::string> columns{column::key,    column::photo,     column::label,  column::target,
                                     column::method, column::predicted, column::correct};
    for (std::string& own : columnsOf(metrics))
        columns.push_back(std::move(own));
    return columns;
}

// A photo with what is still to be computed of it.
struct StudyRunner::Pending {
    DatasetPhoto photo;
    std::string name;
    std::vector<std::string> keys; // one a method
    std::string labelsKey;
    std::vector<std::size_t> methods; // that are missing
    bool labels = false;
    std::future<ReadPhoto> read = {};
};

StudyRunner::StudyRunner(StudyRequest request, std::shared_ptr<const Model> model, ReferenceModels& references)
    : m_request(std::move(request))
    , m_model(std::move(model))
    , m_references(references)
    , m_columns(columnsOf(m_request.metrics)) {}

StudyRunner::Pending StudyRunner::pendingOf(const DatasetPhoto& photo) const {
    Pending pending{.photo = photo, .name = nameOf(photo, m_request.data)};
    // All that decides the figures, but for the method.
    std::string base = fmt::format("{} {} {} {} {} {}", figuresVersion, digestOfFile(photo.file), m_model->info()->id,
                                   photo.label, digestOfFile(photo.xml), digestOfFile(photo.mask));
    if (photo.coco)
        base += " coco " + photo.coco->file;
    base += fmt::format(" {} {} {} {} {}", static_cast<int>(m_request.crop.rule), m_request.crop.rectangle.x,
                        m_request.crop.rectangle.y, m_request.crop.rectangle.width, m_request.crop.rectangle.height);
    for (std::size_t i = 0; i < m_request.methods.size(); ++i) {
        const JudgedMethod& method = m_request.methods[i];
        std::string own = base + ' ' + method.id;
        for (const auto& [key, value] : method.pane.parameters)
            own += fmt::format(" {}={}", key, value);
        if (const fs::path map = method.isElsewhere() ? mapFileOf(method, photo.file) : fs::path();
            !map.empty() && fs::exists(map))
            own += ' ' + digestOfFile(map);
        pending.keys.push_back(digestOf(own));
        const auto known = m_known.find(identity(pending.name, pending.keys.back()));
        const bool whole = known != m_known.end() && std::ranges::all_of(m_columns, [&](const std::string& of) {
                               const auto cell = known->second.find(of);
                               return cell != known->second.end() && !cell->second.empty();
                           });
        if (!whole)
            pending.methods.push_back(i);
    }
    pending.labelsKey = digestOf(base + " labels");
    pending.labels = m_request.labels && !m_knownLabels.contains(identity(pending.name, pending.labelsKey));
    return pending;
}

void StudyRunner::compute(Pending& pending, MethodSink& sink, const std::stop_token& stop) {
    ReadPhoto read = pending.read.get();
    const auto begin = Clock::now();
    const JudgedPhoto photo = judgedPhoto(m_model, read, m_request.crop);
    const ModelInfo& model = *m_model->info();
    for (const std::string& note : read.picture.notes())
        m_study.notes.push_back({pending.name, note});
    for (const std::string& note : photo.notes)
        m_study.notes.push_back({pending.name, note});
    const std::string correct = photo.correct ? (*photo.correct ? "1" : "0") : "";
    for (const std::size_t i : pending.methods) {
        const JudgedMethod& method = m_request.methods[i];
        const auto began = Clock::now();
        JudgedMap map{.subject = &photo.opened.subject, .target = photo.target, .photoMask = photo.photoMask};
        try {
            map.attribution = mapOf(method, photo, pending.photo.file, m_references, sink, stop);
        } catch (const Error& error) { // this method's alone
            m_study.problems.push_back({pending.name, fmt::format("{}: {}", method.id, error.what())});
            continue;
        }
        const double ofMap = secondsSince(began);
        SharedForwards forwards(photo.target);
        std::vector<std::unique_ptr<MetricRun>> runs;
        for (const Metric* metric : m_request.metrics)
            runs.push_back(metric->begin(map, forwards));
        forwards.run(*m_model, sink, stop);
        Row row{{column::key, pending.keys[i]}, {column::photo, pending.name},
                {column::label, photo.label},   {column::target, targetWords(photo.target, model)},
                {column::method, method.id},    {column::predicted, std::to_string(photo.predicted)},
                {column::correct, correct}};
        std::size_t at = 0;
        for (const auto& run : runs)
            for (const std::optional<double>& value : run->values(forwards))
                row[m_columns[at++]] = value ? shortest(*value) : column::missing;
        m_rows->append(row);
        m_known[identity(pending.name, pending.keys[i])] = std::move(row);
        m_times->append({{column::key, pending.keys[i]},
                         {column::photo, pending.name},
                         {column::method, method.id},
                         {"map_seconds", fmt::format("{:.4f}", ofMap)},
                         {"seconds", fmt::format("{:.4f}", secondsSince(began))}});
    }
    if (pending.labels) {
        std::vector<Row> rows;
        for (const SecondLastLabel& found : secondLastLabels(*m_model, photo.opened.subject.prepared.z, sink, stop)) {
            Row row{{"key", pending.labelsKey},
                    {"photo", pending.name},
                    {"label", photo.label},
                    {"correct", correct},
                    {"path", std::string(name(found.path))},
                    {"second_last", column::missing},
                    {"position", column::missing},
                    {"distance", column::missing},
                    {"distance_first_parent", column::missing}};
            if (found.label) {
                row["second_last"] = className(*found.label, model.card);
                row["position"] = shortest(found.position);
                const auto& ids = model.card.wordNetIds;
                const auto distance = ids.empty() ? std::nullopt
                                                  : wordNetDistance(ids.at(static_cast<std::size_t>(photo.predicted)),
                                                                    ids.at(static_cast<std::size_t>(*found.label)));
                if (distance) {
                    row["distance"] = std::to_string(distance->steps);
                    row["distance_first_parent"] = std::to_string(distance->firstParentSteps);
                }
            }
            rows.push_back(std::move(row));
        }
        m_labels->append(rows);
        m_knownLabels[identity(pending.name, pending.labelsKey)] = std::move(rows);
    }
    m_study.secondsOfPhotos.push_back(secondsSince(begin));
}

Study StudyRunner::run(MethodSink& sink, const std::function<void(const StudyProgress&)>& progress,
                       const std::stop_token& stop) {
    m_study = {};
    m_rows = std::make_unique<AppendTable>(m_request.out / "rows.csv", tableColumns(m_request.metrics));
    m_times = std::make_unique<AppendTable>(
        m_request.out / "times.csv",
        std::vector<std::string>{column::key, column::photo, column::method, "map_seconds", "seconds"});
    for (Row& row : m_rows->takeRows())
        m_known[identity(row.at(column::photo), row.at(column::key))] = std::move(row);
    if (m_request.labels) {
        m_labels = std::make_unique<AppendTable>(m_request.out / "labels.csv", labelColumns);
        for (Row& row : m_labels->takeRows())
            m_knownLabels[identity(row.at("photo"), row.at("key"))].push_back(std::move(row));
        // Of a process that was killed between the rows of a photo: they are computed again.
        for (auto known = m_knownLabels.begin(); known != m_knownLabels.end();)
            known = keepNewest(known->second) ? std::next(known) : m_knownLabels.erase(known);
    }

    Dataset data = readDataset(m_request.data);
    for (const std::string& note : data.notes)
        m_study.notes.push_back({m_request.data.folder.string(), note});
    auto ofShard = std::make_shared<std::vector<DatasetPhoto>>();
    for (std::size_t i = 0; i < data.photos.size() && (m_request.most == 0 || i < m_request.most); ++i)
        if (i % m_request.shards == m_request.shard)
            ofShard->push_back(std::move(data.photos[i]));
    const std::vector<DatasetPhoto>& photos = *ofShard;
    m_study.data = std::move(ofShard);
    m_study.photos = photos.size();

    TimeLeft time;
    const auto prepared = [this, &photos](std::size_t i) {
        auto pending = std::make_unique<Pending>(pendingOf(photos[i]));
        if (!pending->methods.empty() || pending->labels)
            pending->read = std::async(std::launch::async, readPhoto, pending->photo);
        return pending;
    };
    std::unique_ptr<Pending> next;
    for (std::size_t i = 0; i < photos.size(); ++i) {
        progress({.done = i,
                  .of = photos.size(),
                  .photo = photos[i].file.filename().string(),
                  .secondsLeft = time.of(photos.size() - i)});
        try {
            std::unique_ptr<Pending> pending = next ? std::move(next) : prepared(i);
            next = nullptr;
            if (i + 1 < photos.size()) {
                try {
                    next = prepared(i + 1); // read while this one is computed
                } catch (const Error&) {    // it says so when its turn comes
                }
            }
            if (pending->read.valid()) {
                compute(*pending, sink, stop);
                time.computedOne();
            }
            for (const std::string& key : pending->keys)
                if (const auto known = m_known.find(identity(pending->name, key)); known != m_known.end())
                    m_study.rows.push_back(known->second);
            if (const auto known = m_knownLabels.find(identity(pending->name, pending->labelsKey));
                m_request.labels && known != m_knownLabels.end())
                m_study.labels.insert(m_study.labels.end(), known->second.begin(), known->second.end());
        } catch (const Error& error) {
            if (error.code() == ErrorCode::UnwritableFile)
                throw;
            m_study.problems.push_back({nameOf(photos[i], m_request.data), error.what()});
        }
    }
    return std::move(m_study);
}

} // namespace blurig
