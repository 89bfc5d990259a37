// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/background_thread.h"
#include "ui/files/samples.h"

#include <QWidget>

#include <vector>

class QPushButton;

namespace blurig::ui {

class SampleCard;

// What the window shows while there is no photo: what the program does, the sample photos, and the ways to open one's
// own photo and model.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(std::vector<Sample> samples, QWidget* parent = nullptr);
    ~WelcomePage() override;

    void setCanClose(bool canClose); // there is a photo to go back to

Q_SIGNALS:
    void chosen(const QString& file);
    void pictureWanted();
    void modelWanted();
    void closed();

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; // Escape closes, where there is a photo

private:
    void loadPicture(std::size_t index);

    std::vector<Sample> m_samples;
    std::vector<SampleCard*> m_cards;
    QPushButton* m_close;
    bool m_loading = false;    // the pictures, from when the page is first seen
    BackgroundThread m_thread; // photos are decoded beside the window
};

} // namespace blurig::ui
