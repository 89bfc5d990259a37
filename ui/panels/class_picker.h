// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/class_list.h"

namespace blurig::ui {

class ExploreFlow;
class Session;
struct Subject;

// The classes of the model with their scores on this input; a click makes one the target.
class ClassPicker : public ClassList {
    Q_OBJECT
public:
    ClassPicker(Session* session, ExploreFlow* flow, QWidget* parent = nullptr);

    void showInput(); // what is open now
    void followTarget();

private:
    ExploreFlow* m_flow;
};

std::vector<ClassRow> classRows(const Subject& subject); // of one with an input

} // namespace blurig::ui
