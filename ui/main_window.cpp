// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/main_window.h"

#include "core/explain/presets.h"

#include "ui/actions/actions.h"
#include "ui/dialogs/facts_dialog.h"
#include "ui/dialogs/help_dialog.h"
#include "ui/dialogs/sample_gallery.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/engine/engine_adapter.h"
#include "ui/engine/subject_flow.h"
#include "ui/export/exporter.h"
#include "ui/files/opener.h"
#include "ui/menus.h"
#include "ui/page_tabs.h"
#include "ui/pages/compare/compare_flow.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/explore/computation_panel.h"
#include "ui/pages/explore/explore_flow.h"
#include "ui/pages/explore/explore_page.h"
#include "ui/pages/paths/paths_flow.h"
#include "ui/pages/paths/paths_page.h"
#include "ui/panels/message_bar.h"
#include "ui/session/session.h"
#include "ui/strip/picture_strip.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QFileInfo>
#include <QInputDialog>
#include <QMimeData>
#include <QStyle>
#include <QVBoxLayout>

#include <cstdlib>
#include <utility>

namespace blurig::ui {

namespace {

constexpr QSize firstSize(1440, 900);
constexpr QSize smallestSize(1100, 700);
constexpr double secondsToEnd = 5.0; // of a batch in progress; then the process ends without it

std::size_t bytesOfGib(double gib) {
    return static_cast<std::size_t>(gib * 1024 * 1024 * 1024);
}

} // namespace

MainWindow::MainWindow(std::unique_ptr<Settings> settings, std::unique_ptr<FileDialogs> dialogs,
                       const MainWindowOptions& options, QWidget* parent)
    : QMainWindow(parent)
    , m_options(options)
    , m_settings(std::move(settings))
    , m_dialogs(std::move(dialogs))
    , m_session(new Session(this))
    , m_engine(new EngineAdapter({.device = options.device,
                                  .examinations = options.examinations,
                                  .memoryBudget = bytesOfGib(m_settings->memoryGib())},
                                 this))
    , m_subject(new SubjectFlow(m_session, m_engine, this))
    , m_flow(new ExploreFlow(m_session, m_engine, m_subject, this))
    , m_compareFlow(new CompareFlow(m_session, m_engine, m_subject, this))
    , m_pathsFlow(new PathsFlow(m_session, m_engine, m_flow, this))
    , m_actions(new Actions(this))
    , m_messages(new MessageBar(this))
    , m_page(new ExplorePage(m_session, m_flow, m_actions, m_settings.get(), this))
    , m_compare(new ComparePage(m_session, m_flow, m_compareFlow, m_settings.get(), m_dialogs.get(), this))
    , m_paths(new PathsPage(m_session, m_pathsFlow, m_flow, m_actions, m_settings.get(), this))
    , m_pages(new PageTabs(m_session, this))
    , m_strip(new PictureStrip(m_session, m_subject, this))
    , m_menus(new Menus({.window = this,
                         .actions = m_actions,
                         .settings = m_settings.get(),
                         .samples = samplesIn(options.samplesFolder)}))
    , m_opener(new Opener({.session = m_session,
                           .subject = m_subject,
                           .settings = m_settings.get(),
                           .dialogs = m_dialogs.get(),
                           .messages = m_messages,
                           .window = this},
                          this))
    , m_exporter(new Exporter({.session = m_session,
                               .flow = m_flow,
                               .panes = m_page->panes(),
                               .compared = m_compareFlow,
                               .grid = m_compare->grid(),
                               .pair = m_compare->pair(),
                               .paths = m_pathsFlow,
                               .pathsPage = m_paths,
                               .dialogs = m_dialogs.get(),
                               .messages = m_messages,
                               .window = this},
                              this)) {
    setObjectName(QStringLiteral("mainWindow"));
    layOutPages();
    setAcceptDrops(true);
    takeSize();
    m_opener->setAsksAboutModels(m_options.asksQuestions);
    m_session->setDisplay(m_settings->display());
    m_session->setFrame(m_settings->frame().toStdString());
    m_session->forgetHistory();
    connectFiles();
    connectStrip();
    connectEdit();
    connectHelp();
    connectTheme();
    connect(m_subject, &SubjectFlow::changed, this, &MainWindow::followSubject);
    connect(m_subject, &SubjectFlow::openingChanged, this, &MainWindow::followSubject);
    connect(m_subject, &SubjectFlow::modelExamined, m_menus, &Menus::setExamination);
    connect(m_flow, &ExploreFlow::failed, m_messages, &MessageBar::showError);
    followSubject();
}

MainWindow::~MainWindow() = default;

void MainWindow::layOutPages() {
    const Actions& actions = *m_actions;
    m_pages->add({m_page, tr("Explore"), "explore", actions[ActionId::ExplorePage]});
    m_pages->add({m_compare, tr("Compare"), "compare", actions[ActionId::ComparePage], [](Choice& choice) {
                      if (choice.compare.panes.empty())
                          choice.compare.panes = comparePresets().front().panes;
                  }});
    m_pages->add({m_paths, tr("Paths"), "paths", actions[ActionId::PathsPage]});
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_pages, 1);
    column->addWidget(m_strip);
    setCentralWidget(centre);

