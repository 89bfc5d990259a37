// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/compare/agreement_table.h"

#include <QFrame>

class QToolButton;

namespace blurig::ui {

class ElidedLabel;

// The agreement of the maps below the grid. Folded it is one line, which says which two agree most and which least.
class AgreementDrawer : public QFrame {
    Q_OBJECT
public:
    explicit AgreementDrawer(QWidget* parent = nullptr);

    AgreementTable* table() const { return m_table; }
    void setOpen(bool open);

Q_SIGNALS:
    void toggled(bool open); // its button was pressed

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void summarize();

    QToolButton* m_fold;
    ElidedLabel* m_summary;
    AgreementTable* m_table;
};

} // namespace blurig::ui
