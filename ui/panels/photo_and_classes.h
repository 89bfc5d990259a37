// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/subject.h"

#include <QSplitter>

namespace blurig::ui {

class CropPanel;
class ExploreFlow;
class Session;

// What stands at the left of a page about one picture: the photo with its crop, and the classes.
class PhotoAndClasses : public QSplitter {
    Q_OBJECT
public:
    PhotoAndClasses(Session* session, ExploreFlow* flow, const QString& objectName, const QString& classListName,
                    QWidget* parent = nullptr);

    void show(const Subject& subject);
    using QSplitter::show;
    void addControls(QWidget* controls); // below

private:
    CropPanel* m_crop;
};

} // namespace blurig::ui
