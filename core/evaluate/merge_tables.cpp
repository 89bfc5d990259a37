// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/merge_tables.h"

#include "core/error.h"
#include "core/evaluate/append_table.h"
#include "core/record/write_file.h"

#include <algorithm>
#include <utility>

namespace blurig {

namespace fs = std::filesystem;

namespace {

void merge(const std::vector<fs::path>& folders, const fs::path& out, const char* name, bool needed) {
    std::vector<std::string> columns;
    std::vector<AppendTable::Row> rows;
    std::vector<fs::path> files;
    for (const fs::path& folder : folders)
        files.push_back(folder / name);
    files.push_back(out / name); // what was there before
    for (const fs::path& file : files) {
        if (!fs::exists(file)) {
            if (needed && file.parent_path() != out)
                throw Error(ErrorCode::UnreadableFile, file.string(), "is not there",
                            "Name folders that `blurig evaluate` wrote to");
            continue;
        }
        const CsvTable table = readCsv(file);
        for (const std::string& column : table.columns)
            if (std::ranges::find(columns, column) == columns.end())
                columns.push_back(column);
        rows.insert(rows.end(), table.rows.begin(), table.rows.end());
    }
    if (columns.empty())
        return;
    // Rows of one photo and key stay in the order of their cells: the same whatever was read first.
    std::ranges::sort(rows, [&columns](const AppendTable::Row& a, const AppendTable::Row& b) {
        const auto cell = [](const AppendTable::Row& row, const std::string& column) {
            const auto found = row.find(column);
            return found == row.end() ? std::string() : found->second;
        };
        const std::vector<std::string> first{"photo", "key", "path", "method"};
        for (const std::vector<std::string>* of : {&first, &std::as_const(columns)})
            for (const std::string& column : *of)
                if (const int order = cell(a, column).compare(cell(b, column)); order != 0)
                    return order < 0;
        return false;
    });
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    makeFolder(out);
    writeFile(out / name, csvText(columns, rows));
}

} // namespace

void mergeTables(const std::vector<fs::path>& folders, const fs::path& out) {
    merge(folders, out, "rows.csv", true);
    merge(folders, out, "labels.csv", false);
    merge(folders, out, "times.csv", false);
}

} // namespace blurig