    connect(m_session, &Session::changed, this, [this](Session::Changes what) {
        if (what.testFlag(Session::Change::Page))
            (*m_actions)[ActionId::Flicker]->setEnabled(m_session->choice().page == "compare");
    });
    actions[ActionId::Flicker]->setEnabled(false);
    connect(actions[ActionId::Flicker], &QAction::triggered, m_compare, &ComparePage::flicker);
    connect(actions[ActionId::Cancel], &QAction::triggered, m_compareFlow, &CompareFlow::cancel);
    connect(actions[ActionId::Cancel], &QAction::triggered, m_pathsFlow, &PathsFlow::cancel);
}

// As it was left, or as at a first start; never larger than the screen leaves room for, with a title bar.
void MainWindow::takeSize() {
    setMinimumSize(smallestSize);
    resize(firstSize);
    restoreGeometry(m_settings->windowGeometry());
    if (!m_options.availableSize)
        return;
    const QSize room = m_options.availableSize(*this) - QSize(0, style()->pixelMetric(QStyle::PM_TitleBarHeight));
    setMinimumSize(smallestSize.boundedTo(room));
    if (!isMaximized() && !isFullScreen())
        resize(size().boundedTo(room));
}

void MainWindow::connectFiles() {
    const Actions& actions = *m_actions;
    connect(actions[ActionId::OpenPicture], &QAction::triggered, m_opener, &Opener::askForPicture);
    connect(actions[ActionId::OpenFolder], &QAction::triggered, m_opener, &Opener::askForFolder);
    connect(actions[ActionId::OpenModel], &QAction::triggered, m_opener, &Opener::askForModel);
    connect(actions[ActionId::SaveSession], &QAction::triggered, m_exporter, &Exporter::askAndSaveSession);
    connect(actions[ActionId::ExportView], &QAction::triggered, m_exporter, &Exporter::askAndExport);
    connect(actions[ActionId::Copy], &QAction::triggered, m_exporter, &Exporter::copyView);
    connect(actions[ActionId::Paste], &QAction::triggered, this,
            [this] { m_opener->open(*QApplication::clipboard()->mimeData()); });
    connect(actions[ActionId::Quit], &QAction::triggered, this, &QWidget::close);
    connect(m_menus, &Menus::pictureChosen, m_opener, qOverload<const QString&>(&Opener::open));
    connect(m_menus, &Menus::modelChosen, m_opener, &Opener::openModel);
    connect(m_page->computation(), &ComputationPanel::baselinePictureWanted, this, [this] {
        m_opener->askForBaseline([this](const QString& file) { m_page->computation()->setBaselinePicture(file); });
    });
    connect(m_menus, &Menus::samplesRequested, this, &MainWindow::showGallery);
    const auto cards = [this](const std::string& sha256) { return m_settings->card(sha256); };
    m_compareFlow->setRememberedCards(cards);
    connect(m_compareFlow, &CompareFlow::paneModelOpened, this,
            [this](const QString& file) { m_settings->addRecentModel(file); });
}

void MainWindow::connectStrip() {
    connect(m_opener, &Opener::folderOpened, m_strip, &PictureStrip::openFolder);
    connect(m_strip, &PictureStrip::chosen, m_opener, &Opener::openPicture);
    connect(m_strip, &PictureStrip::nothingIn, this, [this](const QString& folder) {
        m_messages->show(MessageBar::Kind::Notice, tr("There are no pictures in %1.").arg(folder));
    });
    connect((*m_actions)[ActionId::PreviousPicture], &QAction::triggered, m_strip, [this] { m_strip->step(-1); });
    connect((*m_actions)[ActionId::NextPicture], &QAction::triggered, m_strip, [this] { m_strip->step(1); });
    QAction* shown = (*m_actions)[ActionId::PictureStrip];
    connect(shown, &QAction::toggled, m_strip, &PictureStrip::setWanted);
    connect(shown, &QAction::triggered, this, [this](bool on) { m_settings->setPictureStrip(on); });
    shown->setChecked(m_settings->pictureStrip());
    m_strip->setWanted(m_settings->pictureStrip());
}

void MainWindow::connectEdit() {
    QAction* back = (*m_actions)[ActionId::Back];
    QAction* forward = (*m_actions)[ActionId::Forward];
    connect(back, &QAction::triggered, m_session, &Session::back);
    connect(forward, &QAction::triggered, m_session, &Session::forward);
    const auto enable = [this, back, forward] {
        back->setEnabled(m_session->canGoBack());
        forward->setEnabled(m_session->canGoForward());
    };
    connect(m_session, &Session::historyChanged, this, enable);
    enable();
    connect((*m_actions)[ActionId::Memory], &QAction::triggered, this, &MainWindow::askForMemory);
}

