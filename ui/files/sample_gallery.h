// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/background_thread.h"
#include "ui/files/samples.h"

#include <QDialog>

class QListWidget;

namespace blurig::ui {

// The sample photos with their captions; one click opens one.
class SampleGallery : public QDialog {
    Q_OBJECT
public:
    explicit SampleGallery(std::vector<Sample> samples, QWidget* parent = nullptr);
    ~SampleGallery() override;

Q_SIGNALS:
    void chosen(const QString& file);

private:
    void loadThumbnail(int row);

    std::vector<Sample> m_samples;
    QListWidget* m_list;
    BackgroundThread m_thread; // photos are decoded beside the window
};

} // namespace blurig::ui
