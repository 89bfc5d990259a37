// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/settings.h"

#include "core/error.h"
#include "core/record/look_defaults.h"
#include "core/render/smoothing.h"

#include <QSettings>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

const QString windowGeometryKey = QStringLiteral("window/geometry");
const QString splitterKey = QStringLiteral("window/splitter/");
const QString shownKey = QStringLiteral("window/shown/");
const QString memoryKey = QStringLiteral("engine/memory_gib");
const QString themeKey = QStringLiteral("window/theme");
const QString firstStartKey = QStringLiteral("window/first_start_seen");
const QString recentPicturesKey = QStringLiteral("recent/pictures");
const QString recentModelsKey = QStringLiteral("recent/models");
const QString recentCommandsKey = QStringLiteral("recent/commands");
const QString openedModelsKey = QStringLiteral("models/opened");
const QString pictureModelKey = QStringLiteral("models/of_pictures");
const QString soundModelKey = QStringLiteral("models/of_sounds");
const QString reductionKey = QStringLiteral("display/reduction");
const QString clipKey = QStringLiteral("display/clip_percentile");
const QString colorMapKey = QStringLiteral("display/color_map");
const QString partKey = QStringLiteral("display/part");
const QString clipLowKey = QStringLiteral("display/clip_low_percentile");
const QString lookKey = QStringLiteral("display/look");
const QString smoothingKey = QStringLiteral("display/smoothing");
const QString topAreaKey = QStringLiteral("display/top_area");
const QString opacityKey = QStringLiteral("display/opacity");
const QString frameKey = QStringLiteral("display/frame");
const QString figureWidthKey = QStringLiteral("figure/width");
const QString figureFormatKey = QStringLiteral("figure/format");
const QString figureDpiKey = QStringLiteral("figure/dpi");
const QString figureLettersKey = QStringLiteral("figure/letters");
const QString figureChartKey = QStringLiteral("figure/chart");
const QString figureScaleBarKey = QStringLiteral("figure/scale_bar");
const QString figureColorBarsKey = QStringLiteral("figure/color_bars");
const QString figureCaptionKey = QStringLiteral("figure/caption");
const QString figureArraysKey = QStringLiteral("figure/arrays");
const QString cardKey = QStringLiteral("cards/");

constexpr int recentKept = 10;
constexpr int openedKept = 1000; // hashes, 64 bytes each

QString themeWord(ThemeChoice theme) {
    switch (theme) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

} // namespace

Settings::Settings()
    : m_settings(std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                             QStringLiteral("blurig-explorer"), QStringLiteral("blurig-explorer"))) {}

Settings::Settings(const QString& iniFile)
    : m_settings(std::make_unique<QSettings>(iniFile, QSettings::IniFormat)) {}

Settings::~Settings() = default;

QByteArray Settings::windowGeometry() const {
    return m_settings->value(windowGeometryKey).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray& geometry) {
    m_settings->setValue(windowGeometryKey, geometry);
}

QByteArray Settings::splitter(const QString& name) const {
    return m_settings->value(splitterKey + name).toByteArray();
}

void Settings::setSplitter(const QString& name, const QByteArray& state) {
    m_settings->setValue(splitterKey + name, state);
}

QStringList Settings::recentPictures() const {
    return m_settings->value(recentPicturesKey).toStringList();
}

QStringList Settings::recentModels() const {
    return m_settings->value(recentModelsKey).toStringList();
}

void Settings::addRecent(const QString& key, const QString& text) {
    QStringList texts = m_settings->value(key).toStringList();
    texts.removeAll(text);
    texts.prepend(text);
    m_settings->setValue(key, texts.mid(0, recentKept));
}

void Settings::addRecentPicture(const QString& file) {
    addRecent(recentPicturesKey, file);
}

QString Settings::lastModel(bool ofSounds) const {
    return m_settings->value(ofSounds ? soundModelKey : pictureModelKey).toString();
}

void Settings::setLastModel(const QString& file, bool ofSounds) {
    m_settings->setValue(ofSounds ? soundModelKey : pictureModelKey, file);
}

std::set<std::string> Settings::openedModels() const {
    std::set<std::string> hashes;
    for (const QString& hash : m_settings->value(openedModelsKey).toStringList())
        hashes.insert(hash.toStdString());
    return hashes;
}

void Settings::addRecentModel(const QString& file, const std::string& sha256) {
    QStringList opened = m_settings->value(openedModelsKey).toStringList();
    const QString hash = QString::fromStdString(sha256);
    opened.removeAll(hash);
    opened.prepend(hash);
    m_settings->setValue(openedModelsKey, opened.mid(0, openedKept));
    addRecent(recentModelsKey, file);
}

QStringList Settings::recentCommands() const {
    return m_settings->value(recentCommandsKey).toStringList();
}

void Settings::addRecentCommand(const QString& command) {
    addRecent(recentCommandsKey, command);
}

