# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a TensorFlow checkpoint (a tensor bundle of one shard) without TensorFlow.

The index is a table file of LevelDB, uncompressed: names of variables, sorted, each with a protocol buffer that says
type, shape, offset and size in the data file, which holds the raw values, little-endian.
"""

import struct

import numpy

FLOAT32 = 1  # DataType of TensorFlow
MAGIC = 0xDB4775248B80FB57
FOOTER = 48  # bytes


def read_variables(prefix):
    """{name: float32 array} of the checkpoint PREFIX.index and PREFIX.data-00000-of-00001; other types are left out."""
    with open(f"{prefix}.index", "rb") as file:
        index = file.read()
    with open(f"{prefix}.data-00000-of-00001", "rb") as file:
        data = file.read()
    variables = {}
    for name, value in _table(index):
        entry = dict(_fields(value))
        if not name or entry.get(1) != FLOAT32:  # the entry without a name is the header
            continue
        shape = [dict(_fields(dimension)).get(1, 0) for _, dimension in _fields(entry.get(2, b""))]
        offset, size = entry.get(4, 0), entry[5]
        values = numpy.frombuffer(data[offset : offset + size], dtype="<f4")
        variables[name.decode()] = values.reshape(shape)
    return variables


def _table(file):
    """(key, value) of all entries, through the blocks that the index block names."""
    if struct.unpack("<Q", file[-8:])[0] != MAGIC:
        raise ValueError("not a table file: its last bytes are others")
    footer = file[-FOOTER:]
    _, at = _handle(footer, 0)  # of the block about blocks
    index, _ = _handle(footer, at)
    for _, handle in _block(file, *index):
        yield from _block(file, *_handle(handle, 0)[0])


def _block(file, offset, size):
    block = file[offset : offset + size]
    if file[offset + size] != 0:
        raise ValueError("the table file is compressed")
    restarts = struct.unpack("<I", block[-4:])[0]
    end, at, key = size - 4 - 4 * restarts, 0, b""
    while at < end:
        shared, at = _varint(block, at)
        own, at = _varint(block, at)
        length, at = _varint(block, at)
        key = key[:shared] + block[at : at + own]
        yield key, block[at + own : at + own + length]
        at += own + length


def _handle(block, at):
    offset, at = _varint(block, at)
    size, at = _varint(block, at)
    return (offset, size), at


def _fields(message):
    """(number, value) of a protocol buffer: whole numbers, or bytes."""
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        kind = tag & 7
        if kind == 0:
            value, at = _varint(message, at)
        else:
            if kind == 2:
                length, at = _varint(message, at)
            else:
                length = {1: 8, 5: 4}[kind]
            value = message[at : at + length]
            at += length
        yield tag >> 3, value


def _varint(block, at):
    value = shift = 0
    while True:
        byte = block[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at
