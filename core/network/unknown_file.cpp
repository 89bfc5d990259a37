// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/unknown_file.h"

#include "core/array/file_kind.h"
#include "core/network/zip_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace blurig {
namespace {

struct Words {
    std::string happened;
    std::string remedy;
    ErrorCode code = ErrorCode::NotAModel;
};

constexpr const char* exportProgram = "Load the weights into their model in Python and export that as TorchScript, as "
                                      "the help text \"Your own model\" shows";
constexpr const char* exportOther =
    "Export the model from PyTorch as TorchScript, as the help text \"Your own model\" shows";

std::string formatNames(const std::vector<ModelFileKind>& known) {
    std::string names;
    for (const ModelFileKind& kind : known)
        names += (names.empty() ? "" : " or ") + kind.format;
    return names;
}

Words ofZip(std::span<const std::byte> bytes) {
    const auto names = zipNames(bytes);
    if (!names)
        return {"is an archive, as models are, and cut short or damaged", "Copy or export the file again",
                ErrorCode::DamagedModel};
    const auto has = [&names](std::string_view ending) {
        return std::ranges::any_of(*names, [&](const std::string& name) { return name.ends_with(ending); });
    };
    if (has("/data.pkl"))
        return {"holds weights but no program (a state dict or a pickled module, as torch.save writes them)",
                exportProgram};
    if (has("/serialized_exported_program.json") || has("/models/model.json"))
        return {"is an exported program of torch.export, which is not opened", exportOther};
    if (has("model.weights.h5"))
        return {"is a Keras model, which is not opened", exportOther};
    if (!names->empty() && std::ranges::all_of(*names, [](const auto& name) { return name.ends_with(".npy"); }))
        return {"is an archive of NumPy arrays, not a model", exportProgram};
    return {"is a ZIP archive without a model in it that this program knows", "Unpack it, if the model is inside"};
}

Words wordsOf(std::span<const std::byte> bytes, const std::vector<ModelFileKind>& known) {
    const auto [kind, name] = guessKind(bytes);
    const std::string open = fmt::format(
        "Open a model of a format that this program knows ({}); the help text \"Your own model\" shows how to make one",
        formatNames(known));
    const auto seems = [&name = name] { return fmt::format("is not a model file: it seems to be {}", name); };
    switch (kind) {
    case FileKind::Zip:
        return ofZip(bytes);
    case FileKind::Pickle:
        return {"holds weights or objects of Python but no program (a pickle, as torch.save wrote them)",
                exportProgram};
    case FileKind::SafeTensors:
        return {"holds weights but no program (safetensors)", exportProgram};
    case FileKind::Hdf5:
        return {"is an HDF5 file, as Keras writes models and weights, which is not opened", exportOther};
    case FileKind::Onnx:
        return {"seems to be an ONNX model, which is not opened", exportOther};
    case FileKind::LfsPointer:
        return {seems(), "Get the file itself: git lfs pull, or download it from the page of the repository"};
    case FileKind::WebPage:
        return {seems(), "Download the file itself, not the page that shows it"};
    case FileKind::Packed:
        return {seems(), "Unpack it, and open the model inside"};
    case FileKind::Picture:
        return {seems(), "Open it as the picture, and a model as the model"};
    case FileKind::Sound:
        return {seems(), "Open it as the clip, and a model as the model"};
    case FileKind::Text:
        if (beginsWith(bytes, "{"))
            return {"is not a model file: it is JSON, as the card of a model is", "Open the model itself; its card is "
                                                                                  "found beside it"};
        return {seems(), open};
    case FileKind::Other:
        return {seems(), open};
    case FileKind::Unknown:
        break;
    }
    return {"is not a model file that this program knows", open};
}

} // namespace

Error unknownFile(std::span<const std::byte> bytes, const std::string& where, const std::vector<ModelFileKind>& known) {
    const Words words = wordsOf(bytes, known);
    return {words.code, where, words.happened, words.remedy};
}

} // namespace blurig
