// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/parameter.h"

#include <QString>
#include <QWidget>

#include <functional>
#include <string>
#include <vector>

class QAbstractSpinBox;
class QCheckBox;
class QComboBox;

namespace blurig::ui {

// One parameter: a check box, a number, a list or a text, with a switch in front where it can be off or automatic.
class ParameterField : public QWidget {
    Q_OBJECT
public:
    explicit ParameterField(const ParameterSpec& spec, QWidget* parent = nullptr);

    std::string text() const; // as Parameters::set reads it
    void setText(const std::string& text);
    // What to begin with where the user sets what was off or automatic; of a number the minimum, unless told.
    void setStart(const std::string& text) { m_start = text; }
    // Of a text: what to choose from beside writing it. What stands there stays.
    struct Offer {
        std::string text;
        QString detail; // stands beside it in the list
    };
    void offer(const std::vector<Offer>& offers);

Q_SIGNALS:
    void edited();

private:
    void showSet(bool set);
    QWidget* makeFlag();
    QWidget* makeInteger();
    QWidget* makeReal();
    QWidget* makeChoice();
    QWidget* makeText();

    ParameterSpec m_spec;
    std::string m_start;
    QCheckBox* m_isSet = nullptr; // where the specification has a word for "unset"
    QWidget* m_editor = nullptr;
    QAbstractSpinBox* m_number = nullptr; // the editor, where it is a number
    QComboBox* m_list = nullptr;          // the editor, where it is a text
    std::function<std::string()> m_read;
    std::function<void(const std::string&)> m_write;
};

} // namespace blurig::ui
