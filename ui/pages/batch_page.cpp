// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/batch_page.h"

#include "core/error.h"
#include "ui/engine/explore_flow.h"
#include "ui/panels/batch_bar.h"
#include "ui/widgets/drawer_layout.h"
#include "ui/widgets/theme.h"

#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace blurig::ui {

namespace {

QLabel* words(const QString& objectName, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QScrollArea* scrolled(QWidget* content, QWidget* parent) {
    auto* scroll = new QScrollArea(parent);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

} // namespace

BatchPage::BatchPage(const PageHost& host, const std::string& id, const QString& name, QWidget* parent)
    : Page(host, id, Session::Changes(Session::Change::Page), parent)
    , m_lane(host.engine, Urgency::Batch)
    , m_bar(new BatchBar(name, this))
    , m_open(new QPushButton(this))
    , m_headline(words(name + QStringLiteral("Headline"), this))
    , m_problems(words(name + QStringLiteral("Problems"), this)) {
    m_open->setObjectName(name + QStringLiteral("Results"));
    m_headline->setFont(labelFont(font()));
    m_problems->setFont(smallFont(font()));
    m_problems->setForegroundRole(QPalette::PlaceholderText);
    connect(m_bar, &BatchBar::runAsked, this, &BatchPage::start);
    connect(m_bar, &BatchBar::cancelAsked, this, &BatchPage::cancel);
    connect(m_open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString(results().string()))); });
    connect(&m_lane, &LaneFollower::updated, this, qOverload<const SharedSnapshot&>(&BatchPage::follow));
    connect(&m_lane, &LaneFollower::failed, this, [this](const Error& error) {
        m_running = false;
        say(QString::fromStdString(error.what()));
    });
    connect(host.slider, &ExploreFlow::inputChanged, this, &BatchPage::showState);
    connect(host.slider, &ExploreFlow::exploreChanged, this, &Page::progressed);
}

void BatchPage::layOut(const QString& title, QWidget* form, const QString& open, const std::vector<QWidget*>& found) {
    m_title = title;
    m_open->setText(open);
    auto* controls = new QWidget(this);
    auto* left = new QVBoxLayout(controls);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(sizes::gap);
    for (QWidget* control : {form, static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_open)})
        left->addWidget(control);
    left->addStretch(1);
    auto* centre = new QWidget(this);
    auto* parts = new QVBoxLayout(centre);
    parts->setContentsMargins(sizes::gap, sizes::gap, sizes::gap, sizes::gap);
    parts->setSpacing(sizes::gap);
    parts->addWidget(m_headline);
    for (QWidget* part : found)
        parts->addWidget(part, part == found.front() ? 1 : 0);
    parts->addWidget(m_problems);
    auto* drawers = new DrawerLayout(centre, this);
    drawers->setLeft(new Drawer(Drawer::Side::Left, title, scrolled(controls, this)));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(drawers);
    keepDrawers(drawers);
    followPart();
    showState();
}

void BatchPage::start() {
    const auto model = host().slider->view().subject.model;
    if (!model)
        return;
    try {
        m_lane.submit(request(model));
    } catch (const Error& error) {
        say(QString::fromStdString(error.what()));
        return;
    }
    m_running = true;
    m_bar->setProgress(0);
    say(tr("Reading the photos…"));
}

bool BatchPage::settled() const {
    return host().slider->settled() && !m_running;
}

void BatchPage::cancel() {
    m_lane.cancel();
}

View BatchPage::view() const {
    return {.hasResult = false, .title = m_title};
}

void BatchPage::follow(Session::Changes /*what*/) {
    showState();
}

void BatchPage::follow(const SharedSnapshot& snapshot) {
    m_running = !ended(snapshot->status);
    m_bar->setProgress(snapshot->progress);
    if (const QString found = take(snapshot->answer); !found.isEmpty())
        m_words = found;
    if (snapshot->status == Status::Cancelled)
        m_words = tr("Cancelled. What was computed is kept: run again to go on.");
    showState();
}

void BatchPage::say(const QString& words) {
    m_words = words;
    showState();
}

void BatchPage::showState() {
    const bool hasModel = host().slider->view().subject.model != nullptr;
    m_bar->setState(m_running, hasModel);
    m_open->setEnabled(!m_running && !results().empty());
    m_headline->setText(!m_words.isEmpty() ? m_words : hasModel ? invitation() : tr("Open a model first."));
    Q_EMIT progressed();
}

} // namespace blurig::ui
