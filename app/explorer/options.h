// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/device.h"
#include "ui/widgets/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace blurig {

// What stands on the command line of the explorer.
struct ExplorerOptions {
    QString image;      // empty: a sample
    QString model;      // empty: the default model
    QString target;     // empty: the top class
    QString screenshot; // empty: an interactive window
    QString compare;    // a preset's id; empty: the Explore page
    std::optional<double> sigma;
    std::optional<QSize> size;
    std::optional<ui::ThemeChoice> theme;
    DeviceWish device = DeviceWish::Automatic;
};

// Ends the process for --help and --version, and with code 2 and one line for what cannot be understood.
ExplorerOptions parseOptions(const QStringList& arguments);

} // namespace blurig
