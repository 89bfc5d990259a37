// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/color_map.h"
#include "core/render/look.h"
#include "ui/palette/choice_value.h"
#include "ui/palette/value_kind.h"
#include "ui/panels/map_look.h"
#include "ui/session/session.h"

#include <QCoreApplication>

#include <string>

namespace blurig::ui {

namespace {

class ColoursValue : public ValueKind {
    Q_DECLARE_TR_FUNCTIONS(ColoursValue)
public:
    explicit ColoursValue(const PaletteHost& host)
        : m_session(host.session) {}

    QStringList words() const override { return {QStringLiteral("colours"), QStringLiteral("colors")}; }
    QString offer() const override { return tr("Choose the colours of the maps…"); }
    QString example() const override { return QStringLiteral("colours blue-orange"); }
    QString help() const override { return tr("The colour maps that fit what is drawn: with two signs, or with one"); }

    std::vector<PaletteRow> rows(const QString& argument) override {
        const DisplayChoice& shown = m_session->display();
        if (showsTopArea(lookKindOf(shown))) {
            PaletteRow row;
            row.text = tr("This look has no colours of its own: it shows the photo");
            row.help = help();
            return {row};
        }
        const ColorMap& drawn = colorsOf(shown);
        ValueChoices value{
            .word = words().front(), .sentence = tr("Set the colours to %1"), .unknown = {}, .none = {}, .choices = {}};
        QStringList names;
        for (const ColorMap& map : colorMaps()) {
            if (map.kind != drawn.kind)
                continue;
            // The first is the default, whatever it is called in another version.
            const std::string word = value.choices.empty() ? std::string() : map.id;
            value.choices.push_back({.word = QString::fromStdString(map.id),
                                     .name = QString::fromStdString(map.label),
                                     .also = QString::fromStdString(map.id),
                                     .help = help(),
                                     .current = map.id == drawn.id,
                                     .run = [session = m_session, word] {
                                         DisplayChoice display = session->display();
                                         display.colorMap = word;
                                         session->setDisplay(display);
                                     }});
            names << QString::fromStdString(map.id);
        }
        value.unknown = tr("No colours for this map are called “%1”; there are %2")
                            .arg(QStringLiteral("%1"), names.join(QStringLiteral(", ")));
        return choiceRows(value, argument);
    }

private:
    Session* m_session;
};

} // namespace

std::unique_ptr<ValueKind> coloursValue(const PaletteHost& host) {
    return std::make_unique<ColoursValue>(host);
}

} // namespace blurig::ui
