// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/main_window.h"

#include "ui/actions/session_actions.h"
#include "ui/actions/theme_actions.h"
#include "ui/dialogs/facts_dialog.h"
#include "ui/dialogs/help_dialog.h"
#include "ui/dialogs/memory_dialog.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/engine/dense_opening.h"
#include "ui/engine/engine_adapter.h"
#include "ui/engine/explore_flow.h"
#include "ui/engine/subject_flow.h"
#include "ui/export/exporter.h"
#include "ui/files/opener.h"
#include "ui/files/pattern_files.h"
#include "ui/files/welcome_page.h"
#include "ui/first_marks.h"
#include "ui/menus.h"
#include "ui/page_tabs.h"
#include "ui/palette/command_palette.h"
#include "ui/panels/message_bar.h"
#include "ui/session/session.h"
#include "ui/strip/picture_strip.h"
#include "ui/top_bar.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wheel_guard.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QShortcut>
#include <QStyle>
#include <QVBoxLayout>

#include <cstdlib>
#include <utility>

namespace blurig::ui {

namespace {

constexpr QSize firstSize(1440, 900);
constexpr QSize smallestSize(960, 640);

std::size_t bytesOfGib(double gib) {
    return static_cast<std::size_t>(gib * 1024 * 1024 * 1024);
}

} // namespace

MainWindow::MainWindow(std::unique_ptr<Settings> settings, std::unique_ptr<FileDialogs> dialogs,
                       const MainWindowOptions& options, QWidget* parent)
    : QMainWindow(parent)
    , m_options(options)
    , m_samples(
          samplesIn(options.samplesFolder, options.soundModel.isEmpty() ? SampleKinds::Pictures : SampleKinds::All))
    , m_settings(std::move(settings))
    , m_dialogs(std::move(dialogs))
    , m_session(new Session(this))
    , m_engine(new EngineAdapter({.device = options.device,
                                  .examinations = options.examinations,
                                  .formats = options.formats,
                                  .memoryBudget = bytesOfGib(m_settings->memoryGib())},
                                 this))
    , m_subject(new SubjectFlow(m_session, m_engine, this))
    , m_flow(new ExploreFlow(m_session, m_engine, m_subject, this))
    , m_denseOpening(new DenseOpening(m_session, m_subject, m_flow, this))
    , m_actions(new Actions(actionsOf(options.pages), this))
    , m_themes(new ThemeActions(*m_actions, m_settings.get(), this))
    , m_messages(new MessageBar(this))
    , m_pages(new PageTabs(options.pages,
                           {.session = m_session,
                            .engine = m_engine,
                            .subject = m_subject,
                            .slider = m_flow,
                            .actions = m_actions,
                            .settings = m_settings.get(),
                            .dialogs = m_dialogs.get()},
                           this))
    , m_welcome(new WelcomePage(m_samples, this))
    , m_strip(new PictureStrip(m_subject, this))
    , m_menus(new Menus({.window = this, .actions = m_actions, .settings = m_settings.get(), .samples = m_samples}))
    , m_opener(new Opener({.session = m_session,
                           .subject = m_subject,
                           .settings = m_settings.get(),
                           .dialogs = m_dialogs.get(),
                           .messages = m_messages,
                           .window = this,
                           .formats = options.formats,
                           .pictureModel = options.pictureModel,
                           .soundModel = options.soundModel},
                          this))
    , m_exporter(new Exporter({.view = [this] { return shownPage()->view(); },
                               .choice = [this] { return m_pages->shownChoice(); },
                               .settings = m_settings.get(),
                               .dialogs = m_dialogs.get(),
                               .messages = m_messages,
                               .window = this},
                              this)) {
    setObjectName(QStringLiteral("mainWindow"));
    layOut();
    setAcceptDrops(true);
    takeSize();
    m_opener->setAsksAboutModels(m_options.asksQuestions);
    m_session->setDisplay(m_settings->display());
    m_session->setFrame(m_settings->frame().toStdString());
    m_session->forgetHistory();
    new SessionActions(m_session, *m_actions, this);
    qApp->installEventFilter(new WheelGuard(this));
    connectPages();
    connectFiles();
    connectStrip();
    connectDialogs();
    connect(m_subject, &SubjectFlow::changed, this, &MainWindow::followSubject);
    connect(m_subject, &SubjectFlow::openingChanged, this, &MainWindow::followSubject);
    connect(m_subject, &SubjectFlow::modelExamined, m_menus, &Menus::setExamination);
    connect(m_opener, &Opener::photoChosen, m_denseOpening, &DenseOpening::await);
    connect(m_opener, &Opener::choiceOpened, m_denseOpening, &DenseOpening::forget);
    connect(m_flow, &ExploreFlow::failed, m_messages, &MessageBar::showError);
    followSubject();
}

MainWindow::~MainWindow() = default;

const std::vector<Page*>& MainWindow::pages() const {
    return m_pages->pages();
}

Page* MainWindow::shownPage() const {
    return m_pages->shown();
}

void MainWindow::layOut() {
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new TopBar({.pages = &m_options.pages,
                            .session = m_session,
                            .slider = m_flow,
                            .actions = m_actions,
                            .menu = m_menus->whole(),
                            .model = m_menus->modelButton()},
                           centre);
    column->addWidget(bar);
    column->addWidget(m_pages, 1);
    column->addWidget(m_welcome, 1);
    m_welcome->hide();
    column->addWidget(m_strip);
    setCentralWidget(centre);
    connect(new QShortcut(Qt::Key_F10, this), &QShortcut::activated, bar, &TopBar::openMenu);
    connect(bar, &TopBar::themeSwitched, this,
            [this] { (*m_actions)[isDark(palette()) ? ActionId::ThemeLight : ActionId::ThemeDark]->trigger(); });
    QAction* fullScreen = (*m_actions)[ActionId::FullScreen];
    connect(fullScreen, &QAction::triggered, this, [this](bool on) {
        on ? setWindowState(windowState() | Qt::WindowFullScreen)
           : setWindowState(windowState() & ~Qt::WindowFullScreen);
    });
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::WindowStateChange)
        (*m_actions)[ActionId::FullScreen]->setChecked(isFullScreen());
    QMainWindow::changeEvent(event);
}

