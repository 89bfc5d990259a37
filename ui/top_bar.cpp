// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/top_bar.h"

#include "ui/engine/explore_flow.h"
#include "ui/panels/target_button.h"
#include "ui/session/session.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace blurig::ui {

namespace {

QToolButton* flatButton(QWidget* parent, const QIcon& icon, const QString& objectName) {
    auto* button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setIcon(icon);
    button->setAutoRaise(true);
    button->setFixedSize(sizes::control, sizes::control);
    return button;
}

} // namespace

TopBar::TopBar(const Parts& parts, QWidget* parent)
    : QWidget(parent)
    , m_menu(flatButton(this, glyphIcon(Glyph::Menu), QStringLiteral("menuButton")))
    , m_theme(flatButton(this, {}, QStringLiteral("themeButton"))) {
    setObjectName(QStringLiteral("topBar"));
    setFixedHeight(sizes::topBar);
    m_menu->setToolTip(tr("Menu (F10)"));
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setMenu(parts.menu);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_theme->setAccessibleName(tr("Light or dark theme"));
    connect(m_theme, &QToolButton::clicked, this, &TopBar::themeSwitched);
    parts.model->setParent(this);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(sizes::gap, 0, sizes::gap, 0);
    row->setSpacing(4);
    row->addWidget(m_menu);
    row->addSpacing(4);
    row->addWidget(makePages(parts));
    row->addStretch(1);
    row->addWidget(new TargetButton(parts.session, parts.slider, this));
    row->addStretch(1);
    row->addWidget(parts.model);
    row->addWidget(
        makeButton((*parts.actions)[ActionId::LookPanel], glyphIcon(Glyph::Look), QStringLiteral("lookButton")));
    row->addWidget(
        makeButton((*parts.actions)[ActionId::ExportView], glyphIcon(Glyph::Export), QStringLiteral("exportButton")));
    row->addWidget(m_theme);
    row->addWidget(
        makeButton((*parts.actions)[ActionId::Shortcuts], glyphIcon(Glyph::Help), QStringLiteral("helpButton")));
    showTheme();
}

// One of them is chosen, as the session says.
QWidget* TopBar::makePages(const Parts& parts) {
    auto* segments = new QWidget(this);
    segments->setObjectName(QStringLiteral("pageSwitch"));
    auto* row = new QHBoxLayout(segments);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    auto* group = new QButtonGroup(segments);
    std::vector<std::pair<std::string, QToolButton*>> buttons;
    for (const PageDescription& page : *parts.pages) {
        QAction* action = (*parts.actions)[page.show.id];
        auto* button = new QToolButton(segments);
        button->setObjectName(QStringLiteral("pageButton_%1").arg(QString::fromStdString(page.id)));
        button->setText(Actions::plainText(page.show));
        button->setToolTip(action->toolTip());
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFixedHeight(sizes::control);
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        group->addButton(button);
        row->addWidget(button);
        buttons.emplace_back(page.id, button);
    }
    const auto follow = [session = parts.session, buttons] {
        for (const auto& [id, button] : buttons)
            if (id == session->choice().page)
                button->setChecked(true);
    };
    buttons.front().second->setChecked(true);
    connect(parts.session, &Session::changed, segments, follow);
    return segments;
}

QToolButton* TopBar::makeButton(QAction* action, const QIcon& icon, const QString& objectName) {
    auto* button = flatButton(this, {}, objectName);
    action->setIcon(icon);
    action->setIconVisibleInMenu(false);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    return button;
}

void TopBar::openMenu() {
    m_menu->showMenu();
}

void TopBar::showTheme() {
    const bool dark = isDark(palette());
    m_theme->setIcon(glyphIcon(dark ? Glyph::Light : Glyph::Dark));
    m_theme->setToolTip(dark ? tr("Light theme") : tr("Dark theme"));
}

void TopBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        showTheme();
    QWidget::changeEvent(event);
}

void TopBar::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), themeColors(palette()).line);
}

} // namespace blurig::ui
