// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"
#include "ui/dialogs/file_dialogs.h"
#include "ui/engine/subject_flow.h"

#include <QObject>
#include <QString>

#include <optional>
#include <set>
#include <string>
#include <vector>

class QMimeData;

namespace blurig::ui {

class CardDialog;
class MessageBar;
class Session;
class Settings;

// Everything that comes in from outside, by menu, drop, paste, recent file or command line: finds out what it is, opens
// it, tells the user what could not be done, and remembers what could.
class Opener : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Session* session;
        SubjectFlow* subject;
        Settings* settings;
        FileDialogs* dialogs;
        MessageBar* messages;
        QWidget* window; // parent of dialogs
        NetworkFormats formats = builtInFormats();
        // Opened with a picture or sound that the open model does not take, where no other was used; empty: none.
        QString pictureModel = {};
        QString soundModel = {};
    };
    explicit Opener(const Parts& parts, QObject* parent = nullptr);

    // Models that nobody described are asked about; off, the assumption is only told.
    void setAsksAboutModels(bool asks) { m_asksAboutModels = asks; }
    // A figure may open this model without a question, as it may those that the user opened.
    void trustModel(const QString& file) { m_trusted = file; }
    // Which contents a model file may have: of one that a figure or session names, those that the user opened.
    std::optional<std::set<std::string>> trustedContents(const std::string& file) const;

    void askForPicture();
    void askForFolder();
    void askForModel();
    void open(const QString& file); // a picture, a sound, a folder, a figure of this program, a session, or a model
    void openPicture(const QString& file); // or a sound; as a picture, whatever a figure says of itself
    void openModel(const QString& file);
    void restore(const Choice& choice);
    void describeModel(); // what is assumed of the shown model, to be changed

    static bool canOpen(const QMimeData& data);
    void open(const QMimeData& data);

Q_SIGNALS:
    void folderOpened(const QString& folder);
    void modelFactsWanted();
    void photoChosen();  // a picture is being opened as one
    void choiceOpened(); // a session or a figure is

private:
    void openFigure(const QString& choiceJson, const QString& file);
    void openSession(const QString& file);
    void tellNotes(const std::vector<std::string>& notes);        // of a choice that was read
    void openChoice(const ReadChoice& read, const QString& file); // of a file from anybody
    void onOpened();
    void tellOfModel(const ModelInfo& model);
    void checkExpected();
    void onFailed(SubjectFlow::Part part, const Error& error);
    CardDialog* askForCard(const QString& file, const ModelCard& card, const QString& problem = {});
    void askAboutAssumedCard(const ModelInfo& model);
    void askWhatIsUnclear(const QString& file, const Error& error);
    void openUnknownModels(const Choice& choice); // the user wants it so
    std::string fittingModel(bool ofSounds) const;
    bool isOwn(const QString& modelFile) const; // the command line's, or the program's for sounds
    bool isTrusted(const std::string& modelFile) const;

    Parts m_parts;
    QString m_modelAsked; // the file of the newest model request
    QString m_trusted;
    std::set<std::string> m_named; // model files that figures and sessions name, not the user
    Choice m_expected; // of the session or figure that is being opened: its files must be those that it was saved with
    std::string m_expectedIn;
    std::string m_modelShown;
    bool m_asksAboutModels = true;
};

} // namespace blurig::ui
