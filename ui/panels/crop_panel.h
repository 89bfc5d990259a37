// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/subject.h"

#include <QImage>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace blurig::ui {

class PhotoView;
class Session;

// A picture's pixels without a copy; the QImage holds the Picture.
QImage imageOf(const Picture& picture);

// The original photo, the part of it that the model sees, the choice of that part, and of what is done with its
// colours.
class CropPanel : public QWidget {
    Q_OBJECT
public:
    explicit CropPanel(Session* session, QWidget* parent = nullptr);

    void show(const Subject& subject);

private:
    void read();

    Session* m_session;
    PhotoView* m_photo;
    QComboBox* m_rule;
    QCheckBox* m_colours;
    QLabel* m_facts;
    bool m_reading = false;
};

} // namespace blurig::ui
