// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/files/welcome_page.h"

#include "core/audio/sound.h"
#include "core/error.h"
#include "core/explain/sound_thumbnail.h"
#include "core/image/picture.h"
#include "ui/files/sample_card.h"
#include "ui/panels/crop_panel.h"
#include "ui/widgets/raster_image.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace blurig::ui {

namespace {

constexpr int columns = 3;

// Large enough for a screen with twice as many pixels.
QImage pictureOf(const QString& file) {
    try {
        if (isNamedAsSound(file.toStdString()))
            return imageOf(soundThumbnail(file.toStdString()), QImage::Format_RGB32)
                .scaled(2 * SampleCard::pictureSize, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        // Qt's own decoders are never let at a file: one careful way for all pictures.
        return imageOf(readPicture(file.toStdString()))
            .scaled(2 * SampleCard::pictureSize, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    } catch (const Error&) {
        return {}; // a damaged sample is told when it is opened
    }
}

QLabel* makeText(const QString& text, const QFont& font, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    label->setWordWrap(true);
    return label;
}

} // namespace

WelcomePage::WelcomePage(std::vector<Sample> samples, QWidget* parent)
    : QWidget(parent)
    , m_samples(std::move(samples))
    , m_close(new QPushButton(tr("Back to the photo"), this)) {
    setObjectName(QStringLiteral("welcomePage"));
    setAutoFillBackground(true);
    auto* inner = new QWidget(this);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(4 * sizes::gap, 4 * sizes::gap, 4 * sizes::gap, 4 * sizes::gap);
    column->setSpacing(2 * sizes::gap);
    column->addStretch(1);
    column->addWidget(makeText(tr("At which scale does the model find its evidence?"), headlineFont(font()), inner));
    auto* what = makeText(tr("Open a photo: the program blurs it until the model recognises nothing, follows the score "
                             "back to the sharp photo, and shows which details made it rise at each scale. Begin with "
                             "a sample, or with a photo and a TorchScript model of your own."),
                          font(), inner);
    what->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(what);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(sizes::gap);
    auto* picture = new QPushButton(tr("Open a photo or sound…"), inner);
    picture->setObjectName(QStringLiteral("welcomePhoto"));
    picture->setDefault(true);
    auto* model = new QPushButton(tr("Open a model…"), inner);
    model->setObjectName(QStringLiteral("welcomeModel"));
    m_close->setObjectName(QStringLiteral("welcomeClose"));
    m_close->hide();
    buttons->addWidget(picture);
    buttons->addWidget(model);
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    column->addLayout(buttons);
    const bool hasSounds =
        std::ranges::any_of(m_samples, [](const Sample& sample) { return isNamedAsSound(sample.file.toStdString()); });
    if (!m_samples.empty())
        column->addWidget(
            makeText(hasSounds ? tr("Sample photos and sounds") : tr("Sample photos"), labelFont(font()), inner));
    auto* grid = new QGridLayout;
    grid->setSpacing(2 * sizes::gap);
    grid->setAlignment(Qt::AlignLeft);
    column->addLayout(grid);
    column->addStretch(2);
    for (const Sample& sample : m_samples) {
        auto* card = new SampleCard(sample, inner);
        connect(card, &QAbstractButton::clicked, this, [this, file = sample.file] { Q_EMIT chosen(file); });
        const int place = static_cast<int>(m_cards.size());
        grid->addWidget(card, place / columns, place % columns);
        m_cards.push_back(card);
    }
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addStretch(1);
    all->addWidget(scroll, 0);
    all->addStretch(1);
    connect(picture, &QPushButton::clicked, this, &WelcomePage::pictureWanted);
    connect(model, &QPushButton::clicked, this, &WelcomePage::modelWanted);
    connect(m_close, &QPushButton::clicked, this, &WelcomePage::closed);
    scroll->setFixedWidth(columns * (SampleCard::pictureSize.width() + 4 * sizes::gap) + 8 * sizes::gap);
}

WelcomePage::~WelcomePage() {
    m_thread.forgetWaiting();
}

void WelcomePage::setCanClose(bool canClose) {
    m_close->setVisible(canClose);
}

void WelcomePage::loadPicture(std::size_t index) {
    m_thread.run([this, index, file = m_samples[index].file]() -> BackgroundThread::Completion {
        return [this, index, picture = pictureOf(file)] { m_cards[index]->setPicture(picture); };
    });
}

void WelcomePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!m_cards.empty())
        m_cards.front()->setFocus();
    if (std::exchange(m_loading, true))
        return;
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        loadPicture(i);
}

void WelcomePage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !m_close->isHidden())
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace blurig::ui
