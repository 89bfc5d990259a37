// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/model/superclass.h"
#include "core/model/target.h"
#include "ui/engine/explore_flow.h"
#include "ui/engine/latest_task.h"
#include "ui/palette/value_kind.h"
#include "ui/panels/class_picker.h"
#include "ui/session/session.h"
#include "ui/widgets/class_model.h"
#include "ui/widgets/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <string>

namespace blurig::ui {

namespace {

constexpr int mostRows = 100;
constexpr int mostRowsWithoutWord = 3;
constexpr qsizetype leastWithoutWord = 2; // letters

// A target in words that is no class of the model, as it was read.
struct ReadTarget {
    QString text;
    Array classScores = {}; // of which it is told
    QString name = {};      // "tabby - tiger cat"
    std::size_t classes = 0;
    QString score = {};
    QString fault = {};  // what is wrong, a sentence; empty: nothing
    QString remedy = {}; // a sentence
};

QString sentence(const std::string& words) {
    QString text = QString::fromStdString(words);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

// The class scores with their weights: a share where it can be one.
QString scoreOf(const Target& target, std::span<const float> classScores) {
    double sum = 0;
    for (const WeightedClass& one : target.classes)
        sum += one.weight * static_cast<double>(classScores[static_cast<std::size_t>(one.index)]);
    if (!std::isfinite(sum))
        return {};
    const bool shares = std::ranges::all_of(classScores, [](float score) { return score >= 0 && score <= 1; });
    return shares && sum >= 0 && sum <= 1 ? percentage(sum) : significant(sum, 3);
}

ReadTarget read(const QString& text, const ModelCard& card, const Array& classScores) {
    ReadTarget result{.text = text, .classScores = classScores};
    try {
        const auto scores = classScores.host();
        const Target target = parseTarget(text.toStdString(), card, static_cast<ClassIndex>(scores.size()), scores);
        result.name = QString::fromStdString(targetName(target, card));
        result.classes = target.classes.size();
        result.score = scoreOf(target, scores);
    } catch (const Error& error) {
        result.fault = sentence(error.happened());
        result.remedy = sentence(error.remedy());
    }
    return result;
}

class TargetValue : public ValueKind {
    Q_DECLARE_TR_FUNCTIONS(TargetValue)
public:
    explicit TargetValue(const PaletteHost& host)
        : m_host(host) {}

    QStringList words() const override { return {QStringLiteral("target"), QStringLiteral("class")}; }
    QString offer() const override { return tr("Explain a class…"); }
    QString example() const override { return QStringLiteral("target espresso"); }
    QString help() const override { return tr("Name, WordNet id or number; “any dog”; “tabby,-tiger cat” subtracts"); }

    void prepare() override { // many classes take longer than between two letters
        if (subject().input)
            takeClasses();
    }

    std::vector<PaletteRow> rows(const QString& argument) override {
        if (!subject().input) {
            PaletteRow row;
            row.text = tr("The classes are known once a picture and a model are open");
            row.help = help();
            return {row};
        }
        std::vector<PaletteRow> found;
        if (argument.compare(QLatin1String("top"), Qt::CaseInsensitive) == 0)
            found.push_back(topRow());
        const std::vector<PaletteRow> classes = classRows(argument, mostRows);
        if (!argument.isEmpty() && (classes.empty() || superclassName(argument.toStdString())))
            found.push_back(describedRow(argument));
        found.insert(found.end(), classes.begin(), classes.end());
        return found;
    }

    std::vector<PaletteRow> rowsWithoutWord(const QString& text) override {
        if (!subject().input || text.size() < leastWithoutWord)
            return {};
        return classRows(text, mostRowsWithoutWord);
    }

private:
    const Subject& subject() const { return m_host.flow->view().subject; }

    std::function<void()> explain(const std::string& target) const {
        return [session = m_host.session, target] { session->setTarget(target); };
    }

    PaletteRow rowOf(const QString& target) const {
        PaletteRow row;
        row.help = help();
        row.remembered = words().front() + u' ' + target;
        row.completion = row.remembered;
        return row;
    }

    PaletteRow topRow() const {
        PaletteRow row = rowOf(QStringLiteral("top"));
        row.text = tr("Explain the class with the highest score");
        row.run = explain("top");
        return row;
    }

    void takeClasses() {
        const Array& scores = subject().input->classScores;
        if (scores.storage() != m_scores.storage())
            m_classes.setClasses(ui::classRows(subject()));
        m_scores = scores;
        std::vector<ClassIndex> target;
        for (const WeightedClass& one : m_host.flow->askedTarget().classes)
            target.push_back(one.index);
        m_classes.setTarget(target);
    }

    std::vector<PaletteRow> classRows(const QString& search, int most) {
        takeClasses();
        m_classes.setSearch(search);
        const QString before = tr("Explain %1");
        const auto place = static_cast<int>(before.indexOf(QLatin1String("%1")));
        std::vector<PaletteRow> found;
        for (int i = 0; i < std::min(most, m_classes.rowCount()); ++i) {
            const QModelIndex index = m_classes.index(i);
            const QString name = index.data(ClassModel::NameRole).toString();
            PaletteRow row = rowOf(name);
            row.text = before.arg(name);
            const auto at = static_cast<int>(search.isEmpty() ? -1 : name.indexOf(search, 0, Qt::CaseInsensitive));
            for (int letter = 0; at >= 0 && letter < search.size(); ++letter)
                row.matched.push_back(place + at + letter);
            row.detail = index.data(ClassModel::TargetRole).toBool() ? tr("explained now")
                                                                     : index.data(ClassModel::DetailRole).toString();
            row.note = index.data(ClassModel::ScoreTextRole).toString();
            row.run = explain(indexTarget(index.data(ClassModel::IndexRole).toLongLong()));
            found.push_back(std::move(row));
        }
        return found;
    }

    // Of many classes and superclasses, reading takes its time: until it is read, the row says the words as they are,
    // and Enter leaves them to the session, which tells what is wrong with them.
    PaletteRow describedRow(const QString& text) {
        PaletteRow row = rowOf(text);
        row.text = tr("Explain “%1”").arg(text);
        row.run = explain(text.toStdString());
        const Array& scores = subject().input->classScores;
        if (m_read.text != text || m_read.classScores.storage() != scores.storage()) {
            m_reading.run(
                [this, text, model = subject().model, scores](const std::stop_token&) -> BackgroundThread::Completion {
                    return [this, result = read(text, model->card, scores)] {
                        m_read = result;
                        m_host.update();
                    };
                });
            return row;
        }
        if (!m_read.fault.isEmpty()) {
            row.text = m_read.fault;
            row.help = m_read.remedy;
            row.run = {};
            row.remembered.clear();
            row.completion.clear();
            return row;
        }
        row.text = tr("Explain %1").arg(m_read.name);
        row.detail = m_read.classes == 1 ? tr("1 class") : tr("%1 classes").arg(m_read.classes);
        row.note = m_read.score;
        return row;
    }

    PaletteHost m_host;
    ClassModel m_classes;
    Array m_scores; // of those classes
    ReadTarget m_read;
    LatestTask m_reading;
};

} // namespace

std::unique_ptr<ValueKind> targetValue(const PaletteHost& host) {
    return std::make_unique<TargetValue>(host);
}

} // namespace blurig::ui