DisplayChoice Settings::display() const {
    const auto text = [this](const QString& key, const std::string& usual) {
        return m_settings->value(key, QString::fromStdString(usual)).toString().toStdString();
    };
    const std::string look = text(lookKey, {});
    const DisplayChoice usual = displayOfLook(look);
    if (look.empty()) // of a version before there were looks: starts anew
        return usual;
    const auto number = [this](const QString& key, double standard, double low, double high) {
        return std::clamp(m_settings->value(key, standard).toDouble(), low, high);
    };
    DisplayChoice display;
    display.look = look;
    display.reduction = text(reductionKey, usual.reduction);
    display.part = text(partKey, usual.part);
    display.colorMap = text(colorMapKey, usual.colorMap);
    display.smoothing = number(smoothingKey, usual.smoothing, 0, greatestSmoothing);
    display.clipPercentile = number(clipKey, usual.clipPercentile, 90, 100);
    display.clipLowPercentile = number(clipLowKey, usual.clipLowPercentile, 0, 90);
    display.topArea = number(topAreaKey, usual.topArea, 0.1, 100);
    display.opacity = number(opacityKey, usual.opacity, 0, 1);
    return display;
}

void Settings::setDisplay(const DisplayChoice& display) {
    m_settings->setValue(lookKey, QString::fromStdString(display.look));
    m_settings->setValue(reductionKey, QString::fromStdString(display.reduction));
    m_settings->setValue(partKey, QString::fromStdString(display.part));
    m_settings->setValue(colorMapKey, QString::fromStdString(display.colorMap));
    m_settings->setValue(smoothingKey, display.smoothing);
    m_settings->setValue(clipKey, display.clipPercentile);
    m_settings->setValue(clipLowKey, display.clipLowPercentile);
    m_settings->setValue(topAreaKey, display.topArea);
    m_settings->setValue(opacityKey, display.opacity);
}

QString Settings::frame() const {
    return m_settings->value(frameKey) == QLatin1String("original") ? QStringLiteral("original")
                                                                    : QStringLiteral("model");
}

void Settings::setFrame(const QString& frame) {
    m_settings->setValue(frameKey, frame);
}

FigureOptions Settings::figure() const {
    FigureOptions options;
    const auto word = [this](const QString& key) { return m_settings->value(key).toString().toStdString(); };
    const auto flag = [this](const QString& key, bool& value) { value = m_settings->value(key, value).toBool(); };
    options.width = valueOf(figureWidthWords, word(figureWidthKey)).value_or(options.width);
    options.format = valueOf(figureFormatWords, word(figureFormatKey)).value_or(options.format);
    options.dpi = std::clamp(m_settings->value(figureDpiKey, options.dpi).toInt(), leastFigureDpi, greatestFigureDpi);
    flag(figureLettersKey, options.letters);
    flag(figureChartKey, options.chart);
    flag(figureScaleBarKey, options.scaleBar);
    flag(figureColorBarsKey, options.colorBars);
    flag(figureCaptionKey, options.caption);
    flag(figureArraysKey, options.arrays);
    return options;
}

void Settings::setFigure(const FigureOptions& options) {
    const auto put = [this](const QString& key, std::string_view word) {
        m_settings->setValue(key, QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size())));
    };
    put(figureWidthKey, wordOf(figureWidthWords, options.width));
    put(figureFormatKey, wordOf(figureFormatWords, options.format));
    m_settings->setValue(figureDpiKey, options.dpi);
    m_settings->setValue(figureLettersKey, options.letters);
    m_settings->setValue(figureChartKey, options.chart);
    m_settings->setValue(figureScaleBarKey, options.scaleBar);
    m_settings->setValue(figureColorBarsKey, options.colorBars);
    m_settings->setValue(figureCaptionKey, options.caption);
    m_settings->setValue(figureArraysKey, options.arrays);
}

bool Settings::isShown(const char* part, bool atFirst) const {
    return m_settings->value(shownKey + QLatin1String(part), atFirst).toBool();
}

void Settings::setShown(const char* part, bool shown) {
    m_settings->setValue(shownKey + QLatin1String(part), shown);
}

double Settings::memoryGib() const {
    const double gib = m_settings->value(memoryKey, 0.0).toDouble();
    return std::isfinite(gib) && gib > 0 ? gib : 0.0;
}

void Settings::setMemoryGib(double gib) {
    m_settings->setValue(memoryKey, gib);
}

ThemeChoice Settings::theme() const {
    const QString word = m_settings->value(themeKey).toString();
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark})
        if (word == themeWord(theme))
            return theme;
    return ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice theme) {
    m_settings->setValue(themeKey, themeWord(theme));
}

std::optional<ModelCard> Settings::card(const std::string& modelSha256) const {
    const QByteArray json = m_settings->value(cardKey + QString::fromStdString(modelSha256)).toByteArray();
    if (json.isEmpty())
        return std::nullopt;
    try {
        return parseModelCard(json.toStdString(), m_settings->fileName().toStdString());
    } catch (const Error&) {
        // Written by another version, or edited: the program asks again.
        return std::nullopt;
    }
}

void Settings::setCard(const std::string& modelSha256, const ModelCard& card) {
    m_settings->setValue(cardKey + QString::fromStdString(modelSha256), QByteArray::fromStdString(toJson(card)));
}

bool Settings::firstStartSeen() const {
    return m_settings->value(firstStartKey, false).toBool();
}

void Settings::setFirstStartSeen() {
    m_settings->setValue(firstStartKey, true);
}

void Settings::sync() {
    m_settings->sync();
}

} // namespace blurig::ui
