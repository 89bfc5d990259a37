// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/files/opener.h"

#include "core/audio/means_sound.h"
#include "core/explain/placement.h"
#include "core/explain/recorded.h"
#include "core/record/choice_parts.h"
#include "core/record/session_file.h"
#include "ui/dialogs/card_dialog.h"
#include "ui/dialogs/facts_dialog.h"
#include "ui/files/incoming.h"
#include "ui/panels/message_bar.h"
#include "ui/session/session.h"
#include "ui/session/settings.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace blurig::ui {

namespace {

QString absolute(const QString& file) {
    return QFileInfo(file).absoluteFilePath();
}

QString folderOf(const QStringList& recent) {
    return recent.isEmpty() ? QString() : QFileInfo(recent.front()).absolutePath();
}

// Under whatever names symbolic links give it.
bool sameFile(const QString& a, const QString& b) {
    const QString real = QFileInfo(a).canonicalFilePath();
    return a == b || (!real.isEmpty() && real == QFileInfo(b).canonicalFilePath());
}

} // namespace

Opener::Opener(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts) {
    m_parts.subject->setRememberedCards([this](const std::string& sha256) { return m_parts.settings->card(sha256); });
    m_parts.subject->setTrust([this](const std::string& file) { return trustedContents(file); });
    m_parts.subject->setFittingModel([this](bool ofSounds) { return fittingModel(ofSounds); });
    connect(m_parts.subject, &SubjectFlow::opened, this, &Opener::onOpened);
    connect(m_parts.subject, &SubjectFlow::failed, this, &Opener::onFailed);
}

void Opener::askForPicture() {
    m_parts.dialogs->ask(FileQuestion::OpenPicture, folderOf(m_parts.settings->recentPictures()), m_parts.window,
                         [this](const QString& file) { open(file); });
}

void Opener::askForFolder() {
    m_parts.dialogs->ask(FileQuestion::OpenFolder, folderOf(m_parts.settings->recentPictures()), m_parts.window,
                         [this](const QString& folder) { open(folder); });
}

void Opener::askForModel() {
    m_parts.dialogs->ask(FileQuestion::OpenModel, folderOf(m_parts.settings->recentModels()), m_parts.window,
                         [this](const QString& file) { openModel(file); });
}

void Opener::open(const QString& file) {
    if (QFileInfo(file).isDir())
        Q_EMIT folderOpened(absolute(file));
    else if (looksLikeModel(file, fileKinds(m_parts.formats)))
        openModel(file);
    else if (looksLikeSession(file))
        openSession(file);
    else if (const auto choice = choiceInside(file))
        openFigure(*choice, file);
    else if (looksLikeSvg(file) && QFileInfo(file).isFile())
        m_parts.messages->showError(Error(ErrorCode::NotAPicture, file.toStdString(),
                                          "is an SVG that this program did not export, or it is damaged",
                                          "Open the photo itself, or export the view again"));
    else
        openPicture(file);
}

void Opener::openPicture(const QString& file) {
    m_parts.messages->hide();
    Q_EMIT photoChosen();
    const std::string name = absolute(file).toStdString();
    if (meansSound(name))
        m_parts.subject->openSound(name);
    else
        m_parts.subject->openPicture({.file = name, .bytes = {}});
}

void Opener::openModel(const QString& file) {
    m_parts.messages->hide();
    m_modelAsked = absolute(file);
    m_parts.subject->openModel({.file = m_modelAsked.toStdString(), .options = {}});
}

void Opener::restore(const Choice& choice) {
    m_modelAsked = QString::fromStdString(choice.model);
    m_parts.session->apply(choice);
}

bool Opener::canOpen(const QMimeData& data) {
    return data.hasUrls() || data.hasImage();
}

void Opener::open(const QMimeData& data) {
    bool opened = false;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile()) {
            open(url.toLocalFile());
            opened = true;
        }
    }
    if (opened)
        return;
    if (const auto choice = choiceInside(data)) {
        openFigure(*choice, tr("clipboard"));
        return;
    }
    std::vector<std::byte> bytes = encodedPicture(data);
    if (bytes.empty()) {
        m_parts.messages->show(MessageBar::Kind::Notice, tr("There is no picture on the clipboard."));
        return;
    }
    m_parts.messages->hide();
    Q_EMIT photoChosen();
    m_parts.subject->openPicture({.file = tr("clipboard").toStdString(), .bytes = std::move(bytes)});
}

