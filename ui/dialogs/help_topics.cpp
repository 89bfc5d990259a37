// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/help_topics.h"

#include <QCoreApplication>

#include <array>

namespace blurig::ui {

namespace {

constexpr std::array topics{
    HelpTopic{"reading-maps", QT_TRANSLATE_NOOP("HelpTopics", "Reading maps")},
    HelpTopic{"comparing", QT_TRANSLATE_NOOP("HelpTopics", "Comparing methods")},
    HelpTopic{"scales", QT_TRANSLATE_NOOP("HelpTopics", "At which scale")},
    HelpTopic{"evaluating", QT_TRANSLATE_NOOP("HelpTopics", "Evaluating methods")},
    HelpTopic{"sound", QT_TRANSLATE_NOOP("HelpTopics", "Sound")},
    HelpTopic{"models", QT_TRANSLATE_NOOP("HelpTopics", "Your own model")},
    HelpTopic{"command-line", QT_TRANSLATE_NOOP("HelpTopics", "The command line")},
    HelpTopic{"numbers", QT_TRANSLATE_NOOP("HelpTopics", "The numbers")},
    HelpTopic{"design", QT_TRANSLATE_NOOP("HelpTopics", "Design")},
};

} // namespace

std::span<const HelpTopic> helpTopics() {
    return topics;
}

QString helpTitle(const HelpTopic& topic) {
    return QCoreApplication::translate("HelpTopics", topic.title);
}

QUrl helpPage(const HelpTopic& topic) {
    return QUrl(QStringLiteral("qrc:/help/%1.md").arg(QLatin1String(topic.id)));
}

} // namespace blurig::ui
