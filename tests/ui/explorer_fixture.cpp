// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/explorer_fixture.h"

#include "core/record/look_defaults.h"
#include "tests/support/script_model.h"

#include <QImage>
#include <QPainter>
#include <QRegularExpression>

namespace blurig::test {

namespace {

// Classes that live at different scales: mean colours at coarse ones, edges at fine ones.
constexpr const char* network = R"(
def forward(self, x):
    red = torch.tanh(3.0 * (x[:, 0] - x[:, 2])).mean([1, 2])
    blue = torch.tanh(3.0 * (x[:, 2] - x[:, 0])).mean([1, 2])
    edges = (x[:, :, :, 1:] - x[:, :, :, :-1]).pow(2).mean([1, 2, 3])
    dark = (1.0 - x).pow(2).mean([1, 2, 3])
    return torch.stack([4.0 * red, 4.0 * blue, 60.0 * edges, dark], 1)
)";

QImage colouredFields() {
    QImage image(96, 64, QImage::Format_RGB888);
    image.fill(QColor(40, 60, 90));
    QPainter painter(&image);
    painter.fillRect(10, 8, 40, 40, QColor(220, 60, 40));
    painter.fillRect(58, 20, 24, 30, QColor(240, 220, 120));
    for (int x = 20; x < 80; x += 6)
        painter.fillRect(x, 50, 3, 10, Qt::white);
    return image;
}

} // namespace

std::shared_ptr<const Model> modelLike(const ModelInfo& info, const NetworkFormats& formats) {
    ModelOptions options;
    options.formats = formats;
    options.card = info.card;
    options.execution = info.execution;
    return loadModel(info.file, options);
}

double sumAt(const Array& map, int x, int y) {
    double sum = 0;
    for (std::int64_t c = 0; c < map.channels(); ++c)
        sum += static_cast<double>(map.host()[static_cast<std::size_t>((c * map.height() + y) * map.width() + x)]);
    return sum;
}

ExplorerFixture::ExplorerFixture(bool withCard)
    : ExplorerFixture(ui::MainWindowOptions(), withCard) {}

ExplorerFixture::ExplorerFixture(const ui::MainWindowOptions& windowOptions, bool withCard)
    : options(windowOptions) {
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^Session: ")));
    ModelCard card = plainCard(3, 32, 32);
    card.name = "small";
    card.classNames = {"red", "blue", "edges", "dark"};
    card.wordNetIds = {"n02123045", "n02123159", "n02012849", "n03126707"}; // two cats, a bird, a machine
    writeScriptModel(model().toStdString(), network, withCard ? std::optional(card) : std::nullopt);
    colouredFields().save(photo());
    ui::Settings(path(QStringLiteral("settings.ini"))).setDisplay(displayOfLook("pixels")); // what is seen is the map
    makeWindow();
}

void ExplorerFixture::makeWindow() {
    window.reset();
    auto fake = std::make_unique<FakeFileDialogs>();
    dialogs = fake.get();
    window = std::make_unique<ui::MainWindow>(std::make_unique<ui::Settings>(path(QStringLiteral("settings.ini"))),
                                              std::move(fake), options);
    window->show();
}

void ExplorerFixture::open() {
    Choice choice = session().choice();
    choice.picture = photo().toStdString();
    choice.model = model().toStdString();
    session().apply(choice);
}

void ExplorerFixture::setParameter(const std::string& key, const std::string& value) {
    session().edit([&](Choice& choice) { choice.panes.front().parameters[key] = value; });
}

} // namespace blurig::test
