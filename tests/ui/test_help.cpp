// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_class.h"
#include "tests/ui/fake_file_dialogs.h"
#include "ui/dialogs/help_dialog.h"
#include "ui/dialogs/help_topics.h"
#include "ui/main_window.h"

#include <QAction>
#include <QDir>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

using namespace blurig;
using namespace blurig::ui;

namespace {

// The targets of all links of a document.
QStringList linksOf(const QTextDocument& document) {
    QStringList links;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextCharFormat format = part.fragment().charFormat();
            if (format.isAnchor())
                links << format.anchorHref();
            if (format.isImageFormat())
                links << format.toImageFormat().name();
        }
    }
    return links;
}

QString textOf(const QString& file) {
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

std::unique_ptr<MainWindow> makeWindow(const QTemporaryDir& folder) {
    return std::make_unique<MainWindow>(std::make_unique<Settings>(folder.filePath(QStringLiteral("settings.ini"))),
                                        std::make_unique<test::FakeFileDialogs>());
}

} // namespace

class TestHelp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTopicOpensFromTheMenu_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("title");
        for (const HelpTopic& topic : helpTopics())
            QTest::newRow(topic.id) << QString::fromLatin1(topic.id) << helpTitle(topic);
    }
    void everyTopicOpensFromTheMenu() {
        QFETCH(QString, id);
        QFETCH(QString, title);
        const QTemporaryDir folder;
        const auto window = makeWindow(folder);
        auto* action = window->findChild<QAction*>(QStringLiteral("help_") + id);
        QVERIFY(action);
        QCOMPARE(action->text(), title);
        action->trigger();
        const auto* dialog = window->findChild<HelpDialog*>();
        QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
        const auto* text = dialog->findChild<QTextBrowser*>(QStringLiteral("helpText"));
        QCOMPARE(text->document()->firstBlock().text(), title);
        QVERIFY(text->document()->characterCount() > 1000);
    }

    void anotherTopicTakesTheSameWindow() {
        const QTemporaryDir folder;
        const auto window = makeWindow(folder);
        for (const HelpTopic& topic : helpTopics())
            showHelp(topic, window.get());
        QCOMPARE(window->findChildren<HelpDialog*>().size(), 1);
    }

    void goesByListAndBack() {
        HelpDialog dialog;
        dialog.showTopic(helpTopics()[0]);
        auto* topics = dialog.findChild<QListWidget*>(QStringLiteral("helpTopics"));
        auto* text = dialog.findChild<QTextBrowser*>(QStringLiteral("helpText"));
        auto* back = dialog.findChild<QPushButton*>(QStringLiteral("helpBack"));
        QCOMPARE(topics->currentRow(), 0);
        QVERIFY(!back->isEnabled());
        topics->setCurrentRow(2);
        QCOMPARE(text->source(), helpPage(helpTopics()[2]));
        back->click();
        QCOMPARE(text->source(), helpPage(helpTopics()[0]));
        QCOMPARE(topics->currentRow(), 0);
        text->setSource(QUrl(QStringLiteral("comparing.md"))); // as a click on the link does
        QCOMPARE(text->document()->firstBlock().text(), helpTitle(helpTopics()[1]));
        QCOMPARE(topics->currentRow(), 1);
        back->click();
        QCOMPARE(text->source(), helpPage(helpTopics()[0]));
    }

    void linksLeadToTopics_data() { everyTopicOpensFromTheMenu_data(); }
    void linksLeadToTopics() {
        QFETCH(QString, id);
        HelpDialog dialog;
        auto* text = dialog.findChild<QTextBrowser*>(QStringLiteral("helpText"));
        const QUrl page = QUrl(QStringLiteral("qrc:/help/%1.md").arg(id));
        text->setSource(page);
        for (const QString& link : linksOf(*text->document())) {
            const QUrl target = page.resolved(QUrl(link));
            const bool isTopic = std::ranges::any_of(
                helpTopics(), [&target](const HelpTopic& topic) { return helpPage(topic) == target; });
            QVERIFY2(isTopic, qPrintable(link));
            text->setSource(target);
            QVERIFY2(text->document()->characterCount() > 1000, qPrintable(link));
        }
    }

    void everyTextIsATopic() {
        const QStringList files =
            QDir(QStringLiteral(BLURIG_SOURCE "/resources/help")).entryList({QStringLiteral("*.md")});
        QStringList topics;
        for (const HelpTopic& topic : helpTopics())
            topics << QString::fromLatin1(topic.id) + QLatin1String(".md");
        topics.sort();
        QCOMPARE(topics, files);
    }

    void linksOfTextsLeadToFiles_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("README") << QStringLiteral("README.md");
        QTest::newRow("CHANGELOG") << QStringLiteral("CHANGELOG.md");
        for (const HelpTopic& topic : helpTopics())
            QTest::newRow(topic.id) << QStringLiteral("resources/help/%1.md").arg(QLatin1String(topic.id));
    }
    void linksOfTextsLeadToFiles() {
        QFETCH(QString, file);
        const QFileInfo source(QDir(QStringLiteral(BLURIG_SOURCE)), file);
        QTextDocument document;
        document.setMarkdown(textOf(source.filePath()));
        QVERIFY(!document.isEmpty());
        const QStringList links = linksOf(document);
        QVERIFY(file != QLatin1String("README.md") || links.size() > 8);
        for (const QString& link : links)
            QVERIFY2(source.dir().exists(link), qPrintable(link));
    }
};

BLURIG_TEST(TestHelp)
#include "test_help.moc"