void MainWindow::connectHelp() {
    connect(m_menus, &Menus::helpRequested, this, [this](const HelpTopic& topic) { showHelp(topic, this); });
    connect((*m_actions)[ActionId::Shortcuts], &QAction::triggered, this,
            [this] { (new ShortcutsDialog(this))->open(); });
    connect((*m_actions)[ActionId::ModelInfo], &QAction::triggered, this, [this] {
        if (const auto& model = m_subject->subject().model) {
            (new FactsDialog(tr("About the model"), {}, modelFacts(*model), this))->open();
        }
    });
    connect(m_opener, &Opener::modelFactsWanted, (*m_actions)[ActionId::ModelInfo], &QAction::trigger);
    connect((*m_actions)[ActionId::DescribeModel], &QAction::triggered, m_opener, &Opener::describeModel);
    connect((*m_actions)[ActionId::RunAsFiled], &QAction::triggered, this, [this](bool asFiled) {
        m_session->edit([asFiled](Choice& choice) {
            choice.unfrozen = asFiled;
            choice.execution.clear();
        });
    });
    connect((*m_actions)[ActionId::About], &QAction::triggered, this, [this] {
        const QString about = tr("BlurIG Explorer shows at which scale a model finds its evidence.");
        (new FactsDialog(tr("About BlurIG Explorer"), about, programFacts(), this))->open();
    });
}

void MainWindow::askForMemory() {
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("memoryDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::DoubleInput);
    dialog->setWindowTitle(tr("Memory"));
    dialog->setLabelText(
        tr("Memory in GiB; half of it is for stored results. 0 stands for a quarter of the machine's memory."));
    dialog->setDoubleRange(0, 4096);
    dialog->setDoubleDecimals(2);
    dialog->setDoubleValue(m_settings->memoryGib());
    connect(dialog, &QInputDialog::doubleValueSelected, this, [this](double gib) {
        m_settings->setMemoryGib(gib);
        m_engine->setMemoryBudget(bytesOfGib(gib));
    });
    dialog->open();
}

void MainWindow::connectTheme() {
    const std::pair<ActionId, ThemeChoice> choices[]{{ActionId::ThemeSystem, ThemeChoice::System},
                                                     {ActionId::ThemeLight, ThemeChoice::Light},
                                                     {ActionId::ThemeDark, ThemeChoice::Dark}};
    for (const auto& [id, theme] : choices) {
        connect((*m_actions)[id], &QAction::triggered, this, [this, chosen = theme] {
            m_settings->setTheme(chosen);
            setTheme(chosen);
        });
    }
    setTheme(m_settings->theme());
}

void MainWindow::setTheme(ThemeChoice theme) {
    (*m_actions)[ActionId::ThemeSystem]->setChecked(theme == ThemeChoice::System);
    (*m_actions)[ActionId::ThemeLight]->setChecked(theme == ThemeChoice::Light);
    (*m_actions)[ActionId::ThemeDark]->setChecked(theme == ThemeChoice::Dark);
    applyTheme(*qApp, theme);
}

void MainWindow::showGallery() {
    auto* gallery = new SampleGallery(samplesIn(m_options.samplesFolder), this);
    connect(gallery, &SampleGallery::chosen, m_opener, qOverload<const QString&>(&Opener::open));
    m_settings->setFirstStartSeen();
    gallery->open();
}

void MainWindow::followSubject() {
    const Subject& subject = m_subject->subject();
    const QString picture =
        QFileInfo(QString::fromStdString(subject.picture.empty() ? "" : subject.picture.name())).fileName();
    setWindowTitle(picture.isEmpty() ? tr("BlurIG Explorer") : tr("%1 – BlurIG Explorer").arg(picture));
    QString model = subject.model ? QString::fromStdString(subject.model->card().name) : QString();
    if (subject.model && subject.model->network().device() == Device::Cuda)
        model += tr(" on CUDA");
    m_menus->setModelName(model);
    for (const ActionId id : {ActionId::ModelInfo, ActionId::DescribeModel, ActionId::RunAsFiled})
        (*m_actions)[id]->setEnabled(subject.model != nullptr);
    (*m_actions)[ActionId::RunAsFiled]->setChecked(m_session->choice().unfrozen);
    // A new picture takes a moment; the busy pointer says so and leaves the window usable.
    m_subject->opening() ? setCursor(Qt::BusyCursor) : unsetCursor();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!event->source() && Opener::canOpen(*event->mimeData())) // a pane let go over its own window is no picture
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    m_opener->open(*event->mimeData());
}

void MainWindow::save() {
    m_settings->setWindowGeometry(saveGeometry());
    m_page->saveLayout();
    m_compare->saveLayout();
    m_paths->saveLayout();
    m_settings->setDisplay(m_session->display());
    m_settings->setFrame(QString::fromStdString(m_session->choice().frame));
    m_settings->sync();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    save();
    hide();
    if (!m_engine->stop(secondsToEnd)) {
        // A model that never returns must not hang the close; nothing is left to save.
        std::_Exit(EXIT_SUCCESS);
    }
    event->accept();
}

} // namespace blurig::ui
