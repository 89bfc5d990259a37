// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/append_table.h"

#include "core/error.h"
#include "core/evaluate/csv_cells.h"
#include "core/record/write_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <set>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

namespace blurig {

namespace {

constexpr std::string_view special = ",\"\r\n";

std::string lineOf(const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& cell : cells)
        line += (line.empty() ? "" : ",") + (cell.find_first_of(special) == std::string::npos ? cell : csvCell(cell));
    return line + '\n';
}

std::string lineOf(const std::vector<std::string>& columns, const AppendTable::Row& row) {
    std::vector<std::string> cells;
    for (const std::string& column : columns) {
        const auto found = row.find(column);
        cells.push_back(found == row.end() ? std::string() : found->second);
    }
    return lineOf(cells);
}

Error noTable(const std::filesystem::path& file, const std::string& happened) {
    return {ErrorCode::Argument, file.string(), happened, "Choose another folder, or move the file away"};
}

Error unwritable(const std::filesystem::path& file, int code) {
    const bool full = code == ENOSPC || code == EDQUOT;
    return {ErrorCode::UnwritableFile, file.string(),
            full ? std::string("cannot be written: the disk is full")
                 : fmt::format("cannot be written: {}", std::generic_category().message(code)),
            full ? "Free some space and run the same command again: it goes on where it was"
                 : "Choose another folder, or change its permissions"};
}

} // namespace

CsvTable readCsv(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw Error(ErrorCode::UnreadableFile, file.string(), "cannot be read", "Check its name and permissions");
    CsvTable table;
    std::string line;
    while (std::getline(stream, line)) {
        if (stream.eof()) // without an end: the process was killed while it wrote
            break;
        std::vector<std::string> cells = csvCells(line);
        if (table.columns.empty()) {
            table.columns = std::move(cells);
            continue;
        }
        if (cells.size() != table.columns.size())
            throw noTable(file,
                          fmt::format("has {} cells in a line, and {} columns", cells.size(), table.columns.size()));
        AppendTable::Row row;
        for (std::size_t i = 0; i < cells.size(); ++i)
            row[table.columns[i]] = std::move(cells[i]);
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string csvText(const std::vector<std::string>& columns, const std::vector<AppendTable::Row>& rows) {
    std::string text = lineOf(columns);
    for (const AppendTable::Row& row : rows)
        text += lineOf(columns, row);
    return text;
}

AppendTable::AppendTable(std::filesystem::path file, const std::vector<std::string>& columns)
    : m_file(std::move(file))
    , m_columns(columns) {
    makeFolder(m_file.parent_path());
    if (!std::filesystem::exists(m_file))
        writeFile(m_file, lineOf(m_columns));
    open();
    CsvTable known = readCsv(m_file);
    if (known.columns.empty() || known.columns.front() != columns.front())
        throw noTable(m_file, "is another table");
    m_rows = std::move(known.rows);
    for (const std::string& column : columns)
        if (std::ranges::find(known.columns, column) == known.columns.end())
            known.columns.push_back(column);
    m_columns = known.columns;
    const std::string whole = csvText(m_columns, m_rows);
    if (std::filesystem::file_size(m_file) != whole.size()) // new columns, or a row without an end
        writeAnew();
}

AppendTable::~AppendTable() {
    if (m_descriptor >= 0)
        close(m_descriptor);
}

void AppendTable::open() {
    m_descriptor = ::open(m_file.c_str(), O_RDWR | O_APPEND | O_CLOEXEC);
    if (m_descriptor < 0)
        throw unwritable(m_file, errno);
    if (flock(m_descriptor, LOCK_EX | LOCK_NB) != 0)
        throw Error(ErrorCode::UnwritableFile, m_file.string(), "is being written by another process",
                    "Wait for it, or give each process a folder of its own and put them together with --merge");
}

void AppendTable::writeAnew() {
    writeFile(m_file, csvText(m_columns, m_rows));
    close(m_descriptor);
    open();
}

void AppendTable::append(const std::vector<Row>& rows) {
    std::string line;
    for (const Row& row : rows)
        line += lineOf(m_columns, row);
    const off_t end = lseek(m_descriptor, 0, SEEK_END);
    const ssize_t written = write(m_descriptor, line.data(), line.size());
    if (written == static_cast<ssize_t>(line.size()))
        return;
    const int code = written < 0 ? errno : ENOSPC;
    if (end >= 0 && ftruncate(m_descriptor, end) != 0) // the part of a row; the next process takes it away otherwise
        throw unwritable(m_file, errno);
    throw unwritable(m_file, code);
}

} // namespace blurig
