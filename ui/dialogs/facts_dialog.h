// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model_info.h"

#include <QDialog>
#include <QString>

#include <utility>
#include <vector>

namespace blurig::ui {

// A list of facts, each of which can be selected and copied.
class FactsDialog : public QDialog {
    Q_OBJECT
public:
    using Facts = std::vector<std::pair<QString, QString>>; // name, value; values are words from strangers
    FactsDialog(const QString& title, const QString& introduction, const Facts& facts, QWidget* parent = nullptr);
};

QString notesText(const ModelInfo& model); // one a line; empty where there are none
FactsDialog::Facts modelFacts(const ModelInfo& model);
FactsDialog::Facts programFacts(); // versions of the program and of what it stands on, licence

} // namespace blurig::ui
