// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

#include <span>

namespace blurig::ui {

// One text of resources/help. The texts themselves are in English.
struct HelpTopic {
    const char* id;    // name of the file without its ending
    const char* title; // English; translated where it is shown
};

std::span<const HelpTopic> helpTopics(); // in the order of the Help menu
QString helpTitle(const HelpTopic& topic);
QUrl helpPage(const HelpTopic& topic); // inside the program

} // namespace blurig::ui
