// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/array_format.h"

#include "app/cli/option_list.h"
#include "core/error.h"
#include "core/record/array_file.h"

namespace blurig {

void ArrayFormat::declare(OptionList& options) {
    options.add({.name = "--array-format",
                 .help = "Format of the arrays: NumPy, or 32-bit float TIFF with one page for each channel",
                 .value = "npy|tiff"},
                m_format);
}

void ArrayFormat::requireKnown() const {
    if (m_format != "npy" && m_format != "tiff")
        throw Error(ErrorCode::Argument, "--array-format", "there is no array format \"" + m_format + "\"",
                    "Use npy or tiff");
}

void ArrayFormat::write(OutputFolder& out, const std::string& name, const Array& array) const {
    requireKnown();
    writeArray(out.file(name + (m_format == "tiff" ? ".tif" : ".npy")), array);
}

} // namespace blurig