void Opener::openFigure(const QString& choiceJson, const QString& file) {
    try {
        openChoice(readChoice(choiceJson.toStdString(), file.toStdString()), file);
    } catch (const Error& error) {
        m_parts.messages->showError(error);
    }
}

void Opener::openSession(const QString& file) {
    try {
        openChoice(readSession(file.toStdString()), file);
    } catch (const Error& error) {
        m_parts.messages->showError(error);
    }
}

void Opener::tellNotes(const std::vector<std::string>& notes) {
    QStringList texts;
    for (const std::string& note : notes)
        texts << QString::fromStdString(note);
    if (!texts.isEmpty())
        m_parts.messages->show(MessageBar::Kind::Notice, texts.join(QLatin1Char('\n')));
}

// A model is a program: a figure from somebody else must not start one that the user never chose.
void Opener::openChoice(const ReadChoice& read, const QString& file) {
    m_parts.messages->hide();
    Q_EMIT choiceOpened();
    const Choice choice = placed(read.choice);
    m_expected = choice;
    m_expectedIn = file.toStdString();
    Choice without = choice;
    QStringList unknown;
    // The shown model stands for the file that has its hash; a pane's file would be opened whatever hash it claims.
    const auto& shown = m_parts.subject->subject().model;
    if (!isTrusted(choice.model) && !(shown && shown->sha256 == choice.modelSha256)) {
        unknown << QString::fromStdString(choice.model);
        without.model.clear();
        without.modelSha256.clear();
    }
    m_named.insert(choice.model);
    for (std::vector<PaneChoice>* panes : paneLists(without)) {
        if (panes == &without.panes)
            continue; // of the choice's own model
        std::erase_if(*panes, [this, &unknown](const PaneChoice& pane) {
            if (isTrusted(pane.model))
                return false;
            unknown << QString::fromStdString(pane.model);
            return true;
        });
    }
    restore(without);
    tellNotes(read.notes);
    unknown.removeDuplicates();
    if (unknown.isEmpty())
        return;
    m_parts.messages->show(
        MessageBar::Kind::Notice,
        tr("This file uses the model %1, which you have not opened before.").arg(unknown.join(QStringLiteral(", "))));
    m_parts.messages->offer(tr("Open that model"), [this, choice] { openUnknownModels(choice); });
}

void Opener::openUnknownModels(const Choice& choice) {
    m_named.clear();
    restore(choice);
}

std::optional<std::set<std::string>> Opener::trustedContents(const std::string& file) const {
    const bool chosen = !m_named.contains(file) || isOwn(QString::fromStdString(file));
    return chosen ? std::nullopt : std::optional(m_parts.settings->openedModels());
}

// The one that was used last, else the program's own.
std::string Opener::fittingModel(bool ofSounds) const {
    const QString used = m_parts.settings->lastModel(ofSounds);
    const QString own = ofSounds ? m_parts.soundModel : m_parts.pictureModel;
    return (QFileInfo::exists(used) ? used : own).toStdString();
}

bool Opener::isOwn(const QString& modelFile) const {
    return sameFile(modelFile, m_trusted) || sameFile(modelFile, m_parts.soundModel);
}

bool Opener::isTrusted(const std::string& modelFile) const {
    const QString file = QString::fromStdString(modelFile);
    return file.isEmpty() || isOwn(file) ||
           std::ranges::any_of(m_parts.settings->recentModels(),
                               [&file](const QString& opened) { return sameFile(file, opened); });
}

void Opener::onOpened() {
    const Subject& subject = m_parts.subject->subject();
    if (!subject.picture.empty() && QFileInfo::exists(QString::fromStdString(subject.picture.name())))
        m_parts.settings->addRecentPicture(QString::fromStdString(subject.picture.name()));
    checkExpected();
    if (subject.heard)
        m_parts.settings->setLastModel(QString::fromStdString(subject.model->file), true);
    else if (subject.input)
        m_parts.settings->setLastModel(QString::fromStdString(subject.model->file), false);
    if (!subject.model || subject.model->sha256 == m_modelShown)
        return;
    m_modelShown = subject.model->sha256;
    m_parts.settings->addRecentModel(QString::fromStdString(subject.model->file), subject.model->sha256);
    if (subject.model->cardOrigin == CardOrigin::GivenByUser)
        m_parts.settings->setCard(subject.model->sha256, subject.model->card);
    tellOfModel(*subject.model);
}

