// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/agreement_table.h"

#include "ui/widgets/number_text.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QShortcut>
#include <QStringList>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace blurig::ui {

namespace {

using Figure = std::optional<double> (*)(const Agreement&);
constexpr int mostHeight = 180; // px that the table asks for; more scrolls
constexpr Figure figures[] = {[](const Agreement& a) { return a.spearman; },
                              [](const Agreement& a) { return std::optional(a.topShare); },
                              [](const Agreement& a) { return std::optional(a.ssim); }};

QString asText(const QTableWidget& table) {
    QStringList lines;
    for (int row = 0; row < table.rowCount(); ++row) {
        QStringList cells{table.verticalHeaderItem(row)->text()};
        for (int column = 0; column < table.columnCount(); ++column)
            cells << table.item(row, column)->text();
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

} // namespace

AgreementTable::AgreementTable(QWidget* parent)
    : QWidget(parent)
    , m_figure(new QComboBox(this))
    , m_table(new QTableWidget(this)) {
    m_figure->setObjectName(QStringLiteral("agreementFigure"));
    m_figure->addItem(tr("Spearman"));
    m_figure->setItemData(0, tr("Rank correlation of the pixels' values"), Qt::ToolTipRole);
    m_figure->addItem(tr("Top 10 %"));
    m_figure->setItemData(1, tr("Overlap of the 10 % of pixels with the greatest values"), Qt::ToolTipRole);
    m_figure->addItem(tr("SSIM"));
    m_figure->setItemData(2, tr("Structural similarity, each map scaled to its own range"), Qt::ToolTipRole);
    m_table->setObjectName(QStringLiteral("agreementTable"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->verticalHeader()->setHighlightSections(false);
    auto* heading = new QLabel(tr("Agreement of the maps"), this);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    auto* top = new QHBoxLayout;
    top->addWidget(heading);
    top->addWidget(m_figure);
    top->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->addLayout(top);
    column->addWidget(m_table);
    column->addStretch(1);
    connect(m_figure, &QComboBox::currentIndexChanged, this, &AgreementTable::fill);
    auto* copy = new QShortcut(QKeySequence::Copy, m_table, {}, {}, Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, [this] { QApplication::clipboard()->setText(asText(*m_table)); });
}

void AgreementTable::setMaps(const std::vector<Map>& maps, ChannelReduction reduction) {
    const auto same = [](const Map& a, const Map& b) {
        const bool sameValues = a.values.empty() || b.values.empty() ? a.values.empty() == b.values.empty()
                                                                     : a.values.host().data() == b.values.host().data();
        return sameValues && a.name == b.name && a.geometry == b.geometry;
    };
    if (reduction == m_reduction && std::ranges::equal(maps, m_maps, same))
        return;
    m_maps = maps;
    m_reduction = reduction;
    m_agreements.clear();
    m_task.run([this, maps, reduction](const std::stop_token& stop) -> BackgroundThread::Completion {
        return [this, agreements = agreementsOf(maps, reduction, stop)] {
            m_agreements = agreements;
            fill();
            Q_EMIT compared();
        };
    });
    const int count = static_cast<int>(maps.size());
    QStringList names;
    for (const Map& map : maps)
        names << map.name;
    m_table->setRowCount(count);
    m_table->setColumnCount(count);
    m_table->setHorizontalHeaderLabels(names);
    m_table->setVerticalHeaderLabels(names);
    fill();
    const int rows = m_table->verticalHeader()->length() + m_table->horizontalHeader()->sizeHint().height();
    m_table->setMaximumHeight(rows);
    m_table->setMinimumHeight(std::min(rows, mostHeight));
}

std::optional<Agreement> AgreementTable::agreement(std::size_t a, std::size_t b) const {
    const auto known = m_agreements.find(std::minmax(a, b));
    return known == m_agreements.end() ? std::nullopt : std::optional(known->second);
}

AgreementTable::Agreements AgreementTable::agreementsOf(const std::vector<Map>& maps, ChannelReduction reduction,
                                                        const std::stop_token& stop) {
    Agreements agreements;
    std::map<std::size_t, RankedMap> ranked;
    for (std::size_t i = 0; i < maps.size(); ++i)
        if (!maps[i].values.empty() && !stop.stop_requested())
            ranked.emplace(i, reduceChannels(maps[i].values, reduction));
    for (const auto& [a, mapA] : ranked)
        for (const auto& [b, mapB] : ranked)
            if (a <= b && maps[a].geometry == maps[b].geometry && !stop.stop_requested())
                agreements.emplace(std::pair(a, b), agreementOf(mapA, mapB));
    return agreements;
}

void AgreementTable::fill() {
    // Else each of the cells sizes all rows and columns anew: a second for sixteen maps.
    const auto sizeSections = [this](QHeaderView::ResizeMode mode) {
        m_table->horizontalHeader()->setSectionResizeMode(mode);
        m_table->verticalHeader()->setSectionResizeMode(mode);
    };
    sizeSections(QHeaderView::Fixed);
    const Figure figure = figures[m_figure->currentIndex()];
    for (std::size_t a = 0; a < m_maps.size(); ++a) {
        for (std::size_t b = a; b < m_maps.size(); ++b) {
            const auto known = agreement(a, b);
            const auto value = known ? figure(*known) : std::nullopt;
            const bool haveMaps = !m_maps[a].values.empty() && !m_maps[b].values.empty();
            const bool incomparable = haveMaps && m_maps[a].geometry != m_maps[b].geometry;
            const bool comes = haveMaps && !incomparable && !settled();
            const QString text = value ? fixed(*value, 2) : QString(comes ? u'…' : u'–');
            for (const auto& [row, column] : {std::pair(a, b), std::pair(b, a)}) {
                auto* item = new QTableWidgetItem(text);
                if (incomparable)
                    item->setToolTip(tr("Their pixels do not show the same parts of the photo"));
                item->setTextAlignment(Qt::AlignCenter);
                m_table->setItem(static_cast<int>(row), static_cast<int>(column), item);
            }
        }
    }
    sizeSections(QHeaderView::ResizeToContents);
}

} // namespace blurig::ui
