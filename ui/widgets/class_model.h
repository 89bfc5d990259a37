// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/class_list.h"

#include <QAbstractListModel>

#include <vector>

namespace blurig::ui {

// The classes that the list shows: without a search the ten best (and the target, where it is none of them), with one
// all that match it.
class ClassModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        NameRole = Qt::DisplayRole,
        IndexRole = Qt::UserRole,
        WordNetIdRole,
        ScoreTextRole, // "95.1 %", or the raw number where scores are no probabilities
        FractionRole,  // of the bar, 0 to 1
        TargetRole,
        DetailRole, // "n07920052, 967" where a search or a second class of that name asks for it, else empty
    };

    explicit ClassModel(QObject* parent = nullptr);

    void setClasses(std::vector<ClassRow> all);
    void setTarget(const std::vector<ClassIndex>& target);
    void setSearch(const QString& text);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Entry {
        ClassRow row;
        QString folded; // name, for searching
        bool ambiguous = false;
    };

    void select();
    bool isTarget(ClassIndex index) const;
    double fraction(double score) const;

    std::vector<Entry> m_all; // best score first
    std::vector<std::size_t> m_shown;
    std::vector<ClassIndex> m_target;
    QString m_search;
    bool m_probabilities = true;
    double m_greatest = 1.0;
};

} // namespace blurig::ui
