// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/methods/parameter.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <clocale>

using namespace blurig;

namespace {

Parameters sample() {
    using Type = ParameterSpec::Type;
    return Parameters({
        {.key = "fast", .label = "Fast", .help = "", .type = Type::Flag, .defaultValue = false},
        {.key = "steps",
         .label = "Steps",
         .help = "",
         .type = Type::Integer,
         .defaultValue = std::int64_t{64},
         .minimum = 2,
         .maximum = 100},
        {.key = "tolerance",
         .label = "Tolerance",
         .help = "",
         .unit = "px",
         .type = Type::Real,
         .defaultValue = 0.01,
         .minimum = 0,
         .unsetWord = "off"},
        {.key = "kind",
         .label = "Kind",
         .help = "",
         .type = Type::Choice,
         .defaultValue = std::string("black"),
         .choices = {"black", "white"}},
        {.key = "kinds",
         .label = "Kinds",
         .help = "",
         .type = Type::Choice,
         .defaultValue = std::string("black"),
         .choices = {"black", "white", "black+white"},
         .several = true},
        {.key = "sigma",
         .label = "Sigma",
         .help = "",
         .type = Type::Real,
         .defaultValue = std::monostate(),
         .minimum = 0.1,
         .unsetWord = "auto"},
        {.key = "name", .label = "Name", .help = "", .type = Type::Text, .defaultValue = std::string()},
    });
}

} // namespace

class TestParameter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hasDefaults() {
        const Parameters p = sample();
        QCOMPARE(p.flag("fast"), false);
        QCOMPARE(p.integer("steps"), std::int64_t{64});
        QCOMPARE(*p.real("tolerance"), 0.01);
        QCOMPARE(p.text("kind"), std::string("black"));
        QVERIFY(!p.real("sigma"));
        QVERIFY(!p.isSet("sigma"));
    }

    void readsText_data() {
        QTest::addColumn<std::string>("key");
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("back");
        const auto row = [](const char* key, const char* text, const char* back) {
            QTest::addRow("%s = %s", key, text) << std::string(key) << std::string(text) << std::string(back);
        };
        row("fast", "true", "true");
        row("fast", "on", "true");
        row("fast", "0", "false");
        row("steps", "100", "100");
        row("tolerance", "1e-3", "0.001");
        row("tolerance", "0.1", "0.1");
        row("tolerance", "off", "off");
        row("kind", "white", "white");
        row("kinds", "black+white", "black+white");
        row("kinds", " white, black", "white,black");
        row("sigma", "50", "50");
        row("sigma", "auto", "auto");
        row("name", "a b, c", "a b, c");
    }

    // Also where the C library writes a comma for the point.
    void readsText() {
        QFETCH(std::string, key);
        QFETCH(std::string, text);
        QFETCH(std::string, back);
        std::setlocale(LC_ALL, "de_DE.UTF-8");
        Parameters p = sample();
        p.set(key, text);
        QCOMPARE(p.asText(key), back);
        Parameters again = sample();
        again.set(key, p.asText(key));
        QVERIFY(again == p);
        std::setlocale(LC_ALL, "C");
    }

    void refuses_data() {
        QTest::addColumn<std::string>("key");
        QTest::addColumn<std::string>("text");
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const char* key, const char* text, const QStringList& parts) {
            QTest::addRow("%s = %s", key, text) << std::string(key) << std::string(text) << parts;
        };
        row("spteps", "3", {"spteps", "no such parameter", "fast, steps, tolerance"});
        row("fast", "maybe", {"fast", "\"maybe\"", "true or false"});
        row("steps", "many", {"steps", "\"many\"", "whole number from 2 to 100"});
        row("steps", "3.5", {"\"3.5\"", "not a whole number"});
        row("steps", "", {"\"\"", "not a whole number"});
        row("steps", "99999999999999999999", {"not a whole number"});
        row("steps", "1", {"1 is too small", "from 2 to 100"});
        row("steps", "101", {"101 is too large"});
        row("tolerance", "-0.1", {"-0.1 is too small", "at least 0 px", "or off"});
        row("tolerance", "0,5", {"\"0,5\" is not a number"});
        row("tolerance", "nan", {"not a finite number"});
        row("tolerance", "inf", {"not a finite number"});
        row("tolerance", "auto", {"\"auto\" is not a number"});
        row("kind", "green", {"\"green\" is not known", "one of black, white"});
        row("kinds", "black,green", {"\"green\" is not known", "one or more of black, white, black+white"});
        row("kinds", "black,white, black", {"\"black\" is named twice"});
        row("kinds", "", {"\"\" is not known"});
        row("kinds", ",", {"\"\" is not known"});
        row("sigma", "0", {"too small", "or auto"});
    }

    void refuses() {
        QFETCH(std::string, key);
        QFETCH(std::string, text);
        QFETCH(QStringList, parts);
        Parameters p = sample();
        try {
            p.set(key, text);
            QFAIL("accepted");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::Argument);
            const QString message = error.what();
            for (const QString& part : parts)
                QVERIFY2(message.contains(part), qPrintable(message + " lacks " + part));
        }
        QVERIFY(p == sample());
    }

    void takesValues() {
        Parameters p = sample();
        p.set("steps", std::int64_t{7});
        p.set("tolerance", std::int64_t{1}); // a whole number is a number
        p.set("sigma", 2.5);
        p.set("kind", "white");
        QCOMPARE(p.integer("steps"), std::int64_t{7});
        QCOMPARE(*p.real("tolerance"), 1.0);
        QCOMPARE(*p.real("sigma"), 2.5);
        QCOMPARE(p.text("kind"), std::string("white"));
        p.set("sigma", ParameterValue());
        QVERIFY(!p.real("sigma"));
        QVERIFY_THROWS_EXCEPTION(Error, p.set("steps", ParameterValue()));
        QVERIFY_THROWS_EXCEPTION(Error, p.set("steps", 2.0));
        QVERIFY_THROWS_EXCEPTION(Error, p.set("fast", std::int64_t{1}));
    }
};

BLURIG_TEST(TestParameter)
#include "test_parameter.moc"
