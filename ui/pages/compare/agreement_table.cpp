// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/agreement_table.h"

#include "core/render/map_render.h"
#include "core/render/smoothing.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequence>
#include <QShortcut>
#include <QStringList>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

using Figure = std::optional<double> (*)(const Agreement&);
using Basis = Array (*)(const Array& map);

constexpr int mostHeight = 204; // px that the table asks for; more scrolls
constexpr int rowHeight = 24;
constexpr int leastColumn = 72;
constexpr double smoothing = 2;    // px of 224, as maps are drawn
constexpr double strongest = 0.85; // of the accent colour under a full agreement

constexpr Figure figures[] = {[](const Agreement& a) { return a.spearman; },
                              [](const Agreement& a) { return std::optional(a.topShare); },
                              [](const Agreement& a) { return std::optional(a.ssim); }};
constexpr Basis bases[] = {
    [](const Array& map) { return smoothed(reduceChannels(map, ChannelReduction::Absolute), smoothing); },
    [](const Array& map) { return reduceChannels(map, ChannelReduction::Absolute); },
    [](const Array& map) { return reduceChannels(map, ChannelReduction::Sum); }};

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

QColor mixed(const QColor& from, const QColor& to, double share) {
    const auto between = [share](int a, int b) { return static_cast<int>(std::lround(a + share * (b - a))); };
    return {between(from.red(), to.red()), between(from.green(), to.green()), between(from.blue(), to.blue())};
}

// The more they agree, the more of the accent colour; what contradicts has the colour of a warning.
QColor heat(double value, const QPalette& palette) {
    const ThemeColors& colors = themeColors(palette);
    return mixed(palette.color(QPalette::Window), value < 0 ? colors.warning : colors.accent,
                 strongest * std::clamp(std::abs(value), 0.0, 1.0));
}

QColor textOn(const QColor& ground, const QPalette& palette) {
    const QColor usual = palette.color(QPalette::WindowText);
    const QColor other = palette.color(QPalette::HighlightedText);
    const auto distance = [&ground](const QColor& text) { return std::abs(qGray(text.rgb()) - qGray(ground.rgb())); };
    return distance(usual) >= distance(other) ? usual : other;
}

std::map<std::pair<std::size_t, std::size_t>, Agreement> agreementsOf(const std::vector<AgreementTable::Map>& maps,
                                                                      Basis basis, const std::stop_token& stop) {
    std::map<std::pair<std::size_t, std::size_t>, Agreement> agreements;
    std::map<std::size_t, RankedMap> ranked;
    for (std::size_t i = 0; i < maps.size(); ++i)
        if (!maps[i].values.empty() && !stop.stop_requested())
            ranked.emplace(i, basis(maps[i].values));
    for (const auto& [a, mapA] : ranked)
        for (const auto& [b, mapB] : ranked)
            if (a <= b && maps[a].geometry == maps[b].geometry && !stop.stop_requested())
                agreements.emplace(std::pair(a, b), agreementOf(mapA, mapB));
    return agreements;
}

} // namespace

