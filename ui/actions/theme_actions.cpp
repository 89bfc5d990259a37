// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions/theme_actions.h"

#include "ui/actions/actions.h"
#include "ui/session/settings.h"

#include <QAction>
#include <QApplication>

#include <array>
#include <utility>

namespace blurig::ui {

namespace {

constexpr std::array choices{std::pair(ActionId::ThemeSystem, ThemeChoice::System),
                             std::pair(ActionId::ThemeLight, ThemeChoice::Light),
                             std::pair(ActionId::ThemeDark, ThemeChoice::Dark)};

} // namespace

ThemeActions::ThemeActions(const Actions& actions, Settings* settings, QObject* parent)
    : QObject(parent)
    , m_actions(actions) {
    for (const auto& [id, theme] : choices) {
        connect(actions[id], &QAction::triggered, this, [this, settings, chosen = theme] {
            settings->setTheme(chosen);
            set(chosen);
        });
    }
    set(settings->theme());
}

void ThemeActions::set(ThemeChoice theme) {
    for (const auto& [id, choice] : choices)
        m_actions[id]->setChecked(theme == choice);
    applyTheme(*qApp, theme);
}

} // namespace blurig::ui
