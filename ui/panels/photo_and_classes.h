// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/subject.h"

#include <QSplitter>

class QStackedWidget;

namespace blurig::ui {

class CropPanel;
class ExploreFlow;
class Session;
class SoundPanel;

// What stands at the left of a page about one picture or sound: the photo with its crop, or the clip with its patches,
// and the classes.
class PhotoAndClasses : public QSplitter {
    Q_OBJECT
public:
    PhotoAndClasses(Session* session, ExploreFlow* flow, const QString& objectName, const QString& classListName,
                    QWidget* parent = nullptr);

    void show(const Subject& subject);
    using QSplitter::show;
    void addControls(QWidget* controls); // below

private:
    QStackedWidget* m_source;
    CropPanel* m_crop;
    SoundPanel* m_sound;
};

} // namespace blurig::ui
