// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace blurig {

// Registers, once and only where LibTorch has no such operator, what newer exporters write and this LibTorch lacks:
// aten::scaled_dot_product_attention. Called by the loader.
void registerMissingOperators();

} // namespace blurig
