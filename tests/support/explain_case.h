// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/explain.h"
#include "core/record/choice.h"

#include <QString>
#include <QTemporaryDir>

#include <string>

namespace blurig::test {

// A small model of two classes with inner layers, and photos, in a folder of their own.
class ExplainCase {
public:
    ExplainCase();

    std::string path(const QString& name) const { return m_folder.filePath(name).toStdString(); }
    std::string writePhoto(const QString& name, int seed) const; // 24 x 24; its file
    // Of `method` on photo.png, at small cost.
    Choice choice(const std::string& method, std::map<std::string, std::string> parameters = {}) const;

private:
    QTemporaryDir m_folder;
};

// Rows of a Qt test with the columns `method` and `reference`: every method, then reference mode.
void addMethodRows();

// A choice opened, resolved and explained, as a program would: its first pane.
OpenedSubject opened(const Choice& choice);
Explanation explained(const Choice& choice);

bool sameBits(const Array& a, const Array& b);

} // namespace blurig::test
