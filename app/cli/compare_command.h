// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/array_format.h"
#include "app/cli/command.h"
#include "app/cli/explanation.h"
#include "app/cli/output_folder.h"

namespace blurig {

// `compare SESSION`: the panes of a saved comparison, computed anew.
class CompareCommand final : public Command {
public:
    std::string name() const override { return "compare"; }
    std::string summary() const override { return "Compute the panes of a session that the window saved"; }
    void declare(OptionList& options) override;
    void run(Console& console) override;

private:
    std::shared_ptr<const Model> load(const std::string& file, ModelOptions options, Console& console) const;
    OpenedSubject open(const Choice& session,
                       Console& console) const; // picture, model and input, which the panes share
    OpenedSubject openPane(const PaneChoice& pane, const Choice& session, const OpenedSubject& shared,
                           Console& console) const;

    std::string m_session;
    std::string m_device = "auto";
    ArrayFormat m_arrays;
    OutputFolder m_out;
};

} // namespace blurig
