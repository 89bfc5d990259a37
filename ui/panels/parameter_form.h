// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/parameter.h"
#include "ui/panels/parameter_field.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QFormLayout;

namespace blurig::ui {

// A form for a method's parameters, made from what the method declares.
class ParameterForm : public QWidget {
    Q_OBJECT
public:
    explicit ParameterForm(const Parameters& defaults, QWidget* parent = nullptr);

    // Only what is not default, as a Choice has it. Emits nothing.
    void setValues(const std::map<std::string, std::string>& values);

    // What a number begins with that was automatic: best the value that was chosen for the user.
    void setStart(const std::string& key, double value);

    // Of a text: what may stand there, to choose from; another text can still be written. `automatic` is what the
    // method takes by itself; it stands there first when the user sets the text.
    using Offer = ParameterField::Offer;
    void offer(const std::string& key, const std::vector<Offer>& offers, const std::string& automatic);

    void hideField(const std::string& key); // its value stays

Q_SIGNALS:
    void edited(const std::map<std::string, std::string>& values); // only what is not default

private:
    void onEdited();

    Parameters m_defaults;
    QFormLayout* m_layout;
    std::map<std::string, ParameterField*> m_fields;
    std::map<std::string, std::string> m_values;
};

} // namespace blurig::ui
