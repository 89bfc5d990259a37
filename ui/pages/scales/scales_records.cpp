// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/scales/scales_records.h"

#include "core/scales/scales_record.h"
#include "ui/export/run_record.h"

#include <nlohmann/json.hpp>

namespace blurig::ui {

std::map<QString, View::Record> scalesRecords(const ScalesView& view) {
    std::map<QString, View::Record> records;
    records.emplace(QStringLiteral("record"), runRecord(view.subject, view.run));
    records.emplace(QStringLiteral("density"), [path = view.path] { return textOf(densityJson(*path)); });
    for (const MethodOctaves& method : view.octaves)
        if (method.split)
            records.emplace(QStringLiteral("octaves-%1").arg(QString::fromStdString(method.method)),
                            [method] { return textOf(octavesJson(*method.split, method.method)); });
    if (view.evolution)
        records.emplace(QStringLiteral("evolution"), [evolution = view.evolution, model = view.subject.model] {
            return textOf(evolutionJson(*evolution, "sigma", model->card));
        });
    if (view.straightEvolution)
        records.emplace(QStringLiteral("evolution-ig"),
                        [evolution = view.straightEvolution, model = view.subject.model] {
                            return textOf(evolutionJson(*evolution, "1 - alpha", model->card));
                        });
    if (view.measured.removal)
        records.emplace(QStringLiteral("remove"), [removal = view.measured.removal, shapley = view.measured.shapley] {
            return textOf(removalJson(*removal, shapley.get()));
        });
    return records;
}

} // namespace blurig::ui
