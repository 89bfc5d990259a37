// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace blurig {

class OptionList;

// --crop: which part of the photo the model sees.
class CropOption {
public:
    void declare(OptionList& options);
    const std::string& text() const { return m_text; }

private:
    std::string m_text = "card";
};

// --colours: what is done with a colour profile or gamma that a photo states.
class ColoursOption {
public:
    void declare(OptionList& options);
    const std::string& text() const { return m_text; }

private:
    std::string m_text = "as-stored";
};

} // namespace blurig
