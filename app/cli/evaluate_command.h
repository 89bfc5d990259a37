// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/input_options.h"
#include "app/cli/model_options.h"
#include "app/cli/output_folder.h"
#include "core/evaluate/runner.h"

#include <vector>

namespace blurig {

class EvaluateCommand final : public Command {
public:
    std::string name() const override { return "evaluate"; }
    std::string summary() const override { return "Judge the maps of methods on a folder of photos: Table 1 and more"; }
    void declare(OptionList& options) override;
    void run(Console& console) override;

private:
    static constexpr const char* wholeShard = "1/1";

    StudyRequest request() const;
    Study study(Console& console, const StudyRequest& request, const std::shared_ptr<const Model>& model,
                ReferenceModels& references) const;
    void requireNoneOfPhotos() const;
    bool runOnSounds(Console& console); // false where the folder holds photos
    void tellPlan(Console& console, const Study& study) const;

    std::string m_folder;
    std::string m_annotations;
    std::string m_masks;
    std::string m_labels;
    std::string m_methods = "blur-ig";
    std::vector<std::string> m_maps;
    std::string m_metrics = "localisation";
    std::string m_shard = wholeShard;
    std::vector<std::string> m_merge;
    bool m_resume = false;
    bool m_plan = false;
    double m_photos = 0;
    double m_price = 0;
    std::size_t m_most = 0;
    CropOption m_crop;
    ModelChoice m_model;
    OutputFolder m_out;
};

} // namespace blurig
