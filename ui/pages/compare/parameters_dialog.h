// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/network/inner_value.h"
#include "core/record/choice.h"

#include <QDialog>
#include <QStringList>

#include <vector>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace blurig::ui {

class FileDialogs;
class ParameterForm;

// One pane's parameters, target and model. Every edit is told at once, so that the map behind the dialog follows.
class ParametersDialog : public QDialog {
    Q_OBJECT
public:
    struct Offers {
        FileDialogs* dialogs;
        QStringList models; // files to choose from beside any other
    };
    ParametersDialog(const PaneChoice& pane, const Offers& offers, QWidget* parent);

    // The layers among a model's inner values that the method can take are offered in place of a bare text.
    void offerLayers(const std::vector<InnerValue>& values);
    void showLayersError(const Error& error);

Q_SIGNALS:
    void edited(const blurig::PaneChoice& pane);
    void seedTextChanged(const std::map<std::string, std::string>& values); // to the seed's form

private:
    void fillModels();
    void chooseModel();
    void setModel(const QString& file);
    void fillLayers();
    void showSeed();

    PaneChoice m_pane;
    Offers m_offers;
    std::string m_seedKey; // of the parameters of the method that this one builds on; empty: it builds on none
    std::vector<InnerValue> m_layers;
    QComboBox* m_model;
    ParameterForm* m_form;
    QLabel* m_layersError;
    QVBoxLayout* m_seedPlace;
    QWidget* m_seed = nullptr; // the form of the seed method's own parameters
    std::string m_seedShown;   // its id
};

} // namespace blurig::ui
