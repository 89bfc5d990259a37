// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/class_index.h"

#include <QModelIndex>
#include <QString>
#include <QWidget>

#include <memory>
#include <vector>

namespace blurig::ui {

struct ClassRow {
    ClassIndex index = 0;
    QString name = {};
    QString wordNetId = {};
    double score = 0;
};

// The top 10 classes with bars (and the target, where it is none of them), and a search among all by name, WordNet id
// or index: the arrow keys walk through what was found, Enter chooses, Escape gives the top 10 back. The target is
// marked.
class ClassList : public QWidget {
    Q_OBJECT
public:
    explicit ClassList(QWidget* parent = nullptr);
    ~ClassList() override;

    void setClasses(std::vector<ClassRow> all); // any order
    void setTarget(const std::vector<ClassIndex>& target);

Q_SIGNALS:
    void chosen(qint64 index);
    void described(const QString& target); // Enter on words that no class has: "any dog", "tabby,-tiger cat"

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(const QModelIndex& index);

    struct Data;
    std::unique_ptr<Data> m;
};

} // namespace blurig::ui
