// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/strip/picture_folder.h"
#include "ui/strip/strip_model.h"
#include "ui/strip/thumbnails.h"

#include <QListView>

namespace blurig::ui {

class SubjectFlow;

// The pictures of the opened one's folder in a row, the opened one marked; a click, the arrow keys or step() choose
// another. Seen on pages that have a place for it, unless it was hidden or there is no other picture.
class PictureStrip : public QListView {
    Q_OBJECT
public:
    explicit PictureStrip(const SubjectFlow* subject, QWidget* parent = nullptr);

    void openFolder(const QString& folder); // its first picture, once the folder is listed
    void setWanted(bool wanted);            // off: hidden on every page; step() goes on working
    void setHasPlace(bool hasPlace);        // under the page that is shown
    void step(int pictures);                // from the chosen one; stays inside the folder
    const StripModel& pictures() const { return m_model; }

Q_SIGNALS:
    void chosen(const QString& file);
    void nothingIn(const QString& folder); // of openFolder()

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void followPicture();
    void onListed(const QString& folder, const QStringList& files);
    void markOpened();
    void updateVisible();
    void updateHeight();
    void wantVisible();

    const SubjectFlow* m_subject;
    PictureFolder m_folder;
    Thumbnails m_thumbnails;
    StripModel m_model;
    QString m_opened;      // the opened picture's file; empty: it has none
    QString m_openFirstOf; // the folder whose first picture shall be opened
    bool m_wanted = true;
    bool m_hasPlace = false;
    bool m_marking = false; // the program changes what is current, not the user
};

} // namespace blurig::ui
