// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/file_dialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>

#include <utility>

namespace blurig::ui {

namespace {

struct Wording {
    QString title;
    QString filter;
    QString suffix; // of files to save, at first; empty when one is opened
};

// "TorchScript models (*.pt *.pth);;All files (*)", with a line for all kinds where there are several.
QString modelFilter(const std::vector<ModelFileKind>& kinds) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("FileDialogs", text); };
    QStringList all;
    QStringList lines;
    for (const ModelFileKind& kind : kinds) {
        QStringList patterns;
        for (const std::string& ending : kind.endings)
            patterns << QStringLiteral("*.") + QString::fromStdString(ending);
        lines << tr("%1 models (%2)").arg(QString::fromStdString(kind.format), patterns.join(u' '));
        all << patterns;
    }
    if (lines.size() > 1)
        lines.prepend(tr("Models (%1)").arg(all.join(u' ')));
    lines << tr("All files (*)");
    return lines.join(QStringLiteral(";;"));
}

Wording wordingOf(FileQuestion question, const std::vector<ModelFileKind>& models) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("FileDialogs", text); };
    const QString pictures =
        tr("Pictures (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.bmp *.gif *.ppm *.pgm *.pnm);;All files (*)");
    const QString picturesAndSounds =
        tr("Pictures and sounds (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.bmp *.gif *.ppm *.pgm *.pnm *.wav *.wave "
           "*.aif *.aiff *.aifc *.flac *.ogg *.oga *.opus *.mp3);;All files (*)");
    const QString sessions = tr("Sessions (*.blurig)");
    switch (question) {
    case FileQuestion::OpenPicture:
        return {tr("Open a picture, a sound, a figure or a session"),
                picturesAndSounds + QStringLiteral(";;") + sessions + tr(";;Figures (*.svg *.png)"),
                {}};
    case FileQuestion::OpenFolder:
        return {tr("Open a folder of pictures"), {}, {}};
    case FileQuestion::OpenBaseline:
        return {tr("Open the picture at which the path begins"), pictures, {}};
    case FileQuestion::OpenModel:
        return {tr("Open a model"), modelFilter(models), {}};
    case FileQuestion::OpenLabels:
        return {tr("Open class names, one on each line"), tr("Text (*.txt *.csv);;All files (*)"), {}};
    case FileQuestion::OpenAnnotation:
        return {tr("Open what is marked in the photo"),
                tr("Annotations and masks (*.xml *.json *.png *.jpg *.jpeg *.tif *.tiff *.bmp);;All files (*)"),
                {}};
    case FileQuestion::ResultsInto:
        return {tr("Choose the folder of the results"), {}, {}};
    case FileQuestion::ExportView:
    case FileQuestion::SavePicture:
        return {tr("Save as PDF, SVG or PNG"), tr("PDF (*.pdf);;SVG (*.svg);;PNG (*.png)"), QStringLiteral("pdf")};
    case FileQuestion::ExportFilm:
        return {tr("Save the film"), tr("MP4 (*.mp4);;GIF (*.gif);;Folder of numbered pictures (*)"),
                QStringLiteral("mp4")};
    case FileQuestion::SaveArray:
        return {tr("Save the array"), tr("NumPy arrays (*.npy);;32-bit TIFF, one page for each channel (*.tif *.tiff)"),
                QStringLiteral("npy")};
    case FileQuestion::SaveMask:
        return {tr("Save the mask"), tr("PNG (*.png)"), QStringLiteral("png")};
    case FileQuestion::SaveSession:
        return {tr("Save the session"), sessions, QStringLiteral("blurig")};
    }
    return {};
}

// "SVG (*.svg)": svg
QString firstSuffix(const QString& filter) {
    return filter.section(QStringLiteral("*."), 1).section(QRegularExpression(QStringLiteral("[ )]")), 0, 0);
}

// The kind of file that was suggested, where there are several.
void chooseKind(QFileDialog* dialog, const QString& suffix) {
    dialog->setDefaultSuffix(suffix);
    for (const QString& filter : dialog->nameFilters())
        if (firstSuffix(filter) == suffix)
            dialog->selectNameFilter(filter);
}

// Another kind chosen in the dialog's list changes the name's ending, which is what decides.
void followKind(QFileDialog* dialog) {
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        const QString suffix = firstSuffix(filter);
        dialog->setDefaultSuffix(suffix);
        if (const QStringList files = dialog->selectedFiles(); !files.isEmpty())
            dialog->selectFile(QFileInfo(files.front()).completeBaseName() +
                               (suffix.isEmpty() ? QString() : u'.' + suffix));
    });
}

} // namespace

SystemFileDialogs::SystemFileDialogs(std::vector<ModelFileKind> models)
    : m_models(std::move(models)) {}

void SystemFileDialogs::ask(FileQuestion question, const QString& suggestion, QWidget* parent,
                            std::function<void(const QString& file)> chosen) {
    const Wording wording = wordingOf(question, m_models);
    auto* dialog = new QFileDialog(parent, wording.title, suggestion, wording.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (question == FileQuestion::OpenFolder || question == FileQuestion::ResultsInto) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else if (wording.suffix.isEmpty()) {
        dialog->setFileMode(QFileDialog::ExistingFile);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        const QString suggested = QFileInfo(suggestion).suffix();
        chooseKind(dialog, suggested.isEmpty() ? wording.suffix : suggested);
        dialog->selectFile(suggestion);
        followKind(dialog);
    }
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

} // namespace blurig::ui
