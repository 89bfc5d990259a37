// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/files/samples.h"
#include "ui/palette/palette_row.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace blurig::ui {

class Actions;
class ExploreFlow;
class Opener;
class Session;
class Settings;

// What the window lends to its command palette.
struct PaletteHost {
    Session* session;
    const ExploreFlow* flow; // the path that gives sigma its range, the classes and their scores
    const Actions* actions;
    Settings* settings;
    Opener* opener;
    std::vector<Sample> samples;
    std::function<void()> update = {}; // rows that were given say something else now; set by the palette
};

// A kind of value that can be typed: a word and what follows it ("sigma 4.5"). What it writes goes through the session
// or the window's opener, so that Undo takes it back.
class ValueKind {
public:
    virtual ~ValueKind() = default;

    virtual QStringList words() const = 0; // the first is shown; letters only
    virtual QString offer() const = 0;     // the row that completes to the word: "Set sigma…"
    virtual QString example() const = 0;   // "sigma 4.5"
    virtual QString help() const = 0;      // a sentence
    virtual void prepare() {}              // the palette opens: what is known now may have changed

    // For what follows the word, trimmed; may be empty. A value that cannot be is a row without run() that says what is
    // wrong and what can be.
    virtual std::vector<PaletteRow> rows(const QString& argument) = 0;
    // For text without the word, best first: none, but for kinds whose names stand for themselves.
    virtual std::vector<PaletteRow> rowsWithoutWord(const QString& /*text*/) { return {}; }
};

using ValueKinds = std::vector<std::unique_ptr<ValueKind>>;

// All kinds, in the order in which they are offered. A new one is a file that ends with its function, declared here,
// and a line in value_kinds.cpp.
ValueKinds valueKinds(const PaletteHost& host);

std::unique_ptr<ValueKind> sigmaValue(const PaletteHost& host);
std::unique_ptr<ValueKind> targetValue(const PaletteHost& host);
std::unique_ptr<ValueKind> lookValue(const PaletteHost& host);
std::unique_ptr<ValueKind> smoothValue(const PaletteHost& host);
std::unique_ptr<ValueKind> strengthValue(const PaletteHost& host);
std::unique_ptr<ValueKind> topAreaValue(const PaletteHost& host);
std::unique_ptr<ValueKind> coloursValue(const PaletteHost& host);
std::unique_ptr<ValueKind> scoreValue(const PaletteHost& host);
std::unique_ptr<ValueKind> presetValue(const PaletteHost& host);
std::unique_ptr<ValueKind> pictureValue(const PaletteHost& host);
std::unique_ptr<ValueKind> modelValue(const PaletteHost& host);

} // namespace blurig::ui