// What its examination found, and what had to be assumed of it.
void Opener::tellOfModel(const ModelInfo& model) {
    const QString name = QFileInfo(QString::fromStdString(model.file)).fileName();
    QString message = model.notes.empty() ? QString() : tr("%1: %2").arg(name, notesText(model));
    const bool assumed = model.cardOrigin == CardOrigin::Assumed;
    if (assumed && !m_asksAboutModels)
        message += (message.isEmpty() ? QString() : QStringLiteral("\n")) +
                   tr("%1 does not describe its input. Assumed: %2.").arg(name, assumptionText(model.card));
    if (!message.isEmpty()) {
        m_parts.messages->show(model.examination.repeatable ? MessageBar::Kind::Notice : MessageBar::Kind::Error,
                               message);
        if (assumed)
            m_parts.messages->offer(tr("Describe the model…"), [this] { describeModel(); });
        else
            m_parts.messages->offer(tr("About the model"), [this] { Q_EMIT modelFactsWanted(); });
    }
    if (assumed && m_asksAboutModels)
        askAboutAssumedCard(model);
}

// Whoever cancels goes back to the model before; there is none at the beginning.
void Opener::askAboutAssumedCard(const ModelInfo& model) {
    const CardDialog* dialog = askForCard(QString::fromStdString(model.file), model.card);
    connect(dialog, &QDialog::rejected, this, [this, sha256 = model.sha256] {
        const auto& shown = m_parts.subject->subject().model;
        if (shown && shown->sha256 == sha256 && m_parts.session->canGoBack())
            m_parts.session->back();
    });
}

void Opener::checkExpected() {
    const Subject& subject = m_parts.subject->subject();
    if (m_expectedIn.empty() || subject.picture.empty() || !subject.model ||
        subject.picture.name() != m_expected.picture || subject.model->file != m_expected.model)
        return;
    const std::string file = std::exchange(m_expectedIn, {});
    try {
        checkSession(m_expected, file, subject.picture.sha256(), subject.model->sha256);
        tellNotes(deviations(m_expected.computedWith, computedHere(subject.model->network.device), file));
    } catch (const Error& error) {
        m_parts.messages->showError(error);
    }
}

void Opener::onFailed(SubjectFlow::Part part, const Error& error) {
    m_parts.messages->showError(error);
    if (error.code() == ErrorCode::ChangedModel)
        m_parts.messages->offer(tr("Open that model"), [this, choice = m_expected] { openUnknownModels(choice); });
    const bool cardMayHelp = error.code() == ErrorCode::ModelInput || error.code() == ErrorCode::ModelFailed ||
                             error.code() == ErrorCode::ModelOutput || error.code() == ErrorCode::ModelCard ||
                             error.code() == ErrorCode::OutputMeaning;
    if (part != SubjectFlow::Part::Model || !cardMayHelp)
        return;
    const QString file = m_modelAsked;
    m_parts.messages->offer(tr("Describe the model…"), [this, file, error] { askWhatIsUnclear(file, error); });
    if (error.code() == ErrorCode::OutputMeaning && m_asksAboutModels)
        askWhatIsUnclear(file, error);
}

void Opener::askWhatIsUnclear(const QString& file, const Error& error) {
    ModelCard card = assumedModelCard(QFileInfo(file).completeBaseName().toStdString());
    try {
        card = statedCard(file.toStdString(), m_parts.formats);
    } catch (const Error&) { // the card is what is wrong: the form replaces it, and shows the error
    }
    askForCard(file, card, QString::fromStdString(error.happened()));
}

void Opener::describeModel() {
    if (const auto& model = m_parts.subject->subject().model)
        askForCard(QString::fromStdString(model->file), model->card);
}

CardDialog* Opener::askForCard(const QString& file, const ModelCard& card, const QString& problem) {
    auto* dialog = new CardDialog(file, card, m_parts.dialogs, m_parts.window);
    if (!problem.isEmpty())
        dialog->explain(problem);
    connect(dialog, &CardDialog::described, this, [this, file](const ModelCard& described) {
        m_modelAsked = file;
        m_modelShown.clear(); // the same file under a new card
        m_parts.subject->openModel({.file = file.toStdString(), .options = {.card = described}});
    });
    dialog->open();
    return dialog;
}

} // namespace blurig::ui
