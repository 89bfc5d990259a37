// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scales/folder_scales.h"

#include <QTableWidget>

#include <string>
#include <vector>

namespace blurig::ui {

// Groups, the finest scales first. The selected ones are drawn.
class GroupsTable : public QTableWidget {
    Q_OBJECT
public:
    explicit GroupsTable(QWidget* parent = nullptr);

    void setGroups(const std::vector<ScaleGroup>& groups);
    std::vector<std::string> selectedGroups() const;

Q_SIGNALS:
    void chosen();
};

// A row a photo; Enter or a double click opens it.
class PhotosTable : public QTableWidget {
    Q_OBJECT
public:
    explicit PhotosTable(QWidget* parent = nullptr);

    void setPhotos(const std::vector<PhotoScales>& photos);

Q_SIGNALS:
    void opened(const std::string& file);
};

// Rank correlations of attribution by octave with what removing octaves does.
class FidelityTable : public QTableWidget {
    Q_OBJECT
public:
    explicit FidelityTable(QWidget* parent = nullptr);

    void setFigures(const std::vector<Fidelity>& figures);
};

} // namespace blurig::ui
