// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/palette/palette_search.h"

#include "ui/actions/actions.h"
#include "ui/palette/fuzzy_match.h"
#include "ui/session/settings.h"

#include <QAction>
#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace blurig::ui {

namespace {

constexpr std::size_t lastUsedShown = 5;
const QString actionMark = QStringLiteral("action:"); // before the word of an action that is remembered

QString translated(const char* text) {
    return QCoreApplication::translate("Palette", text);
}

QString menuName(ActionMenu menu) {
    switch (menu) {
    case ActionMenu::File:
        return translated("File");
    case ActionMenu::Edit:
        return translated("Edit");
    case ActionMenu::View:
        return translated("View");
    case ActionMenu::Help:
        return translated("Help");
    }
    return {};
}

PaletteRow heading(const char* text) {
    PaletteRow row;
    row.text = translated(text);
    row.heading = true;
    return row;
}

void append(std::vector<PaletteRow>& rows, std::vector<PaletteRow> more) {
    std::ranges::move(more, std::back_inserter(rows));
}

bool isLetter(const QString& word) {
    return word.size() == 1 && word.front().unicode() < 128;
}

// Without it, a search finds the palette in the palette.
bool isListed(const ActionSpec& spec) {
    return !(spec.id == ActionId::CommandPalette);
}

} // namespace

PaletteSearch::PaletteSearch(const PaletteHost& host)
    : m_host(host)
    , m_kinds(valueKinds(host)) {}

void PaletteSearch::prepare() {
    for (const auto& kind : m_kinds)
        kind->prepare();
}

std::vector<PaletteRow> PaletteSearch::rows(const QString& text) {
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return everything();
    const std::optional<TypedValue> value = valueIn(text);
    Named found = named(typed, value ? value->kind : nullptr);
    std::vector<PaletteRow> all;
    if (value)
        all = value->kind->rows(value->argument);
    const bool isValue = std::ranges::any_of(all, &PaletteRow::canEnter);
    append(all, std::move(found.rows));
    if (!value)
        for (const auto& kind : m_kinds)
            append(all, kind->rowsWithoutWord(typed));
    if (!isValue)
        append(all, std::move(found.weak));
    if (all.empty())
        all = std::move(found.scattered);
    std::ranges::stable_partition(all, &PaletteRow::canEnter);
    if (all.empty()) {
        PaletteRow row;
        row.text = translated("Nothing is called “%1”").arg(typed);
        QStringList words;
        for (const auto& kind : m_kinds)
            words << kind->words().front();
        row.help = translated("Values begin with %1").arg(words.join(QStringLiteral(", ")));
        all.push_back(row);
    }
    return all;
}

// "sigma 4.5", "sigma=4.5", "σ4.5"; the word alone, but for one that is a single letter.
std::optional<PaletteSearch::TypedValue> PaletteSearch::valueIn(const QString& text) const {
    const QString typed = text.trimmed();
    std::optional<TypedValue> value;
    qsizetype longest = 0;
    for (const auto& kind : m_kinds) {
        for (const QString& word : kind->words()) {
            if (word.size() <= longest || !typed.startsWith(word, Qt::CaseInsensitive))
                continue;
            QString rest = typed.mid(word.size());
            const QChar next = rest.isEmpty() ? QChar(u' ') : rest.front();
            if (next == u'=' || next == u':')
                rest.remove(0, 1);
            else if (!next.isSpace() && !next.isDigit())
                continue;
            rest = rest.trimmed();
            if (rest.isEmpty() && isLetter(word))
                continue;
            longest = word.size();
            value = {kind.get(), rest};
        }
    }
    return value;
}

