// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model_card.h"

#include <QDialog>
#include <QString>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace blurig::ui {

class FileDialogs;

// "224 × 224 RGB in [0, 1], mean 0.485 0.456 0.406, deviation 0.229 0.224 0.225, logits"
QString assumptionText(const ModelCard& card);

// Asks what a model file does not say of itself. Starts with what is assumed; what is entered is remembered for the
// file.
class CardDialog : public QDialog {
    Q_OBJECT
public:
    CardDialog(const QString& file, const ModelCard& card, FileDialogs* dialogs, QWidget* parent = nullptr);

    void explain(const QString& words); // what is wrong with the card: "returns one number a picture"

Q_SIGNALS:
    void described(const blurig::ModelCard& card);

private:
    void accept() override;
    void readLabelsFrom(const QString& file);
    ModelCard entered() const;         // throws Error
    void check(const ModelCard& card); // accepts it, or says what is wrong

    ModelCard m_card;
    PictureSpec m_picture; // what the form begins with
    QString m_file;        // its name
    QLabel* m_about;
    QSpinBox* m_height;
    QSpinBox* m_width;
    QComboBox* m_channels;
    QComboBox* m_axes;
    QComboBox* m_resize;
    QDoubleSpinBox* m_low;
    QDoubleSpinBox* m_high;
    QLineEdit* m_mean;
    QLineEdit* m_deviation;
    QComboBox* m_output;
    QSpinBox* m_outputIndex;
    QLineEdit* m_outputPlace;
    QLabel* m_labels;
    QLabel* m_problem;
};

} // namespace blurig::ui
