// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableWidgetItem>

#include <limits>
#include <optional>

namespace blurig::ui {

// A cell that is sorted by its number; one without comes last.
class NumberItem : public QTableWidgetItem {
public:
    NumberItem(const QString& text, std::optional<double> number)
        : QTableWidgetItem(text)
        , m_number(number.value_or(std::numeric_limits<double>::infinity())) {
        setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    bool operator<(const QTableWidgetItem& other) const override {
        const auto* number = dynamic_cast<const NumberItem*>(&other);
        return number ? m_number < number->m_number : QTableWidgetItem::operator<(other);
    }

private:
    double m_number;
};

} // namespace blurig::ui
