// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ui/compare_fixture.h"
#include "ui/pages/compare/localisation_marks.h"
#include "ui/panels/marks.h"
#include "ui/panels/mask_brush.h"
#include "ui/panels/message_bar.h"
#include "ui/widgets/image_pane.h"

namespace blurig::test {

// The Compare page on whose panes something is marked.
class MarksFixture : public CompareFixture {
public:
    ui::LocalisationMarks& marks() { return *window->findChild<ui::LocalisationMarks*>(); }
    bool scored() { return compared() && marks().settled() && !marks().scores().empty(); }
    ui::MaskBrush* brush(int pane) { return image(pane)->findChild<ui::MaskBrush*>(); }
    QString message() { return window->findChild<ui::MessageBar*>()->text(); }
    // A drag between two places, in shares of the picture.
    void draw(const char* pane, QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = Qt::ShiftModifier) {
        auto* image = find<ui::ImagePane>(pane);
        const QRectF place = image->picturePlace();
        const auto at = [&place](QPointF share) {
            return QPointF(place.left() + share.x() * place.width(), place.top() + share.y() * place.height())
                .toPoint();
        };
        QTest::mousePress(image, Qt::LeftButton, modifiers, at(from));
        QTest::mouseMove(image, at((from + to) / 2));
        QTest::mouseMove(image, at(to));
        QTest::mouseRelease(image, Qt::LeftButton, modifiers, at(to));
    }
};

} // namespace blurig::test
