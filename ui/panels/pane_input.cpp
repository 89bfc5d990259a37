// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/pane_input.h"

#include "ui/panels/crop_panel.h"

#include <QCoreApplication>

namespace blurig::ui {

QString missingInputText(const Subject& subject) {
    if (subject.picture.empty() && subject.model && std::holds_alternative<SoundSpec>(subject.model->card.input))
        return QCoreApplication::translate("Panes", "Open a sound, or drop one here");
    return subject.picture.empty() ? QCoreApplication::translate("Panes", "Open a picture, or drop one here")
                                   : QCoreApplication::translate("Panes", "Needs a model");
}

namespace {

void setFrame(ImagePane& pane, const Subject& input, FrameKind frame) {
    pane.setFrame(frame, QSize(input.picture.width(), input.picture.height()), input.input->prepared.geometry);
}

} // namespace

void setPaneInput(ImagePane& pane, const Subject& input, FrameKind frame) {
    if (!input.input) {
        pane.setCaption({});
        pane.showMessage(missingInputText(input));
        return;
    }
    pane.setPhoto(imageOf(input.picture), input.input->prepared.z);
    setFrame(pane, input, frame);
}

bool followPaneInput(ImagePane& pane, const Subject& input, FrameKind frame, Array& shown) {
    const Array z = input.input ? input.input->prepared.z : Array();
    if (!z.empty() && z.storage() == shown.storage()) {
        setFrame(pane, input, frame);
        return false;
    }
    shown = z;
    setPaneInput(pane, input, frame);
    return true;
}

} // namespace blurig::ui
