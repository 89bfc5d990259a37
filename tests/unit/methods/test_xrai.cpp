// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/methods/method.h"
#include "core/methods/xrai_map.h"
#include "tests/support/path_cases.h"
#include "tests/support/test_class.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace blurig;
using namespace blurig::test;

namespace {

constexpr int scaleCount = 6;

// Counts the calls, asks for the end in one of them, and keeps what was published.
class WatchingSink : public MethodSink {
public:
    void betweenBatches() override {
        if (++calls == stopAt)
            stop.request_stop();
    }
    void publish(std::shared_ptr<const MethodState> state) override { states.push_back(std::move(state)); }

    int calls = 0;
    int stopAt = 0;
    std::stop_source stop;
    std::vector<std::shared_ptr<const MethodState>> states;
};

// Three strips of ten rows, ten pixels wide each: where attribution is 3, 1 and 1.5.
constexpr int rows = 10;
constexpr int columns = 30;

Segment strips(int from, int to) { // pixels of the strips [from, to)
    Segment pixels;
    for (int y = 0; y < rows; ++y)
        for (int x = 10 * from; x < 10 * to; ++x)
            pixels.push_back(y * columns + x);
    return pixels;
}

Array stripAttribution() {
    std::vector<float> values(3 * rows * columns, -7.0F); // the greatest channel counts: the second
    for (int i = 0; i < rows * columns; ++i) {
        const int strip = i % columns / 10;
        const float ripple = i % 2 == 0 ? 0.25F : -0.25F; // leaves every mean as it is
        values[static_cast<std::size_t>(rows * columns + i)] = (strip == 0 ? 3.0F : strip == 1 ? 1.0F : 1.5F) + ripple;
    }
    return Array::fromHost(pictureLayout(3, rows, columns), std::move(values));
}

// The values of a map in the three strips; each must be constant.
std::vector<double> perStrip(const Array& map) {
    std::vector<double> found;
    for (int strip = 0; strip < 3; ++strip) {
        std::set<double> values;
        for (const std::int32_t pixel : strips(strip, strip + 1))
            values.insert(static_cast<double>(map.host()[static_cast<std::size_t>(pixel)]));
        if (values.size() != 1)
            qFatal("a strip has more than one value");
        found.push_back(*values.begin());
    }
    return found;
}

XraiMap mapOf(const std::vector<Segment>& segments, const XraiOptions& options = {}) {
    return xraiMap(stripAttribution(), segments, options, {});
}

using Values = std::vector<double>;

OverSegmentation segmented(const Array& picture, int radius) {
    Sink sink;
    return overSegmentation(picture, radius, sink, {});
}

// How many segments hold each pixel.
std::vector<int> holders(const std::vector<Segment>& segments, const Array& picture) {
    std::vector<int> counts(static_cast<std::size_t>(picture.height() * picture.width()));
    for (const Segment& segment : segments)
        for (const std::int32_t pixel : segment)
            ++counts.at(static_cast<std::size_t>(pixel));
    return counts;
}

// Four flat quarters of different colours.
Array quarters(std::int64_t channels, std::int64_t height, std::int64_t width) {
    std::vector<float> values;
    for (int c = 0; c < channels; ++c)
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                values.push_back(static_cast<float>((2 * y < height ? 0 : 2) + (2 * x < width ? 0 : 1) + c) / 16);
    return Array::fromHost(pictureLayout(channels, height, width), std::move(values));
}

const Array& photo() { // quarters with some noise, of a size that is no divisor of 224
    static const Array shared = [] {
        const Array noise = roughPicture(3, 36, 50);
        std::vector<float> values;
        for (std::size_t i = 0; i < noise.host().size(); ++i)
            values.push_back(quarters(3, 36, 50).host()[i] + noise.host()[i] / 16);
        return Array::fromHost(noise.layout(), std::move(values));
    }();
    return shared;
}

std::shared_ptr<const Model> modelFor(const Array& input, Batching batching) {
    return scalarModel("torch.tanh((w * x).flatten(1).sum(1) / 8) + (w * x * x).flatten(1).sum(1)", input, batching);
}

using Settings = std::vector<std::pair<std::string, std::string>>;

std::shared_ptr<const MethodState> explain(const char* id, const Array& input, const Settings& settings,
                                           MethodSink& sink, const std::stop_token& stop = {},
                                           const std::shared_ptr<const MethodState>& previous = nullptr,
                                           Batching batching = Batching::Together) {
    const Method& method = methodById(id);
    Parameters parameters = defaultParameters(method);
    for (const auto& [key, text] : settings)
        parameters.set(key, text);
    const Item item{.input = input, .target = {{{0, 1.0}}}, .score = Score::Logit, .previous = previous};
    return method.run(*modelFor(input, batching), item, parameters, sink, stop);
}

std::shared_ptr<const MethodState> explain(const char* id, const Array& input, const Settings& settings = {}) {
    WatchingSink sink;
    return explain(id, input, settings, sink);
}

bool hasNote(const MethodState& state, const std::string& part) {
    return std::ranges::any_of(state.notes,
                               [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

bool isFinite(const Array& map) {
    return std::ranges::all_of(map.host(), [](float value) { return std::isfinite(value); });
}

} // namespace

class TestXrai : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void disjointSegmentsHaveTheirMeans() {
        for (const XraiAlgorithm algorithm : {XraiAlgorithm::Full, XraiAlgorithm::Fast}) {
            const XraiMap map =
                mapOf({strips(1, 2), strips(0, 1), strips(2, 3)}, {.algorithm = algorithm, .leastAddedPixels = 1});
            QCOMPARE(perStrip(map.attribution), Values({3, 1, 1.5}));
            QCOMPARE(perStrip(map.ranks), Values({1, 3, 2}));
            QCOMPARE(map.regions, 3);
            QVERIFY(map.attribution.layout() == pictureLayout(1, rows, columns));
        }
    }

    // Left is best; then full sees that of the left two the middle is all that is left, fast does not.
    void fullWeighsAnewAndFastDoesNot() {
        const std::vector<Segment> segments = {strips(0, 1), strips(0, 2), strips(1, 3)};
        const XraiMap full = mapOf(segments);
        QCOMPARE(perStrip(full.attribution), Values({3, 1.25, 1.25}));
        QCOMPARE(perStrip(full.ranks), Values({1, 2, 2}));
        const XraiMap fast = mapOf(segments, {.algorithm = XraiAlgorithm::Fast});
        QCOMPARE(perStrip(fast.attribution), Values({3, 1, 1.5}));
        QCOMPARE(perStrip(fast.ranks), Values({1, 3, 2}));
    }

    // The first of equals is merged first: in the other order the same pixels fall to other regions.
    void tiesGoToTheFirst() {
        const Array flat = constantPicture(1, rows, columns, 0.5F);
        const auto ranks = [&](const std::vector<Segment>& segments) {
            return perStrip(xraiMap(flat, segments, {}, {}).ranks);
        };
        QCOMPARE(ranks({strips(0, 2), strips(1, 3)}), Values({1, 1, 2}));
        QCOMPARE(ranks({strips(1, 3), strips(0, 2)}), Values({2, 1, 1}));
    }

    void segmentsThatAddLittleAreLeftOut() {
        for (const XraiAlgorithm algorithm : {XraiAlgorithm::Full, XraiAlgorithm::Fast}) {
            const std::vector<Segment> segments = {strips(0, 2), strips(1, 3)};
            const XraiMap kept = mapOf(segments, {.algorithm = algorithm, .leastAddedPixels = 100});
            QCOMPARE(perStrip(kept.ranks), Values({1, 1, 2}));
            const XraiMap none = mapOf(segments, {.algorithm = algorithm, .leastAddedPixels = 201});
            QCOMPARE(none.regions, 1);
            QVERIFY(std::abs(perStrip(none.attribution)[1] - 5.5 / 3) < 1e-6);
        }
    }

    void whatNoSegmentCoversIsTheLastRegion() {
        const XraiMap map = mapOf({strips(1, 2)});
        QCOMPARE(perStrip(map.ranks), Values({2, 1, 2}));
        QCOMPARE(perStrip(map.attribution), Values({2.25, 1, 2.25}));
        QCOMPARE(mapOf({}).regions, 1);
    }

    void areaThresholdEndsFullAlone() {
        const std::vector<Segment> segments = {strips(0, 1), strips(1, 2), strips(2, 3)};
        QCOMPARE(perStrip(mapOf(segments, {.areaThreshold = 0}).attribution), Values({3, 1.25, 1.25}));
        QCOMPARE(perStrip(mapOf(segments, {.areaThreshold = 0.5}).attribution), Values({3, 1, 1.5}));
        const XraiOptions fast{.algorithm = XraiAlgorithm::Fast, .areaThreshold = 0};
        QCOMPARE(perStrip(mapOf(segments, fast).attribution), Values({3, 1, 1.5}));
    }

    void mergingStops() {
        std::stop_source stop;
        stop.request_stop();
        const std::vector<Segment> segments = {strips(0, 1)};
        for (const XraiAlgorithm algorithm : {XraiAlgorithm::Full, XraiAlgorithm::Fast})
            QVERIFY_THROWS_EXCEPTION(Cancelled, xraiMap(stripAttribution(), segments, {algorithm}, stop.get_token()));
    }

    void everyPixelLiesInOneSegmentOfEachScale_data() {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::newRow("as segmented") << 3 << 224 << 224;
        QTest::newRow("greater") << 3 << 300 << 260;
        QTest::newRow("grey") << 1 << 53 << 37;
        QTest::newRow("six bands") << 6 << 40 << 40;
        QTest::newRow("smaller than a segment") << 3 << 7 << 7;
        QTest::newRow("one pixel") << 3 << 1 << 1;
    }

    void everyPixelLiesInOneSegmentOfEachScale() {
        QFETCH(int, channels);
        QFETCH(int, height);
        QFETCH(int, width);
        const Array picture = roughPicture(channels, height, width);
        const std::vector<Segment> segments = segmented(picture, 0).segments;
        for (const Segment& segment : segments)
            QVERIFY(!segment.empty() && std::ranges::is_sorted(segment));
        for (const int count : holders(segments, picture))
            QCOMPARE(count, scaleCount);
    }

    // Smoothing blurs the edges between the quarters; what lies deeper belongs together, and not to another quarter.
    void flatQuartersAreSegments() {
        const Array picture = quarters(3, 224, 224);
        const std::vector<Segment> segments = segmented(picture, 0).segments;
        int whole = 0;
        for (const Segment& segment : segments) {
            std::vector<int> inside(4);
            for (const std::int32_t pixel : segment)
                if (const int y = pixel / 224, x = pixel % 224; std::abs(y - 112) > 5 && std::abs(x - 112) > 5)
                    ++inside[static_cast<std::size_t>((y > 112 ? 2 : 0) + (x > 112 ? 1 : 0))];
            QVERIFY(std::ranges::count(inside, 0) >= 3);
            whole += static_cast<int>(std::ranges::count_if(inside, [](int pixels) { return pixels >= 106 * 106; }));
        }
        QCOMPARE(whole, 4 * scaleCount);
    }

    void flatPictureIsOneSegmentAScale() {
        const Array picture = constantPicture(3, 30, 30, 0.4F);
        const std::vector<Segment> segments = segmented(picture, 5).segments;
        QCOMPARE(segments.size(), std::size_t{scaleCount});
        for (const Segment& segment : segments)
            QCOMPARE(segment.size(), std::size_t{900});
    }

    void dilationIsADisk() {
        const std::vector<Segment> narrow = segmented(photo(), 0).segments;
        const std::vector<Segment> wide = segmented(photo(), 3).segments;
        QCOMPARE(wide.size(), narrow.size());
        const int width = static_cast<int>(photo().width());
        const auto near = [width](std::int32_t a, std::int32_t b) {
            return std::pow(a / width - b / width, 2) + std::pow(a % width - b % width, 2) <= 9;
        };
        for (std::size_t i = 0; i < narrow.size(); ++i) {
            Segment expected;
            for (std::int32_t pixel = 0; pixel < static_cast<std::int32_t>(photo().height()) * width; ++pixel)
                if (std::ranges::any_of(narrow[i], [&](std::int32_t inside) { return near(pixel, inside); }))
                    expected.push_back(pixel);
            QCOMPARE(wide[i], expected);
        }
    }

    void segmentationStopsBetweenScales() {
        WatchingSink sink;
        sink.stopAt = 3;
        QVERIFY_THROWS_EXCEPTION(Cancelled, overSegmentation(photo(), 5, sink, sink.stop.get_token()));
        QCOMPARE(sink.calls, 3);
        WatchingSink whole;
        QVERIFY(overSegmentation(photo(), 5, whole, {}).seconds > 0);
        QCOMPARE(whole.calls, scaleCount);
    }

    void seededByThePapersIg() {
        const auto state = explain("xrai", photo());
        const auto seed = explain("ig", photo(), {{"baseline", "black+white"}});
        const XraiMap expected = xraiMap(seed->attribution, segmented(photo(), 5).segments, {}, {});
        QCOMPARE(values(state->attribution), values(expected.attribution));
        QVERIFY(expected.regions > 1);
        QVERIFY(hasNote(*state, "seed Integrated gradients: baseline black+white"));
        QVERIFY(hasNote(*state, "seed: baseline white"));
        QVERIFY(hasNote(*state, "seed: completeness gap "));
        QVERIFY(hasNote(*state, "merged into " + std::to_string(expected.regions) + " regions"));
        QVERIFY(!state->completeness);
        QCOMPARE(state->cost.gradients, seed->cost.gradients);
        QCOMPARE(state->ending, seed->ending);
    }

    void anyOtherMethodSeedsIt_data() {
        QTest::addColumn<std::string>("seed");
        for (const Method* method : methods())
            if (method->id() != "xrai")
                QTest::newRow(method->id().c_str()) << method->id();
    }

    void anyOtherMethodSeedsIt() {
        QFETCH(std::string, seed);
        const auto state = explain("xrai", photo(), {{"seed_method", seed}});
        QVERIFY(state->attribution.layout() == pictureLayout(1, 36, 50));
        QVERIFY(isFinite(state->attribution));
        QVERIFY(hasNote(*state, "seed " + methodById(seed).label()));
        QCOMPARE(state->parameters.text("seed_method"), seed);
    }

    void theSeedTakesItsParameters() {
        const auto state = explain("xrai", photo(), {{"seed_parameters", "baseline=black; max_gradients=20"}});
        const auto seed = explain("ig", photo(), {{"baseline", "black"}, {"max_gradients", "20"}});
        QCOMPARE(state->cost.gradients, seed->cost.gradients);
        QVERIFY(hasNote(*state, "baseline black,"));
        QVERIFY(hasNote(*state, "max_gradients 20"));
    }

    void itNeverSeedsItself() { QVERIFY_THROWS_EXCEPTION(Error, explain("xrai", photo(), {{"seed_method", "xrai"}})); }

    void flatInputGivesAFlatMap() {
        const auto state = explain("xrai", constantPicture(3, 20, 20, 0.5F), {{"seed_method", "gradient"}});
        QVERIFY(isFinite(state->attribution));
        const std::span<const float> map = state->attribution.host();
        QVERIFY(std::ranges::all_of(map, [&](float value) { return value == map.front(); }));
    }

    void repeatsAreEqualWhateverTheBatch() {
        WatchingSink one;
        const auto first = explain("xrai", photo(), {}, one, {}, nullptr, Batching::Alone);
        const auto second = explain("xrai", photo());
        QCOMPARE(values(first->attribution), values(second->attribution));
        QCOMPARE(first->notes, second->notes);
    }

    void progressIsTheSeedsUntilTheMap() {
        WatchingSink sink;
        const auto state = explain("xrai", photo(), {}, sink);
        QVERIFY(sink.states.size() > 3);
        QCOMPARE(sink.states.back(), state);
        for (std::size_t i = 0; i + 1 < sink.states.size(); ++i) {
            QCOMPARE(sink.states[i]->method, std::string("xrai"));
            QCOMPARE(sink.states[i]->ending, Ending::Running);
            QVERIFY(sink.states[i]->attribution.empty());
            QVERIFY(sink.states[i]->cost.gradients <= sink.states[i + 1]->cost.gradients);
            QVERIFY(sink.states[i]->expectedGradients > 0);
        }
    }

    void cancelledInTheSegmentation() {
        WatchingSink whole;
        explain("xrai", photo(), {}, whole);
        WatchingSink sink;
        sink.stopAt = whole.calls - 2; // the fourth scale
        QVERIFY_THROWS_EXCEPTION(Cancelled, explain("xrai", photo(), {}, sink, sink.stop.get_token()));
        QCOMPARE(sink.calls, sink.stopAt);
        QVERIFY(std::ranges::all_of(sink.states, [](const auto& state) { return state->attribution.empty(); }));
    }

    // The other algorithm takes the seed's nodes from the run before.
    void seedsNodesAreReused() {
        const auto full = explain("xrai", photo());
        WatchingSink sink;
        const auto fast = explain("xrai", photo(), {{"algorithm", "fast"}}, sink, {}, full);
        QCOMPARE(fast->cost.gradients, 0);
        QCOMPARE(values(fast->attribution), values(explain("xrai", photo(), {{"algorithm", "fast"}})->attribution));
    }

    void ranksFollowTheMap() {
        const auto seed = explain("gradient", photo());
        const XraiMap map = xraiMap(seed->attribution, segmented(photo(), 2).segments, {.leastAddedPixels = 1}, {});
        std::vector<std::size_t> order(map.ranks.host().size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, {}, [&](std::size_t pixel) { return map.ranks.host()[pixel]; });
        QVERIFY(
            std::ranges::is_sorted(order, std::greater(), [&](std::size_t p) { return map.attribution.host()[p]; }));
        QCOMPARE(map.ranks.host()[order.front()], 1.0F);
        QCOMPARE(map.ranks.host()[order.back()], static_cast<float>(map.regions));
    }
};

BLURIG_TEST(TestXrai)
#include "test_xrai.moc"
