// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/contact_sheet.h"

#include "core/render/lab.h"
#include "core/render/map_render.h"
#include "core/render/raster_mat.h"
#include "core/render/text_drawing.h"

#include <algorithm>
#include <sstream>

namespace blurig {

namespace {

constexpr int margin = 16;
constexpr int gap = 8;
constexpr int lineHeight = 19;
constexpr int barWidth = 14;
constexpr int mostWordsWidth = 190; // px
const TextStyle titleStyle{12, 1.5, {20, 20, 20}};
const TextStyle captionStyle{9, 1.1, {30, 30, 30}};
const TextStyle quietStyle{8, 0.9, {90, 90, 90}};

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> result;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        result.push_back(line);
    return result;
}

// Where everything lies; computed once from the texts and counts.
struct SheetPlan {
    int left = margin; // of the first column
    int top = margin;  // of the first row
    int columnCount = 0;
    int rowHeight = 0;
    int right = margin; // of the last column
    std::vector<std::string> notice;
    cv::Size size;

    int columnX(std::size_t column, int cellWidth) const { return left + static_cast<int>(column) * (cellWidth + gap); }
    int rowY(std::size_t row) const { return top + static_cast<int>(row) * (rowHeight + gap); }
};

int barSpace(const SheetRow& row) {
    if (!row.bar)
        return 0;
    int width = 0;
    for (const std::string& text : {row.bar->low, row.bar->middle, row.bar->high})
        width = std::max(width, textSize(text, quietStyle).width);
    for (const std::string& text : {row.bar->lowWords, row.bar->highWords})
        width = std::max(width, textSize(shortened(text, mostWordsWidth, quietStyle), quietStyle).width);
    return gap + barWidth + 4 + width;
}

SheetPlan plan(const ContactSheet& sheet) {
    SheetPlan result;
    int captionWidth = 0;
    int barsWidth = 0;
    bool cellCaptions = false;
    for (const SheetRow& row : sheet.rows) {
        for (const std::string& line : lines(row.caption))
            captionWidth = std::max(captionWidth, textSize(line, captionStyle).width);
        barsWidth = std::max(barsWidth, barSpace(row));
        result.columnCount = std::max(result.columnCount, static_cast<int>(row.cells.size()));
        for (const SheetCell& cell : row.cells)
            cellCaptions = cellCaptions || !cell.caption.empty();
    }
    result.left += captionWidth > 0 ? captionWidth + gap : 0;
    result.top += (sheet.title.empty() ? 0 : lineHeight + gap) + (sheet.columns.empty() ? 0 : lineHeight);
    result.rowHeight = sheet.cellHeight + (cellCaptions ? lineHeight : 0);
    result.right = result.columnX(static_cast<std::size_t>(result.columnCount), sheet.cellWidth) - gap;
    const int bottom = result.rowY(sheet.rows.size()) - gap;
    const int width = result.right + barsWidth + margin;
    result.notice = wrapped(sheet.notice, width - 2 * margin, captionStyle);
    const auto lineCount = static_cast<int>(result.notice.size() + sheet.footer.size());
    result.size = {width, bottom + (lineCount == 0 ? 0 : gap) + lineCount * lineHeight + margin};
    return result;
}

void centred(cv::Mat4b& pixels, const std::string& text, int left, int width, int baseLine, const TextStyle& style) {
    const std::string shown = shortened(text, width, style);
    drawText(pixels, shown, {left + (width - textSize(shown, style).width) / 2, baseLine}, style);
}

void drawBar(cv::Mat4b& pixels, const SheetBar& bar, int left, int top, int height) {
    for (int y = 0; y < height; ++y) {
        const auto& color = bar.colors->colors[static_cast<std::size_t>(255 - y * 255 / std::max(height - 1, 1))];
        pixels(cv::Rect(left, top + y, barWidth, 1)).setTo(cv::Scalar(color[0], color[1], color[2], 255));
    }
    const int capital = static_cast<int>(quietStyle.height);
    const int textLeft = left + barWidth + 4;
    drawText(pixels, bar.high, {textLeft, top + capital}, quietStyle);
    drawText(pixels, bar.middle, {textLeft, top + (height + capital) / 2}, quietStyle);
    drawText(pixels, bar.low, {textLeft, top + height - 1}, quietStyle);
    const auto drawWords = [&](const std::string& words, const std::array<std::uint8_t, 3>& color, int baseLine) {
        TextStyle style = quietStyle;
        if (readableOn({255, 255, 255}, color))
            style.color = {color[0], color[1], color[2]};
        drawText(pixels, shortened(words, mostWordsWidth, style), {textLeft, baseLine}, style);
    };
    drawWords(bar.highWords, bar.colors->colors.back(), top + capital + lineHeight);
    drawWords(bar.lowWords, bar.colors->colors.front(), top + height - 1 - lineHeight);
}

void drawRow(cv::Mat4b& pixels, const ContactSheet& sheet, const SheetPlan& where, std::size_t index) {
    const SheetRow& row = sheet.rows[index];
    const int top = where.rowY(index);
    const std::vector<std::string> caption = lines(row.caption);
    int baseLine = top + (sheet.cellHeight - static_cast<int>(caption.size()) * lineHeight) / 2 + lineHeight - 5;
    for (const std::string& line : caption) {
        drawText(pixels, line, {margin, baseLine}, captionStyle);
        baseLine += lineHeight;
    }
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const SheetCell& cell = row.cells[column];
        const int left = where.columnX(column, sheet.cellWidth);
        matOf(scaled(cell.picture, sheet.cellWidth, sheet.cellHeight))
            .copyTo(pixels(cv::Rect(left, top, sheet.cellWidth, sheet.cellHeight)));
        centred(pixels, cell.caption, left, sheet.cellWidth, top + sheet.cellHeight + lineHeight - 6, quietStyle);
    }
    if (row.bar)
        drawBar(pixels, *row.bar, where.right + gap, top, sheet.cellHeight);
}

} // namespace

Raster renderSheet(const ContactSheet& sheet) {
    const SheetPlan where = plan(sheet);
    cv::Mat4b pixels(where.size, cv::Vec4b(255, 255, 255, 255));
    const int width = where.size.width - 2 * margin;
    drawText(pixels, shortened(sheet.title, width, titleStyle), {margin, margin + 14}, titleStyle);
    for (std::size_t column = 0; column < sheet.columns.size(); ++column)
        centred(pixels, sheet.columns[column], where.columnX(column, sheet.cellWidth), sheet.cellWidth, where.top - 6,
                captionStyle);
    for (std::size_t row = 0; row < sheet.rows.size(); ++row)
        drawRow(pixels, sheet, where, row);
    int baseLine = where.rowY(sheet.rows.size()) + lineHeight - 5;
    for (const std::string& line : where.notice) {
        drawText(pixels, line, {margin, baseLine}, captionStyle);
        baseLine += lineHeight;
    }
    for (const std::string& line : sheet.footer) {
        drawText(pixels, shortened(line, width, quietStyle), {margin, baseLine}, quietStyle);
        baseLine += lineHeight;
    }
    return rasterOf(pixels);
}

} // namespace blurig
