// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/strip/picture_strip.h"

#include "ui/engine/subject_flow.h"
#include "ui/strip/strip_delegate.h"

#include <QEvent>
#include <QFileInfo>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace blurig::ui {

PictureStrip::PictureStrip(const SubjectFlow* subject, QWidget* parent)
    : QListView(parent)
    , m_subject(subject)
    , m_model(&m_thumbnails) {
    setObjectName(QStringLiteral("pictureStrip"));
    setAccessibleName(tr("Pictures of the folder"));
    setModel(&m_model);
    setItemDelegate(new StripDelegate(this));
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Window);
    setMouseTracking(true); // for the shade under the pointer
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    updateHeight();
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this, &PictureStrip::wantVisible);
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, &PictureStrip::updateHeight);
    connect(&m_folder, &PictureFolder::listed, this, &PictureStrip::onListed);
    connect(subject, &SubjectFlow::changed, this, &PictureStrip::followPicture);
    updateVisible();
}

void PictureStrip::openFolder(const QString& folder) {
    m_openFirstOf = folder;
    m_folder.list(folder);
}

void PictureStrip::setWanted(bool wanted) {
    m_wanted = wanted;
    updateVisible();
}

void PictureStrip::step(int pictures) {
    const int count = m_model.rowCount();
    const int from = currentIndex().isValid() ? currentIndex().row() : m_model.rowOf(m_opened);
    if (count > 0)
        setCurrentIndex(m_model.index(std::clamp(from + pictures, 0, count - 1)));
}

void PictureStrip::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    if (current.isValid() && !m_marking && m_model.files()[current.row()] != m_opened)
        Q_EMIT chosen(m_model.files()[current.row()]);
}

// A picture of another folder, or one that is new in this, lists its folder.
void PictureStrip::followPicture() {
    const Picture& picture = m_subject->subject().picture;
    const QFileInfo file(picture.empty() ? QString() : QString::fromStdString(picture.name()));
    m_opened = file.isFile() ? file.absoluteFilePath() : QString(); // the clipboard has none
    if (!m_opened.isEmpty() && m_model.rowOf(m_opened) < 0 && m_openFirstOf.isEmpty())
        m_folder.list(file.absolutePath());
    markOpened();
}

void PictureStrip::onListed(const QString& folder, const QStringList& files) {
    const bool opens = folder == std::exchange(m_openFirstOf, QString());
    if (files.isEmpty()) {
        if (opens)
            Q_EMIT nothingIn(folder);
        return;
    }
    {
        const QScopedValueRollback guard(m_marking, true);
        m_model.setFiles(files);
    }
    markOpened();
    updateVisible();
    wantVisible();
    if (opens && files.front() != m_opened)
        Q_EMIT chosen(files.front());
}

void PictureStrip::markOpened() {
    const QScopedValueRollback guard(m_marking, true);
    m_model.setOpened(m_opened);
    const QModelIndex opened = m_model.index(m_model.rowOf(m_opened));
    if (!opened.isValid())
        return;
    setCurrentIndex(opened);
    scrollTo(opened);
}

void PictureStrip::setHasPlace(bool hasPlace) {
    m_hasPlace = hasPlace;
    updateVisible();
}

void PictureStrip::updateVisible() {
    setVisible(m_wanted && m_hasPlace && m_model.rowCount() > 1);
}

void PictureStrip::updateHeight() {
    QStyleOptionViewItem option;
    option.font = font();
    const int bar = horizontalScrollBar()->maximum() > 0 ? horizontalScrollBar()->sizeHint().height() : 0;
    setFixedHeight(itemDelegate()->sizeHint(option, {}).height() + bar);
}

void PictureStrip::wantVisible() {
    QStringList files;
    const int middle = viewport()->height() / 2;
    const QModelIndex first = indexAt(QPoint(1, middle));
    if (isVisible() && first.isValid()) {
        const QModelIndex last = indexAt(QPoint(viewport()->width() - 1, middle));
        const int end = last.isValid() ? last.row() : m_model.rowCount() - 1;
        files = m_model.files().mid(first.row(), end - first.row() + 1);
    }
    m_thumbnails.want(files);
}

void PictureStrip::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    wantVisible();
}

void PictureStrip::showEvent(QShowEvent* event) {
    QListView::showEvent(event);
    if (currentIndex().isValid())
        scrollTo(currentIndex());
    wantVisible();
}

void PictureStrip::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateHeight();
}

} // namespace blurig::ui
