// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/menus.h"

#include "core/render/test_patterns.h"
#include "ui/actions/actions.h"
#include "ui/dialogs/help_topics.h"
#include "ui/session/settings.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QToolButton>

#include <cmath>
#include <map>

namespace blurig::ui {

namespace {

constexpr int longestName = 260; // px

} // namespace

Menus::Menus(const Parts& parts)
    : QObject(parts.window)
    , m_parts(parts)
    , m_whole(new QMenu(parts.window)) {
    m_whole->setObjectName(QStringLiteral("menuWhole"));
    std::map<ActionMenu, QMenu*> menus;
    menus[ActionMenu::File] = makeMenu(tr("&File"), QStringLiteral("menuFile"));
    menus[ActionMenu::Edit] = makeMenu(tr("&Edit"), QStringLiteral("menuEdit"));
    menus[ActionMenu::View] = makeMenu(tr("&View"), QStringLiteral("menuView"));
    menus[ActionMenu::Help] = makeMenu(tr("&Help"), QStringLiteral("menuHelp"));
    addHelpTopics(menus[ActionMenu::Help]);
    for (const ActionSpec& spec : m_parts.actions->specs()) {
        QMenu* menu = menus.at(spec.menu);
        if (spec.id == ActionId::ExportView)
            addFileSubmenus(menu);
        if (spec.separatorBefore)
            menu->addSeparator();
        menu->addAction((*m_parts.actions)[spec.id]);
        m_parts.window->addAction((*m_parts.actions)[spec.id]); // its keys work whether or not the menu is open
    }
    auto* themes = new QActionGroup(this);
    for (const ActionId id : {ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark})
        themes->addAction((*m_parts.actions)[id]);
    m_model = makeModelButton();
}

QMenu* Menus::makeMenu(const QString& title, const QString& objectName) {
    QMenu* menu = m_whole->addMenu(title);
    menu->setObjectName(objectName);
    menu->setToolTipsVisible(true);
    return menu;
}

QMenu* Menus::makeRecentMenu(const QString& title, const QString& objectName, QWidget* parent) {
    auto* menu = new QMenu(title, parent);
    menu->setObjectName(objectName);
    return menu;
}

void Menus::fillRecent(QMenu* menu, const QStringList& files, void (Menus::*chosen)(const QString&)) {
    menu->clear();
    for (const QString& file : files) {
        QAction* action = menu->addAction(withoutMnemonic(QFileInfo(file).fileName()));
        action->setStatusTip(file);
        action->setEnabled(QFileInfo::exists(file));
        connect(action, &QAction::triggered, this, [this, file, chosen] { Q_EMIT(this->*chosen)(file); });
    }
    if (files.isEmpty())
        menu->addAction(tr("None yet"))->setEnabled(false);
}

void Menus::addFileSubmenus(QMenu* file) {
    QMenu* pictures = makeRecentMenu(tr("&Recent pictures"), QStringLiteral("menuRecentPictures"), file);
    QMenu* models = makeRecentMenu(tr("Recent m&odels"), QStringLiteral("menuRecentModels"), file);
    connect(pictures, &QMenu::aboutToShow, this,
            [=, this] { fillRecent(pictures, m_parts.settings->recentPictures(), &Menus::pictureChosen); });
    connect(models, &QMenu::aboutToShow, this,
            [=, this] { fillRecent(models, m_parts.settings->recentModels(), &Menus::modelChosen); });
    file->addMenu(pictures);
    file->addMenu(models);
    file->addMenu(makeSamples(file));
}

QMenu* Menus::makeSamples(QWidget* parent) {
    QMenu* samples = makeRecentMenu(tr("&Samples"), QStringLiteral("menuSamples"), parent);
    if (!m_parts.samples.empty()) {
        connect(samples->addAction(tr("&Gallery…")), &QAction::triggered, this, &Menus::samplesRequested);
        samples->addSeparator();
    }
    for (const Sample& sample : m_parts.samples) {
        connect(samples->addAction(withoutMnemonic(sample.caption)), &QAction::triggered, this,
                [this, sample] { Q_EMIT pictureChosen(sample.file); });
    }
    QMenu* patterns = samples->addMenu(tr("&Test patterns"));
    patterns->setObjectName(QStringLiteral("menuPatterns"));
    for (const TestPattern& pattern : testPatterns()) {
        QAction* action = patterns->addAction(tr(pattern.label));
        action->setObjectName(QStringLiteral("pattern_%1").arg(QLatin1String(pattern.id)));
        connect(action, &QAction::triggered, this, [this, id = pattern.id] { Q_EMIT patternChosen(id); });
    }
    return samples;
}

void Menus::addHelpTopics(QMenu* help) {
    for (const HelpTopic& topic : helpTopics()) {
        QAction* action = help->addAction(helpTitle(topic));
        action->setObjectName(QStringLiteral("help_%1").arg(QLatin1String(topic.id)));
        connect(action, &QAction::triggered, this, [this, &topic] { Q_EMIT helpRequested(topic); });
    }
    help->addSeparator();
}

QToolButton* Menus::makeModelButton() {
    auto* button = new QToolButton(m_parts.window);
    button->setObjectName(QStringLiteral("modelButton"));
    button->setAutoRaise(true);
    button->setFixedHeight(sizes::control);
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    menu->addAction((*m_parts.actions)[ActionId::OpenModel]);
    for (const ActionId id : {ActionId::ModelInfo, ActionId::DescribeModel, ActionId::RunAsFiled})
        menu->addAction((*m_parts.actions)[id]);
    QMenu* recent = makeRecentMenu(tr("Recent models"), QStringLiteral("menuModelRecent"), menu);
    connect(recent, &QMenu::aboutToShow, this,
            [=, this] { fillRecent(recent, m_parts.settings->recentModels(), &Menus::modelChosen); });
    menu->addMenu(recent);
    button->setMenu(menu);
    button->setText(tr("No model"));
    return button;
}

void Menus::setModelName(const QString& name) {
    setModelText(name.isEmpty() ? tr("No model") : withoutMnemonic(name));
}

void Menus::setExamination(const QString& step, double done) {
    setModelText(tr("Examining the model, %1 %: %2").arg(std::lround(100 * done)).arg(step));
}

void Menus::setModelText(const QString& text) {
    m_model->setToolTip(plainToolTip(text));
    m_model->setText(m_model->fontMetrics().elidedText(text, Qt::ElideRight, longestName));
}

} // namespace blurig::ui
