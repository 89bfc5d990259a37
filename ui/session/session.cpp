// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/session.h"

#include "core/explain/sound_choice.h"
#include "core/record/choice_parts.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

namespace blurig::ui {

namespace {

constexpr std::size_t stepsKept = 100;

bool sameDisplays(const Choice& a, const Choice& b) {
    if (shownDisplay(a) != shownDisplay(b))
        return false;
    const std::size_t common = std::min(a.panes.size(), b.panes.size());
    for (std::size_t i = 0; i < common; ++i)
        if (a.panes[i].display != b.panes[i].display)
            return false;
    return true;
}

// Continuous controls send many values; the last of a run is the one that the user chose.
bool isContinuous(Session::Changes what) {
    return what == Session::Changes(Session::Change::Sigma) || what == Session::Changes(Session::Change::Display);
}

} // namespace

Session::Session(QObject* parent)
    : QObject(parent) {}

void Session::endStep() {
    m_lastStep = {};
}

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
    what.setFlag(Change::Panes, !sameComputations(before.panes, after.panes));
    what.setFlag(Change::Display, !sameDisplays(before, after));
    what.setFlag(Change::Frame, before.frame != after.frame);
    what.setFlag(Change::Page, before.page != after.page);
    what.setFlag(Change::Sound, partOf(before, SoundChoice::part) != partOf(after, SoundChoice::part));
    std::set<std::string> parts = changedParts(before, after);
    parts.erase(SoundChoice::part); // no page's
    what.setFlag(Change::Part, !parts.empty());
    return what;
}

// A listener that writes at once would have the others hear of two changes in the wrong order: it is told, and its
// write waits.
bool Session::mayWrite(const char* what, const std::function<void()>& write) {
    if (!m_telling)
        return true;
    qWarning("Session: %s inside of changed()", what);
    m_later.push_back(write);
    return false;
}

void Session::later(std::function<void()> write) {
    if (m_telling)
        m_later.push_back(std::move(write));
    else
        write();
}

template <typename Emit> void Session::tell(const Emit& emits) {
    m_telling = true;
    emits();
    m_telling = false;
    while (!m_later.empty() && !m_telling) {
        const std::function<void()> write = std::move(m_later.front());
        m_later.pop_front();
        write();
    }
}

void Session::remember(Step step, Changes what) {
    const bool coalesced = isContinuous(what) && what == m_lastStep && m_future.empty();
    if (!coalesced) {
        m_past.push_back(std::move(step));
        if (m_past.size() > stepsKept)
            m_past.pop_front();
    }
    m_future.clear();
    m_lastStep = what;
}

void Session::apply(Choice next) {
    const Changes what = difference(m_choice, next);
    if (!what || !mayWrite("apply", [this, next] { apply(next); }))
        return;
    remember({.sigma = m_choice.sigma, .whole = m_choice}, what);
    take(std::move(next));
    Q_EMIT historyChanged();
}

void Session::edit(const std::function<void(Choice&)>& change) {
    Choice next = m_choice;
    change(next);
    apply(std::move(next));
}

void Session::correct(Choice next) {
    if (next == m_choice || !mayWrite("correct", [this, next] { correct(next); }))
        return;
    take(std::move(next));
}

void Session::take(Choice next) {
    const Changes what = difference(m_choice, next);
    const std::set<std::string> parts = changedParts(m_choice, next);
    m_choice = std::move(next);
    if (!what)
        return;
    tell([&] {
        Q_EMIT changed(what);
        for (const std::string& page : parts)
            Q_EMIT partChanged(page);
    });
}

void Session::setSigma(Sigma sigma) {
    if (sigma.pixels == m_choice.sigma || !mayWrite("setSigma", [this, sigma] { setSigma(sigma); }))
        return;
    remember({.sigma = m_choice.sigma}, Change::Sigma);
    m_choice.sigma = sigma.pixels;
    tell([this] { Q_EMIT changed(Change::Sigma); });
    Q_EMIT historyChanged();
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
        if (&shownDisplay(choice) != &choice.panes.front().display) {
            shownDisplay(choice) = display;
            return;
        }
        for (PaneChoice& pane : choice.panes)
            pane.display = display;
    });
}

Session::Step Session::hereFor(const Step& other) const {
    return {.sigma = m_choice.sigma, .whole = other.whole ? std::optional(m_choice) : std::nullopt};
}

void Session::go(Step step) {
    m_lastStep = {};
    if (step.whole) {
        take(*std::move(step.whole));
    } else {
        m_choice.sigma = step.sigma;
        tell([this] { Q_EMIT changed(Change::Sigma); });
    }
    Q_EMIT historyChanged();
}

void Session::back() {
    if (m_past.empty() || !mayWrite("back", [this] { back(); }))
        return;
    Step previous = std::move(m_past.back());
    m_past.pop_back();
    m_future.push_front(hereFor(previous));
    go(std::move(previous));
}

void Session::forward() {
    if (m_future.empty() || !mayWrite("forward", [this] { forward(); }))
        return;
    Step next = std::move(m_future.front());
    m_future.pop_front();
    m_past.push_back(hereFor(next));
    go(std::move(next));
}

void Session::forgetHistory() {
    m_past.clear();
    m_future.clear();
    m_lastStep = {};
    Q_EMIT historyChanged();
}

} // namespace blurig::ui