std::vector<PaletteRow> PaletteSearch::everything() {
    std::vector<PaletteRow> all;
    std::vector<PaletteRow> used = lastUsed();
    if (!used.empty()) {
        all.push_back(heading(QT_TRANSLATE_NOOP("Palette", "Used last")));
        append(all, std::move(used));
    }
    all.push_back(heading(QT_TRANSLATE_NOOP("Palette", "Values")));
    for (const auto& kind : m_kinds)
        all.push_back(offerRow(*kind));
    all.push_back(heading(QT_TRANSLATE_NOOP("Palette", "Actions")));
    std::vector<PaletteRow> cannot;
    for (const ActionSpec& spec : m_host.actions->specs()) {
        if (!isListed(spec))
            continue;
        PaletteRow row = actionRow(spec);
        if (row.canEnter())
            all.push_back(std::move(row));
        else if (!row.detail.isEmpty())
            cannot.push_back(std::move(row));
    }
    append(all, std::move(cannot));
    return all;
}

std::vector<PaletteRow> PaletteSearch::lastUsed() {
    std::vector<PaletteRow> used;
    for (const QString& typed : m_host.settings->recentCommands()) {
        std::vector<PaletteRow> candidates;
        if (typed.startsWith(actionMark)) {
            for (const ActionSpec& spec : m_host.actions->specs())
                if (typed.mid(actionMark.size()) == QLatin1String(spec.id.word))
                    candidates.push_back(actionRow(spec));
        } else if (const auto value = valueIn(typed)) {
            candidates = value->kind->rows(value->argument);
        }
        const auto same = std::ranges::find_if(
            candidates, [&typed](const PaletteRow& row) { return row.run && row.remembered == typed; });
        if (same != candidates.end() && used.size() < lastUsedShown)
            used.push_back(std::move(*same));
    }
    return used;
}

// Actions and kinds of values that have the typed words, each list best first.
PaletteSearch::Named PaletteSearch::named(const QString& text, const ValueKind* besides) const {
    struct Found {
        FuzzyMatch match;
        qsizetype used; // place among what was used last
        PaletteRow row;
    };
    const QStringList recent = m_host.settings->recentCommands();
    std::vector<Found> found;
    const auto look = [&](PaletteRow row, const QString& also) {
        std::optional<FuzzyMatch> match = fuzzyMatch(row.text, text, also);
        if (!match)
            return;
        row.matched = match->places;
        const qsizetype place = recent.indexOf(row.remembered);
        found.push_back({std::move(*match), place < 0 ? recent.size() : place, std::move(row)});
    };
    for (const ActionSpec& spec : m_host.actions->specs()) {
        PaletteRow row = actionRow(spec);
        if (isListed(spec) && (row.canEnter() || !row.detail.isEmpty()))
            look(row, QString::fromLatin1(spec.id.word) + u' ' + menuName(spec.menu) + u' ' + row.help);
    }
    for (const auto& kind : m_kinds)
        if (kind.get() != besides)
            look(offerRow(*kind), kind->words().join(u' '));
    std::ranges::stable_sort(found, [](const Found& a, const Found& b) {
        if (a.match.grade == b.match.grade && a.used != b.used)
            return a.used < b.used;
        return betterMatch(a.match, b.match);
    });
    Named sorted;
    for (Found& one : found) {
        std::vector<PaletteRow>& list = one.match.grade == FuzzyMatch::Scattered ? sorted.scattered
                                        : one.match.grade < FuzzyMatch::Initials ? sorted.weak
                                                                                 : sorted.rows;
        list.push_back(std::move(one.row));
    }
    return sorted;
}

PaletteRow PaletteSearch::actionRow(const ActionSpec& spec) const {
    QAction* action = (*m_host.actions)[spec.id];
    PaletteRow row;
    row.text = Actions::plainText(spec);
    row.help = action->statusTip();
    row.keys = action->shortcut().toString(QKeySequence::NativeText);
    if (action->isCheckable())
        row.on = action->isChecked();
    if (!action->isEnabled() || !action->isVisible()) {
        row.detail = Actions::whyDisabled(spec);
        return row;
    }
    row.detail = menuName(spec.menu);
    row.remembered = actionMark + QLatin1String(spec.id.word);
    row.run = [action] { action->trigger(); };
    return row;
}

PaletteRow PaletteSearch::offerRow(const ValueKind& kind) const {
    PaletteRow row;
    row.text = kind.offer();
    row.note = kind.example();
    row.help = kind.help();
    row.completion = kind.words().front() + u' ';
    return row;
}

} // namespace blurig::ui
