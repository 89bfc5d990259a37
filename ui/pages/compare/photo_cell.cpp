// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/photo_cell.h"

#include "ui/pages/compare/pane_facts.h"
#include "ui/panels/pane_input.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace blurig::ui {

PhotoCell::PhotoCell(LinkedView* view, QWidget* parent)
    : QWidget(parent)
    , m_facts(new PaneFacts(this))
    , m_image(new ImagePane(view, this)) {
    setObjectName(QStringLiteral("comparePhotoCell"));
    m_image->setObjectName(QStringLiteral("comparePhoto"));
    m_image->setHead(PaneHead::None);
    m_image->setMinimumSize(64, 64);
    m_image->setTitle(tr("Photo"));
    auto* name = new QLabel(m_image->title(), this);
    QFont bold = name->font();
    bold.setWeight(QFont::DemiBold);
    name->setFont(bold);
    auto* header = new QWidget(this);
    header->setFixedHeight(sizes::control);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(4, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(name);
    row->addWidget(m_facts, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_image, 1);
    connect(m_image, &ImagePane::valueChanged, this, [this] { m_facts->setValue(m_image->valueText()); });
    connect(m_image, &ImagePane::maximizeRequested, this, &PhotoCell::maximizeRequested);
}

void PhotoCell::setInput(const Subject& input, FrameKind frame) {
    if (!followPaneInput(*m_image, input, frame, m_input))
        return;
    if (!input.input) {
        m_facts->setVariant({});
        return;
    }
    const InputGeometry& geometry = input.input->prepared.geometry;
    const QString size = input.heard ? QString::fromStdString(sizeText(input.model->card.input))
                                     : tr("%1 × %2 px").arg(geometry.modelWidth).arg(geometry.modelHeight);
    m_image->setCaption(tr("the model's input, %1").arg(size));
    m_facts->setVariant(size);
    m_image->showInput(input.input->prepared.z);
}

void PhotoCell::mouseDoubleClickEvent(QMouseEvent* /*event*/) {
    Q_EMIT maximizeRequested(); // of the header: the picture has a double click of its own
}

} // namespace blurig::ui
