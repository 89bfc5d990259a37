// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace blurig {

std::string_view wordNetTable(); // resources/wordnet/hypernyms.txt, licence included

} // namespace blurig
