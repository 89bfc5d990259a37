// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/evaluate_form.h"

#include "core/methods/parameter.h"
#include "ui/dialogs/path_field.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/theme.h"

#include <QLineEdit>
#include <QListWidget>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace blurig::ui {

EvaluateForm::EvaluateForm(FileDialogs* dialogs, QWidget* parent)
    : QWidget(parent)
    , m_folder(new PathField(dialogs, FileQuestion::OpenFolder, QStringLiteral("evaluateFolder"), this))
    , m_annotations(new PathField(dialogs, FileQuestion::OpenFolder, QStringLiteral("evaluateAnnotations"), this))
    , m_out(new PathField(dialogs, FileQuestion::ResultsInto, QStringLiteral("evaluateOut"), this))
    , m_methods(new QLineEdit(this))
    , m_metrics(new QListWidget(this))
    , m_most(new QSpinBox(this)) {
    m_annotations->line()->setPlaceholderText(tr("XML beside the photos"));
    m_annotations->setToolTip(
        tr("A folder of PASCAL VOC's XML, or a JSON file of COCO; empty: XML in the folder of the "
           "photos or below"));
    m_methods->setObjectName(QStringLiteral("evaluateMethods"));
    m_methods->setToolTip(tr("Separated by commas; after a colon a baseline, a seed method or parameter=value: "
                             "ig:random-4, xrai:blur-ig, blur-ig:max-sigma=50. The first is what others differ from"));
    m_out->setToolTip(tr("Rows that are there of the same photos, model and methods are not computed again"));
    m_metrics->setObjectName(QStringLiteral("evaluateMetrics"));
    const auto offer = [this](const QString& label, const QString& id, const QString& help) {
        auto* item = new QListWidgetItem(label, m_metrics);
        item->setData(Qt::UserRole, id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(Qt::Unchecked);
        item->setToolTip(help);
    };
    for (const Metric* metric : metrics())
        offer(QString::fromStdString(metric->label()), QString::fromStdString(metric->id()),
              QString::fromStdString(metric->columns().front().formula));
    offer(tr("Second-last labels of the paths"), QLatin1String(labelsMetric),
          tr("The last label before the photo's own on the paths of Blur IG and IG, and its distance in WordNet"));
    m_metrics->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_metrics->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_metrics->setTextElideMode(Qt::ElideRight);
    constexpr int row = 22; // px
    for (int i = 0; i < m_metrics->count(); ++i)
        m_metrics->item(i)->setSizeHint({0, row});
    m_metrics->setFixedHeight(row * m_metrics->count() + 4);
    m_most->setFixedHeight(sizes::control);
    m_most->setObjectName(QStringLiteral("evaluateMost"));
    m_most->setRange(0, 10000000);
    m_most->setSpecialValueText(tr("all"));
    m_most->setKeyboardTracking(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    addField(column, tr("Photos"), m_folder);
    addField(column, tr("Annotations"), m_annotations);
    addField(column, tr("Methods"), m_methods);
    addField(column, tr("Judges"), m_metrics);
    addField(column, tr("First photos only"), m_most);
    addField(column, tr("Results in"), m_out);
    column->addStretch(1);
    const auto tell = [this] {
        if (!m_showing)
            Q_EMIT edited(read());
    };
    for (const PathField* field : {m_folder, m_annotations, m_out})
        connect(field, &PathField::edited, this, tell);
    connect(m_methods, &QLineEdit::editingFinished, this, tell);
    connect(m_metrics, &QListWidget::itemChanged, this, tell);
    connect(m_most, &QSpinBox::valueChanged, this, tell);
}

EvaluateChoice EvaluateForm::read() const {
    QStringList ids;
    for (int i = 0; i < m_metrics->count(); ++i)
        if (m_metrics->item(i)->checkState() == Qt::Checked)
            ids << m_metrics->item(i)->data(Qt::UserRole).toString();
    return {.folder = m_folder->path(),
            .annotations = m_annotations->path(),
            .methods = m_methods->text().trimmed().toStdString(),
            .metrics = ids.join(QLatin1Char(',')).toStdString(),
            .out = m_out->path(),
            .most = m_most->value()};
}

void EvaluateForm::show(const EvaluateChoice& part) {
    const QScopedValueRollback guard(m_showing, true);
    m_folder->setPath(part.folder);
    m_annotations->setPath(part.annotations);
    m_methods->setText(QString::fromStdString(part.methods));
    m_methods->setCursorPosition(0);
    m_out->setPath(part.out);
    m_most->setValue(part.most);
    const auto wanted = listedWords(part.metrics);
    for (int i = 0; i < m_metrics->count(); ++i) {
        const std::string id = m_metrics->item(i)->data(Qt::UserRole).toString().toStdString();
        m_metrics->item(i)->setCheckState(std::ranges::find(wanted, id) != wanted.end() ? Qt::Checked : Qt::Unchecked);
    }
}

} // namespace blurig::ui
