// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/look.h"
#include "core/render/smoothing.h"
#include "ui/palette/number_value.h"
#include "ui/palette/value_kind.h"
#include "ui/panels/map_look.h"
#include "ui/session/session.h"

#include <QCoreApplication>

namespace blurig::ui {

namespace {

// A number of the display, which some looks do not have.
struct DisplayNumber {
    QString offer;
    QString example;
    NumberValue value; // without `now` and `set`
    double DisplayChoice::*member;
    double unit = 1;                           // of the typed number, in the member's
    bool (*isSeenIn)(LookKind look) = nullptr; // none: in all
    QString unseen = {};                       // said in the others
};

class DisplayNumberValue : public ValueKind {
public:
    DisplayNumberValue(Session* session, const DisplayNumber& number)
        : m_session(session)
        , m_number(number) {}

    QStringList words() const override { return {m_number.value.word}; }
    QString offer() const override { return m_number.offer; }
    QString example() const override { return m_number.example; }
    QString help() const override { return m_number.value.help; }

    std::vector<PaletteRow> rows(const QString& argument) override {
        const DisplayChoice& shown = m_session->display();
        if (m_number.isSeenIn && !m_number.isSeenIn(lookKindOf(shown))) {
            PaletteRow row;
            row.text = m_number.unseen;
            row.help = help();
            return {row};
        }
        NumberValue value = m_number.value;
        value.now = shown.*m_number.member / m_number.unit;
        value.set = [session = m_session, member = m_number.member, unit = m_number.unit](double number) {
            DisplayChoice display = session->display();
            display.*member = number * unit;
            session->setDisplay(display);
        };
        return numberRows(value, argument);
    }

private:
    Session* m_session;
    DisplayNumber m_number;
};

QString translated(const char* text) {
    return QCoreApplication::translate("Palette", text);
}

} // namespace

std::unique_ptr<ValueKind> smoothValue(const PaletteHost& host) {
    return std::make_unique<DisplayNumberValue>(
        host.session,
        DisplayNumber{.offer = translated("Smooth the maps…"),
                      .example = QStringLiteral("smooth 2"),
                      .value = {.word = QStringLiteral("smooth"),
                                .name = translated("Smoothing"),
                                .setTo = translated("Smooth the maps by %1 for viewing"),
                                .from = 0,
                                .to = greatestSmoothing,
                                .unit = QStringLiteral("px"),
                                .help = translated("In pixels of a side of 224; numbers and arrays stay raw")},
                      .member = &DisplayChoice::smoothing});
}

std::unique_ptr<ValueKind> strengthValue(const PaletteHost& host) {
    return std::make_unique<DisplayNumberValue>(
        host.session,
        DisplayNumber{.offer = translated("Set the strength of the maps…"),
                      .example = QStringLiteral("strength 80"),
                      .value = {.word = QStringLiteral("strength"),
                                .name = translated("Strength"),
                                .setTo = translated("Set the strength of the maps to %1"),
                                .from = 5,
                                .to = 100,
                                .unit = QStringLiteral("%"),
                                .help = translated("Opacity of the maps over the photo")},
                      .member = &DisplayChoice::opacity,
                      .unit = 0.01,
                      .isSeenIn = [](LookKind look) { return !showsTopArea(look) && groundOf(look) != Ground::None; },
                      .unseen = translated("This look has no strength: its maps do not lie over the photo")});
}

std::unique_ptr<ValueKind> topAreaValue(const PaletteHost& host) {
    return std::make_unique<DisplayNumberValue>(
        host.session,
        DisplayNumber{.offer = translated("Set the top area…"),
                      .example = QStringLiteral("area 20"),
                      .value = {.word = QStringLiteral("area"),
                                .name = translated("The top area"),
                                .setTo = translated("Set the top area to %1 of the picture"),
                                .from = 0.1,
                                .to = 100,
                                .unit = QStringLiteral("%"),
                                .help = translated("Share of the picture that belongs to the top area")},
                      .member = &DisplayChoice::topArea,
                      .isSeenIn = showsTopArea,
                      .unseen = translated("This look has no top area: choose the look Outline or Masked first")});
}

} // namespace blurig::ui
