// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/presets.h"
#include "tests/ui/explorer_fixture.h"
#include "ui/pages/compare/compare_editor.h"
#include "ui/pages/compare/compare_flow.h"
#include "ui/pages/compare/compare_grid.h"
#include "ui/pages/compare/compare_page.h"

#include <QAction>
#include <QMenu>

namespace blurig::test {

// The window on the Compare page with a preset, when every pane has ended.
class CompareFixture : public ExplorerFixture {
public:
    void compare(const char* preset) {
        open();
        session().edit([preset](Choice& choice) {
            choice.page = "compare";
            applyPreset(choice, preset);
        });
    }
    ui::CompareFlow& panes() { return *window->findChild<ui::CompareFlow*>(); }
    ui::CompareEditor& editor() { return *window->findChild<ui::CompareEditor*>(); }
    bool compared() { return ready() && window->findChild<ui::ComparePage*>()->settled() && !panes().panes().empty(); }
    ui::ImagePane* image(int index) {
        return find<ui::ImagePane>(qPrintable(QStringLiteral("compareImage%1").arg(index)));
    }
    void menu(int index, const QString& text) {
        for (QAction* action : find<QMenu>(qPrintable(QStringLiteral("compareMenu%1").arg(index)))->actions())
            if (action->text() == text)
                action->trigger();
    }
    // What the pane's method gives when nothing was known before.
    std::shared_ptr<const MethodState> alone(const ui::ComparePaneView& pane) {
        MethodSink sink;
        const auto model = modelLike(*pane.subject.model);
        const Item item{.input = pane.subject.input->prepared.z, .target = pane.shown.target};
        const Method& method = methodById(pane.shown.pane.method);
        return method.run(*model, item, parametersOf(method, pane.shown.pane.parameters), sink, {});
    }
    std::vector<std::string> chosenMethods() {
        std::vector<std::string> methods;
        for (const PaneChoice& pane : session().choice().compare.panes)
            methods.push_back(pane.method);
        return methods;
    }
};

} // namespace blurig::test
