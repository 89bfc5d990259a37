// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/compare_editor.h"

#include "core/explain/presets.h"
#include "ui/pages/compare/pair_choice.h"
#include "ui/pages/compare/swipe_mode.h"
#include "ui/session/session.h"

namespace blurig::ui {

CompareEditor::CompareEditor(Session* session, QObject* parent)
    : QObject(parent)
    , m_session(session) {}

void CompareEditor::edit(const std::function<void(CompareChoice&)>& change) {
    m_session->edit([&](Choice& choice) { change(choice.compare); });
}

void CompareEditor::applyPreset(const QString& id) {
    m_session->edit([&id](Choice& choice) { blurig::applyPreset(choice, id.toStdString()); });
}

void CompareEditor::addPane() {
    edit(&ui::addPane);
}

void CompareEditor::editPane(std::size_t index, const std::function<void(PaneChoice&)>& change) {
    edit([&](CompareChoice& compare) {
        if (index < compare.panes.size())
            change(compare.panes[index]);
    });
}

void CompareEditor::setMethod(std::size_t index, const QString& id) {
    edit([&](CompareChoice& compare) {
        if (index >= compare.panes.size())
            return;
        const Effort effort = effortOf(compare);
        PaneChoice& pane = compare.panes[index];
        pane.method = id.toStdString();
        pane.parameters.clear();
        pane.baselinePicture.clear();
        ui::setEffort(pane, effort);
    });
}

void CompareEditor::duplicate(std::size_t index) {
    edit([index](CompareChoice& compare) { duplicatePane(compare, index); });
}

void CompareEditor::remove(std::size_t index) {
    edit([index](CompareChoice& compare) { removePane(compare, index); });
}

void CompareEditor::move(std::size_t from, std::size_t to) {
    edit([from, to](CompareChoice& compare) { movePane(compare, from, to); });
}

void CompareEditor::setSharedRange(bool shared) {
    edit([shared](CompareChoice& compare) { compare.sharedRange = shared; });
}

void CompareEditor::setView(const std::string& view) {
    edit([&view](CompareChoice& compare) { compare.view = view; });
}

void CompareEditor::chooseA(std::size_t index) {
    edit([index](CompareChoice& compare) { ui::chooseA(compare, index); });
}

void CompareEditor::chooseB(std::size_t index) {
    edit([index](CompareChoice& compare) { ui::chooseB(compare, index); });
}

void CompareEditor::swapPair() {
    edit(&ui::swapPair);
}

void CompareEditor::swipe(std::size_t a, std::size_t b) {
    edit([a, b](CompareChoice& compare) {
        ui::chooseA(compare, a);
        ui::chooseB(compare, b);
        compare.view = SwipeMode::name;
    });
}

void CompareEditor::setEffort(const Effort& effort) {
    edit([&effort](CompareChoice& compare) {
        for (PaneChoice& pane : compare.panes)
            ui::setEffort(pane, effort);
    });
}

} // namespace blurig::ui
