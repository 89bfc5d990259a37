// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/examination_memory.h"

#include <filesystem>
#include <memory>

namespace blurig {

// Examinations as files of one folder, each named by its key.
class ExaminationFolder final : public ExaminationMemory {
public:
    explicit ExaminationFolder(std::filesystem::path folder); // made when the first one is kept

    std::optional<std::string> find(const std::string& key) const override;
    void keep(const std::string& key, const std::string& text) override;

private:
    std::filesystem::path fileOf(const std::string& key) const;

    std::filesystem::path m_folder;
};

// In the user's cache, as both programs share it; null where the system names no folder for one.
std::shared_ptr<ExaminationMemory> usersExaminations();

} // namespace blurig
