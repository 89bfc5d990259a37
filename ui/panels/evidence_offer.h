// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/explore_view.h"

#include <QPushButton>

namespace blurig::ui {

class ImagePane;

// In a pane whose map is no evidence: the pane says why in place of the map, and this button offers a score that does
// not saturate. Lies at the foot of the pane's picture, of which it is a child.
class EvidenceOffer : public QPushButton {
    Q_OBJECT
public:
    explicit EvidenceOffer(ImagePane* pane); // objectName: the pane's with "Offer"

    // Whether the run's map must not be painted; the pane then says so, and has no caption. Hides the button else.
    bool stands(const RunView& run, const Activity& activity, const ModelCard& card);

Q_SIGNALS:
    void scoreWanted(const QString& score); // of Choice::score

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    ImagePane* m_pane;
    QString m_score;
};

} // namespace blurig::ui
