// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/completeness_text.h"

#include <QWidget>

namespace blurig::ui {

// A painted line of a name, labelled numbers and a coloured state; numbers in tabular figures, labels quiet. What does
// not fit goes by rank and stands in the tooltip.
class FiguresLine : public QWidget {
    Q_OBJECT
public:
    explicit FiguresLine(QWidget* parent = nullptr);

    void setContent(const QString& name, std::vector<LabelledNumber> numbers, const CompletenessState& state);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    double widthOf(const LabelledNumber& number) const;
    double widthUpTo(int rank) const; // of the line with the numbers of at most that rank
    int rankThatFits() const;
    double stateWidth() const; // the state's place at the right, wide enough for the longest

    QString m_name;
    std::vector<LabelledNumber> m_numbers;
    CompletenessState m_state;
};

} // namespace blurig::ui
