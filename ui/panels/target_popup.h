// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QVBoxLayout;

namespace blurig::ui {

class ExploreFlow;
class Session;

// The search for a target: all classes, and rows for what a class alone cannot say: any class of a kind that the target
// belongs to, and the target rather than the other class with a great score. Gone once something was chosen.
class TargetPopup : public QFrame {
    Q_OBJECT
public:
    TargetPopup(Session* session, ExploreFlow* flow, QWidget* parent);

    void openUnder(const QWidget& anchor);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addKinds(QVBoxLayout* column);
    void addRow(QVBoxLayout* column, const QString& words, const QString& target);

    Session* m_session;
    ExploreFlow* m_flow;
};

} // namespace blurig::ui
