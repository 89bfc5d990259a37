// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace blurig {

// A CSV file that grows by whole rows: a process that is killed leaves whole rows only, but for the last, which the
// next one takes away. One writer at a time.
class AppendTable {
public:
    using Row = std::map<std::string, std::string>; // cells by column

    // Opens the file, or makes it. Columns that the file lacks are added at its end, which writes it anew. Throws
    // Error: UnreadableFile, UnwritableFile, Argument where it is another kind of file, or another process writes it.
    AppendTable(std::filesystem::path file, const std::vector<std::string>& columns);
    ~AppendTable();
    AppendTable(const AppendTable&) = delete;
    AppendTable& operator=(const AppendTable&) = delete;

    const std::vector<std::string>& columns() const { return m_columns; }
    std::vector<Row> takeRows() { return std::move(m_rows); } // that were there when it was opened
    // Whole or not at all; throws Error (UnwritableFile), a full disk, say.
    void append(const Row& row) { append(std::vector{row}); }
    void append(const std::vector<Row>& rows); // together

private:
    void open();
    void writeAnew();

    std::filesystem::path m_file;
    std::vector<std::string> m_columns;
    std::vector<Row> m_rows;
    int m_descriptor = -1;
};

// A whole table as text, and back. Throws Error (Argument) where a line has another number of cells than the first.
std::string csvText(const std::vector<std::string>& columns, const std::vector<AppendTable::Row>& rows);
struct CsvTable {
    std::vector<std::string> columns;
    std::vector<AppendTable::Row> rows;
};
CsvTable readCsv(const std::filesystem::path& file);

} // namespace blurig
