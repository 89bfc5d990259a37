// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/photo_and_classes.h"

#include "ui/engine/explore_flow.h"
#include "ui/panels/class_picker.h"
#include "ui/panels/crop_panel.h"
#include "ui/panels/sound_panel.h"

#include <QStackedWidget>

#include <algorithm>

namespace blurig::ui {

namespace {

constexpr int leastPhoto = 130; // px

} // namespace

PhotoAndClasses::PhotoAndClasses(Session* session, ExploreFlow* flow, const QString& objectName,
                                 const QString& classListName, QWidget* parent)
    : QSplitter(Qt::Vertical, parent)
    , m_source(new QStackedWidget(this))
    , m_crop(new CropPanel(session, m_source))
    , m_sound(new SoundPanel(session, m_source)) {
    setObjectName(objectName);
    m_source->addWidget(m_crop);
    m_source->addWidget(m_sound);
    m_source->setMinimumHeight(leastPhoto);
    auto* classes = new ClassPicker(session, flow, this);
    classes->setObjectName(classListName);
    classes->setMinimumHeight(110);
    connect(flow, &ExploreFlow::exploreChanged, this,
            [this, flow] { m_sound->setTarget(flow->view().explore.target); });
    addWidget(m_source);
    addWidget(classes);
    setChildrenCollapsible(false);
    setStretchFactor(1, 1);
    setSizes({230, 580});
}

void PhotoAndClasses::show(const Subject& subject) {
    if (subject.heard)
        m_sound->show(subject);
    else
        m_crop->show(subject);
    const int ofSound = m_sound->heightForWidth(std::max(leastPhoto, m_source->width()));
    m_source->setMinimumHeight(subject.heard ? std::max(leastPhoto, ofSound) : leastPhoto);
    m_source->setCurrentWidget(subject.heard ? static_cast<QWidget*>(m_sound) : m_crop);
}

void PhotoAndClasses::addControls(QWidget* controls) {
    addWidget(controls);
    setSizes({210, 400, 200});
}

} // namespace blurig::ui
