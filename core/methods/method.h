// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/methods/baseline.h"
#include "core/methods/no_evidence.h"
#include "core/methods/parameter.h"
#include "core/model/model.h"
#include "core/path/path_state.h"
#include "core/path/sink.h"

#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace blurig {

// What a method has found so far. Immutable; published after each batch.
struct MethodState {
    std::string method;    // its id
    Parameters parameters; // as run
    Target target;
    Score score = Score::ClassScore;
    std::vector<std::shared_ptr<const PathState>> paths; // of path methods: one a baseline; else empty
    Array attribution;                        // axes of the input; the mean over paths; empty until there is a map
    std::optional<Completeness> completeness; // where the axiom is defined
    double greatestScore = 0;                 // the F of greatest |F| that was seen beside the paths
    std::optional<NoEvidence> noEvidence;     // of the map; set where it is published
    Cost cost;
    Ending ending = Ending::Running;
    bool repeatable = true;         // false: the model is random or keeps a state, and no number below can be trusted
    Execution execution;            // how the model ran
    std::string ownBaselineSha256;  // of the file of baseline "own"; empty where there is none
    double expectedGradients = 0;   // of the whole run, for progress; an estimate while adaptive
    std::vector<std::string> notes; // "sigma_max 50 chosen by evidence", "seed 7", ...
};

// One explanation to compute. Immutable once shared.
struct Item {
    Array input;                          // z
    std::vector<double> axisWeights = {}; // of the scale space: one an axis, 0 to leave it; empty: all 1
    Target target;
    Score score = Score::ClassScore;
    Baseline ownBaseline;                        // of baseline "own": layout of the input; its image may be empty
    std::shared_ptr<const MethodState> previous; // of this model and input: its nodes are reused, of another target
                                                 // the class scores that they hold
};

struct Abilities {
    bool completeness = false; // a gap is defined
    bool perChannel = true;
    bool scales = false; // paths[0]'s position is sigma: the slider can follow it
    bool needsInnerLayer = false;
};

class MethodSink : public Sink {
public:
    virtual void publish(std::shared_ptr<const MethodState> /*state*/) {}
};

// One explanation method; one file and one line in methods().
class Method {
public:
    virtual ~Method() = default;
    virtual std::string id() const = 0;                        // "blur-ig"
    virtual std::string label() const = 0;                     // "Integrated gradients"
    virtual std::string shortLabel() const { return label(); } // "IG"
    virtual Abilities abilities() const = 0;
    virtual std::vector<ParameterSpec> parameters() const = 0;

    // Throws Error, or Cancelled once the stop token is set. The last state published is the one returned.
    virtual std::shared_ptr<const MethodState> run(const Model& model, const Item& item, const Parameters& parameters,
                                                   MethodSink& sink, const std::stop_token& stop) const = 0;
};

std::span<const Method* const> methods();      // in the order in which they are offered
const Method* findMethod(std::string_view id); // null when there is none
const Method& methodById(std::string_view id); // throws Error (Argument) that lists the ids
Parameters defaultParameters(const Method& method);
std::string keyOf(const Method& method, ParameterRole role); // of its parameter; empty: it has none for that
// The defaults but for what is given as text; throws Error (Argument).
Parameters parametersOf(const Method& method, const std::map<std::string, std::string>& given);

// What a map is called: the label, with what it starts from where that is a choice, "Integrated Gradients (black)".
std::string titleOf(const Method& method, const std::map<std::string, std::string>& given);

// Gradients that the map is made of: those of its cost, and those that were known before the run (Item::previous).
int gradientsBehind(const MethodState& state);

// What a run begins with: method, parameters, target and score, and whether the model repeats itself.
MethodState begunState(const Method& method, const Model& model, const Item& item, const Parameters& parameters);
// The state that was published, with what noEvidence() finds of it.
std::shared_ptr<const MethodState> publish(MethodSink& sink, MethodState state);

} // namespace blurig
