// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/figure_options.h"

#include <QDialog>
#include <QImage>
#include <QSizeF>
#include <QStringList>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLayout;
class QSpinBox;

namespace blurig::ui {

class FigurePreview;

// Asks how a view becomes a figure. The preview is drawn from what will be written. Stays open until it is accepted by
// who asked, or given up.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    // What is exported.
    struct Source {
        bool hasChart = false;
        QStringList leftOut = {}; // panels that the figure lacks, and why
        std::function<QSizeF(const FigureOptions& options)> millimetres;
        std::function<QImage(const FigureOptions& options, double dpi)> draw;
    };
    ExportDialog(Source source, const FigureOptions& options, QWidget* parent);

    FigureOptions options() const;
    QImage drawn(double dpi) const; // what the preview shows, at so many dots per inch

Q_SIGNALS:
    void exportRequested(const blurig::ui::FigureOptions& options);

private:
    QLayout* makeControls(const FigureOptions& options);
    QCheckBox* makeBox(const QString& text, const char* objectName, bool checked);
    void follow(); // the controls

    Source m_source;
    QComboBox* m_width;
    QComboBox* m_format;
    QSpinBox* m_dpi;
    QCheckBox* m_letters;
    QCheckBox* m_chart;
    QCheckBox* m_scaleBar;
    QCheckBox* m_colorBars;
    QCheckBox* m_caption;
    QCheckBox* m_arrays;
    FigurePreview* m_preview;
    QLabel* m_size;
};

} // namespace blurig::ui
