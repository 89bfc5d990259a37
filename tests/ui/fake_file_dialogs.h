// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/dialogs/file_dialogs.h"

#include <map>

namespace blurig::test {

// Answers at once with what the test laid ready; a question without an answer is given up.
class FakeFileDialogs final : public ui::FileDialogs {
public:
    std::map<ui::FileQuestion, QString> answers;

    void ask(ui::FileQuestion question, const QString& /*suggestion*/, QWidget* /*parent*/,
             std::function<void(const QString& file)> chosen) override {
        if (const auto answer = answers.find(question); answer != answers.end())
            chosen(answer->second);
    }
};

} // namespace blurig::test
