// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/batch_bar.h"

#include "ui/widgets/theme.h"

#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace blurig::ui {

namespace {

constexpr int steps = 1000;

QString timeWords(double seconds) {
    if (seconds >= 7200)
        return BatchBar::tr("%1 h").arg(seconds / 3600, 0, 'f', 1);
    return seconds >= 120 ? BatchBar::tr("%1 min").arg(seconds / 60, 0, 'f', 0)
                          : BatchBar::tr("%1 s").arg(seconds, 0, 'f', 0);
}

} // namespace

BatchBar::BatchBar(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_run(new QPushButton(this))
    , m_progress(new QProgressBar(this)) {
    m_run->setObjectName(name + QStringLiteral("Run"));
    m_progress->setObjectName(name + QStringLiteral("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(sizes::stripe);
    m_progress->setRange(0, steps);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(sizes::gap);
    column->addWidget(m_run);
    column->addWidget(m_progress);
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (m_running)
            Q_EMIT cancelAsked();
        else
            Q_EMIT runAsked();
    });
    setState(false, false);
}

void BatchBar::setState(bool running, bool canStart) {
    m_running = running;
    m_run->setText(running ? tr("Cancel") : tr("Run"));
    m_run->setEnabled(running || canStart);
    m_progress->setVisible(running);
}

void BatchBar::setProgress(double share) {
    m_progress->setValue(static_cast<int>(steps * share));
}

QString progressWords(const StudyProgress& progress) {
    const QString words = BatchBar::tr("Photo %1 of %2: %3")
                              .arg(progress.done + 1)
                              .arg(progress.of)
                              .arg(QString::fromStdString(progress.photo));
    return progress.secondsLeft ? BatchBar::tr("%1, %2 left").arg(words, timeWords(*progress.secondsLeft)) : words;
}

} // namespace blurig::ui