void MainWindow::connectPages() {
    for (const Page* page : pages()) {
        connect(page, &Page::copyRequested, m_exporter, &Exporter::copyPane);
        connect(page, &Page::copyCommandRequested, m_exporter, &Exporter::copyPaneCommand);
        connect(page, &Page::savePictureRequested, m_exporter, &Exporter::askAndSavePicture);
        connect(page, &Page::saveArrayRequested, m_exporter, &Exporter::askAndSaveArray);
        connect(page, &Page::writeRequested, m_exporter, &Exporter::write);
        connect(page, &Page::failed, m_messages, &MessageBar::showError);
    }
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
    connect(actions[ActionId::ExportFilm], &QAction::triggered, m_exporter, &Exporter::askAndExportFilm);
    connect(actions[ActionId::CopyCommand], &QAction::triggered, m_exporter, &Exporter::copyCommand);
    connect(actions[ActionId::Copy], &QAction::triggered, m_exporter, &Exporter::copyView);
    connect(actions[ActionId::Paste], &QAction::triggered, this,
            [this] { m_opener->open(*QApplication::clipboard()->mimeData()); });
    connect(actions[ActionId::Quit], &QAction::triggered, this, &QWidget::close);
    connect(m_menus, &Menus::pictureChosen, m_opener, qOverload<const QString&>(&Opener::open));
    connect(m_menus, &Menus::modelChosen, m_opener, &Opener::openModel);
    auto* patterns = new PatternFiles(this);
    connect(m_menus, &Menus::patternChosen, patterns, &PatternFiles::write);
    connect(patterns, &PatternFiles::written, m_opener, qOverload<const QString&>(&Opener::open));
    connect(patterns, &PatternFiles::failed, m_messages, &MessageBar::showError);
    connect(m_menus, &Menus::samplesRequested, this, &MainWindow::showWelcome);
    connect(m_welcome, &WelcomePage::chosen, m_opener, qOverload<const QString&>(&Opener::open));
    connect(m_welcome, &WelcomePage::pictureWanted, m_opener, &Opener::askForPicture);
    connect(m_welcome, &WelcomePage::modelWanted, m_opener, &Opener::askForModel);
    connect(m_welcome, &WelcomePage::closed, this, &MainWindow::leaveWelcome);
    connect(m_opener, &Opener::photoChosen, this, &MainWindow::leaveWelcome);
    connect(m_opener, &Opener::choiceOpened, this, &MainWindow::leaveWelcome);
}

void MainWindow::connectStrip() {
    connect(m_opener, &Opener::folderOpened, m_strip, &PictureStrip::openFolder);
    connect(m_strip, &PictureStrip::chosen, m_opener, &Opener::openPicture);
    connect(m_strip, &PictureStrip::nothingIn, this, [this](const QString& folder) {
        m_messages->show(MessageBar::Kind::Notice, tr("There are no pictures and no sounds in %1.").arg(folder));
    });
    connect((*m_actions)[ActionId::PreviousPicture], &QAction::triggered, m_strip, [this] { m_strip->step(-1); });
    connect((*m_actions)[ActionId::NextPicture], &QAction::triggered, m_strip, [this] { m_strip->step(1); });
    QAction* shown = (*m_actions)[ActionId::PictureStrip];
    connect(shown, &QAction::toggled, m_strip, &PictureStrip::setWanted);
    connect(shown, &QAction::triggered, this,
            [this](bool on) { m_settings->setShown(ActionId::PictureStrip.word, on); });
    const auto place = [this] { m_strip->setHasPlace(m_pages->shownDescription().hasStrip); };
    connect(m_session, &Session::changed, m_strip, place);
    place();
    const bool wanted = m_settings->isShown(ActionId::PictureStrip.word);
    shown->setChecked(wanted);
    m_strip->setWanted(wanted);
}

