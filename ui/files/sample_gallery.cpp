// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/files/sample_gallery.h"

#include "core/error.h"
#include "core/image/picture.h"
#include "ui/panels/crop_panel.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <utility>

namespace blurig::ui {

namespace {

constexpr QSize thumbnailSize(200, 150);

QImage thumbnailOf(const QString& file) {
    try {
        // Qt's own decoders are never let at a file: one careful way for all pictures.
        return imageOf(readPicture(file.toStdString()))
            .scaled(thumbnailSize, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    } catch (const Error&) {
        return {}; // a damaged sample is told when it is opened
    }
}

} // namespace

SampleGallery::SampleGallery(std::vector<Sample> samples, QWidget* parent)
    : QDialog(parent)
    , m_samples(std::move(samples))
    , m_list(new QListWidget(this)) {
    setObjectName(QStringLiteral("sampleGallery"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Sample photos"));
    resize(720, 520);
    m_list->setObjectName(QStringLiteral("sampleList"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setIconSize(thumbnailSize);
    m_list->setGridSize(thumbnailSize + QSize(20, 44));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    QPixmap blank(thumbnailSize);
    blank.fill(palette().color(QPalette::AlternateBase));
    for (int row = 0; row < static_cast<int>(m_samples.size()); ++row) {
        new QListWidgetItem(QIcon(blank), m_samples[static_cast<std::size_t>(row)].caption, m_list);
        loadThumbnail(row);
    }
    auto* introduction =
        new QLabel(tr("Choose a photo, or open or drop one of your own. Move the slider, and see at which "
                      "scale the model finds its evidence."),
                   this);
    introduction->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* column = new QVBoxLayout(this);
    column->addWidget(introduction);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto choose = [this](const QListWidgetItem* item) {
        Q_EMIT chosen(m_samples[static_cast<std::size_t>(m_list->row(item))].file);
        accept();
    };
    connect(m_list, &QListWidget::itemClicked, this, choose);
    connect(m_list, &QListWidget::itemActivated, this, choose);
}

SampleGallery::~SampleGallery() {
    m_thread.forgetWaiting();
}

void SampleGallery::loadThumbnail(int row) {
    m_thread.run([this, row, file = m_samples[static_cast<std::size_t>(row)].file]() -> BackgroundThread::Completion {
        const QImage thumbnail = thumbnailOf(file);
        if (thumbnail.isNull())
            return {};
        return [this, row, thumbnail] { m_list->item(row)->setIcon(QIcon(QPixmap::fromImage(thumbnail))); };
    });
}

} // namespace blurig::ui
