// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace blurig::test {

class CollectingSink : public MethodSink {
public:
    void publish(std::shared_ptr<const MethodState> state) override { states.push_back(std::move(state)); }

    std::vector<std::shared_ptr<const MethodState>> states;
};

using Settings = std::vector<std::pair<std::string, std::string>>; // key, text

// Runs the method with these settings, the rest by default.
std::shared_ptr<const MethodState> explain(std::string_view id, const Model& model, const Item& item,
                                           const Settings& settings, MethodSink& sink,
                                           const std::stop_token& stop = {});
std::shared_ptr<const MethodState> explain(std::string_view id, const Model& model, const Item& item,
                                           const Settings& settings = {});

Item logitItem(const Array& input); // class 0, score Logit
bool hasNote(const MethodState& state, const std::string& part);

} // namespace blurig::test
