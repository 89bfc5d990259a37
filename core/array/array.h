// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace blurig {

struct Axis {
    std::string name; // "y", "x", "frequency", "time"
    std::int64_t size = 0;
    std::string unit = "px";
    double step = 1.0; // units from one sample to the next

    bool operator==(const Axis&) const = default;
};

struct ValueRange {
    double low = 0.0;
    double high = 1.0;
    std::string unit;

    bool operator==(const ValueRange&) const = default;
};

// [batch x] channels x 1 to 3 spatial axes, row-major, last axis fastest.
struct ArrayLayout {
    std::int64_t batch = 0; // 0: no batch axis
    std::int64_t channels = 0;
    std::vector<Axis> axes;
    ValueRange range;

    std::int64_t elements() const; // of the whole array
    bool operator==(const ArrayLayout&) const = default;
};

// y x x picture layout with pixels as unit.
ArrayLayout pictureLayout(std::int64_t channels, std::int64_t height, std::int64_t width, std::int64_t batch = 0);

// The immutable value that crosses rooms and threads. Copies share their storage, which may lie on any device and in
// any floating type; host() is what windows and files read. Inside core, torch_access.h gives the tensor without a
// copy.
class Array {
public:
    struct Storage;

    Array() = default; // empty
    explicit Array(std::shared_ptr<const Storage> storage)
        : m_storage(std::move(storage)) {}

    // values.size() == layout.elements()
    static Array fromHost(ArrayLayout layout, std::vector<float> values);

    bool empty() const { return m_storage == nullptr; }
    const ArrayLayout& layout() const; // not of an empty array
    std::int64_t channels() const { return layout().channels; }
    std::int64_t size(std::size_t axis) const { return layout().axes.at(axis).size; }
    std::int64_t height() const { return size(0); } // of a picture
    std::int64_t width() const { return size(1); }  // of a picture

    // Contiguous float32 in row-major order; valid while any copy of this Array lives. Converted at most once.
    std::span<const float> host() const;
    std::size_t bytes() const; // held by the storage

    const Storage* storage() const { return m_storage.get(); }

private:
    std::shared_ptr<const Storage> m_storage;
};

Array asBatch(const Array& array);            // with a batch axis of one, sharing its values
Array stacked(std::span<const Array> arrays); // a batch of arrays of one layout, at least one

} // namespace blurig
