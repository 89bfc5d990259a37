// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/card_dialog.h"

#include "core/error.h"
#include "ui/dialogs/file_dialogs.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace blurig::ui {

namespace {

constexpr int largestInput = 4096; // px
constexpr int onlyOutput = -1;

QString numbers(const std::vector<double>& values) {
    QStringList words;
    for (const double value : values)
        words << QString::number(value, 'g', 6);
    return words.join(QLatin1Char(' '));
}

// One number for every channel, or one a channel; none where a word is not a number.
std::vector<double> parsed(const QString& text, std::size_t channels) {
    std::vector<double> values;
    for (const QString& word : text.split(QRegularExpression(QStringLiteral("[\\s,;]+")), Qt::SkipEmptyParts)) {
        bool isNumber = false;
        values.push_back(word.toDouble(&isNumber));
        if (!isNumber)
            return {};
    }
    if (values.size() == 1)
        values.resize(channels, values.front());
    return values.size() == channels ? values : std::vector<double>();
}

// Empty: none. Throws Error.
std::optional<OutputPlace> placeOf(const QString& text) {
    const QString words = text.simplified().remove(QLatin1Char(' '));
    return words.isEmpty() ? std::nullopt : std::optional(parseOutputPlace(words.toStdString()));
}

QString outputText(OutputKind kind) {
    switch (kind) {
    case OutputKind::Logits:
        return CardDialog::tr("logits");
    case OutputKind::Probabilities:
        return CardDialog::tr("probabilities");
    case OutputKind::MultiLabelLogits:
        return CardDialog::tr("multi-label logits");
    case OutputKind::Sigmoids:
        return CardDialog::tr("sigmoids");
    case OutputKind::OneLogit:
        return CardDialog::tr("one logit");
    }
    return {};
}

QString channelsText(ChannelOrder order) {
    switch (order) {
    case ChannelOrder::Rgb:
        return QStringLiteral("RGB");
    case ChannelOrder::Bgr:
        return QStringLiteral("BGR");
    case ChannelOrder::Grey:
        return CardDialog::tr("grey");
    }
    return {};
}

QSpinBox* sizeBox(const QString& objectName, int value, QWidget* parent) {
    auto* box = new QSpinBox(parent);
    box->setObjectName(objectName);
    box->setRange(2, largestInput);
    box->setSuffix(CardDialog::tr(" px"));
    box->setValue(value);
    return box;
}

QDoubleSpinBox* rangeBox(const QString& objectName, double value, QWidget* parent) {
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(objectName);
    box->setRange(-65536, 65536);
    box->setDecimals(3);
    box->setValue(value);
    return box;
}

QWidget* pair(QWidget* first, const QString& between, QWidget* second) {
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(first, 1);
    row->addWidget(new QLabel(between));
    row->addWidget(second, 1);
    return both;
}

} // namespace

namespace {

// Of what is no model of pictures yet, the form describes one.
PictureSpec pictureOf(const ModelCard& card) {
    const auto* picture = std::get_if<PictureSpec>(&card.input);
    return picture ? *picture : PictureSpec();
}

} // namespace

QString assumptionText(const ModelCard& card) {
    const auto* picture = std::get_if<PictureSpec>(&card.input);
    const ValueRange range = layoutOf(card.input).range;
    return CardDialog::tr("%1 in [%2, %3], mean %4, deviation %5, %6")
        .arg(picture ? CardDialog::tr("%1 × %2 %3")
                           .arg(picture->width)
                           .arg(picture->height)
                           .arg(channelsText(card.channelOrder))
                     : QString::fromStdString(sizeText(card.input)))
        .arg(range.low)
        .arg(range.high)
        .arg(numbers(card.mean), numbers(card.standardDeviation), outputText(card.output));
}

