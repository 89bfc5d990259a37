// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/crop_panel.h"

#include "core/explain/crop_words.h"
#include "core/explain/resolve.h"
#include "ui/session/session.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/photo_view.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace blurig::ui {

namespace {

const QString rectangleRule = QStringLiteral("rectangle");

QString factsOf(const Picture& picture) {
    QString facts = QStringLiteral("%1 × %2").arg(picture.width()).arg(picture.height());
    for (const std::string& note : picture.notes())
        facts += QStringLiteral(" · ") + QString::fromStdString(note);
    return facts;
}

} // namespace

QImage imageOf(const Picture& picture) {
    if (picture.empty())
        return {};
    auto* held = new Picture(picture);
    return QImage(
        picture.rgb8().data(), picture.width(), picture.height(), qsizetype{3} * picture.width(), QImage::Format_RGB888,
        [](void* info) { delete static_cast<Picture*>(info); }, held);
}

CropPanel::CropPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_photo(new PhotoView(this))
    , m_rule(new QComboBox(this))
    , m_colours(new QCheckBox(tr("To sRGB"), this))
    , m_facts(new QLabel(this)) {
    m_photo->setObjectName(QStringLiteral("photoView"));
    m_rule->setObjectName(QStringLiteral("cropCombo"));
    m_rule->setToolTip(tr("The part of the photo that the model sees"));
    m_rule->addItem(tr("The model's crop"), QStringLiteral("card"));
    m_rule->addItem(tr("Whole, padded"), QStringLiteral("padded"));
    m_rule->addItem(tr("Whole, squashed"), QStringLiteral("squashed"));
    m_rule->addItem(tr("Rectangle (drag on the photo)"), rectangleRule);
    // A rectangle is chosen on the photo, not here.
    qobject_cast<QStandardItemModel*>(m_rule->model())->item(3)->setEnabled(false);
    m_rule->setMinimumContentsLength(12);
    m_rule->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_colours->setObjectName(QStringLiteral("coloursCheck"));
    m_colours->setToolTip(tr("Convert the colours of the photo (ICC profile, gamma) to sRGB.\nOff: use its values as "
                             "stored, like the pictures that most models were trained on."));
    m_facts->setObjectName(QStringLiteral("photoFacts"));
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setFont(smallFont(font()));
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setWordWrap(true);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto* row = new QHBoxLayout;
    row->addWidget(m_rule, 1);
    row->addWidget(m_colours);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_photo, 1);
    column->addWidget(m_facts);
    column->addLayout(row);

    connect(m_rule, &QComboBox::currentIndexChanged, this, [this] {
        const QString rule = m_rule->currentData().toString();
        if (!m_reading && rule != rectangleRule) {
            CropChoice crop;
            crop.rule = rule.toStdString();
            m_session->setCrop(crop);
        }
    });
    connect(m_colours, &QCheckBox::toggled, this, [this](bool converted) {
        if (!m_reading)
            m_session->setColours(std::string(name(converted ? ColourConversion::ToSrgb : ColourConversion::AsStored)));
    });
    connect(m_photo, &PhotoView::rectangleChosen, this, [this](const PixelRect& rectangle) {
        m_session->setCrop(choiceOf(Crop{.rule = CropRule::Rectangle, .rectangle = rectangle}));
    });
    connect(m_photo, &PhotoView::cardCropRequested, this, [this] { m_session->setCrop({}); });
    connect(session, &Session::changed, this, &CropPanel::read);
    read();
}

void CropPanel::read() {
    const QScopedValueRollback guard(m_reading, true);
    const QString rule = QString::fromStdString(m_session->choice().crop.rule);
    m_rule->setCurrentIndex(std::max(0, m_rule->findData(rule)));
    m_colours->setChecked(coloursOf(m_session->choice(), Reading::Lenient) == ColourConversion::ToSrgb);
}

void CropPanel::show(const Subject& subject) {
    m_photo->setPhoto(imageOf(subject.picture));
    m_rule->setEnabled(subject.input.has_value());
    m_colours->setEnabled(!subject.picture.empty());
    if (subject.picture.empty()) {
        m_facts->clear();
        return;
    }
    m_facts->setText(QFileInfo(QString::fromStdString(subject.picture.name())).fileName() + QStringLiteral(" · ") +
                     factsOf(subject.picture));
    m_facts->setToolTip(plainToolTip(QString::fromStdString(subject.picture.name())));
    if (subject.input) {
        const InputGeometry& geometry = subject.input->prepared.geometry;
        m_photo->setCrop(geometry.source, static_cast<double>(geometry.modelWidth) / geometry.modelHeight);
    } else {
        const double width = subject.picture.width();
        const double height = subject.picture.height();
        m_photo->setCrop({0, 0, width, height}, width / height);
    }
}

} // namespace blurig::ui
