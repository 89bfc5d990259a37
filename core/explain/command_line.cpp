// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/command_line.h"

#include "core/explain/crop_words.h"
#include "core/explain/sound_choice.h"
#include "core/methods/method.h"
#include "core/record/look_defaults.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace blurig {

namespace {

class Command {
public:
    explicit Command(std::string begin)
        : m_text(std::move(begin)) {}

    void argument(const std::string& value) { m_text += fmt::format(" {}", shellQuoted(value)); }
    void option(std::string_view name, const std::string& value) {
        // A value that begins with '-' would be taken for an option.
        m_text += fmt::format(" {}{}{}", name, value.starts_with('-') ? "=" : " ", shellQuoted(value));
    }
    void option(std::string_view name, const std::string& value, const std::string& usual) {
        if (value != usual)
            option(name, value);
    }
    void option(std::string_view name, double value, double usual) {
        if (value != usual)
            option(name, fmt::format("{}", value));
    }
    void flag(std::string_view name) { m_text += fmt::format(" {}", name); }
    std::string text() && { return std::move(m_text); }

private:
    std::string m_text;
};

std::string optionOf(std::string key) {
    std::ranges::replace(key, '_', '-');
    return fmt::format("--{}", key);
}

void addModel(Command& command, const Choice& choice, const PaneChoice& pane) {
    const bool own = !pane.model.empty();
    const std::string& file = own ? pane.model : choice.model;
    const std::string& card = own ? pane.card : choice.card;
    const std::string& execution = own ? pane.execution : choice.execution;
    if (!file.empty())
        command.option("--model", file);
    if (!card.empty())
        command.option("--card", card);
    if (!own && choice.unfrozen)
        command.flag("--unfrozen");
    else if (!execution.empty())
        command.option("--execution", execution);
}

void addParameters(Command& command, const PaneChoice& pane) {
    const Method* method = findMethod(pane.method);
    command.option("--method", pane.method);
    for (const auto& [key, text] : pane.parameters) {
        const bool isFlag = method && std::ranges::any_of(method->parameters(), [&name = key](const auto& spec) {
                                return spec.key == name && spec.type == ParameterSpec::Type::Flag;
                            });
        if (isFlag)
            command.flag(fmt::format("{}={}", optionOf(key), text));
        else
            command.option(optionOf(key), text);
    }
    if (!pane.baselinePicture.empty())
        command.option("--baseline-image", pane.baselinePicture);
}

void addDisplay(Command& command, const DisplayChoice& display) {
    const DisplayChoice usual = displayOfLook(display.look);
    command.option("--look", display.look);
    command.option("--color-map", display.colorMap, usual.colorMap);
    command.option("--channels", display.reduction, usual.reduction);
    command.option("--sign", display.part, usual.part);
    command.option("--clip", display.clipPercentile, usual.clipPercentile);
    command.option("--clip-low", display.clipLowPercentile, usual.clipLowPercentile);
    command.option("--smooth", display.smoothing, usual.smoothing);
    command.option("--opacity", display.opacity, usual.opacity);
    command.option("--top-area", display.topArea, usual.topArea);
}

} // namespace

std::string shellQuoted(const std::string& word) {
    const bool plain = !word.empty() && std::ranges::all_of(word, [](unsigned char letter) {
        return std::isalnum(letter) ||
               std::string_view("_-./:=,+%@").find(static_cast<char>(letter)) != std::string_view::npos;
    });
    if (plain)
        return word;
    std::string quoted = "'";
    for (const char letter : word) {
        if (letter == '\'')
            quoted += "'\\''";
        else
            quoted += letter;
    }
    quoted += "'";
    return quoted;
}

std::string commandLine(const Choice& choice, const PaneChoice& pane, const std::string& out) {
    Command command("blurig attribute");
    if (!choice.picture.empty())
        command.argument(choice.picture);
    const Choice usual;
    addModel(command, choice, pane);
    command.option("--target", pane.target.empty() ? choice.target : pane.target, usual.target);
    command.option("--score", choice.score, usual.score);
    if (const auto sound = soundOf(choice, Reading::Lenient)) {
        command.option("--patch", std::to_string(sound->patch));
        command.option("--blur", std::string(name(sound->blurred)), std::string(name(BlurredAxes::Both)));
    }
    command.option("--crop", toText(cropOf(choice.crop, Reading::Lenient)), usual.crop.rule);
    command.option("--colours", choice.colours, usual.colours);
    if (!choice.computedWith.device.empty())
        command.option("--device", choice.computedWith.device, "cpu");
    addParameters(command, pane);
    addDisplay(command, pane.display);
    command.option("--out", out);
    return std::move(command).text();
}

} // namespace blurig
