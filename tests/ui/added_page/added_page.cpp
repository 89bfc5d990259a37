// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/added_page/added_page.h"

#include "ui/engine/subject_flow.h"
#include "ui/export/figure_texts.h"
#include "ui/export/run_record.h"
#include "ui/panels/map_look.h"
#include "ui/panels/pane_input.h"

#include <QAction>
#include <QHBoxLayout>

#include <array>

namespace blurig::test {

using namespace ui;

namespace {

constexpr const char* panesKey = "panes";

constexpr ActionSpec showAction{.id = {"addedPage"},
                                .menu = ActionMenu::View,
                                .text = "A&dded",
                                .shortcut = "Ctrl+9",
                                .icon = "",
                                .help = "Shows one method's map"};
constexpr ActionSpec nextMethodAction{.id = {"nextMethod"},
                                      .menu = ActionMenu::View,
                                      .text = "&Next method",
                                      .shortcut = "M",
                                      .icon = "",
                                      .help = "Takes the next method"};
constexpr std::array ownActions{nextMethodAction};

std::vector<PaneChoice>& panesIn(Choice& choice) {
    PageValue& value = choice.pages[AddedPage::id][panesKey];
    if (const auto* panes = std::get_if<std::vector<PaneChoice>>(&value); !panes || panes->empty())
        value = std::vector<PaneChoice>{{.method = "gradient"}};
    return std::get<std::vector<PaneChoice>>(value);
}

PaneChoice paneOf(Choice choice) {
    return panesIn(choice).front();
}

Session::Changes followedParts() {
    using Change = Session::Change;
    return Session::Changes(Change::Target) | Change::Score | Change::Page | Change::Display;
}

} // namespace

AddedPage::AddedPage(const PageHost& host, QWidget* parent)
    : Page(host, id, followedParts(), parent)
    , m_photo(new ImagePane(&m_linked, this))
    , m_map(new ImagePane(&m_linked, this))
    , m_run(host.engine, Urgency::Focused, RunFlow::Keeps::MapsOfTheMethod) {
    m_photo->setObjectName(QStringLiteral("addedPhoto"));
    m_map->setObjectName(QStringLiteral("addedMap"));
    auto* row = new QHBoxLayout(this);
    for (ImagePane* pane : {m_photo, m_map}) {
        row->addWidget(pane);
        serve(pane);
    }
    connect(host.subject, &SubjectFlow::changed, this, [this] {
        m_run.forget();
        start();
    });
    connect(&m_run, &RunFlow::updated, this, &AddedPage::show);
    connect(&m_run, &RunFlow::failed, this, &AddedPage::show);
    connect((*host.actions)[nextMethodAction.id], &QAction::triggered, this, &AddedPage::takeNextMethod);
    show();
}

void AddedPage::follow(Session::Changes /*what*/) {
    start();
}

void AddedPage::followPart() {
    start();
}

void AddedPage::start() {
    const PaneChoice wanted = paneOf(choice());
    if (isShown() && host().subject->subject().input && !m_run.isAsked(choice(), wanted))
        m_run.start(host().subject->subject(), choice(), wanted);
    show();
}

void AddedPage::show() {
    const ui::Subject& subject = host().subject->subject();
    for (ImagePane* pane : {m_photo, m_map})
        setPaneInput(*pane, subject, FrameKind::Model);
    if (subject.input)
        m_photo->showInput(subject.input->prepared.z);
    const auto& state = run().shown.state;
    m_map->setTitle(QString::fromStdString(methodById(paneOf(choice()).method).label()));
    if (state && subject.input) {
        const DisplayChoice& display = host().session->display();
        m_map->showMap(planeOf(state->attribution, display), state->attribution,
                       lookOf(display, rangeOf(state->attribution, display)));
    } else {
        m_map->showMessage(QStringLiteral("No map"));
    }
    Q_EMIT progressed();
}

void AddedPage::takeNextMethod() {
    host().session->edit([](Choice& choice) {
        std::string& method = panesIn(choice).front().method;
        method = method == "gradient" ? "gradient-x-input" : "gradient";
    });
}

bool AddedPage::settled() const {
    return !host().subject->opening() && host().subject->subject().input && !run().activity.running &&
           m_run.isAsked(choice(), paneOf(choice()));
}

void AddedPage::cancel() {
    m_run.cancel();
}

View AddedPage::view() const {
    const ui::Subject& subject = host().subject->subject();
    const RunView& shown = run().shown;
    View view{.hasResult = shown.state != nullptr, .title = QStringLiteral("Added")};
    if (!view.hasResult)
        return view;
    view.panes = {{m_photo, QStringLiteral("photo"), subject.input->prepared.z},
                  {m_map, QStringLiteral("map"), shown.state->attribution, std::nullopt,
                   runFacts(shown, run().activity, shown.state->method)}};
    view.arrays.emplace(QStringLiteral("map"), shown.state->attribution);
    view.records.emplace(QStringLiteral("map"), runRecord(subject, shown));
    return view;
}

PageDescription addedPage() {
    return {.id = AddedPage::id,
            .show = showAction,
            .actions = ownActions,
            .make = [](const PageHost& host, QWidget* parent) -> Page* { return new AddedPage(host, parent); },
            .prepare = [](Choice& choice) { panesIn(choice); }};
}

} // namespace blurig::test
