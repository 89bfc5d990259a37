// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/compare_editor.h"

#include "core/explain/presets.h"
#include "core/methods/method.h"
#include "ui/pages/compare/pair_choice.h"
#include "ui/session/session.h"

namespace blurig::ui {

namespace {

// Sets the parameter of this role, where the pane's method has one; a session may name a method of another version.
void setText(PaneChoice& pane, ParameterRole role, const std::string& text) {
    const Method* method = findMethod(pane.method);
    if (const std::string key = method ? keyOf(*method, role) : std::string(); !key.empty())
        pane.parameters.insert_or_assign(key, text);
}

bool isAdaptive(const PaneChoice& pane) {
    const Method* method = findMethod(pane.method);
    return method && !keyOf(*method, ParameterRole::Budget).empty();
}

} // namespace

CompareEditor::CompareEditor(Session* session, QObject* parent)
    : QObject(parent)
    , m_session(session) {}

void CompareEditor::edit(const std::function<void(CompareChoice&)>& change) {
    m_session->edit([&](Choice& choice) { change(choice.compare); });
}

void CompareEditor::editPanes(const std::function<void(PaneChoice&)>& change) {
    edit([&](CompareChoice& compare) {
        for (PaneChoice& pane : compare.panes)
            change(pane);
    });
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
    editPane(index, [&id](PaneChoice& pane) {
        pane.method = id.toStdString();
        pane.parameters.clear();
        pane.baselinePicture.clear();
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

void CompareEditor::setSameGradients(int gradients) {
    editPanes([gradients](PaneChoice& pane) {
        if (!isAdaptive(pane))
            return;
        setText(pane, ParameterRole::Budget, std::to_string(gradients));
        setText(pane, ParameterRole::GapTolerance, "0");
        setText(pane, ParameterRole::MapTolerance, "0");
    });
}

void CompareEditor::setSameGap(double gap) {
    editPanes([gap](PaneChoice& pane) {
        if (!isAdaptive(pane))
            return;
        pane.parameters.erase(keyOf(methodById(pane.method), ParameterRole::Budget));
        setText(pane, ParameterRole::GapTolerance, QString::number(gap).toStdString());
        setText(pane, ParameterRole::MapTolerance, "off");
    });
}

} // namespace blurig::ui
