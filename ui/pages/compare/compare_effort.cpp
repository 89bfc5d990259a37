// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/compare_effort.h"

#include "core/methods/method.h"

#include <QCoreApplication>

#include <cassert>
#include <optional>

namespace blurig::ui {

namespace {

constexpr ParameterRole effortRoles[] = {ParameterRole::Budget, ParameterRole::GapTolerance,
                                         ParameterRole::MapTolerance};

QString translated(const char* text) {
    return QCoreApplication::translate("Compare", text);
}

// A session may name a method of another version.
std::string keyOf(const PaneChoice& pane, ParameterRole role) {
    const Method* method = findMethod(pane.method);
    return method ? blurig::keyOf(*method, role) : std::string();
}

bool isAdaptive(const PaneChoice& pane) {
    return !keyOf(pane, ParameterRole::Budget).empty();
}

std::optional<std::string> given(const PaneChoice& pane, ParameterRole role) {
    const auto found = pane.parameters.find(keyOf(pane, role));
    return found == pane.parameters.end() ? std::nullopt : std::optional(found->second);
}

Effort effortOf(const PaneChoice& pane) {
    const auto budget = given(pane, ParameterRole::Budget);
    const auto gap = given(pane, ParameterRole::GapTolerance);
    const auto map = given(pane, ParameterRole::MapTolerance);
    if (!budget && !gap && !map)
        return {};
    if (budget && gap == "0" && map == "0")
        return {.kind = Effort::Kind::Gradients, .gradients = QString::fromStdString(*budget).toInt()};
    if (!budget && gap && map == "off")
        return {.kind = Effort::Kind::Gap, .gap = QString::fromStdString(*gap).toDouble()};
    return {.kind = Effort::Kind::Mixed};
}

} // namespace

Effort effortOf(const CompareChoice& compare) {
    std::optional<Effort> common;
    for (const PaneChoice& pane : compare.panes) {
        if (!isAdaptive(pane))
            continue;
        const Effort own = effortOf(pane);
        if (common && *common != own)
            return {.kind = Effort::Kind::Mixed};
        common = own;
    }
    return common.value_or(Effort());
}

void setEffort(PaneChoice& pane, const Effort& effort) {
    if (!isAdaptive(pane) || effort.kind == Effort::Kind::Mixed)
        return;
    for (const ParameterRole role : effortRoles)
        pane.parameters.erase(keyOf(pane, role));
    const auto set = [&pane](ParameterRole role, const std::string& text) {
        if (const std::string key = keyOf(pane, role); !key.empty())
            pane.parameters.insert_or_assign(key, text);
    };
    if (effort.kind == Effort::Kind::Gradients) {
        set(ParameterRole::Budget, std::to_string(effort.gradients));
        set(ParameterRole::GapTolerance, std::string("0"));
        set(ParameterRole::MapTolerance, std::string("0"));
    } else if (effort.kind == Effort::Kind::Gap) {
        set(ParameterRole::GapTolerance, QString::number(effort.gap).toStdString());
        set(ParameterRole::MapTolerance, "off");
    }
}

QString effortWords(const Effort& effort) {
    switch (effort.kind) {
    case Effort::Kind::Own:
        return translated("Each to its own tolerance");
    case Effort::Kind::Gradients:
        return translated("%1 gradients each").arg(effort.gradients);
    case Effort::Kind::Gap:
        return translated("Gap of %1 % each").arg(QString::number(100 * effort.gap));
    case Effort::Kind::Mixed:
        return translated("Different efforts");
    }
    assert(false);
    return {};
}

} // namespace blurig::ui
