// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/output_folder.h"
#include "core/array/array.h"

#include <string>

namespace blurig {

class OptionList;

// --array-format: the kind of file that arrays are written as.
class ArrayFormat {
public:
    void declare(OptionList& options);
    void requireKnown() const;                                                        // throws Error (Argument)
    void write(OutputFolder& out, const std::string& name, const Array& array) const; // NAME.npy or NAME.tif

private:
    std::string m_format = "npy";
};

} // namespace blurig
