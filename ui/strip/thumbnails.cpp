// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/strip/thumbnails.h"

#include "core/audio/sound.h"
#include "core/engine/worker_thread.h"
#include "core/explain/sound_thumbnail.h"
#include "core/image/picture.h"
#include "ui/panels/crop_panel.h"
#include "ui/widgets/raster_image.h"

namespace blurig::ui {

namespace {

Thumbnail thumbnailOf(const QString& file) {
    try {
        if (isNamedAsSound(file.toStdString()))
            return {.image = imageOf(soundThumbnail(file.toStdString()), QImage::Format_RGB32)
                                 .scaled(Thumbnails::side, Thumbnails::side * 2 / 3, Qt::IgnoreAspectRatio,
                                         Qt::SmoothTransformation),
                    .error = {}};
        return {.image = imageOf(readPicture(file.toStdString()))
                             .scaled(Thumbnails::side, Thumbnails::side, Qt::KeepAspectRatio, Qt::SmoothTransformation),
                .error = {}};
    } catch (const std::exception& error) {
        return {.image = {}, .error = QString::fromUtf8(error.what())};
    }
}

} // namespace

Thumbnails::Thumbnails(QObject* parent)
    : QObject(parent)
    , m_known(kept) {}

void Thumbnails::want(const QStringList& files) {
    m_wanted = files;
    makeNext();
}

const Thumbnail* Thumbnails::find(const QString& file) const {
    return m_known.object(file);
}

void Thumbnails::makeNext() {
    m_wanted.removeIf([this](const QString& file) { return m_known.contains(file); });
    if (m_busy || m_wanted.isEmpty())
        return;
    m_busy = true;
    m_thread.run([this, file = m_wanted.takeFirst()]() -> BackgroundThread::Completion {
        yieldToInteraction();
        return [this, file, made = thumbnailOf(file)] {
            m_busy = false;
            m_known.insert(file, new Thumbnail(made));
            Q_EMIT ready(file);
            makeNext();
        };
    });
}

} // namespace blurig::ui
