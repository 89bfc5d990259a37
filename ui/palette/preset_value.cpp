// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/presets.h"
#include "ui/palette/choice_value.h"
#include "ui/palette/value_kind.h"
#include "ui/session/session.h"

#include <QCoreApplication>

#include <string>

namespace blurig::ui {

namespace {

class PresetValue : public ValueKind {
    Q_DECLARE_TR_FUNCTIONS(PresetValue)
public:
    explicit PresetValue(const PaletteHost& host)
        : m_session(host.session) {}

    QStringList words() const override { return {QStringLiteral("preset")}; }
    QString offer() const override { return tr("Compare as a figure of the paper…"); }
    QString example() const override { return QStringLiteral("preset fig-3"); }
    QString help() const override { return tr("Shows the page Compare with the methods of this figure"); }

    std::vector<PaletteRow> rows(const QString& argument) override {
        ValueChoices value{
            .word = words().front(), .sentence = tr("Compare as in %1"), .unknown = {}, .none = {}, .choices = {}};
        QStringList ids;
        for (const ComparePreset& preset : comparePresets()) {
            value.choices.push_back({.word = QString::fromLatin1(preset.id),
                                     .name = QCoreApplication::translate("Compare", preset.label),
                                     .also = QString::fromLatin1(preset.id),
                                     .help = help(),
                                     .run = [session = m_session, id = std::string(preset.id)] {
                                         session->edit([&id](Choice& choice) {
                                             choice.page = std::string("compare");
                                             applyPreset(choice, id);
                                         });
                                     }});
            ids << QString::fromLatin1(preset.id);
        }
        value.unknown =
            tr("No preset is called “%1”; there are %2").arg(QStringLiteral("%1"), ids.join(QStringLiteral(", ")));
        return choiceRows(value, argument);
    }

private:
    Session* m_session;
};

} // namespace

std::unique_ptr<ValueKind> presetValue(const PaletteHost& host) {
    return std::make_unique<PresetValue>(host);
}

} // namespace blurig::ui
