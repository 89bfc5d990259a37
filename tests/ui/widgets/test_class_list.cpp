// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "ui/widgets/class_list.h"
#include "ui/widgets/class_model.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace blurig;
using namespace blurig::ui;

namespace {

std::vector<ClassRow> thousand() {
    std::vector<ClassRow> rows;
    for (int i = 0; i < 1000; ++i)
        rows.push_back({.index = i,
                        .name = QStringLiteral("class %1 of many").arg(i),
                        .wordNetId = QStringLiteral("n%1").arg(2000000 + i, 8, 10, QLatin1Char('0')),
                        .score = i == 967 ? 0.951 : 1e-5 * (i % 97)});
    rows[967].name = "espresso";
    rows[134].name = rows[517].name = "crane";
    rows[7].name = "<b>cock</b>";
    return rows;
}

} // namespace

class TestClassList : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_list.reset(); }

    void showsTheTopTen();
    void marksTheTarget();
    void finds_data();
    void finds();
    void enterChooses();
    void arrowsWalk();
    void clickChooses();
    void ambiguousNamesShowTheirId();
    void logitsAreNoPercentages();
    void strangersWordsStayPlain();

private:
    QString top(int row, int role = ClassModel::NameRole) const {
        return m_view->model()->index(row, 0).data(role).toString();
    }
    std::unique_ptr<ClassList> m_list;
    QLineEdit* m_search = nullptr;
    QListView* m_view = nullptr;
};

void TestClassList::init() {
    m_list = std::make_unique<ClassList>();
    m_list->resize(260, 460);
    m_list->setClasses(thousand());
    m_list->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
    m_search = m_list->findChild<QLineEdit*>("classSearch");
    m_view = m_list->findChild<QListView*>("classView");
    QVERIFY(m_search != nullptr && m_view != nullptr);
}

void TestClassList::showsTheTopTen() {
    QCOMPARE(m_view->model()->rowCount(), 10);
    QCOMPARE(top(0), QString("espresso"));
    QCOMPARE(top(0, ClassModel::ScoreTextRole), QString("95.1 %"));
    QCOMPARE(top(1, ClassModel::ScoreTextRole), QString("0.1 %"));
}

void TestClassList::marksTheTarget() {
    m_list->setTarget({967});
    QVERIFY(m_view->model()->index(0, 0).data(ClassModel::TargetRole).toBool());
    QCOMPARE(m_view->model()->rowCount(), 10);
    m_list->setTarget({0}); // not among the ten: comes after them
    QCOMPARE(m_view->model()->rowCount(), 11);
    QVERIFY(m_view->model()->index(10, 0).data(ClassModel::TargetRole).toBool());
}

void TestClassList::finds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("index");
    QTest::newRow("name") << "Espresso" << 967;
    QTest::newRow("part of a name") << "presso" << 967;
    QTest::newRow("number") << "967" << 967;
    QTest::newRow("WordNet id") << "n02000967" << 967;
    QTest::newRow("WordNet id, capital") << "N02000123" << 123;
    QTest::newRow("number before names that contain it") << "3" << 3;
}

void TestClassList::finds() {
    QFETCH(QString, text);
    QFETCH(int, index);
    QTest::keyClicks(m_search, text);
    QVERIFY(m_view->model()->rowCount() > 0);
    QCOMPARE(m_view->model()->index(0, 0).data(ClassModel::IndexRole).toInt(), index);
    QTest::keyClick(m_search, Qt::Key_Escape);
    QCOMPARE(m_view->model()->rowCount(), 10);
}

void TestClassList::enterChooses() {
    QSignalSpy chosen(m_list.get(), &ClassList::chosen);
    QTest::keyClick(m_search, Qt::Key_Return); // nothing asked for
    QCOMPARE(chosen.count(), 0);
    QTest::keyClicks(m_search, "espr");
    QTest::keyClick(m_search, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front().toLongLong(), 967);
    QVERIFY(m_search->text().isEmpty());
    QSignalSpy described(m_list.get(), &ClassList::described);
    QTest::keyClicks(m_search, "any dog"); // no class: the target's own words
    const auto* hint = m_list->findChild<QLabel*>(QStringLiteral("classHint"));
    QVERIFY(!hint->isHidden() && hint->text().contains(QLatin1String("any dog")));
    QTest::keyClick(m_search, Qt::Key_Return);
    QVERIFY(hint->isHidden());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(described.count(), 1);
    QCOMPARE(described.front().front().toString(), QString("any dog"));
    QVERIFY(m_search->text().isEmpty());
}

void TestClassList::arrowsWalk() {
    QSignalSpy chosen(m_list.get(), &ClassList::chosen);
    QTest::keyClicks(m_search, "crane");
    QCOMPARE(m_view->model()->rowCount(), 2);
    QTest::keyClick(m_search, Qt::Key_Down);
    const auto second = m_view->model()->index(1, 0).data(ClassModel::IndexRole).toLongLong();
    QTest::keyClick(m_search, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front().toLongLong(), second);
    m_view->setFocus();
    m_view->setCurrentIndex(m_view->model()->index(0, 0));
    QTest::keyClick(m_view, Qt::Key_Down);
    QTest::keyClick(m_view, Qt::Key_Enter);
    QCOMPARE(chosen.count(), 2);
}

void TestClassList::clickChooses() {
    QSignalSpy chosen(m_list.get(), &ClassList::chosen);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                      m_view->visualRect(m_view->model()->index(0, 0)).center());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front().toLongLong(), 967);
}

void TestClassList::ambiguousNamesShowTheirId() {
    m_list->setTarget({134});
    const int last = m_view->model()->rowCount() - 1;
    QCOMPARE(top(last), QString("crane"));
    QCOMPARE(top(last, ClassModel::DetailRole), QString("n02000134, 134"));
    QVERIFY(top(0, ClassModel::DetailRole).isEmpty());
}

void TestClassList::logitsAreNoPercentages() {
    m_list->setClasses({{.index = 0, .name = "a", .score = 12.5}, {.index = 1, .name = "b", .score = -3}});
    QCOMPARE(top(0, ClassModel::ScoreTextRole), QString("12.5"));
    QCOMPARE(m_view->model()->index(0, 0).data(ClassModel::FractionRole).toDouble(), 1.0);
    QCOMPARE(m_view->model()->index(1, 0).data(ClassModel::FractionRole).toDouble(), 0.0);
}

void TestClassList::strangersWordsStayPlain() {
    QTest::keyClicks(m_search, "<b>");
    QCOMPARE(top(0), QString("<b>cock</b>"));
    QVERIFY(top(0, Qt::ToolTipRole).contains("&lt;b&gt;cock"));
    QVERIFY(!m_list->grab().isNull());
}

BLURIG_TEST(TestClassList)
#include "test_class_list.moc"
