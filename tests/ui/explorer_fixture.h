// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model.h"
#include "tests/ui/fake_file_dialogs.h"
#include "ui/engine/explore_flow.h"
#include "ui/main_window.h"
#include "ui/session/session.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

namespace blurig::test {

constexpr int patience = 30000; // ms, for a loaded machine

// What computes as the window's model does, opened apart from it.
std::shared_ptr<const Model> modelLike(const ModelInfo& info, const NetworkFormats& formats = builtInFormats());

double sumAt(const Array& map, int x, int y); // over its channels

// The real window in a folder of its own, with a small model and a photo of coloured fields.
class ExplorerFixture {
public:
    explicit ExplorerFixture(bool withCard = true);
    explicit ExplorerFixture(const ui::MainWindowOptions& options, bool withCard = true);

    QString path(const QString& name) const { return folder.filePath(name); }
    QString photo() const { return path(QStringLiteral("photo.png")); }
    QString model() const { return path(QStringLiteral("model.pt")); }
    void open();       // the model and the photo
    void makeWindow(); // as the next start does

    ui::ExploreFlow& flow() { return *window->flow(); }
    ui::Session& session() { return *window->session(); }
    const ui::ExploreView& view() { return window->flow()->view(); }
    bool ready() { return flow().settled() && view().explore.state != nullptr; }
    void setParameter(const std::string& key, const std::string& value);

    template <typename Widget> Widget* find(const char* objectName, QWidget* in = nullptr) {
        auto* widget = (in ? in : window.get())->template findChild<Widget*>(QString::fromLatin1(objectName));
        return widget;
    }

    QTemporaryDir folder;
    ui::MainWindowOptions options;      // of the windows that are made
    FakeFileDialogs* dialogs = nullptr; // the window's
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace blurig::test
