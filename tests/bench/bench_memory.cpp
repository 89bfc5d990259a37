// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Memory of one process that opens, scores and explains many pictures with the engine, each anew: resident and peak MiB
// every tenth of the way. Within the budget it must not grow.
//   bench_memory MODEL FOLDER [IMAGES] [BUDGET_MIB]

#include "core/engine/engine.h"

#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <sys/resource.h>
#include <unistd.h>

using namespace blurig;

namespace {

constexpr std::size_t mebibyte = 1U << 20U;

class Desk {
public:
    explicit Desk(std::size_t budget)
        : m_engine({.wake = [this] { notify(); }, .memoryBudget = budget})
        , m_lane(m_engine.lane(Urgency::Batch)) {}

    // The answer of a request, once it has ended.
    template <typename Wanted> Wanted ask(Request request) {
        const Generation generation = m_lane.submit(std::move(request));
        for (;;) {
            for (const auto& snapshot : m_lane.take()) {
                if (snapshot->generation != generation || !ended(snapshot->status))
                    continue;
                if (snapshot->error)
                    throw Error(*snapshot->error);
                return std::get<Wanted>(snapshot->answer);
            }
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_news; });
            m_news = false;
        }
    }

private:
    void notify() {
        {
            const std::lock_guard lock(m_mutex);
            m_news = true;
        }
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_news = false;
    Engine m_engine;
    Lane m_lane;
};

std::size_t peakMemory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

std::size_t residentMemory() {
    std::ifstream file("/proc/self/statm");
    std::size_t whole = 0;
    std::size_t resident = 0;
    file >> whole >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGE_SIZE));
}

std::vector<std::filesystem::path> picturesOf(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".jpg" || entry.path().extension() == ".png")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

void explain(Desk& desk, const std::shared_ptr<const ModelInfo>& model, const std::filesystem::path& file, int round) {
    const auto picture = desk.ask<Picture>(OpenPicture{.file = file});
    const auto scored = desk.ask<ScoredInput>(ScoreInput{.model = model, .picture = picture});
    Attribute request{.model = model, .method = "blur-ig"};
    request.item.input = scored.prepared.z;
    request.item.target.classes = {{.index = round % model->classCount, .weight = 1}}; // never from the cache
    request.parameters = defaultParameters(methodById("blur-ig"));
    request.parameters.set("max_gradients", "24");
    desk.ask<std::shared_ptr<const MethodState>>(request);
}

} // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::fprintf(stderr, "bench_memory MODEL FOLDER [IMAGES] [BUDGET_MIB]\n");
        return 2;
    }
    const int images = count > 3 ? std::atoi(arguments[3]) : 1000;
    const std::size_t budget = count > 4 ? static_cast<std::size_t>(std::atoi(arguments[4])) * mebibyte : 0;
    try {
        Desk desk(budget);
        const auto files = picturesOf(arguments[2]);
        const auto model = desk.ask<std::shared_ptr<const ModelInfo>>(OpenModel{.file = arguments[1]});
        std::printf("images  resident  peak   (MiB)\n");
        for (int i = 0; i < images; ++i) {
            explain(desk, model, files[static_cast<std::size_t>(i) % files.size()], i / static_cast<int>(files.size()));
            if ((i + 1) % std::max(1, images / 10) == 0)
                std::printf("%6d  %8zu  %4zu\n", i + 1, residentMemory() / mebibyte, peakMemory() / mebibyte);
            std::fflush(stdout);
        }
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
