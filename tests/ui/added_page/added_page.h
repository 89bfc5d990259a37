// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/run_flow.h"
#include "ui/pages/page.h"
#include "ui/widgets/linked_view.h"

namespace blurig::test {

// A page as somebody else would add it, in one folder: the photo and the map of one method beside it, with a run of its
// own, an action that takes the next method, and the method as its part of the choice.
class AddedPage : public ui::Page {
    Q_OBJECT
public:
    explicit AddedPage(const ui::PageHost& host, QWidget* parent = nullptr);

    static constexpr const char* id = "added";

    ui::View view() const override;
    bool settled() const override;
    void cancel() override;
    const ui::RunState& run() const { return m_run.state(); }

protected:
    void follow(ui::Session::Changes what) override;
    void followPart() override;

private:
    void start();
    void show();
    void takeNextMethod();

    ui::LinkedView m_linked;
    ui::ImagePane* m_photo;
    ui::ImagePane* m_map;
    ui::RunFlow m_run;
};

ui::PageDescription addedPage();

} // namespace blurig::test
