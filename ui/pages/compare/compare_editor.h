// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"
#include "ui/pages/compare/compare_effort.h"

#include <QObject>
#include <QString>

#include <cstddef>
#include <functional>
#include <string>

namespace blurig::ui {

class Session;

// Changes the comparison in the session's choice, a step of the history each. An index of no pane changes nothing.
class CompareEditor : public QObject {
    Q_OBJECT
public:
    explicit CompareEditor(Session* session, QObject* parent = nullptr);

    void applyPreset(const QString& id);
    void addPane(); // like the last one
    void editPane(std::size_t index, const std::function<void(PaneChoice&)>& change);
    void setMethod(std::size_t index, const QString& id); // with its default parameters, and the effort of all
    void duplicate(std::size_t index);
    void remove(std::size_t index);
    void move(std::size_t from, std::size_t to);

    void setSharedRange(bool shared);
    void setView(const std::string& view);
    void chooseA(std::size_t index);
    void chooseB(std::size_t index);
    void swapPair();

    void swipe(std::size_t a, std::size_t b); // these two against each other
    void setEffort(const Effort& effort);     // of every path method

private:
    void edit(const std::function<void(CompareChoice&)>& change);

    Session* m_session;
};

} // namespace blurig::ui
