// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/snapshot.h"

namespace blurig {

bool ended(Status status) {
    return status != Status::Waiting && status != Status::Running;
}

} // namespace blurig
