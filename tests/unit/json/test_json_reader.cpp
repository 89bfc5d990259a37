// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/json_reader.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <array>
#include <utility>

using namespace blurig;

namespace {

// Written with single quotes: moc loses its way in raw strings.
JsonReader reader(const char* text) {
    return JsonReader(QString(text).replace('\'', '"').toStdString(),
                      {.code = ErrorCode::ModelCard, .where = "a.json", .what = "the card", .remedy = "Mend it"});
}

template <typename Read> std::string said(Read read) {
    try {
        read();
    } catch (const Error& error) {
        return error.what();
    }
    return "nothing";
}

} // namespace

class TestJsonReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void valuesComeByKeyAndMissingOnesAreTheFallback() {
        const JsonReader card = reader("{'a': 'x', 'b': true, 'c': 1.5, 'd': 7, 'e': [1, 2], 'f': ['p'], 'g': null,"
                                       " 'h': {'i': 'j'}, 'k': [{'l': 3}, {}]}");
        QCOMPARE(card.text("a", "-"), std::string("x"));
        QCOMPARE(card.text("g", "-"), std::string("-"));
        QVERIFY(card.flag("b", false));
        QCOMPARE(card.number("c", 0), 1.5);
        QCOMPARE(card.number("z", 4), 4.0);
        QCOMPARE(card.integer("d", 0, 0, 10), std::int64_t{7});
        QVERIFY((card.numbers("e") == std::vector<double>{1, 2}));
        QVERIFY((card.texts("f") == std::vector<std::string>{"p"}));
        QVERIFY((card.textsByKey("h") == std::map<std::string, std::string>{{"i", "j"}}));
        const std::vector<JsonReader> list = card.objects("k");
        QCOMPARE(list.size(), std::size_t{2});
        QCOMPARE(list[0].integer("l", 0, 0, 9), std::int64_t{3});
        QVERIFY(card.unknownKeys().empty());
    }

    void errorsNameTheWholeKey() {
        const JsonReader card = reader("{'in': {'size': 'x', 'list': [{'w': 1}]}, 'kind': 'odd', 'n': 12}");
        const JsonReader in = card.object("in");
        QCOMPARE(said([&] { in.number("size", 0); }),
                 std::string("a.json: the card's \"in.size\" must be a number. Mend it"));
        QCOMPARE(said([&] { in.objects("list")[0].text("w", {}); }),
                 std::string("a.json: the card's \"in.list[0].w\" must be text. Mend it"));
        QCOMPARE(said([&] { card.integer("n", 0, 0, 10); }),
                 std::string("a.json: the card's \"n\" must be a whole number from 0 to 10. Mend it"));
        constexpr std::array<std::pair<int, const char*>, 2> kinds{{{1, "even"}, {2, "flat"}}};
        QCOMPARE(said([&] { card.word("kind", kinds, 1); }),
                 std::string("a.json: the card's \"kind\" is \"odd\", but must be one of even, flat. Mend it"));
        QCOMPARE(said([] { reader("[]"); }), std::string("a.json: the card must be an object. Mend it"));
        QCOMPARE(said([] { reader("{"); }), std::string("a.json: the card is not JSON. Mend it"));
    }

    void whatNobodyAskedForIsUnknown() {
        const JsonReader card =
            reader("{'a': 1, 'b': {'c': 1, 'd': {'e': 1}}, 'f': [{'g': 1, 'h': 2}], 'i': {'j': 1}}");
        card.number("a", 0);
        card.object("b").number("c", 0);
        card.objects("f")[0].number("g", 0);
        QCOMPARE(card.objectText("i"), std::string("{\"j\":1}")); // taken as a whole
        QVERIFY((card.unknownKeys() == std::vector<std::string>{"b.d", "f[0].h"}));
    }
};

BLURIG_TEST(TestJsonReader)
#include "test_json_reader.moc"
