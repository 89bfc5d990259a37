// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/script_model.h"

#include <QTemporaryDir>
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/serialization/export.h>

#include <stdexcept>

namespace blurig::test {

ModelCard plainCard(int channels, int height, int width, OutputKind output) {
    ModelCard card;
    card.name = "test model";
    PictureSpec picture;
    picture.channels = channels;
    picture.height = height;
    picture.width = width;
    picture.resize.size = std::max(height, width);
    card.input = picture;
    card.channelOrder = channels == 1 ? ChannelOrder::Grey : ChannelOrder::Rgb;
    card.mean.assign(static_cast<std::size_t>(channels), 0.0);
    card.standardDeviation.assign(static_cast<std::size_t>(channels), 1.0);
    card.output = output;
    return card;
}

ModelCard arrayCard(ArrayLayout layout, OutputKind output) {
    ModelCard card;
    card.name = "test model";
    card.mean.assign(static_cast<std::size_t>(layout.channels), 0.0);
    card.standardDeviation.assign(static_cast<std::size_t>(layout.channels), 1.0);
    card.input = ArraySpec{std::move(layout)};
    card.output = output;
    return card;
}

ModelCard soundCard(SoundSpec spec, OutputKind output) {
    ModelCard card;
    card.name = "test model";
    card.mean.assign(static_cast<std::size_t>(spec.channels), 0.0);
    card.standardDeviation.assign(static_cast<std::size_t>(spec.channels), 1.0);
    card.input = std::move(spec);
    card.output = output;
    return card;
}

void writeScriptModel(const std::filesystem::path& file, const std::string& methods,
                      const std::optional<ModelCard>& card) {
    torch::jit::Module module("m");
    module.define(methods);
    module.register_attribute("training", c10::BoolType::get(), false);
    torch::jit::ExtraFilesMap extra;
    if (card)
        extra["model_card.json"] = toJson(*card);
    module.save(file.string(), extra);
}

std::shared_ptr<const Model> scriptModel(const std::string& methods, const ModelCard& card, Freezing freezing) {
    return scriptModel(methods, card, ModelOptions{.freezing = freezing});
}

std::shared_ptr<const Model> scriptModel(const std::string& methods, const ModelCard& card, const ModelOptions& how) {
    const QTemporaryDir folder;
    if (!folder.isValid())
        throw std::runtime_error("no temporary folder");
    const std::filesystem::path file = folder.filePath("model.pt").toStdString();
    writeScriptModel(file, methods);
    ModelOptions options = how;
    options.card = card;
    return loadModel(file, options);
}

} // namespace blurig::test
