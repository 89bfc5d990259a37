// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model_card.h"
#include "core/record/choice.h"
#include "ui/session/figure_options.h"
#include "ui/widgets/theme.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <set>
#include <string>

class QSettings;

namespace blurig::ui {

// What is remembered from one start to the next: every key of QSettings stands in settings.cpp and nowhere else.
class Settings {
public:
    Settings();                                // the user's own
    explicit Settings(const QString& iniFile); // a test's
    ~Settings();
    Settings(const Settings&) = delete;
    Settings& operator=(const Settings&) = delete;

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);
    QByteArray splitter(const QString& name) const; // by objectName; empty when never moved
    void setSplitter(const QString& name, const QByteArray& state);

    QStringList recentPictures() const; // newest first
    QStringList recentModels() const;
    void addRecentPicture(const QString& file);
    void addRecentModel(const QString& file, const std::string& sha256);
    QString lastModel(bool ofSounds) const; // used with a picture, or a sound; empty: none
    void setLastModel(const QString& file, bool ofSounds);
    std::set<std::string> openedModels() const; // SHA-256 of all that were opened

    QStringList recentCommands() const; // of the command palette, newest first
    void addRecentCommand(const QString& command);

    DisplayChoice display() const;
    void setDisplay(const DisplayChoice& display);
    QString frame() const; // "model" or "original"
    void setFrame(const QString& frame);
    ThemeChoice theme() const; // System at first
    void setTheme(ThemeChoice theme);

    FigureOptions figure() const; // of the last export
    void setFigure(const FigureOptions& options);

    bool isShown(const char* part, bool atFirst = true) const; // of the window, by its action's word
    void setShown(const char* part, bool shown);

    double memoryGib() const; // for runs and kept results; 0: a quarter of the machine
    void setMemoryGib(double gib);

    // What the user said of a model without a card, by the hash of its file.
    std::optional<ModelCard> card(const std::string& modelSha256) const;
    void setCard(const std::string& modelSha256, const ModelCard& card);

    bool firstStartSeen() const;
    void setFirstStartSeen();

    void sync(); // to the disk now

private:
    void addRecent(const QString& key, const QString& text);

    std::unique_ptr<QSettings> m_settings;
};

} // namespace blurig::ui
