// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/score_name.h"
#include "core/model/target.h"
#include "ui/engine/explore_flow.h"
#include "ui/palette/choice_value.h"
#include "ui/palette/value_kind.h"
#include "ui/session/session.h"

#include <QCoreApplication>

#include <string>

namespace blurig::ui {

namespace {

class ScoreValue : public ValueKind {
    Q_DECLARE_TR_FUNCTIONS(ScoreValue)
public:
    explicit ScoreValue(const PaletteHost& host)
        : m_host(host) {}

    QStringList words() const override { return {QStringLiteral("score")}; }
    QString offer() const override { return tr("Choose the score that is explained…"); }
    QString example() const override { return QStringLiteral("score logit"); }
    QString help() const override { return tr("The function of the model's outputs that is explained"); }

    std::vector<PaletteRow> rows(const QString& argument) override {
        const auto& model = m_host.flow->view().subject.model;
        ValueChoices value{.word = words().front(),
                           .sentence = tr("Explain the %1"),
                           .unknown = tr("No score is called “%1”: softmax (the class score), logit or log-prob"),
                           .none = {},
                           .choices = {}};
        for (const Score score : {Score::ClassScore, Score::Logit, Score::LogProbability}) {
            const std::string word(blurig::name(score));
            QString detail;
            if (score == Score::ClassScore && model)
                detail = QString::fromStdString(scoreName(score, model->card.output));
            value.choices.push_back({.word = QString::fromStdString(word),
                                     .name = nameOf(score),
                                     .also = QString::fromStdString(word),
                                     .detail = detail,
                                     .help = help(),
                                     .current = m_host.session->choice().score == word,
                                     .run = [session = m_host.session, word] { session->setScore(word); }});
        }
        return choiceRows(value, argument);
    }

private:
    static QString nameOf(Score score) {
        switch (score) {
        case Score::ClassScore:
            return tr("class score");
        case Score::Logit:
            return tr("logit");
        case Score::LogProbability:
            return tr("log-probability");
        }
        return {};
    }

    PaletteHost m_host;
};

} // namespace

std::unique_ptr<ValueKind> scoreValue(const PaletteHost& host) {
    return std::make_unique<ScoreValue>(host);
}

} // namespace blurig::ui
