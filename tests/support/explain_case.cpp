// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/explain_case.h"

#include "core/explain/crop_words.h"
#include "core/record/png_file.h"
#include "tests/support/script_model.h"

#include <QTest>

#include <cmath>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

namespace blurig::test {

namespace {

constexpr int size = 24;

// Class 0 likes contrast between neighbours, class 1 bright pixels; the pools are layers for Grad-CAM.
constexpr const char* network = R"(
def forward(self, x):
    edges = torch.relu(x[:, :, 1:, 1:] - x[:, :, :-1, :-1])
    coarse = torch.avg_pool2d(edges, [4, 4])
    bright = torch.avg_pool2d(x * x, [4, 4])
    return torch.stack([coarse.sum([1, 2, 3]) * 0.3, bright.sum([1, 2, 3]) * 0.05], 1)
)";

// Just enough of each method's work for a map of its own.
std::map<std::string, std::string> smallWork(const std::string& method) {
    if (method == "blur-ig" || method == "ig")
        return {{"max_gradients", "24"}};
    if (method == "guided-ig")
        return {{"steps", "8"}};
    if (method == "smooth-grad")
        return {{"samples", "4"}};
    return {};
}

} // namespace

ExplainCase::ExplainCase() {
    if (!m_folder.isValid())
        throw std::runtime_error("no temporary folder");
    ModelCard card = plainCard(3, size, size);
    card.classNames = {"edges", "brightness"};
    writeScriptModel(path("model.pt"), network, card);
    writePhoto("photo.png", 1);
}

std::string ExplainCase::writePhoto(const QString& name, int seed) const {
    std::vector<std::uint8_t> rgba;
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            const double wave = 0.5 + 0.5 * std::sin(0.4 * seed * x) * std::cos(0.3 * y + seed);
            const auto level = static_cast<std::uint8_t>(std::lround(255 * wave));
            rgba.insert(rgba.end(), {level, static_cast<std::uint8_t>(255 - level),
                                     static_cast<std::uint8_t>((x * y * seed) % 256), 255});
        }
    writePng(
        path(name),
        {.width = size, .height = size, .rgba = std::make_shared<const std::vector<std::uint8_t>>(std::move(rgba))});
    return path(name);
}

Choice ExplainCase::choice(const std::string& method, std::map<std::string, std::string> parameters) const {
    Choice choice;
    choice.picture = path("photo.png");
    choice.model = path("model.pt");
    choice.target = indexTarget(0);
    parameters.merge(smallWork(method));
    choice.panes = {{.method = method, .parameters = std::move(parameters)}};
    return choice;
}

void addMethodRows() {
    QTest::addColumn<QString>("method");
    QTest::addColumn<bool>("reference");
    for (const Method* method : methods())
        QTest::newRow(method->id().c_str()) << QString::fromStdString(method->id()) << false;
    QTest::newRow("blur-ig, reference mode") << "blur-ig" << true;
    QTest::newRow("ig, reference mode") << "ig" << true;
}

OpenedSubject opened(const Choice& choice) {
    return subjectOf(loadModel(choice.model, modelOptionsOf(choice, Reading::Strict)),
                     readPicture(choice.picture, {.colours = coloursOf(choice, Reading::Strict)}),
                     cropOf(choice.crop, Reading::Strict));
}

Explanation explained(const Choice& choice) {
    const OpenedSubject subject = opened(choice);
    ReferenceModels references;
    MethodSink sink;
    return explain(subject, resolve(choice, choice.panes.front(), subject.subject), references, sink);
}

bool sameBits(const Array& a, const Array& b) {
    return a.layout() == b.layout() &&
           std::memcmp(a.host().data(), b.host().data(), a.host().size() * sizeof(float)) == 0;
}

} // namespace blurig::test
