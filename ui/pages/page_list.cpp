// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/page_list.h"

#include "ui/pages/compare/compare_page.h"
#include "ui/pages/evaluate/evaluate_page.h"
#include "ui/pages/explore/explore_page.h"
#include "ui/pages/folders/folders_page.h"
#include "ui/pages/laboratory/laboratory_page.h"
#include "ui/pages/paths/paths_page.h"
#include "ui/pages/scales/scales_page.h"

#include <algorithm>

namespace blurig::ui {

PageList pageList() {
    return {
        explorePage(), comparePage(), pathsPage(), scalesPage(), laboratoryPage(), evaluatePage(), foldersPage(),
    };
}

std::vector<ActionSpec> actionsOf(const PageList& pages) {
    std::vector<ActionSpec> own;
    for (const PageDescription& page : pages)
        own.push_back(page.show);
    for (const PageDescription& page : pages)
        for (const ActionSpec& spec : page.actions)
            if (std::ranges::find(own, spec.id, &ActionSpec::id) == own.end())
                own.push_back(spec);
    std::vector<ActionSpec> all(windowActions().begin(), windowActions().end());
    const auto view = std::ranges::find(all, ActionMenu::View, &ActionSpec::menu);
    all.insert(view, own.begin(), own.end());
    return all;
}

} // namespace blurig::ui
