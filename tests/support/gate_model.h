// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace blurig::test {

// Holds every forward pass of a gate model until the test lets it go, and remembers on which thread each ran.
class Gate {
public:
    void pass(int batch);        // called by the model
    bool waitForArrivals(int n); // true once n forwards arrived since the beginning; false after 20 s
    void letGo(int forwards);    // as many more may pass
    void open();                 // all may pass from now on
    void close();                // none; arrivals are counted anew
    std::vector<std::thread::id> threads();
    std::vector<int> batches();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_arrived = 0;
    int m_permits = 0;
    bool m_isOpen = true;
    std::vector<std::thread::id> m_threads;
    std::vector<int> m_batches;
};

// Two logits from an 8 x 8 input (or `size`): +- 4 x (its mean of squares). The gate is closed once the model is made,
// and stands for the file: models of two gates have two ids.
std::shared_ptr<const Model> gateModel(std::shared_ptr<Gate> gate, int size = 8);

// Any file is a model of this gate, three channels of 8 x 8. The gate stays as it is.
std::shared_ptr<const NetworkFormat> gateFormat(std::shared_ptr<Gate> gate);

} // namespace blurig::test
