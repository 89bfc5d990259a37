// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace blurig {

struct OptionWords {
    std::string name; // "--model", or of an argument "MODEL"
    std::string help;
    std::string value = {}; // what follows the name: "FILE", "npy|tiff"
    std::string group = {}; // its heading in the help; empty: among the command's own
    bool required = false;
};

// The options of a command, into which each part of a command writes its own. What a value holds before is its default,
// and stands in the help; values must outlive the parsing.
class OptionList {
public:
    explicit OptionList(CLI::App& app)
        : m_app(app) {}

    void add(const OptionWords& words, std::string& value);
    void add(const OptionWords& words, double& value);
    void add(const OptionWords& words, std::size_t& value);
    void add(const OptionWords& words, std::vector<std::string>& values);
    void add(const OptionWords& words, std::optional<std::string>& value); // set if it was given
    void add(const OptionWords& words, std::optional<double>& value);
    void addFlag(const OptionWords& words, bool& value);
    void addFlag(const OptionWords& words, std::optional<std::string>& value); // "true" if it was given

private:
    CLI::App& m_app;
};

} // namespace blurig
