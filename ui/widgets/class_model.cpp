// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/class_model.h"

#include "ui/widgets/number_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace blurig::ui {

namespace {

constexpr std::size_t topClasses = 10;

// How well a class meets a search, best first; none: not at all.
enum class Match { Exact, Beginning, WordBeginning, Inside, None };

// Made once for all classes: there may be tens of thousands.
struct Search {
    explicit Search(const QString& folded)
        : text(folded)
        , atWord(u' ' + folded) {
        bool isNumber = false;
        const qlonglong number = folded.toLongLong(&isNumber);
        if (isNumber && QString::number(number) == folded)
            index = number;
    }

    QString text;
    QString atWord;
    std::optional<ClassIndex> index = {};
};

Match matchOf(const ClassRow& row, const QString& folded, const Search& search) {
    if (folded == search.text || row.index == search.index ||
        row.wordNetId.compare(search.text, Qt::CaseInsensitive) == 0)
        return Match::Exact;
    if (folded.startsWith(search.text) || row.wordNetId.startsWith(search.text, Qt::CaseInsensitive))
        return Match::Beginning;
    const qsizetype place = folded.indexOf(search.text);
    if (place < 0)
        return Match::None;
    return folded.indexOf(search.atWord, place - 1) < 0 ? Match::Inside : Match::WordBeginning;
}

double ordered(double score) {
    return std::isfinite(score) ? score : -std::numeric_limits<double>::infinity();
}

} // namespace

ClassModel::ClassModel(QObject* parent)
    : QAbstractListModel(parent) {}

void ClassModel::setClasses(std::vector<ClassRow> all) {
    std::stable_sort(all.begin(), all.end(),
                     [](const ClassRow& a, const ClassRow& b) { return ordered(a.score) > ordered(b.score); });
    m_probabilities = std::all_of(all.begin(), all.end(), [](const ClassRow& row) {
        return !std::isfinite(row.score) || (row.score >= 0 && row.score <= 1);
    });
    m_greatest = all.empty() ? 1.0 : ordered(all.front().score);
    std::vector<QString> names;
    m_all.clear();
    for (ClassRow& row : all) {
        QString folded = row.name.toCaseFolded();
        names.push_back(folded);
        m_all.push_back({.row = std::move(row), .folded = std::move(folded)});
    }
    std::sort(names.begin(), names.end());
    for (Entry& entry : m_all) {
        const auto [first, last] = std::equal_range(names.begin(), names.end(), entry.folded);
        entry.ambiguous = last - first > 1;
    }
    select();
}

void ClassModel::setTarget(const std::vector<ClassIndex>& target) {
    if (target == m_target)
        return;
    m_target = target;
    select();
}

void ClassModel::setSearch(const QString& text) {
    const QString search = text.simplified().toCaseFolded();
    if (search == m_search)
        return;
    m_search = search;
    select();
}

void ClassModel::select() {
    std::vector<std::size_t> shown;
    if (m_search.isEmpty()) {
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            if (i < topClasses || isTarget(m_all[i].row.index))
                shown.push_back(i);
        }
    } else {
        const Search search(m_search);
        std::vector<std::pair<Match, std::size_t>> found;
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            const Match how = matchOf(m_all[i].row, m_all[i].folded, search);
            if (how != Match::None)
                found.emplace_back(how, i);
        }
        std::sort(found.begin(), found.end());
        for (const auto& [how, i] : found)
            shown.push_back(i);
    }
    beginResetModel();
    m_shown = std::move(shown);
    endResetModel();
}

bool ClassModel::isTarget(ClassIndex index) const {
    return std::find(m_target.begin(), m_target.end(), index) != m_target.end();
}

double ClassModel::fraction(double score) const {
    if (!std::isfinite(score) || score <= 0)
        return 0;
    return m_probabilities ? score : score / m_greatest;
}

int ClassModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant ClassModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Entry& entry = m_all[m_shown[static_cast<std::size_t>(index.row())]];
    const ClassRow& row = entry.row;
    const QString number = QString::number(row.index);
    const QString detail = row.wordNetId.isEmpty() ? number : row.wordNetId + QStringLiteral(", ") + number;
    const QString score = m_probabilities ? percentage(row.score) : significant(row.score, 3);
    switch (role) {
    case NameRole:
        return row.name;
    case IndexRole:
        return QVariant::fromValue<qint64>(row.index);
    case WordNetIdRole:
        return row.wordNetId;
    case ScoreTextRole:
        return score;
    case FractionRole:
        return fraction(row.score);
    case TargetRole:
        return isTarget(row.index);
    case DetailRole:
        return entry.ambiguous || !m_search.isEmpty() ? detail : QString();
    case Qt::ToolTipRole:
        return plainToolTip(row.name + QStringLiteral(" (") + detail + QStringLiteral("), ") + score);
    case Qt::AccessibleTextRole:
        return QString(row.name + QStringLiteral(", ") + score);
    default:
        return {};
    }
}

} // namespace blurig::ui
