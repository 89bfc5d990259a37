// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/default_files.h"
#include "app/examination_folder.h"
#include "app/explorer/options.h"
#include "app/explorer/screenshot_task.h"
#include "core/audio/means_sound.h"
#include "core/explain/presets.h"
#include "core/model/compute_scope.h"
#include "core/scale/self_check.h"
#include "ui/engine/dense_opening.h"
#include "ui/files/incoming.h"
#include "ui/files/opener.h"
#include "ui/files/samples.h"
#include "ui/main_window.h"
#include "ui/panels/message_bar.h"
#include "ui/session/session.h"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QMessageBox>
#include <QScreen>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <future>

namespace {

using namespace blurig;

QString text(const std::optional<std::filesystem::path>& path) {
    return path ? QString::fromStdString(path->string()) : QString();
}

QString absolute(const QString& file) {
    return file.isEmpty() ? file : QFileInfo(file).absoluteFilePath();
}

QSize sizeOfItsScreen(const QWidget& window) {
    return window.screen()->availableSize();
}

// Everything at once, so that the first run is the one that was asked for.
void openFirst(ui::MainWindow& window, const ExplorerOptions& options, const QString& samples) {
    const bool sound = !options.image.isEmpty() && meansSound(options.image.toStdString());
    const auto own = sound ? defaultSoundModel() : defaultModel();
    const QString model = options.model.isEmpty() ? text(own) : absolute(options.model);
    window.opener()->trustModel(model);
    if (ui::looksLikeSession(options.image) || ui::choiceInside(options.image)) {
        window.opener()->open(options.image);
        return;
    }
    const auto photos = ui::samplesIn(samples);
    const bool welcome = options.screenshot.isEmpty() && options.image.isEmpty() && window.firstStart();
    Choice choice = window.session()->choice();
    choice.picture = absolute(options.image).toStdString();
    if (options.image.isEmpty() && !welcome && !photos.empty())
        choice.picture = photos.front().file.toStdString();
    choice.model = model.toStdString();
    choice.target = options.target.isEmpty() ? choice.target : options.target.toStdString();
    choice.sigma = options.sigma.value_or(choice.sigma);
    if (!options.sigma)
        window.denseOpening()->await();
    if (!options.compare.isEmpty()) {
        choice.page = "compare";
        applyPreset(choice, options.compare.toStdString());
    }
    window.opener()->restore(choice);
    window.session()->forgetHistory();
    if (welcome)
        window.showWelcome();
    if (model.isEmpty()) {
        window.messages()->show(
            ui::MessageBar::Kind::Notice,
            QCoreApplication::translate("main", "There is no default model. Open one, or prepare it with app/run."));
    }
}

// Qt ends a program without a display by abort(). What needs none goes on without.
bool canRun(int argc, char* argv[]) {
    if (qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
        qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        return true;
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument = argv[i];
        if (argument.startsWith("--screenshot") || argument.startsWith("--help") || argument == "-h" ||
            argument == "--version" || argument == "-v") {
            qputenv("QT_QPA_PLATFORM", "offscreen");
            return true;
        }
    }
    std::fputs(
        "blurig-explorer: there is no display. Start it in a desktop session, or write a picture of the window with "
        "--screenshot FILE\n",
        stderr);
    return false;
}

// Told on a terminal and, since a menu starts programs without one, in a box.
bool computesRight(const std::string& fault, bool interactive) {
    if (fault.empty())
        return true;
    std::fprintf(stderr, "blurig-explorer: %s\n", fault.c_str());
    if (interactive) {
        QMessageBox box(QMessageBox::Critical, QStringLiteral("BlurIG Explorer"), QString::fromStdString(fault));
        box.setTextFormat(Qt::PlainText);
        box.exec();
    }
    return false;
}

} // namespace

int main(int argc, char* argv[]) {
    if (!canRun(argc, argv))
        return EXIT_FAILURE;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("blurig-explorer"));
    QApplication::setApplicationDisplayName(QString());
    QApplication::setApplicationVersion(QStringLiteral(BLURIG_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("blurig-explorer"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/blurig-explorer.svg")));

    const ExplorerOptions options = parseOptions(QApplication::arguments());
    const bool interactive = options.screenshot.isEmpty();
    std::future<std::string> fault = std::async(std::launch::async, [] { // while the window is made
        const ComputeScope scope(1);
        return faultOfArithmetic();
    });
    const QString samples = text(samplesFolder());
    // A screenshot shows what was asked for, not what somebody left behind.
    const QTemporaryDir scratch;
    auto settings = interactive ? std::make_unique<ui::Settings>()
                                : std::make_unique<ui::Settings>(scratch.filePath(QStringLiteral("settings.ini")));
    ui::MainWindow window(std::move(settings), std::make_unique<ui::SystemFileDialogs>(),
                          {.samplesFolder = samples,
                           .pictureModel = text(defaultModel()),
                           .soundModel = text(defaultSoundModel()),
                           .device = options.device,
                           .examinations = usersExaminations(),
                           .asksQuestions = interactive,
                           .availableSize = interactive ? sizeOfItsScreen : nullptr});
    if (!computesRight(fault.get(), interactive))
        return EXIT_FAILURE;
    if (const std::string note = deviceNote(options.device, deviceFor(options.device)); !note.empty())
        window.messages()->show(ui::MessageBar::Kind::Notice, QString::fromStdString(note));
    if (options.theme)
        window.setTheme(*options.theme);
    if (options.size)
        window.resize(*options.size);
    std::unique_ptr<ScreenshotTask> screenshot;
    if (!interactive)
        screenshot = std::make_unique<ScreenshotTask>(&window, options.screenshot);
    window.show();
    openFirst(window, options, samples);
    if (screenshot)
        screenshot->look();
    return QApplication::exec();
}
