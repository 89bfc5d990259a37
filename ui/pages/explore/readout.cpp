// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/explore/readout.h"

#include "core/explain/place_text.h"
#include "core/render/upright.h"
#include "ui/pages/explore/explore_panes.h"
#include "ui/pages/explore/pane_captions.h"
#include "ui/session/session.h"
#include "ui/widgets/linked_view.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/theme.h"

#include <cmath>
#include <optional>

namespace blurig::ui {

namespace {

struct Pixel {
    std::int64_t x = 0;
    std::int64_t y = 0;
};

// The crosshair is in parts of the shown frame.
std::optional<Pixel> modelPixel(QPointF point, const ExploreView& view, bool onOriginal) {
    const InputGeometry& geometry = view.subject.input->prepared.geometry;
    double x = point.x() * geometry.modelWidth;
    double y = point.y() * geometry.modelHeight;
    if (onOriginal) {
        x = (point.x() * view.subject.picture.width() - geometry.source.x) / geometry.scaleX();
        y = (point.y() * view.subject.picture.height() - geometry.source.y) / geometry.scaleY();
    }
    Pixel pixel{.x = static_cast<std::int64_t>(std::floor(x)), .y = static_cast<std::int64_t>(std::floor(y))};
    if (isSpectrogram(view.subject.input->prepared.z.layout())) // low frequencies are at the bottom
        pixel.y = geometry.modelHeight - 1 - pixel.y;
    const bool inside = pixel.x >= 0 && pixel.y >= 0 && pixel.x < geometry.modelWidth && pixel.y < geometry.modelHeight;
    return inside ? std::optional(pixel) : std::nullopt;
}

double channelAt(const Array& array, std::int64_t channel, Pixel pixel) {
    const std::int64_t index = (channel * array.height() + pixel.y) * array.width() + pixel.x;
    return static_cast<double>(array.host()[static_cast<std::size_t>(index)]);
}

double sumAt(const Array& array, Pixel pixel) {
    double sum = 0;
    for (std::int64_t channel = 0; channel < array.channels(); ++channel)
        sum += channelAt(array, channel, pixel);
    return sum;
}

} // namespace

Readout::Readout(Session* session, LinkedView* linked, QWidget* parent)
    : QLabel(parent)
    , m_session(session)
    , m_linked(linked) {
    setObjectName(QStringLiteral("readout"));
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(numberFont(smallFont(font())));
    setForegroundRole(QPalette::PlaceholderText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(linked, &LinkedView::crosshairChanged, this, &Readout::read);
    read();
}

void Readout::show(const ExploreView* view) {
    m_view = view;
    read();
}

void Readout::read() {
    const auto crosshair = m_linked->crosshair();
    const auto pixel = crosshair && m_view && m_view->subject.input && m_view->frame
                           ? modelPixel(*crosshair, *m_view, m_session->choice().frame == "original")
                           : std::nullopt;
    if (!pixel) {
        setText(tr("Point at a pane to read its values."));
        return;
    }
    const Frame& frame = *m_view->frame;
    const double sigma = frame.sigma;
    const double laplacian = sumAt(frame.laplacian, *pixel);
    const QString step = stepWord(m_view->subject);
    QString text = tr("%1   lap L %2 /%4²   σ lap L %3 /%4")
                       .arg(QString::fromStdString(placeText(explainedSubject(m_view->subject), pixel->y, pixel->x)),
                            significant(laplacian, 4), significant(sigma * laplacian, 4), step);
    if (const Array gradient = arrayOf(*m_view, PaneKind::Gradient); !gradient.empty()) {
        double product = 0;
        for (std::int64_t channel = 0; channel < gradient.channels(); ++channel)
            product += channelAt(gradient, channel, *pixel) * sigma * channelAt(frame.laplacian, channel, *pixel);
        text += tr("   ∂F/∂L %1   ∂F/∂L · σ lap L %2 /%3")
                    .arg(significant(sumAt(gradient, *pixel), 4), significant(product, 4), step);
        if (!gradientIsExact(*m_view))
            text += tr(" (gradient of σ %1)").arg(sigmaText(frame.gradientSigma));
    }
    if (!frame.accumulated.empty())
        text += tr("   accumulated %1").arg(significant(sumAt(frame.accumulated, *pixel), 4));
    setText(text);
}

} // namespace blurig::ui
