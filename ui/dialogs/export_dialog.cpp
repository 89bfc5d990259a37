// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/export_dialog.h"

#include "ui/dialogs/figure_preview.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace blurig::ui {

namespace {

constexpr QSize firstSize{980, 660};
constexpr int controlsWidth = 268;
constexpr double millimetresPerInch = 25.4;

template <typename Value> Value chosen(const QComboBox* box) {
    return static_cast<Value>(box->currentData().toInt());
}

template <typename Value> void offer(QComboBox* box, const QString& text, Value value) {
    box->addItem(text, static_cast<int>(value));
}

template <typename Value> void choose(QComboBox* box, Value value) {
    box->setCurrentIndex(box->findData(static_cast<int>(value)));
}

} // namespace

ExportDialog::ExportDialog(Source source, const FigureOptions& options, QWidget* parent)
    : QDialog(parent)
    , m_source(std::move(source))
    , m_width(new QComboBox(this))
    , m_format(new QComboBox(this))
    , m_dpi(new QSpinBox(this))
    , m_letters(makeBox(tr("Panel &letters"), "figureLetters", options.letters))
    , m_chart(makeBox(tr("&Score chart as last panel"), "figureChart", options.chart))
    , m_scaleBar(makeBox(tr("Scale &bar"), "figureScaleBar", options.scaleBar))
    , m_colorBars(makeBox(tr("C&olour bars"), "figureColorBars", options.colorBars))
    , m_caption(makeBox(tr("&Caption, as text and LaTeX"), "figureCaption", options.caption))
    , m_arrays(makeBox(tr("&Arrays (NPY) and records (JSON)"), "figureArrays", options.arrays))
    , m_preview(new FigurePreview(this))
    , m_size(new QLabel(this)) {
    setObjectName(QStringLiteral("exportDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export view"));
    auto* shown = new QVBoxLayout;
    shown->addWidget(m_preview, 1);
    m_size->setObjectName(QStringLiteral("figureSize"));
    m_size->setTextFormat(Qt::PlainText);
    m_size->setAlignment(Qt::AlignHCenter);
    shown->addWidget(m_size);
    auto* row = new QHBoxLayout(this);
    row->addLayout(shown, 1);
    row->addLayout(makeControls(options));
    resize(firstSize.boundedTo(parent->size()));
    follow();
    m_width->setFocus();
}

QCheckBox* ExportDialog::makeBox(const QString& text, const char* objectName, bool checked) {
    auto* box = new QCheckBox(text, this);
    box->setObjectName(QLatin1String(objectName));
    box->setChecked(checked);
    connect(box, &QCheckBox::toggled, this, &ExportDialog::follow);
    return box;
}

QLayout* ExportDialog::makeControls(const FigureOptions& options) {
    m_width->setObjectName(QStringLiteral("figureWidth"));
    offer(m_width, tr("One column, 89 mm"), FigureWidth::OneColumn);
    offer(m_width, tr("One and a half, 120 mm"), FigureWidth::OneAndAHalf);
    offer(m_width, tr("Two columns, 183 mm"), FigureWidth::TwoColumns);
    offer(m_width, tr("Slide, 16:9"), FigureWidth::Slide);
    choose(m_width, options.width);
    m_format->setObjectName(QStringLiteral("figureFormat"));
    offer(m_format, tr("PDF"), FigureFormat::Pdf);
    offer(m_format, tr("SVG"), FigureFormat::Svg);
    offer(m_format, tr("PNG"), FigureFormat::Png);
    choose(m_format, options.format);
    m_dpi->setObjectName(QStringLiteral("figureDpi"));
    m_dpi->setRange(leastFigureDpi, greatestFigureDpi);
    m_dpi->setSuffix(tr(" dpi"));
    m_dpi->setValue(options.dpi);
    m_dpi->setKeyboardTracking(false);
    for (QComboBox* box : {m_width, m_format})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::follow);
    connect(m_dpi, &QSpinBox::valueChanged, this, &ExportDialog::follow);
    m_chart->setEnabled(m_source.hasChart);

    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(tr("&Width"), m_width);
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("&Resolution"), m_dpi);
    auto* column = new QVBoxLayout;
    column->addLayout(form);
    column->addSpacing(8);
    for (QCheckBox* box : {m_letters, m_chart, m_scaleBar, m_colorBars})
        column->addWidget(box);
    column->addSpacing(8);
    column->addWidget(new QLabel(tr("Beside the figure:"), this));
    for (QCheckBox* box : {m_caption, m_arrays})
        column->addWidget(box);
    column->addStretch(1);
    auto* leftOut = new QLabel(this);
    leftOut->setObjectName(QStringLiteral("figureLeftOut"));
    leftOut->setTextFormat(Qt::PlainText);
    leftOut->setWordWrap(true);
    leftOut->setFixedWidth(controlsWidth);
    leftOut->setVisible(!m_source.leftOut.isEmpty());
    leftOut->setText(tr("Left out, since there is no picture:\n%1").arg(m_source.leftOut.join(u'\n')));
    column->addWidget(leftOut);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* go = buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    go->setObjectName(QStringLiteral("figureExport"));
    go->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { Q_EMIT exportRequested(this->options()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    return column;
}

FigureOptions ExportDialog::options() const {
    return {.width = chosen<FigureWidth>(m_width),
            .format = chosen<FigureFormat>(m_format),
            .dpi = m_dpi->value(),
            .letters = m_letters->isChecked(),
            .chart = m_chart->isChecked(),
            .scaleBar = m_scaleBar->isChecked(),
            .colorBars = m_colorBars->isChecked(),
            .caption = m_caption->isChecked(),
            .arrays = m_arrays->isChecked()};
}

QImage ExportDialog::drawn(double dpi) const {
    return m_source.draw(options(), dpi);
}

void ExportDialog::follow() {
    const FigureOptions now = options();
    const bool pixels = now.format == FigureFormat::Png;
    m_dpi->setEnabled(pixels);
    const QSizeF size = m_source.millimetres(now);
    QString words = tr("%1 × %2 mm").arg(size.width(), 0, 'f', 0).arg(size.height(), 0, 'f', 0);
    if (pixels) {
        const QSizeF pixelSize = size * (now.dpi / millimetresPerInch);
        words += tr(", %1 × %2 pixels").arg(std::lround(pixelSize.width())).arg(std::lround(pixelSize.height()));
    }
    m_size->setText(words);
    m_preview->setFigure(size, [this](double dpi) { return drawn(dpi); });
}

} // namespace blurig::ui
