// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/json/json.h"

namespace blurig {

Json errorJson(const Error& error);

} // namespace blurig
