// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/look_defaults.h"
#include "core/render/look.h"
#include "ui/palette/choice_value.h"
#include "ui/palette/value_kind.h"
#include "ui/panels/map_look.h"
#include "ui/session/session.h"

#include <QCoreApplication>

#include <string>

namespace blurig::ui {

namespace {

class LookValue : public ValueKind {
    Q_DECLARE_TR_FUNCTIONS(LookValue)
public:
    explicit LookValue(const PaletteHost& host)
        : m_session(host.session) {}

    QStringList words() const override { return {QStringLiteral("look")}; }
    QString offer() const override { return tr("Choose the look of the maps…"); }
    QString example() const override { return QStringLiteral("look signed"); }
    QString help() const override { return tr("How maps are drawn; numbers stay as they are"); }

    std::vector<PaletteRow> rows(const QString& argument) override {
        ValueChoices value{.word = words().front(),
                           .sentence = tr("Set the look to %1"),
                           .unknown = tr("No look is called “%1”: region, signed, pixels, outline, masked or overlay"),
                           .none = {},
                           .choices = {}};
        for (const LookKind kind : lookKinds) {
            const std::string word(blurig::name(kind));
            value.choices.push_back({.word = QString::fromStdString(word),
                                     .name = nameOf(kind),
                                     .also = QString::fromStdString(word),
                                     .detail = describe(kind),
                                     .help = tr("Sets the other controls of the display to the look's usual values"),
                                     .current = lookKindOf(m_session->display()) == kind,
                                     .run = [session = m_session, word] { session->setDisplay(displayOfLook(word)); }});
        }
        return choiceRows(value, argument);
    }

private:
    static QString nameOf(LookKind kind) {
        QString word = QString::fromStdString(std::string(blurig::name(kind)));
        word[0] = word[0].toUpper();
        return word;
    }
    static QString describe(LookKind kind) {
        switch (kind) {
        case LookKind::Region:
            return tr("magnitudes over the dimmed photo");
        case LookKind::Signed:
            return tr("for and against in two hues");
        case LookKind::Pixels:
            return tr("the map alone");
        case LookKind::Outline:
            return tr("outline of the top area");
        case LookKind::Masked:
            return tr("top area of the photo");
        case LookKind::Overlay:
            return tr("map over the grey photo");
        }
        return {};
    }

    Session* m_session;
};

} // namespace

std::unique_ptr<ValueKind> lookValue(const PaletteHost& host) {
    return std::make_unique<LookValue>(host);
}

} // namespace blurig::ui
