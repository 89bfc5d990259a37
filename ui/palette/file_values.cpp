// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/files/opener.h"
#include "ui/palette/choice_value.h"
#include "ui/palette/value_kind.h"
#include "ui/session/session.h"
#include "ui/session/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace blurig::ui {

namespace {

QString shortFolder(const QString& file) {
    const QString folder = QFileInfo(file).absolutePath();
    const QString home = QDir::homePath();
    return folder == home || folder.startsWith(home + u'/') ? u'~' + folder.mid(home.size()) : folder;
}

ValueChoice choiceOf(const QString& file, const std::string& opened) {
    return {.word = file,
            .name = QFileInfo(file).fileName(),
            .detail = shortFolder(file),
            .current = file.toStdString() == opened,
            .run = {}};
}

// Which files are still there is looked up when the palette opens, not with each letter: a folder may be far away.
QStringList existing(QStringList files) {
    files.erase(
        std::remove_if(files.begin(), files.end(), [](const QString& file) { return !QFileInfo::exists(file); }),
        files.end());
    return files;
}

class PictureValue : public ValueKind {
    Q_DECLARE_TR_FUNCTIONS(PictureValue)
public:
    explicit PictureValue(const PaletteHost& host)
        : m_host(host) {}

    QStringList words() const override { return {QStringLiteral("picture"), QStringLiteral("photo")}; }
    QString offer() const override { return tr("Open a recent picture or a sample…"); }
    QString example() const override { return QStringLiteral("picture chelsea"); }
    QString help() const override { return tr("Opens one of the last pictures, or a sample photo"); }
    void prepare() override { m_recent = existing(m_host.settings->recentPictures()); }

    std::vector<PaletteRow> rows(const QString& argument) override {
        ValueChoices value{.word = words().front(),
                           .sentence = tr("Open %1"),
                           .unknown = tr("No recent picture and no sample is called “%1”"),
                           .none = tr("No picture was opened yet"),
                           .choices = {}};
        const std::string& opened = m_host.session->choice().picture;
        const auto open = [opener = m_host.opener](const QString& file) { return [=] { opener->open(file); }; };
        for (const QString& file : m_recent) {
            value.choices.push_back(choiceOf(file, opened));
            value.choices.back().help = help();
            value.choices.back().run = open(file);
        }
        for (const Sample& sample : m_host.samples) {
            if (m_recent.contains(sample.file))
                continue;
            ValueChoice choice = choiceOf(sample.file, opened);
            choice.help = help();
            choice.also = sample.caption;
            choice.detail = tr("sample: %1").arg(sample.caption);
            choice.run = open(sample.file);
            value.choices.push_back(std::move(choice));
        }
        return choiceRows(value, argument);
    }

private:
    PaletteHost m_host;
    QStringList m_recent;
};

class ModelValue : public ValueKind {
    Q_DECLARE_TR_FUNCTIONS(ModelValue)
public:
    explicit ModelValue(const PaletteHost& host)
        : m_host(host) {}

    QStringList words() const override { return {QStringLiteral("model")}; }
    QString offer() const override { return tr("Open a recent model…"); }
    QString example() const override { return QStringLiteral("model efficientnet"); }
    QString help() const override { return tr("Opens one of the last models"); }
    void prepare() override { m_recent = existing(m_host.settings->recentModels()); }

    std::vector<PaletteRow> rows(const QString& argument) override {
        ValueChoices value{.word = words().front(),
                           .sentence = tr("Open the model %1"),
                           .unknown = tr("No recent model is called “%1”"),
                           .none = tr("No model was opened yet"),
                           .choices = {}};
        for (const QString& file : m_recent) {
            value.choices.push_back(choiceOf(file, m_host.session->choice().model));
            value.choices.back().help = help();
            value.choices.back().run = [opener = m_host.opener, file] { opener->openModel(file); };
        }
        return choiceRows(value, argument);
    }

private:
    PaletteHost m_host;
    QStringList m_recent;
};

} // namespace

std::unique_ptr<ValueKind> pictureValue(const PaletteHost& host) {
    return std::make_unique<PictureValue>(host);
}

std::unique_ptr<ValueKind> modelValue(const PaletteHost& host) {
    return std::make_unique<ModelValue>(host);
}

} // namespace blurig::ui
