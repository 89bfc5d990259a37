// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/evaluate/append_table.h"
#include "core/evaluate/merge_tables.h"
#include "tests/support/test_class.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace blurig;

namespace {

using Row = AppendTable::Row;
const std::vector<std::string> columns{"key", "photo", "value"};

QByteArray contents(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void append(const std::filesystem::path& path, const QByteArray& bytes) {
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::Append) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
}

} // namespace

class TestAppendTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsComeBackAsTheyWere() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("rows.csv").toStdString();
        const std::vector<Row> rows{{{"key", "1"}, {"photo", "a, \"b\".png"}, {"value", "0.25"}},
                                    {{"key", "2"}, {"photo", "c\nd"}, {"value", ""}}};
        {
            AppendTable table(file, columns);
            table.append(rows);
        }
        AppendTable table(file, columns);
        std::vector<Row> read = table.takeRows();
        QCOMPARE(read.size(), rows.size());
        QCOMPARE(read[0], rows[0]);
        QCOMPARE(read[1].at("photo"), std::string("c d")); // a row is a line
    }

    // Wherever a process is killed within its last row, the rows before are there and the rest goes.
    void aRowWithoutAnEndIsTakenAway() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("rows.csv").toStdString();
        {
            AppendTable table(file, columns);
            table.append(Row{{"key", "1"}, {"photo", "a"}, {"value", "1"}});
        }
        const QByteArray whole = contents(file);
        const QByteArray next = "2,\"b\",0.5";
        for (qsizetype cut = 1; cut <= next.size(); ++cut) {
            append(file, next.first(cut));
            AppendTable table(file, columns);
            QCOMPARE(table.takeRows().size(), std::size_t{1});
            QCOMPARE(contents(file), whole);
        }
    }

    void newColumnsAreAdded() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("rows.csv").toStdString();
        {
            AppendTable table(file, {"key", "a"});
            table.append(Row{{"key", "1"}, {"a", "x"}});
        }
        AppendTable table(file, {"key", "b"});
        QCOMPARE(table.columns(), (std::vector<std::string>{"key", "a", "b"}));
        table.append(Row{{"key", "2"}, {"b", "y"}});
        QCOMPARE(contents(file), QByteArray("key,a,b\n1,x,\n2,,y\n"));
    }

    void otherFilesAndOtherWritersAreRefused() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("rows.csv").toStdString();
        AppendTable table(file, columns);
        QVERIFY_EXCEPTION_THROWN(AppendTable(file, columns), Error); // two at a time
        const std::filesystem::path other = folder.filePath("other.csv").toStdString();
        append(other, "name,age\nx,3\n");
        QVERIFY_EXCEPTION_THROWN(AppendTable(other, columns), Error);
        append(other, "x\n");
        QVERIFY_EXCEPTION_THROWN(readCsv(other), Error);
        QCOMPARE(contents(other), QByteArray("name,age\nx,3\nx\n")); // it stays as it was
    }

    // A limit of the file's size stands for a full disk: a part of the row fits.
    void aFullDiskLeavesWholeRows() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("rows.csv").toStdString();
        AppendTable table(file, columns);
        table.append(Row{{"key", "1"}, {"photo", "a"}, {"value", "1"}});
        const QByteArray whole = contents(file);
        rlimit usual{};
        getrlimit(RLIMIT_FSIZE, &usual);
        rlimit small = usual;
        small.rlim_cur = static_cast<rlim_t>(whole.size() + 3);
        const auto before = std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &small);
        std::string what;
        try {
            table.append(Row{{"key", "2"}, {"photo", "b"}, {"value", "2"}});
        } catch (const Error& error) {
            what = error.what();
        }
        setrlimit(RLIMIT_FSIZE, &usual);
        std::signal(SIGXFSZ, before);
        QVERIFY(!what.empty());
        QCOMPARE(contents(file), whole);
        table.append(Row{{"key", "2"}, {"photo", "b"}, {"value", "2"}}); // and it goes on
        QCOMPARE(contents(file), whole + "2,b,2\n");
    }

    void tablesArePutTogetherWhateverTheirOrder() {
        const QTemporaryDir folder;
        const std::filesystem::path base = folder.path().toStdString();
        const auto write = [&](const char* name, std::vector<Row> rows) {
            AppendTable table(base / name / "rows.csv", columns);
            table.append(rows);
            return base / name;
        };
        const Row a{{"key", "1"}, {"photo", "a"}, {"value", "1"}};
        const Row b{{"key", "2"}, {"photo", "b"}, {"value", "2"}};
        const Row c{{"key", "3"}, {"photo", "c"}, {"value", "3"}};
        const auto first = write("one", {c, a});
        const auto second = write("two", {b, a}); // a twice
        mergeTables({first, second}, base / "merged");
        mergeTables({second, first}, base / "again");
        QCOMPARE(contents(base / "merged" / "rows.csv"), QByteArray("key,photo,value\n1,a,1\n2,b,2\n3,c,3\n"));
        QCOMPARE(contents(base / "again" / "rows.csv"), contents(base / "merged" / "rows.csv"));
        QVERIFY_EXCEPTION_THROWN(mergeTables({base / "nowhere"}, base / "merged"), Error);
    }
};

BLURIG_TEST(TestAppendTable)
#include "test_append_table.moc"
