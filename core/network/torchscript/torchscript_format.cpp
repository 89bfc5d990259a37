// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/torchscript/torchscript_format.h"

#include "core/array/file_kind.h"
#include "core/error.h"
#include "core/network/model_words.h"
#include "core/network/torchscript/missing_operators.h"
#include "core/network/torchscript/torchscript_file.h"
#include "core/network/torchscript/torchscript_network.h"
#include "core/network/zip_names.h"

#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/runtime/print_handler.h>
#include <torch/csrc/jit/serialization/import.h>

#include <algorithm>
#include <caffe2/serialize/inline_container.h>
#include <caffe2/serialize/read_adapter_interface.h>
#include <cstring>

namespace blurig {
namespace {

constexpr const char* cardFile = "model_card.json";

// LibTorch's own adapter for memory does not look at its bounds.
class BytesReader final : public caffe2::serialize::ReadAdapterInterface {
public:
    explicit BytesReader(std::span<const std::byte> bytes)
        : m_bytes(bytes) {}

    std::size_t size() const override { return m_bytes.size(); }

    std::size_t read(std::uint64_t position, void* buffer, std::size_t count, const char*) const override {
        if (position >= m_bytes.size())
            return 0;
        const std::size_t available = std::min(count, m_bytes.size() - static_cast<std::size_t>(position));
        std::memcpy(buffer, m_bytes.data() + position, available);
        return available;
    }

private:
    std::span<const std::byte> m_bytes;
};

std::shared_ptr<caffe2::serialize::ReadAdapterInterface> reader(std::span<const std::byte> bytes) {
    return std::make_shared<BytesReader>(bytes);
}

// The names in the archive, without its root folder; none where it is no archive.
std::vector<std::string> recordsOf(std::span<const std::byte> bytes) {
    if (!beginsWith(bytes, "PK\x03\x04"))
        return {};
    std::vector<std::string> names = zipNames(bytes).value_or(std::vector<std::string>());
    for (std::string& name : names)
        name.erase(0, name.find('/') + 1);
    return names;
}

bool holds(const std::vector<std::string>& records, const char* name) {
    return std::ranges::find(records, name) != records.end();
}

void checkArchive(std::span<const std::byte> bytes, const std::vector<std::string>& records, const std::string& where) {
    const auto damaged = [&where](const std::string& how) {
        return Error(ErrorCode::DamagedModel, where, "is cut short or damaged: " + how,
                     "Copy or export the file again");
    };
    // LibTorch says so, too, but loses what it has read of the archive by then.
    if (!holds(records, "version") && !holds(records, ".data/version"))
        throw damaged("its archive has no version");
    try {
        caffe2::serialize::PyTorchStreamReader archive(reader(bytes));
    } catch (const std::exception& error) {
        throw damaged(firstLine(error));
    }
}

} // namespace

std::optional<std::string> TorchScriptFormat::cardJson(const std::filesystem::path& file) const {
    const std::string record = std::string("extra/") + cardFile;
    try {
        caffe2::serialize::PyTorchStreamReader archive(file.string());
        if (!archive.hasRecord(record))
            return std::nullopt;
        const auto [data, size] = archive.getRecord(record);
        return std::string(static_cast<const char*>(data.get()), size);
    } catch (const std::exception&) { // no archive, or a damaged one: loading it says what is wrong
        return std::nullopt;
    }
}

std::unique_ptr<NetworkFile> TorchScriptFormat::open(NetworkSource& source, Device device) const {
    const std::span<const std::byte> bytes = source.bytes();
    const std::vector<std::string> records = recordsOf(bytes);
    if (!holds(records, "constants.pkl")) // other archives of PyTorch: a state dict, a pickled module
        return nullptr;
    const std::string where = source.where();
    registerMissingOperators();
    // A model that prints must not reach standard output, where a verdict or JSON may be expected.
    torch::jit::setPrintHandler([](const std::string&) {});
    checkArchive(bytes, records, where);

    torch::jit::ExtraFilesMap extra{{cardFile, ""}};
    try {
        torch::jit::Module module = torch::jit::load(reader(bytes), torchDevice(device), extra);
        if (!module.find_method("forward"))
            throw Error(ErrorCode::NotAModel, where, "has no forward method", "Export a module with forward(input)");
        module.eval();
        std::optional<std::string> card;
        if (!extra[cardFile].empty())
            card = extra[cardFile];
        return std::make_unique<TorchScriptFile>(std::move(module), std::move(card), where, device);
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) {
        throw Error(ErrorCode::DamagedModel, where, "cannot be loaded as TorchScript: " + firstLine(error),
                    "Export it again with an older version of torch");
    }
}

} // namespace blurig