AgreementTable::AgreementTable(QWidget* parent)
    : QWidget(parent)
    , m_choices(new QWidget(this))
    , m_figure(new QComboBox(m_choices))
    , m_basis(new QComboBox(m_choices))
    , m_table(new QTableWidget(this)) {
    makeChoices();
    m_table->setObjectName(QStringLiteral("agreementTable"));
    m_table->setAccessibleName(tr("Agreement of the maps"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->viewport()->setAutoFillBackground(false); // it lies on the drawer
    m_table->setFont(numberFont(font()));
    for (QHeaderView* header : {m_table->horizontalHeader(), m_table->verticalHeader()}) {
        header->setFont(smallFont(font()));
        header->setHighlightSections(false);
        header->setSectionsClickable(false);
    }
    m_table->horizontalHeader()->setMinimumSectionSize(leastColumn);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    const auto choose = [this](int row, int cell) {
        if (row != cell)
            Q_EMIT pairChosen(static_cast<std::size_t>(row), static_cast<std::size_t>(cell));
    };
    connect(m_table, &QTableWidget::cellClicked, this, choose);
    connect(m_table, &QTableWidget::cellActivated, this, choose);
    auto* copy = new QShortcut(QKeySequence::Copy, m_table, {}, {}, Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, [this] { QApplication::clipboard()->setText(asText(*m_table)); });
}

void AgreementTable::makeChoices() {
    m_figure->setObjectName(QStringLiteral("agreementFigure"));
    m_figure->setAccessibleName(tr("Figure of agreement"));
    m_figure->addItem(tr("Spearman"));
    m_figure->setItemData(0, tr("Rank correlation of the pixels' values"), Qt::ToolTipRole);
    m_figure->addItem(tr("Top 10 %"));
    m_figure->setItemData(1, tr("Overlap of the 10 % of pixels with the greatest values"), Qt::ToolTipRole);
    m_figure->addItem(tr("SSIM"));
    m_figure->setItemData(2, tr("Structural similarity, each map scaled to its own range"), Qt::ToolTipRole);
    m_basis->setObjectName(QStringLiteral("agreementBasis"));
    m_basis->setAccessibleName(tr("What of the maps is compared"));
    m_basis->addItem(tr("of smoothed magnitudes"));
    m_basis->setItemData(0,
                         tr("Sum over channels of absolute values, smoothed by 2 px of 224: where the evidence lies"),
                         Qt::ToolTipRole);
    m_basis->addItem(tr("of magnitudes"));
    m_basis->setItemData(1, tr("Sum over channels of absolute values, pixel by pixel"), Qt::ToolTipRole);
    m_basis->addItem(tr("of signed values"));
    m_basis->setItemData(
        2, tr("Sum over channels, pixel by pixel: noise of single pixels hides what regions have in common"),
        Qt::ToolTipRole);
    auto* row = new QHBoxLayout(m_choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (QComboBox* box : {m_figure, m_basis}) {
        box->setFixedHeight(sizes::control - 4);
        row->addWidget(box);
    }
    connect(m_figure, &QComboBox::currentIndexChanged, this, &AgreementTable::fill);
    connect(m_basis, &QComboBox::currentIndexChanged, this, &AgreementTable::compare);
}

QString AgreementTable::basisWords() const {
    return m_basis->currentText();
}

QString AgreementTable::figureWords() const {
    return QStringLiteral("%1 %2").arg(m_figure->currentText(), basisWords());
}

void AgreementTable::setMaps(const std::vector<Map>& maps) {
    const auto same = [](const Map& a, const Map& b) {
        const bool sameValues = a.values.empty() || b.values.empty() ? a.values.empty() == b.values.empty()
                                                                     : a.values.host().data() == b.values.host().data();
        return sameValues && a.name == b.name && a.geometry == b.geometry;
    };
    if (std::ranges::equal(maps, m_maps, same))
        return;
    m_maps = maps;
    compare();
}

void AgreementTable::compare() {
    m_agreements.clear();
    const Basis basis = bases[m_basis->currentIndex()];
    m_task.run([this, maps = m_maps, basis](const std::stop_token& stop) -> BackgroundThread::Completion {
        return [this, agreements = agreementsOf(maps, basis, stop)] {
            m_agreements = agreements;
            fill();
            Q_EMIT compared();
        };
    });
    const int count = static_cast<int>(m_maps.size());
    QStringList names;
    for (const Map& map : m_maps)
        names << map.name;
    m_table->setRowCount(count);
    m_table->setColumnCount(count);
    m_table->setHorizontalHeaderLabels(names);
    m_table->setVerticalHeaderLabels(names);
    fill();
    const int rows = m_table->verticalHeader()->length() + m_table->horizontalHeader()->sizeHint().height() + 2;
    m_table->setFixedHeight(std::min(rows, mostHeight));
}

std::optional<Agreement> AgreementTable::agreement(std::size_t a, std::size_t b) const {
    const auto known = m_agreements.find(std::minmax(a, b));
    return known == m_agreements.end() ? std::nullopt : std::optional(known->second);
}

std::optional<double> AgreementTable::figure(std::size_t a, std::size_t b) const {
    const auto known = agreement(a, b);
    return known ? figures[m_figure->currentIndex()](*known) : std::nullopt;
}

std::vector<AgreementTable::Pair> AgreementTable::pairs() const {
    std::vector<Pair> pairs;
    for (std::size_t a = 0; a < m_maps.size(); ++a)
        for (std::size_t b = a + 1; b < m_maps.size(); ++b)
            if (const auto value = figure(a, b))
                pairs.push_back({m_maps[a].name, m_maps[b].name, *value});
    std::ranges::stable_sort(pairs, {}, &Pair::value);
    return pairs;
}

void AgreementTable::fill() {
    // Else each of the cells sizes all columns anew: a second for sixteen maps.
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    for (std::size_t a = 0; a < m_maps.size(); ++a)
        for (std::size_t b = 0; b < m_maps.size(); ++b)
            fillCell(a, b);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    Q_EMIT filled();
}

void AgreementTable::fillCell(std::size_t row, std::size_t column) {
    const Map& a = m_maps[row];
    const Map& b = m_maps[column];
    const auto value = figure(row, column);
    const bool haveMaps = !a.values.empty() && !b.values.empty();
    const bool incomparable = haveMaps && a.geometry != b.geometry;
    const bool comes = haveMaps && !incomparable && !settled();
    auto* item = new QTableWidgetItem(value ? fixed(*value, 2) : QString(comes ? u'…' : u'–'));
    item->setTextAlignment(Qt::AlignCenter);
    if (incomparable)
        item->setToolTip(tr("Their pixels do not show the same parts of the photo"));
    else if (row != column)
        item->setToolTip(plainToolTip(tr("%1 and %2: a click shows them in Swipe").arg(a.name, b.name)));
    if (value && row != column) {
        const QColor ground = heat(*value, palette());
        item->setBackground(ground);
        item->setForeground(textOn(ground, palette()));
    } else {
        item->setForeground(themeColors(palette()).secondaryText);
    }
    m_table->setItem(static_cast<int>(row), static_cast<int>(column), item);
}

void AgreementTable::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        fill();
    QWidget::changeEvent(event);
}

} // namespace blurig::ui
