// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/explorer/options.h"

#include "core/error.h"
#include "core/explain/presets.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace blurig {

namespace {

constexpr int usageError = 2;

[[noreturn]] void refuse(const QString& why) {
    std::fprintf(stderr, "blurig-explorer: %s\n", qPrintable(why));
    std::exit(usageError);
}

QString absolute(const QString& file) {
    return file.isEmpty() ? file : QFileInfo(file).absoluteFilePath();
}

QSize parseSize(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^(\\d{2,5})x(\\d{2,5})$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        refuse(QCoreApplication::translate("Options", "--size takes WIDTHxHEIGHT, not \"%1\".").arg(text));
    return {match.captured(1).toInt(), match.captured(2).toInt()};
}

double parseSigma(const QString& text) {
    bool isNumber = false;
    const double sigma = text.toDouble(&isNumber);
    if (!isNumber || !(sigma >= 0) || std::isinf(sigma))
        refuse(QCoreApplication::translate("Options", "--sigma takes a number of at least 0, not \"%1\".").arg(text));
    return sigma;
}

ui::ThemeChoice parseTheme(const QString& text) {
    if (text == QLatin1String("light"))
        return ui::ThemeChoice::Light;
    if (text == QLatin1String("dark"))
        return ui::ThemeChoice::Dark;
    refuse(QCoreApplication::translate("Options", "--theme is light or dark, not \"%1\".").arg(text));
}

QStringList presetIds() {
    QStringList ids;
    for (const ComparePreset& preset : comparePresets())
        ids << QString::fromLatin1(preset.id);
    return ids;
}

DeviceWish deviceOf(const QString& text) {
    try {
        return parseDevice(text.toStdString());
    } catch (const Error& error) {
        refuse(QString::fromStdString(error.what()));
    }
}

} // namespace

ExplorerOptions parseOptions(const QStringList& arguments) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("Options", text); };
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Shows at which scale an image classifier finds its evidence, by Blur Integrated Gradients."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("image"),
                                 tr("Photo or sound, or a session or figure that this program saved."),
                                 QStringLiteral("[IMAGE]"));
    const QCommandLineOption model(QStringLiteral("model"),
                                   tr("TorchScript model to open in place of the default model."),
                                   QStringLiteral("FILE"));
    const QCommandLineOption target(QStringLiteral("target"),
                                    tr("Class to explain: top, an index, a WordNet id or a name; any:NOUN for all "
                                       "classes under a noun; NAME,-NAME for a difference."),
                                    QStringLiteral("CLASS"));
    const QCommandLineOption sigma(QStringLiteral("sigma"),
                                   tr("Position of the slider, in pixels of the model's input."), QStringLiteral("S"));
    const QCommandLineOption screenshot(QStringLiteral("screenshot"),
                                        tr("Write the window as PNG once the map has converged, and exit."),
                                        QStringLiteral("FILE"));
    const QCommandLineOption size(QStringLiteral("size"), tr("Size of the window."), QStringLiteral("WxH"));
    const QCommandLineOption theme(QStringLiteral("theme"), tr("Colours of the window: light or dark."),
                                   QStringLiteral("THEME"));
    const QCommandLineOption device(QStringLiteral("device"), tr("Device of the models: auto (the CPU), cpu or cuda."),
                                    QStringLiteral("DEVICE"), QStringLiteral("auto"));
    const QCommandLineOption compare(
        QStringLiteral("compare"),
        tr("Open the Compare page with a preset: %1.").arg(presetIds().join(QStringLiteral(", "))),
        QStringLiteral("PRESET"));
    parser.addOptions({model, target, sigma, compare, screenshot, size, theme, device});

    if (!parser.parse(arguments))
        refuse(parser.errorText());
    if (parser.isSet(help))
        parser.showHelp();
    if (parser.isSet(version))
        parser.showVersion();
    if (parser.positionalArguments().size() > 1)
        refuse(tr("Only one image can be given."));
    ExplorerOptions options;
    options.image = absolute(parser.positionalArguments().value(0));
    options.model = absolute(parser.value(model));
    options.target = parser.value(target);
    options.screenshot = parser.value(screenshot);
    options.compare = parser.value(compare);
    if (parser.isSet(compare) && !presetIds().contains(options.compare))
        refuse(tr("--compare takes %1, not \"%2\".").arg(presetIds().join(QStringLiteral(", ")), options.compare));
    if (parser.isSet(sigma))
        options.sigma = parseSigma(parser.value(sigma));
    if (parser.isSet(size))
        options.size = parseSize(parser.value(size));
    if (parser.isSet(theme))
        options.theme = parseTheme(parser.value(theme));
    options.device = deviceOf(parser.value(device));
    return options;
}

} // namespace blurig
