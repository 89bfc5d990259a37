// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/study_summary.h"

#include "core/evaluate/naturalness.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace blurig {

namespace {

using Row = AppendTable::Row;

std::optional<double> numberIn(const Row& row, const std::string& column) {
    const auto found = row.find(column);
    if (found == row.end())
        return std::nullopt;
    double value = 0;
    const std::string& text = found->second;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<MeanWithInterval> meanOfAll(const std::map<std::string, double>& values) {
    std::vector<double> numbers;
    for (const auto& [photo, value] : values)
        numbers.push_back(value);
    return meanOf(numbers);
}

std::optional<MeanWithInterval> pairedDifference(const std::map<std::string, double>& values,
                                                 const std::map<std::string, double>& reference) {
    std::vector<double> differences;
    for (const auto& [photo, value] : values)
        if (const auto other = reference.find(photo); other != reference.end())
            differences.push_back(value - other->second);
    return meanOf(differences);
}

void countLabels(const Study& study, StudySummary& summary) {
    std::map<std::string, bool> correct; // by photo
    for (const Row& row : study.rows)
        if (const std::string& cell = row.at(study_columns::correct); !cell.empty())
            correct[row.at(study_columns::photo)] = cell == "1";
    summary.labelled = static_cast<int>(correct.size());
    if (!correct.empty())
        summary.accuracy =
            static_cast<double>(std::ranges::count_if(correct, [](const auto& one) { return one.second; })) /
            static_cast<double>(correct.size());
}

Json testJson(const std::optional<TTest>& test) {
    if (!test)
        return nullptr;
    return {{"t", numberJson(test->t)}, {"degrees_of_freedom", test->degreesOfFreedom}, {"p", numberJson(test->p)}};
}

Json labelsJson(const LabelSummary& labels) {
    Json paths = Json::array();
    for (const LabelSummary::OfPath& of : labels.paths) {
        Json histogram = Json::object();
        for (const auto& [label, count] : of.labels)
            histogram[label] = count;
        paths.push_back({{"path", of.path},
                         {"photos", of.photos},
                         {"distance", meanJson(of.distance)},
                         {"distance_first_parent", meanJson(of.firstParent)},
                         {"second_last_labels", std::move(histogram)}});
    }
    return {{"paths", std::move(paths)},
            {"classes", labels.classes},
            {"paper_order", labels.paperOrder ? Json(*labels.paperOrder) : Json(nullptr)},
            {"tests",
             {{"over_classes_0.25", testJson(labels.overClasses)},
              {"over_classes_0", testJson(labels.overClassesPlain)},
              {"over_photos_0.25", testJson(labels.overPhotos)},
              {"over_photos_0", testJson(labels.overPhotosPlain)}}}};
}

Json problemsJson(const std::vector<PhotoProblem>& problems) {
    Json list = Json::array();
    for (const PhotoProblem& problem : problems)
        list.push_back({{"photo", problem.photo}, {"what", problem.what}});
    return list;
}

const char* wordOf(Better better) {
    return better == Better::Higher ? "higher" : better == Better::Lower ? "lower" : "neither";
}

const FigureSummary* figureOf(const MethodSummary& method, std::string_view key) {
    const auto found =
        std::ranges::find_if(method.figures, [key](const FigureSummary& figure) { return figure.column.key == key; });
    return found == method.figures.end() ? nullptr : &*found;
}

std::string escapedLatex(const std::string& text) {
    std::string escaped;
    for (const char letter : text) {
        if (std::string_view("&%$#_{}").find(letter) != std::string_view::npos)
            escaped += '\\';
        escaped += letter;
    }
    return escaped;
}

constexpr std::array paperRows{
    PaperRow{"xrai", 0.836, 0.786, 0.149},           PaperRow{"grad-cam", 0.742, 0.715, 0.194},
    PaperRow{"ig:random-4", 0.709, 0.674, 0.223},    PaperRow{"ig:black", 0.710, 0.674, 0.219},
    PaperRow{"ig:black+white", 0.729, 0.681, 0.216}, PaperRow{"blur-ig", 0.738, 0.693, 0.209}};

} // namespace

std::map<std::string, double> valuesByPhoto(const Study& study, const std::string& method, const std::string& column) {
    std::map<std::string, double> values;
    for (const Row& row : study.rows)
        if (row.at(study_columns::method) == method)
            if (const auto value = numberIn(row, column))
                values[row.at(study_columns::photo)] = *value;
    return values;
}

const PaperRow* paperRow(const std::string& method) {
    const auto found = std::ranges::find_if(paperRows, [&method](const PaperRow& row) { return method == row.method; });
    return found == paperRows.end() ? nullptr : &*found;
}

std::optional<LabelSummary> labelSummary(const std::vector<Row>& rows) {
    struct Distances {
        std::map<std::string, double> byPath;
        std::string label;
    };
    std::map<std::string, Distances> photos;
    std::vector<std::string> order;
    std::map<std::string, LabelSummary::OfPath> paths;
    std::map<std::string, std::pair<std::vector<double>, std::vector<double>>> distances;
    for (const Row& row : rows) {
        if (row.at("correct") == "0")
            continue;
        const std::string& path = row.at("path");
        if (std::ranges::find(order, path) == order.end())
            order.push_back(path);
        LabelSummary::OfPath& of = paths[path];
        of.path = path;
        if (row.at("second_last") == study_columns::missing)
            continue;
        ++of.photos;
        ++of.labels[row.at("second_last")];
        const auto steps = numberIn(row, "distance");
        const auto first = numberIn(row, "distance_first_parent");
        if (!steps || !first)
            continue;
        distances[path].first.push_back(*steps);
        distances[path].second.push_back(*first);
        photos[row.at("photo")].byPath[path] = *steps;
        photos[row.at("photo")].label = row.at("label");
    }
    if (order.empty())
        return std::nullopt;
    LabelSummary summary;
    for (const std::string& path : order) {
        LabelSummary::OfPath& of = paths.at(path);
        of.distance = meanOf(distances[path].first);
        of.firstParent = meanOf(distances[path].second);
        summary.paths.push_back(std::move(of));
    }
    std::vector<double> random;
    std::vector<double> blur;
    std::map<std::string, std::array<std::pair<double, int>, 2>> classes; // sums of random and of blur
    const std::string blurPath(name(LabelPath::Blur));
    const std::string randomPath(name(LabelPath::Random));
    for (const auto& [photo, known] : photos) {
        const auto ofBlur = known.byPath.find(blurPath);
        const auto ofRandom = known.byPath.find(randomPath);
        if (ofBlur == known.byPath.end() || ofRandom == known.byPath.end())
            continue;
        random.push_back(ofRandom->second);
        blur.push_back(ofBlur->second);
        auto& sums = classes[known.label];
        sums[0].first += ofRandom->second;
        sums[1].first += ofBlur->second;
        ++sums[0].second;
        ++sums[1].second;
    }
    std::vector<double> classRandom;
    std::vector<double> classBlur;
    for (const auto& [label, sums] : classes) {
        classRandom.push_back(sums[0].first / sums[0].second);
        classBlur.push_back(sums[1].first / sums[1].second);
    }
    constexpr double papersMargin = 0.25;
    summary.classes = static_cast<int>(classes.size());
    summary.overClasses = pairedTTest(classRandom, classBlur, papersMargin);
    summary.overClassesPlain = pairedTTest(classRandom, classBlur);
    summary.overPhotos = pairedTTest(random, blur, papersMargin);
    summary.overPhotosPlain = pairedTTest(random, blur);
    const auto meanOfPath = [&summary](std::string_view path) {
        const auto found = std::ranges::find(summary.paths, path, &LabelSummary::OfPath::path);
        return found == summary.paths.end() || !found->distance ? std::nullopt : std::optional(found->distance->mean);
    };
    const auto ofBlur = meanOfPath(blurPath);
    const auto ofRandom = meanOfPath(randomPath);
    if (ofBlur && ofRandom)
        summary.paperOrder = *ofBlur < *ofRandom;
    return summary;
}

StudySummary summaryOf(const Study& study, const StudyRequest& request) {
    StudySummary summary{.photos = study.photos, .problems = study.problems, .notes = study.notes};
    countLabels(study, summary);
    std::vector<std::map<std::string, double>> ofFirst; // by figure
    for (const JudgedMethod& method : request.methods) {
        MethodSummary of{.id = method.id, .label = method.label};
        for (const Metric* metric : request.metrics)
            for (const MetricColumn& column : metric->columns()) {
                auto values = valuesByPhoto(study, method.id, column.key);
                FigureSummary figure{.column = column, .mean = meanOfAll(values)};
                if (&method == &request.methods.front())
                    ofFirst.push_back(std::move(values));
                else
                    figure.difference = pairedDifference(values, ofFirst[of.figures.size()]);
                of.figures.push_back(std::move(figure));
            }
        summary.methods.push_back(std::move(of));
    }
    if (request.labels)
        summary.labels = labelSummary(study.labels);
    return summary;
}

Json summaryJson(const StudySummary& summary) {
    Json methods = Json::array();
    for (const MethodSummary& method : summary.methods) {
        Json figures = Json::object();
        for (const FigureSummary& figure : method.figures)
            figures[figure.column.key] = {{"mean", meanJson(figure.mean)},
                                          {"difference_from_first", meanJson(figure.difference)}};
        Json json{{"method", method.id}, {"label", method.label}, {"figures", std::move(figures)}};
        if (const PaperRow* paper = paperRow(method.id))
            json["paper"] = {{"roc_auc", paper->rocAuc}, {"f1", paper->f1}, {"mae", paper->mae}};
        methods.push_back(std::move(json));
    }
    Json formulas = Json::object();
    if (!summary.methods.empty())
        for (const FigureSummary& figure : summary.methods.front().figures)
            formulas[figure.column.key] = {{"label", figure.column.label},
                                           {"formula", figure.column.formula},
                                           {"better", wordOf(figure.column.better)}};
    return {{"format_version", 1},
            {"photos", summary.photos},
            {"labelled", summary.labelled},
            {"accuracy", numberJson(summary.accuracy)},
            {"methods", std::move(methods)},
            {"metrics", std::move(formulas)},
            {"intervals", "bootstrap over photos, 10,000 resamples, 95 %"},
            {"second_last_labels", summary.labels ? labelsJson(*summary.labels) : Json(nullptr)},
            {"problems", problemsJson(summary.problems)},
            {"notes", problemsJson(summary.notes)}};
}

std::string summaryCsv(const StudySummary& summary) {
    const std::vector<std::string> columns{
        "method",          "figure",           "mean", "low", "high", "photos", "difference", "difference_low",
        "difference_high", "difference_photos"};
    std::vector<Row> rows;
    for (const MethodSummary& method : summary.methods)
        for (const FigureSummary& figure : method.figures) {
            Row row{{"method", method.id}, {"figure", figure.column.key}};
            const auto put = [&row](const std::string& prefix, const std::optional<MeanWithInterval>& known,
                                    const std::string& mean) {
                if (!known)
                    return;
                row[mean] = fmt::format("{}", known->mean);
                row[prefix + "low"] = fmt::format("{}", known->low);
                row[prefix + "high"] = fmt::format("{}", known->high);
                row[prefix + "photos"] = std::to_string(known->photos);
            };
            put("", figure.mean, "mean");
            put("difference_", figure.difference, "difference");
            rows.push_back(std::move(row));
        }
    return csvText(columns, rows);
}

std::string summaryLatex(const StudySummary& summary) {
    std::string text = "\\begin{tabular}{lrrr}\n\\hline\nMethod & AUC $\\uparrow$ & F1 $\\uparrow$ & MAE $\\downarrow$ "
                       "\\\\\n\\hline\n";
    for (const MethodSummary& method : summary.methods) {
        text += escapedLatex(method.label);
        for (const char* key : {"roc_auc", "f1", "mae"}) {
            const FigureSummary* figure = figureOf(method, key);
            text += figure && figure->mean ? fmt::format(" & {:.3f} [{:.3f}, {:.3f}]", figure->mean->mean,
                                                         figure->mean->low, figure->mean->high)
                                           : " & --";
        }
        text += " \\\\\n";
    }
    return text + "\\hline\n\\end{tabular}\n";
}

} // namespace blurig
