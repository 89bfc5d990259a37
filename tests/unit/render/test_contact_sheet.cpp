// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/contact_sheet.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>

using namespace blurig;

namespace {

Raster plain(std::array<std::uint8_t, 3> color) {
    auto rgba = std::make_shared<std::vector<std::uint8_t>>(16, std::uint8_t{255});
    for (std::size_t at = 0; at < rgba->size(); at += 4)
        std::copy(color.begin(), color.end(), rgba->begin() + static_cast<std::ptrdiff_t>(at));
    return {2, 2, rgba};
}

std::size_t count(const Raster& raster, std::array<std::uint8_t, 3> color) {
    std::size_t found = 0;
    for (std::size_t at = 0; at < raster.rgba->size(); at += 4)
        found +=
            std::equal(color.begin(), color.end(), raster.rgba->begin() + static_cast<std::ptrdiff_t>(at)) ? 1U : 0U;
    return found;
}

constexpr std::array<std::uint8_t, 3> red{200, 0, 0};
constexpr std::array<std::uint8_t, 3> blue{0, 0, 200};

ContactSheet sheetOfTwo() {
    ContactSheet sheet;
    sheet.cellWidth = 60;
    sheet.cellHeight = 40;
    sheet.rows = {{"", {{plain(red), ""}, {plain(blue), ""}}, std::nullopt}};
    return sheet;
}

} // namespace

class TestContactSheet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cellsAreDrawnInFull() {
        const Raster drawn = renderSheet(sheetOfTwo());
        QCOMPARE(count(drawn, red), std::size_t{60 * 40});
        QCOMPARE(count(drawn, blue), std::size_t{60 * 40});
    }

    void captionsNeverCoverCells() {
        ContactSheet sheet = sheetOfTwo();
        sheet.title = "A title that is far too long for so small a sheet of pictures";
        sheet.columns = {"sigma 50.0", "a column's caption that does not fit"};
        sheet.rows[0].caption = "two\nlines";
        sheet.rows[0].cells[1].caption = "also much longer than its cell";
        sheet.rows[0].bar = SheetBar{&colorMaps().front(), "-1", "0", "1"};
        sheet.footer = {"one", "two"};
        const Raster drawn = renderSheet(sheet);
        QCOMPARE(count(drawn, red), std::size_t{60 * 40});
        QCOMPARE(count(drawn, blue), std::size_t{60 * 40});
        QVERIFY(drawn.height > renderSheet(sheetOfTwo()).height);
        QVERIFY(drawn.width > renderSheet(sheetOfTwo()).width);
    }

    void theBarsWordsHaveTheirEndsColors() {
        ContactSheet sheet = sheetOfTwo();
        sheet.rows[0].bar = SheetBar{.colors = &colorMaps().front(), .low = "-1", .middle = "0", .high = "1"};
        const Raster plainBar = renderSheet(sheet);
        sheet.rows[0].bar->lowWords = "speaks against " + std::string(300, 'x');
        sheet.rows[0].bar->highWords = "supports tabby";
        const Raster drawn = renderSheet(sheet);
        QCOMPARE(count(drawn, red), std::size_t{60 * 40});
        QVERIFY(drawn.width > plainBar.width);
        QVERIFY(drawn.width < plainBar.width + 250); // shortened
        for (const auto& end : {colorMaps().front().colors.front(), colorMaps().front().colors.back()})
            QVERIFY(count(drawn, end) > count(plainBar, end));
    }

    void aNoticeIsReadInFull() {
        ContactSheet sheet = sheetOfTwo();
        sheet.notice = "short";
        const int one = renderSheet(sheet).height;
        for (int i = 0; i < 30; ++i)
            sheet.notice += " words";
        const Raster drawn = renderSheet(sheet);
        QVERIFY(drawn.height > one + 5 * 19); // lines
        QCOMPARE(drawn.width, renderSheet(sheetOfTwo()).width);
        QCOMPARE(count(drawn, red), std::size_t{60 * 40});
        sheet.notice = std::string(400, 'x');
        QCOMPARE(renderSheet(sheet).height, one); // a word is not broken
    }

    void wordsFromAnyLanguageAreSafe() {
        ContactSheet sheet = sheetOfTwo();
        sheet.title = "\xcf\x83 = 5, cr\xc3\xa8me \xff\n\t";
        QVERIFY(!renderSheet(sheet).empty());
    }

    void anEmptySheetIsWhite() {
        const Raster drawn = renderSheet({});
        QCOMPARE(count(drawn, {255, 255, 255}), drawn.rgba->size() / 4);
    }
};

BLURIG_TEST(TestContactSheet)
#include "test_contact_sheet.moc"
