// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/figure_layout.h"

#include "ui/widgets/wrapped_text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace blurig::ui {

namespace {

constexpr int titleLines = 2;          // at most
constexpr double leastChartWidth = 17; // em
constexpr double leastChartHeight = 10;
constexpr double greatestChartHeight = 18;

// One way to arrange the panels; distances in the figure's units.
struct Grid {
    int columns = 1;
    QSizeF cell = {}; // of a picture
    BarNumbers numbers = BarNumbers::Beside;
    std::vector<double> heads = {}; // heights, a row each
    std::vector<double> feet = {};
    bool chartInRow = false;
    double height = 0; // of all, without margins
    bool fits = true;  // at the whole width of its columns
    double worth = 0;
};

class Planner {
public:
    explicit Planner(const Figure& figure)
        : m_figure(figure)
        , m_page(figurePage(figure.options.width))
        , m_style(figureStyle(figure.content.font, m_page))
        , m_count(static_cast<int>(figure.content.panels.size())) {
        for (const FigurePanel& panel : figure.content.panels)
            if (!panel.picture.isNull())
                m_aspect = std::max(m_aspect, static_cast<double>(panel.picture.height()) / panel.picture.width());
        if (m_aspect == 0)
            m_aspect = 1;
    }

    FigureLayout layout() const {
        Grid best;
        for (int columns = 1; columns <= m_count; ++columns) {
            const Grid grid = gridOf(columns);
            if (columns == 1 || isBetter(grid, best))
                best = grid;
        }
        return placed(best);
    }

private:
    double gap() const { return m_style.em; }
    double rowGap() const { return 1.1 * m_style.em; }
    double headGap() const { return 0.25 * m_style.em; }
    double barGap() const { return 0.4 * m_style.em; }
    double width() const { return m_page.width - 2 * m_page.margin; }
    double spanOf(int columns, double cell) const { return columns * cell + (columns - 1) * gap(); }

    // A page of fixed height takes what fits it; a column is to be filled.
    bool isBetter(const Grid& grid, const Grid& best) const {
        if (!m_page.fixedHeight && grid.fits != best.fits)
            return grid.fits;
        return grid.worth > best.worth;
    }

    Grid gridOf(int columns) const {
        Grid grid{.columns = columns};
        const double cell = (width() - (columns - 1) * gap()) / columns;
        measure(grid, cell);
        const double room = m_page.height - 2 * m_page.margin;
        if (grid.height > room) {
            grid.fits = false;
            const auto rows = static_cast<double>(grid.heads.size());
            const double lower = std::max(m_style.em, cell * m_aspect - (grid.height - room) / rows);
            measure(grid, std::min(cell, lower / m_aspect));
        }
        const auto cells = static_cast<double>(grid.heads.size()) * columns;
        const double filled = grid.chartInRow ? 1 : m_count / cells;
        grid.worth = grid.cell.width() * filled * filled; // holes count against it
        return grid;
    }

    // The heights of all rows when a picture is so wide.
    void measure(Grid& grid, double cell) const {
        grid.cell = QSizeF(cell, cell * m_aspect);
        const int rows = (m_count + grid.columns - 1) / grid.columns;
        const int left = rows * grid.columns - m_count;
        const double leastChart = leastChartWidth * m_style.em;
        grid.chartInRow = showsChart(m_figure) && left > 0 && spanOf(left, cell) >= leastChart;
        grid.numbers = BarNumbers::Beside;
        for (const FigurePanel& panel : m_figure.content.panels)
            if (besideWidth(panel.bars, m_style) > cell)
                grid.numbers = BarNumbers::Below;
        grid.heads.assign(static_cast<std::size_t>(rows), m_style.line);
        grid.feet.assign(static_cast<std::size_t>(rows), 0);
        for (int i = 0; i < m_count; ++i) {
            const auto row = static_cast<std::size_t>(i / grid.columns);
            const FigurePanel& panel = m_figure.content.panels[static_cast<std::size_t>(i)];
            const auto lines = static_cast<double>(headOf(static_cast<std::size_t>(i), panel.title, cell).title.size());
            grid.heads[row] = std::max(grid.heads[row], lines * m_style.line);
            if (m_figure.options.colorBars && !panel.bars.empty())
                grid.feet[row] = barGap() + figureBarHeight(grid.numbers, m_style);
        }
        const double heads = std::accumulate(grid.heads.begin(), grid.heads.end(), 0.0);
        const double feet = std::accumulate(grid.feet.begin(), grid.feet.end(), 0.0);
        grid.height = heads + feet + rows * (headGap() + grid.cell.height()) + (rows - 1) * rowGap();
        if (showsChart(m_figure) && !grid.chartInRow)
            grid.height += rowGap() + m_style.line + headGap() + chartHeight(grid);
    }

