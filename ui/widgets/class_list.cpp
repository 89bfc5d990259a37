// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/class_list.h"

#include "ui/widgets/class_delegate.h"
#include "ui/widgets/class_model.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace blurig::ui {

struct ClassList::Data {
    ClassModel model;
    QLineEdit* search = nullptr;
    QLabel* hint = nullptr;
    QListView* list = nullptr;
};

ClassList::ClassList(QWidget* parent)
    : QWidget(parent)
    , m(std::make_unique<Data>()) {
    setObjectName(QStringLiteral("classList"));
    m->search = new QLineEdit(this);
    m->search->setObjectName(QStringLiteral("classSearch"));
    m->search->setPlaceholderText(tr("Search all classes"));
    m->search->setAccessibleName(tr("Search all classes by name, WordNet id or number"));
    m->search->setClearButtonEnabled(true);
    m->search->setTextMargins(3, 2, 3, 2);
    m->list = new QListView(this);
    m->list->setObjectName(QStringLiteral("classView"));
    m->list->setAccessibleName(tr("Classes"));
    m->list->setModel(&m->model);
    m->list->setItemDelegate(new ClassDelegate(m->list));
    m->list->setFrameShape(QFrame::NoFrame);
    m->list->setUniformItemSizes(true);
    m->list->setMouseTracking(true);
    m->list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m->list->viewport()->setAutoFillBackground(false);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m->hint = new QLabel(this);
    m->hint->setObjectName(QStringLiteral("classHint"));
    m->hint->setTextFormat(Qt::PlainText);
    m->hint->setWordWrap(true);
    m->hint->setForegroundRole(QPalette::PlaceholderText);
    m->hint->hide();
    column->addWidget(m->search);
    column->addWidget(m->hint);
    column->addWidget(m->list, 1);

    connect(m->search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m->model.setSearch(text);
        m->list->scrollToTop();
        const QString words = text.trimmed();
        m->hint->setText(
            tr("No class has these words in its name. Enter explains the target “%1”: any NOUN, or classes "
               "joined by commas, “-” before those to subtract.")
                .arg(words));
        m->hint->setVisible(!words.isEmpty() && m->model.rowCount() == 0);
        if (!text.isEmpty()) // what Enter would choose
            m->list->setCurrentIndex(m->model.index(0));
    });
    connect(m->list, &QListView::clicked, this, &ClassList::choose);
    m->search->installEventFilter(this);
    m->list->installEventFilter(this);
}

ClassList::~ClassList() {
    m->list->setModel(nullptr); // the view outlives the data that its model is part of
}

void ClassList::setClasses(std::vector<ClassRow> all) {
    m->model.setClasses(std::move(all));
}

void ClassList::setTarget(const std::vector<ClassIndex>& target) {
    m->model.setTarget(target);
}

void ClassList::choose(const QModelIndex& index) {
    if (!index.isValid())
        return;
    const qint64 chosenClass = index.data(ClassModel::IndexRole).toLongLong();
    m->search->clear();
    if (m->search->hasFocus())
        m->list->setFocus(); // so that keys are the window's again
    Q_EMIT chosen(chosenClass);
}

bool ClassList::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool inSearch = watched == m->search;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        QModelIndex index = m->list->currentIndex();
        if (inSearch && m->search->text().trimmed().isEmpty())
            return false; // nothing asked for, nothing chosen
        if (inSearch && m->model.rowCount() == 0) {
            const QString words = m->search->text();
            m->search->clear();
            m->list->setFocus();
            Q_EMIT described(words);
            return true;
        }
        if (!index.isValid())
            index = m->model.index(0);
        choose(index);
        return true;
    }
    if (key == Qt::Key_Escape && !m->search->text().isEmpty()) {
        m->search->clear();
        return true;
    }
    if (inSearch && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        const int step = key == Qt::Key_Down ? 1 : -1;
        const int row = m->list->currentIndex().isValid() ? m->list->currentIndex().row() + step : 0;
        m->list->setCurrentIndex(m->model.index(std::clamp(row, 0, std::max(0, m->model.rowCount() - 1))));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace blurig::ui
