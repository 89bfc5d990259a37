// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/photo_and_classes.h"

#include "ui/panels/class_picker.h"
#include "ui/panels/crop_panel.h"

namespace blurig::ui {

PhotoAndClasses::PhotoAndClasses(Session* session, ExploreFlow* flow, const QString& objectName,
                                 const QString& classListName, QWidget* parent)
    : QSplitter(Qt::Vertical, parent)
    , m_crop(new CropPanel(session, this)) {
    setObjectName(objectName);
    m_crop->setMinimumHeight(130);
    auto* classes = new ClassPicker(session, flow, this);
    classes->setObjectName(classListName);
    classes->setMinimumHeight(110);
    addWidget(m_crop);
    addWidget(classes);
    setChildrenCollapsible(false);
    setStretchFactor(1, 1);
    setSizes({230, 580});
}

void PhotoAndClasses::show(const Subject& subject) {
    m_crop->show(subject);
}

void PhotoAndClasses::addControls(QWidget* controls) {
    addWidget(controls);
    setSizes({210, 400, 200});
}

} // namespace blurig::ui
