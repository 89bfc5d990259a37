// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/class_picker.h"

#include "ui/engine/explore_flow.h"
#include "ui/session/session.h"

namespace blurig::ui {

namespace {

std::vector<ClassIndex> indicesOf(const Target& target) {
    std::vector<ClassIndex> indices;
    for (const WeightedClass& one : target.classes)
        indices.push_back(one.index);
    return indices;
}

} // namespace

std::vector<ClassRow> classRows(const Subject& subject) {
    const auto scores = subject.input->classScores.host();
    const ModelCard& card = subject.model->card;
    std::vector<ClassRow> rows(scores.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i] = {.index = static_cast<ClassIndex>(i),
                   .name = QString::fromStdString(className(static_cast<ClassIndex>(i), card)),
                   .wordNetId = i < card.wordNetIds.size() ? QString::fromStdString(card.wordNetIds[i]) : QString(),
                   .score = static_cast<double>(scores[i])};
    }
    return rows;
}

ClassPicker::ClassPicker(Session* session, ExploreFlow* flow, QWidget* parent)
    : ClassList(parent)
    , m_flow(flow) {
    connect(this, &ClassList::chosen, session, [session](qint64 index) { session->setTarget(indexTarget(index)); });
    connect(this, &ClassList::described, session,
            [session](const QString& target) { session->setTarget(target.toStdString()); });
    connect(flow, &ExploreFlow::inputChanged, this, &ClassPicker::showInput);
    connect(flow, &ExploreFlow::exploreChanged, this, &ClassPicker::followTarget);
    connect(session, &Session::changed, this, &ClassPicker::followTarget);
}

void ClassPicker::showInput() {
    const Subject& subject = m_flow->view().subject;
    setClasses(subject.input ? classRows(subject) : std::vector<ClassRow>());
    followTarget();
}

void ClassPicker::followTarget() {
    setTarget(indicesOf(m_flow->askedTarget()));
}

} // namespace blurig::ui