    double chartHeight(const Grid& grid) const {
        if (m_page.fixedHeight) // and what is left
            return leastChartHeight * m_style.em;
        const double wanted = 0.4 * spanOf(grid.columns, grid.cell.width());
        return std::clamp(wanted, leastChartHeight * m_style.em, greatestChartHeight * m_style.em);
    }

    HeadPlace headOf(std::size_t index, const QString& title, double width) const {
        HeadPlace head{.letter = panelLetter(m_figure, index)};
        if (!head.letter.isEmpty())
            head.indent = QFontMetricsF(m_style.bold).horizontalAdvance(head.letter) + 0.45 * m_style.em;
        head.title = wrapped(title, m_style.text, width - head.indent, titleLines).lines;
        return head;
    }

    FigureLayout placed(const Grid& grid) const {
        FigureLayout layout;
        const double block = spanOf(grid.columns, grid.cell.width());
        const double left = (m_page.width - block) / 2;
        double top = m_page.margin;
        if (m_page.fixedHeight && (!showsChart(m_figure) || grid.chartInRow))
            top = std::max(top, (m_page.height - grid.height) / 2);
        double shownScale = 0;
        double bottom = top;
        for (int i = 0; i < m_count; ++i) {
            const int column = i % grid.columns;
            const auto row = static_cast<std::size_t>(i / grid.columns);
            if (column == 0)
                top = row == 0 ? top : bottom + rowGap();
            const double x = left + column * (grid.cell.width() + gap());
            layout.panels.push_back(panelAt(static_cast<std::size_t>(i), QPointF(x, top), grid, row, shownScale));
            bottom = top + grid.heads[row] + headGap() + grid.cell.height() + grid.feet[row];
        }
        if (showsChart(m_figure))
            bottom = std::max(bottom, placeChart(layout, grid, left, top, bottom));
        layout.page = QSizeF(m_page.width, m_page.fixedHeight ? m_page.height : std::ceil(bottom + m_page.margin));
        return layout;
    }

    PanelPlace panelAt(std::size_t index, QPointF at, const Grid& grid, std::size_t row, double& shownScale) const {
        const FigurePanel& panel = m_figure.content.panels[index];
        PanelPlace place{.head = headOf(index, panel.title, grid.cell.width()), .numbers = grid.numbers};
        place.head.topLeft = at;
        const QSizeF size = QSizeF(panel.picture.size()).scaled(grid.cell, Qt::KeepAspectRatio);
        const double top = at.y() + grid.heads[row] + headGap();
        place.picture = QRectF(QPointF(at.x() + (grid.cell.width() - size.width()) / 2, top), size);
        if (m_figure.options.colorBars && !panel.bars.empty())
            place.bars = QRectF(at.x(), top + grid.cell.height() + barGap(), grid.cell.width(),
                                figureBarHeight(grid.numbers, m_style));
        // Where the next panel has the same scale, it needs no bar of its own.
        const double scale = panel.modelPixels / size.width();
        if (m_figure.options.scaleBar && scale > 0 && std::abs(scale - shownScale) > 0.01 * scale) {
            place.scaleBar = roundLength(0.3 * panel.modelPixels);
            shownScale = scale;
        }
        return place;
    }

    // 1, 2 or 5 times a power of ten, at most `most`.
    static double roundLength(double most) {
        const double decade = std::pow(10, std::floor(std::log10(most)));
        return decade * (most >= 5 * decade ? 5 : most >= 2 * decade ? 2 : 1);
    }

    // Gives where it ends.
    double placeChart(FigureLayout& layout, const Grid& grid, double left, double rowTop, double rowBottom) const {
        const auto index = static_cast<std::size_t>(m_count);
        double x = left;
        double top = rowTop;
        double end = rowBottom;
        double head = grid.heads.back();
        if (grid.chartInRow) {
            x += (m_count % grid.columns) * (grid.cell.width() + gap());
        } else {
            top = rowBottom + rowGap();
            head = m_style.line;
            end = m_page.fixedHeight ? m_page.height - m_page.margin : top + head + headGap() + chartHeight(grid);
        }
        const double right = left + spanOf(grid.columns, grid.cell.width());
        layout.chartHead = headOf(index, m_figure.content.chart->title, right - x);
        layout.chartHead.topLeft = QPointF(x, top);
        layout.chart = QRectF(QPointF(x, top + head + headGap()), QPointF(right, end));
        return end;
    }

    const Figure& m_figure;
    FigurePage m_page;
    FigureStyle m_style;
    int m_count;
    double m_aspect = 0;
};

} // namespace

FigureLayout layOut(const Figure& figure) {
    return Planner(figure).layout();
}

} // namespace blurig::ui
