// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/session.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace blurig::ui {

namespace {

constexpr std::size_t stepsKept = 100;

bool sameDisplays(const Choice& a, const Choice& b) {
    const std::size_t common = std::min(a.panes.size(), b.panes.size());
    for (std::size_t i = 0; i < common; ++i)
        if (a.panes[i].display != b.panes[i].display)
            return false;
    return a.compare.sharedRange == b.compare.sharedRange;
}

bool sameViews(const CompareChoice& a, const CompareChoice& b) {
    return a.view == b.view && a.a == b.a && a.b == b.b;
}

// A hash that is noted when its model was opened changes nothing; one that goes or changes does.
bool sameMethods(const std::vector<PaneChoice>& before, const std::vector<PaneChoice>& after) {
    return std::equal(before.begin(), before.end(), after.begin(), after.end(),
                      [](const PaneChoice& a, const PaneChoice& b) {
                          return sameComputation(a, b) && (a.modelSha256.empty() || a.modelSha256 == b.modelSha256);
                      });
}

// Continuous controls send many values; the last of a run is the one that the user chose.
bool isContinuous(Session::Changes what) {
    return what == Session::Changes(Session::Change::Sigma) || what == Session::Changes(Session::Change::Display);
}

} // namespace

Session::Session(QObject* parent)
    : QObject(parent) {}

Session::Changes Session::difference(const Choice& before, const Choice& after) {
    Changes what;
    what.setFlag(Change::Picture, before.picture != after.picture || before.pictureSha256 != after.pictureSha256 ||
                                      before.colours != after.colours);
    what.setFlag(Change::Model, before.model != after.model || before.modelSha256 != after.modelSha256 ||
                                    before.unfrozen != after.unfrozen || before.execution != after.execution ||
                                    before.card != after.card);
    what.setFlag(Change::Target, before.target != after.target);
    what.setFlag(Change::Score, before.score != after.score);
    what.setFlag(Change::Crop, before.crop != after.crop);
    what.setFlag(Change::Sigma, before.sigma != after.sigma);
    what.setFlag(Change::Panes, !sameMethods(before.panes, after.panes));
    what.setFlag(Change::Display, !sameDisplays(before, after));
    what.setFlag(Change::Frame, before.frame != after.frame);
    what.setFlag(Change::Compare, !sameMethods(before.compare.panes, after.compare.panes));
    what.setFlag(Change::Page, before.page != after.page);
    what.setFlag(Change::View, !sameViews(before.compare, after.compare));
    what.setFlag(Change::Paths, before.paths != after.paths);
    return what;
}

void Session::apply(Choice next) {
    const Changes what = difference(m_choice, next);
    if (!what)
        return;
    const bool coalesced = isContinuous(what) && what == m_lastStep && m_future.empty();
    if (!coalesced) {
        m_past.push_back(m_choice);
        if (m_past.size() > stepsKept)
            m_past.pop_front();
    }
    m_future.clear();
    m_lastStep = what;
    take(std::move(next));
    Q_EMIT historyChanged();
}

void Session::edit(const std::function<void(Choice&)>& change) {
    Choice next = m_choice;
    change(next);
    apply(std::move(next));
}

void Session::correct(Choice next) {
    take(std::move(next));
}

void Session::take(Choice next) {
    const Changes what = difference(m_choice, next);
    m_choice = std::move(next);
    if (what)
        Q_EMIT changed(what);
}

void Session::setSigma(double sigma) {
    edit([&](Choice& choice) { choice.sigma = sigma; });
}

void Session::setTarget(const std::string& target) {
    edit([&](Choice& choice) { choice.target = target; });
}

void Session::setScore(const std::string& score) {
    edit([&](Choice& choice) { choice.score = score; });
}

void Session::setCrop(const CropChoice& crop) {
    edit([&](Choice& choice) { choice.crop = crop; });
}

void Session::setColours(const std::string& colours) {
    edit([&](Choice& choice) { choice.colours = colours; });
}

void Session::setFrame(const std::string& frame) {
    edit([&](Choice& choice) { choice.frame = frame; });
}

void Session::setDisplay(const DisplayChoice& display) {
    edit([&](Choice& choice) {
        for (PaneChoice& pane : choice.panes)
            pane.display = display;
    });
}

void Session::back() {
    if (m_past.empty())
        return;
    Choice previous = std::move(m_past.back());
    m_past.pop_back();
    m_future.push_front(m_choice);
    m_lastStep = {};
    take(std::move(previous));
    Q_EMIT historyChanged();
}

void Session::forward() {
    if (m_future.empty())
        return;
    Choice next = std::move(m_future.front());
    m_future.pop_front();
    m_past.push_back(m_choice);
    m_lastStep = {};
    take(std::move(next));
    Q_EMIT historyChanged();
}

void Session::forgetHistory() {
    m_past.clear();
    m_future.clear();
    m_lastStep = {};
    Q_EMIT historyChanged();
}

} // namespace blurig::ui
