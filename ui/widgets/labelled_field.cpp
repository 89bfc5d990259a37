// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/labelled_field.h"

#include "ui/widgets/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace blurig::ui {

void addField(QVBoxLayout* column, const QString& name, QWidget* field) {
    auto* label = new QLabel(name, field->parentWidget());
    label->setFont(labelFont(label->font()));
    column->addWidget(label);
    column->addWidget(field);
    column->addSpacing(4);
}

} // namespace blurig::ui