void MainWindow::connectDialogs() {
    auto* palette = new CommandPalette({.session = m_session,
                                        .flow = m_flow,
                                        .actions = m_actions,
                                        .settings = m_settings.get(),
                                        .opener = m_opener,
                                        .samples = m_samples},
                                       this);
    connect((*m_actions)[ActionId::CommandPalette], &QAction::triggered, palette, &CommandPalette::toggle);
    connect(m_menus, &Menus::helpRequested, this, [this](const HelpTopic& topic) { showHelp(topic, this); });
    connect((*m_actions)[ActionId::Memory], &QAction::triggered, this, &MainWindow::askForMemory);
    connect((*m_actions)[ActionId::Shortcuts], &QAction::triggered, this,
            [this] { (new ShortcutsDialog(m_actions->specs(), this))->open(); });
    connect((*m_actions)[ActionId::ModelInfo], &QAction::triggered, this, [this] {
        if (const auto& model = m_subject->subject().model) {
            (new FactsDialog(tr("About the model"), {}, modelFacts(*model), this))->open();
        }
    });
    connect(m_opener, &Opener::modelFactsWanted, (*m_actions)[ActionId::ModelInfo], &QAction::trigger);
    connect((*m_actions)[ActionId::DescribeModel], &QAction::triggered, m_opener, &Opener::describeModel);
    connect((*m_actions)[ActionId::About], &QAction::triggered, this, [this] {
        const QString about = tr("BlurIG Explorer shows at which scale a model finds its evidence.");
        (new FactsDialog(tr("About BlurIG Explorer"), about, programFacts(), this))->open();
    });
}

void MainWindow::askForMemory() {
    auto* dialog = new MemoryDialog(m_settings->memoryGib(), this);
    connect(dialog, &QInputDialog::doubleValueSelected, this, [this](double gib) {
        m_settings->setMemoryGib(gib);
        m_engine->setMemoryBudget(bytesOfGib(gib));
    });
    dialog->open();
}

void MainWindow::setTheme(ThemeChoice theme) {
    m_themes->set(theme);
}

void MainWindow::showWelcome() {
    m_welcome->setCanClose(!m_subject->subject().picture.empty());
    m_pages->setVisible(false);
    m_welcome->show();
}

void MainWindow::leaveWelcome() {
    if (m_welcome->isHidden())
        return;
    m_welcome->hide();
    m_pages->setVisible(true);
    shownPage()->setFocus();
    if (firstStart())
        showMarks();
}

// Once there is a map, which is what they are about.
void MainWindow::showMarks() {
    m_settings->setFirstStartSeen();
    auto* chart = findChild<QWidget*>(QStringLiteral("scaleChart"));
    auto* sentence = findChild<QWidget*>(QStringLiteral("bulkSentence"));
    auto* target = findChild<QWidget*>(QStringLiteral("targetButton"));
    std::vector<FirstMarks::Mark> marks{
        {chart, tr("This is the slider. Drag it from the blurred end at the right to the sharp photo at the left, or "
                   "use the arrow keys: all panes follow.")},
        {sentence, tr("This sentence says where the score changes while the photo is sharpened. The bracket in the "
                      "chart marks the same scales.")},
        {target, tr("This class is explained. Choose another one here, any class of a kind, or one class rather than "
                    "another.")}};
    auto* waiting = new QObject(this);
    connect(m_flow, &ExploreFlow::exploreChanged, waiting, [this, marks, waiting] {
        if (!m_flow->view().explore.state || m_flow->view().exploreActivity.running)
            return;
        waiting->deleteLater();
        QObject::disconnect(m_flow, nullptr, waiting, nullptr);
        new FirstMarks(marks, this);
    });
}

void MainWindow::followSubject() {
    const Subject& subject = m_subject->subject();
    const QString picture =
        QFileInfo(QString::fromStdString(subject.picture.empty() ? "" : subject.picture.name())).fileName();
    setWindowTitle(picture.isEmpty() ? tr("BlurIG Explorer") : tr("%1 – BlurIG Explorer").arg(picture));
    QString model = subject.model ? QString::fromStdString(subject.model->card.name) : QString();
    if (subject.model && subject.model->network.device == Device::Cuda)
        model += tr(" on CUDA");
    m_menus->setModelName(model);
    for (const ActionId id : {ActionId::ModelInfo, ActionId::DescribeModel, ActionId::RunAsFiled})
        (*m_actions)[id]->setEnabled(subject.model != nullptr);
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
    for (const Page* page : pages())
        page->saveLayout();
    m_settings->setDisplay(m_session->choice().panes.front().display);
    m_settings->setFrame(QString::fromStdString(m_session->choice().frame));
    m_settings->sync();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    save();
    hide();
    if (!m_engine->stop(m_options.secondsToEnd))
        m_options.endProcess(); // a model that never returns must not hang the close; nothing is left to save
    event->accept();
}

} // namespace blurig::ui