CardDialog::CardDialog(const QString& file, const ModelCard& card, FileDialogs* dialogs, QWidget* parent)
    : QDialog(parent)
    , m_card(card)
    , m_picture(pictureOf(card))
    , m_file(QFileInfo(file).fileName())
    , m_about(new QLabel(this))
    , m_height(sizeBox(QStringLiteral("cardHeight"), m_picture.height, this))
    , m_width(sizeBox(QStringLiteral("cardWidth"), m_picture.width, this))
    , m_channels(new QComboBox(this))
    , m_axes(new QComboBox(this))
    , m_resize(new QComboBox(this))
    , m_low(rangeBox(QStringLiteral("cardLow"), m_picture.range.low, this))
    , m_high(rangeBox(QStringLiteral("cardHigh"), m_picture.range.high, this))
    , m_mean(new QLineEdit(numbers(card.mean), this))
    , m_deviation(new QLineEdit(numbers(card.standardDeviation), this))
    , m_output(new QComboBox(this))
    , m_outputIndex(new QSpinBox(this))
    , m_outputPlace(new QLineEdit(this))
    , m_labels(new QLabel(this))
    , m_problem(new QLabel(this)) {
    setObjectName(QStringLiteral("cardDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What does this model expect?"));
    m_about->setText(tr("%1 does not describe its input. These values are assumed; correct what is wrong. They are "
                        "remembered for this file.")
                         .arg(m_file));
    m_about->setObjectName(QStringLiteral("cardAbout"));
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);

    m_channels->setObjectName(QStringLiteral("cardChannels"));
    for (const ChannelOrder order : {ChannelOrder::Rgb, ChannelOrder::Bgr, ChannelOrder::Grey})
        m_channels->addItem(channelsText(order), static_cast<int>(order));
    m_axes->setObjectName(QStringLiteral("cardAxes"));
    m_axes->addItem(tr("channels first (N C H W)"), static_cast<int>(AxisOrder::Nchw));
    m_axes->addItem(tr("channels last (N H W C)"), static_cast<int>(AxisOrder::Nhwc));
    m_resize->setObjectName(QStringLiteral("cardResize"));
    m_resize->addItem(tr("Short side, then the centre"), static_cast<int>(ResizeRule::ShortestSide));
    m_resize->addItem(tr("Centre square, resized"), static_cast<int>(ResizeRule::CropThenResize));
    m_resize->addItem(tr("Whole, squashed"), static_cast<int>(ResizeRule::Squash));
    m_resize->addItem(tr("Whole, padded"), static_cast<int>(ResizeRule::Pad));
    m_mean->setObjectName(QStringLiteral("cardMean"));
    m_deviation->setObjectName(QStringLiteral("cardDeviation"));
    m_output->setObjectName(QStringLiteral("cardOutput"));
    for (const OutputKind kind : {OutputKind::Logits, OutputKind::Probabilities, OutputKind::MultiLabelLogits,
                                  OutputKind::Sigmoids, OutputKind::OneLogit})
        m_output->addItem(outputText(kind), static_cast<int>(kind));
    m_outputIndex->setObjectName(QStringLiteral("cardOutputIndex"));
    m_outputIndex->setToolTip(tr("Output that holds the class scores, if the model returns several"));
    m_outputIndex->setRange(onlyOutput, 99);
    m_outputIndex->setSpecialValueText(tr("the only one"));
    m_outputIndex->setValue(card.outputIndex.value_or(onlyOutput));
    m_outputPlace->setObjectName(QStringLiteral("cardOutputPlace"));
    m_outputPlace->setToolTip(tr("Place at which a map of scores is read: mean, or ROW,COLUMN counted from 0. Empty: "
                                 "the model returns one score for each class"));
    m_outputPlace->setPlaceholderText(tr("one score for each class"));
    if (card.outputPlace)
        m_outputPlace->setText(QString::fromStdString(name(*card.outputPlace)));
    m_labels->setObjectName(QStringLiteral("cardLabels"));
    m_labels->setTextFormat(Qt::PlainText);
    m_problem->setObjectName(QStringLiteral("cardProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    const auto select = [](QComboBox* box, auto value) {
        box->setCurrentIndex(box->findData(static_cast<int>(value)));
    };
    select(m_channels, card.channelOrder);
    select(m_axes, card.axisOrder);
    select(m_resize, m_picture.resize.rule);
    select(m_output, card.output);
    m_labels->setText(card.classNames.empty() ? tr("by number") : tr("%1 names").arg(card.classNames.size()));
    auto* chooseLabels = new QPushButton(tr("Choose…"), this);
    chooseLabels->setObjectName(QStringLiteral("cardChooseLabels"));
    chooseLabels->setAutoDefault(false);

    auto* form = new QFormLayout;
    form->addRow(tr("Input width and height"), pair(m_width, QStringLiteral("×"), m_height));
    form->addRow(tr("Channels"), m_channels);
    form->addRow(tr("Axes"), m_axes);
    form->addRow(tr("Resize"), m_resize);
    form->addRow(tr("Value range"), pair(m_low, tr("to"), m_high));
    form->addRow(tr("Mean"), m_mean);
    form->addRow(tr("Standard deviation"), m_deviation);
    form->addRow(tr("Output"), pair(m_output, tr("number"), m_outputIndex));
    form->addRow(tr("Place in a map of scores"), m_outputPlace);
    form->addRow(tr("Class names"), pair(m_labels, QString(), chooseLabels));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->setObjectName(QStringLiteral("cardButtons"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_about);
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addWidget(buttons);

    connect(chooseLabels, &QPushButton::clicked, this, [this, dialogs] {
        dialogs->ask(FileQuestion::OpenLabels, {}, this, [this](const QString& chosen) { readLabelsFrom(chosen); });
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &CardDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void CardDialog::explain(const QString& words) {
    m_about->setText(tr("%1: %2. Correct the description; it is remembered for this file.").arg(m_file, words));
}

void CardDialog::readLabelsFrom(const QString& file) {
    try {
        m_card.classNames = readLabels(file.toStdString());
        m_card.wordNetIds.clear();
        m_labels->setText(tr("%1 names").arg(m_card.classNames.size()));
        m_problem->clear();
    } catch (const Error& error) {
        m_problem->setText(QString::fromUtf8(error.what()));
    }
}

ModelCard CardDialog::entered() const {
    ModelCard card = m_card;
    card.channelOrder = static_cast<ChannelOrder>(m_channels->currentData().toInt());
    card.axisOrder = static_cast<AxisOrder>(m_axes->currentData().toInt());
    PictureSpec picture = m_picture;
    picture.channels = card.channelOrder == ChannelOrder::Grey ? 1 : 3;
    picture.width = m_width->value();
    picture.height = m_height->value();
    picture.range.low = m_low->value();
    picture.range.high = m_high->value();
    picture.resize.rule = static_cast<ResizeRule>(m_resize->currentData().toInt());
    // The usual margin: 256 for 224.
    picture.resize.size = std::max(picture.resize.size, 8 * std::min(m_width->value(), m_height->value()) / 7);
    card.input = picture;
    card.mean = parsed(m_mean->text(), static_cast<std::size_t>(picture.channels));
    card.standardDeviation = parsed(m_deviation->text(), static_cast<std::size_t>(picture.channels));
    card.output = static_cast<OutputKind>(m_output->currentData().toInt());
    card.outputIndex = m_outputIndex->value() == onlyOutput ? std::nullopt : std::optional<int>(m_outputIndex->value());
    card.outputPlace = placeOf(m_outputPlace->text());
    return card;
}

void CardDialog::accept() {
    try {
        check(entered());
    } catch (const Error& error) { // a place that is none
        m_problem->setText(QString::fromStdString(error.happened() + ". " + error.remedy()));
    }
}

void CardDialog::check(const ModelCard& card) {
    const ArrayLayout input = layoutOf(card.input);
    const auto positive = [](double value) { return value > 0; };
    if (card.mean.empty() || card.standardDeviation.empty()) {
        m_problem->setText(
            tr("Give mean and standard deviation as one number, or as one for each channel (%1).").arg(input.channels));
    } else if (!std::all_of(card.standardDeviation.begin(), card.standardDeviation.end(), positive)) {
        m_problem->setText(tr("Each standard deviation must be above 0."));
    } else if (input.range.low >= input.range.high) {
        m_problem->setText(tr("The lower end of the value range must be below the upper end."));
    } else {
        Q_EMIT described(card);
        QDialog::accept();
    }
}

} // namespace blurig::ui
