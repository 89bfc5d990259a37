// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/explore/player.h"

#include "core/path/blur_path.h"
#include "ui/session/session.h"

#include <chrono>

namespace blurig::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto frameInterval = 33ms;
constexpr double wholeAxisSeconds = 8.0;

} // namespace

Player::Player(Session* session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    m_timer.setInterval(frameInterval);
    connect(&m_timer, &QTimer::timeout, this, &Player::step);
}

void Player::play() {
    const double sigma = m_session->choice().sigma;
    m_from = logScale(sigma > 0 ? sigma : m_sigmaMax.pixels);
    m_clock.start();
    m_timer.start();
}

void Player::stop() {
    m_timer.stop();
}

void Player::step() {
    const double seconds = static_cast<double>(m_clock.elapsed()) / 1000.0;
    const double position = m_from - seconds / wholeAxisSeconds * logScale(m_sigmaMax.pixels);
    if (position > 0) {
        m_session->setSigma({sigmaAtLogScale(position)});
        return;
    }
    m_timer.stop();
    m_session->setSigma({0});
    Q_EMIT ended();
}

} // namespace blurig::ui
