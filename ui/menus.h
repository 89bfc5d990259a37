// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/files/samples.h"

#include <QObject>

#include <string>
#include <vector>

class QMainWindow;
class QMenu;
class QToolButton;

namespace blurig::ui {

class Actions;
class Settings;
struct HelpTopic;

// The window's menu, made from the list of actions, with recent files and samples; and the button of the model with its
// own menu.
class Menus : public QObject {
    Q_OBJECT
public:
    struct Parts {
        QMainWindow* window;
        Actions* actions;
        const Settings* settings;
        std::vector<Sample> samples;
    };
    explicit Menus(const Parts& parts);

    QMenu* whole() const { return m_whole; }
    QToolButton* modelButton() const { return m_model; }
    void setModelName(const QString& name);                // empty: none is open
    void setExamination(const QString& step, double done); // in place of the name, until there is one

Q_SIGNALS:
    void pictureChosen(const QString& file);
    void modelChosen(const QString& file);
    void patternChosen(const std::string& id); // of a test pattern
    void samplesRequested();
    void helpRequested(const HelpTopic& topic);

private:
    void setModelText(const QString& text);
    QMenu* makeMenu(const QString& title, const QString& objectName);
    QMenu* makeRecentMenu(const QString& title, const QString& objectName, QWidget* parent);
    void fillRecent(QMenu* menu, const QStringList& files, void (Menus::*chosen)(const QString&));
    void addFileSubmenus(QMenu* file);
    QMenu* makeSamples(QWidget* parent);
    void addHelpTopics(QMenu* help);
    QToolButton* makeModelButton();

    Parts m_parts;
    QMenu* m_whole;
    QToolButton* m_model = nullptr;
};

} // namespace blurig::ui
