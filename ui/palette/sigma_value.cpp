// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/explore_flow.h"
#include "ui/palette/number_value.h"
#include "ui/palette/value_kind.h"
#include "ui/session/session.h"

#include <QCoreApplication>

namespace blurig::ui {

namespace {

class SigmaValue : public ValueKind {
    Q_DECLARE_TR_FUNCTIONS(SigmaValue)
public:
    explicit SigmaValue(const PaletteHost& host)
        : m_host(host) {}

    QStringList words() const override {
        return {QStringLiteral("sigma"), QStringLiteral("σ"), QStringLiteral("s"), QStringLiteral("scale")};
    }
    QString offer() const override { return tr("Set sigma…"); }
    QString example() const override { return QStringLiteral("sigma 4.5"); }
    QString help() const override { return tr("Moves the slider to this scale, in pixels of the model"); }

    std::vector<PaletteRow> rows(const QString& argument) override {
        const auto path = m_host.flow->view().path();
        if (!path) {
            PaletteRow row;
            row.text = tr("Sigma has a range once there is a first map");
            row.help = help();
            return {row};
        }
        return numberRows({.word = words().front(),
                           .name = tr("Sigma"),
                           .setTo = tr("Set sigma to %1"),
                           .from = 0,
                           .to = path->path->farEnd(),
                           .now = m_host.session->choice().sigma,
                           .unit = QStringLiteral("px"),
                           .help = help(),
                           .set = [session = m_host.session](double sigma) { session->setSigma({sigma}); }},
                          argument);
    }

private:
    PaletteHost m_host;
};

} // namespace

std::unique_ptr<ValueKind> sigmaValue(const PaletteHost& host) {
    return std::make_unique<SigmaValue>(host);
}

} // namespace blurig::ui
