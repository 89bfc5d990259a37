// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/files/welcome_page.h"

#include "core/error.h"
#include "core/image/picture.h"
#include "ui/files/sample_card.h"
#include "ui/panels/crop_panel.h"
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

constexpr int mostColumns = 3;

// Large enough for a screen with twice as many pixels.
QImage pictureOf(const QString& file) {
    try {
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
    , m_grid(new QGridLayout)
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
    auto* picture = new QPushButton(tr("Open a photo…"), inner);
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
    if (!m_samples.empty())
        column->addWidget(makeText(tr("Sample photos"), labelFont(font()), inner));
    m_grid->setSpacing(2 * sizes::gap);
    m_grid->setAlignment(Qt::AlignLeft);
    column->addLayout(m_grid);
    column->addStretch(2);
    for (const Sample& sample : m_samples) {
        auto* card = new SampleCard(sample, inner);
        connect(card, &QAbstractButton::clicked, this, [this, file = sample.file] { Q_EMIT chosen(file); });
        m_cards.push_back(card);
        loadPicture(m_cards.size() - 1);
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
    scroll->setFixedWidth(mostColumns * (SampleCard::pictureSize.width() + 4 * sizes::gap) + 8 * sizes::gap);
    arrange();
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

void WelcomePage::arrange() {
    const int card = SampleCard::pictureSize.width() + 4 * sizes::gap;
    const int columns = std::clamp((width() - 8 * sizes::gap) / card, 1, mostColumns);
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
}

void WelcomePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void WelcomePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!m_cards.empty())
        m_cards.front()->setFocus();
}

void WelcomePage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !m_close->isHidden())
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace blurig::ui
