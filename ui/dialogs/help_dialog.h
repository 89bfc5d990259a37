// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QListWidget;
class QTextBrowser;

namespace blurig::ui {

struct HelpTopic;

// The help texts, with the list of topics beside them. Links lead from topic to topic; nothing comes from a network.
// Not modal: a user reads it beside the window.
class HelpDialog : public QDialog {
    Q_OBJECT
public:
    explicit HelpDialog(QWidget* parent = nullptr);

    void showTopic(const HelpTopic& topic);

private:
    void followPage(const QUrl& page);

    QListWidget* m_topics;
    QTextBrowser* m_text;
};

// In the help window of this parent; makes one if none is open.
void showHelp(const HelpTopic& topic, QWidget* parent);

} // namespace blurig::ui
