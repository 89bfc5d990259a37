// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/lane_follower.h"
#include "ui/engine/subject_flow.h"

#include <QObject>

#include <map>
#include <set>

namespace blurig::ui {

// The opened picture as the models see it that single panes of the comparison name. Each file is opened once, one after
// the other on the engine's thread, and dropped when no pane names it.
class PaneInputs : public QObject {
    Q_OBJECT
public:
    explicit PaneInputs(EngineAdapter* engine, QObject* parent = nullptr);

    struct Entry {
        Subject subject;            // picture, crop and, once they are there, model and input
        PaneChoice wanted = {};     // how its model is opened
        std::optional<Error> error; // why something of it will not come
    };

    // As the subject flow's. A model whose card is only assumed is an error.
    void setRememberedCards(SubjectFlow::RememberedCards cards) { m_cards = std::move(cards); }
    // Opens, prepares and drops what differs. `models`: by file, as one of the panes that name it wants it opened.
    // `opened` has the picture and the crop.
    void follow(const std::map<std::string, PaneChoice>& models, const Subject& opened);
    void retry();                                     // what failed is tried anew by the next follow()
    void cancel();                                    // until the next follow()
    const Entry* find(const std::string& file) const; // null: it was not asked for

Q_SIGNALS:
    void changed(); // an input or an error is there
    void modelOpened(const QString& file, const std::string& sha256);

private:
    void proceed();
    OpenModel openModel(const PaneChoice& wanted) const;
    void score(const Subject& subject);
    void onModel(const std::shared_ptr<const ModelInfo>& model);
    void onInput(const ScoredInput& input);
    void onFailed(const Error& error);
    void end(); // of the current request

    LaneFollower m_lane;
    SubjectFlow::RememberedCards m_cards = [](const std::string&) { return std::optional<ModelCard>(); };
    std::map<std::string, Entry> m_entries; // by file
    std::string m_current;                  // the file that the engine is at; empty: none
};

} // namespace blurig::ui
