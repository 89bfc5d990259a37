#!/usr/bin/env python3
# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Renders the sample clips that clips.txt lists, from melodies.txt, with FluidSynth and the General MIDI font TimGM6mb.

  render_clips.py FOLDER      writes clips of one channel, 16 bits, 44.1 kHz, and the list itself

The same texts give the same bytes: reverb and chorus, which FluidSynth would add, are off.
"""

import re
import shutil
import struct
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

import numpy

HERE = Path(__file__).resolve().parent
FONT = "/usr/share/sounds/sf2/TimGM6mb.sf2"
RATE = 44100
SECONDS = 6.0
FADE = 0.05  # s, at the end
PEAK = 0.7
TICKS = 480  # a beat
PROGRAMS = {"piano": 0, "harpsichord": 6, "guitar": 24, "violin": 40, "cello": 42, "harp": 46, "strings": 48,
            "choir": 52, "flute": 73}
SEMITONES = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11}


def lines(file):
    for line in (HERE / file).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def melodies():
    """{name: (beats a minute, [(pitches, beats)])}"""
    found = {}
    for line in lines("melodies.txt"):
        name, tempo, *notes = line.split()
        parsed = []
        for note in notes:
            pitches, _, beats = note.partition(":")
            parsed.append(([pitch(p) for p in pitches.split("+") if p != "r"], float(beats or 1)))
        found[name] = (float(tempo), parsed)
    return found


def pitch(name):
    """c4 is middle C, 60."""
    return 12 * (int(name[1:]) + 1) + SEMITONES[name[0]]


def clips():
    """(file, [(instrument, melody, semitones)], caption)"""
    for line in lines("clips.txt"):
        file, playing, caption = re.split(r"  +", line.strip())
        stems = []
        for stem in playing.split():
            instrument, melody, shift = re.fullmatch(r"(\w+):(\w+)([+-]\d+)?", stem).groups()
            stems.append((instrument, melody, int(shift or 0)))
        yield file, stems, caption


def midi(melody, program, shift):
    """A Standard MIDI File of one track."""
    tempo, notes = melody
    track = bytearray()

    def event(delay, *data):
        track.extend(variable_length(delay))
        track.extend(data)

    event(0, 0xFF, 0x51, 3, *round(60e6 / tempo).to_bytes(3, "big"))
    event(0, 0xC0, program)
    rest = 0
    for pitches, beats in notes:
        length = round(beats * TICKS)
        if not pitches:
            rest += length
            continue
        for place, note in enumerate(pitches):
            event(rest if place == 0 else 0, 0x90, note + shift, 96)
        for place, note in enumerate(pitches):
            event(length if place == 0 else 0, 0x80, note + shift, 0)
        rest = 0
    event(0, 0xFF, 0x2F, 0)
    return b"MThd" + struct.pack(">IHHH", 6, 0, 1, TICKS) + b"MTrk" + struct.pack(">I", len(track)) + bytes(track)


def variable_length(number):
    data = [number & 127]
    while number := number >> 7:
        data.append(number & 127 | 128)
    return bytes(reversed(data))


def render(stem, tunes, folder):
    """Samples of one instrument, the mean of both channels."""
    instrument, melody, shift = stem
    score, sound = folder / "score.mid", folder / "sound.wav"
    score.write_bytes(midi(tunes[melody], PROGRAMS[instrument], shift))
    subprocess.run(["fluidsynth", "-n", "-i", "-q", "-R", "0", "-C", "0", "-g", "0.8", "-r", str(RATE), "-T", "wav",
                    "-O", "s16", "-F", sound, FONT, score], check=True, stdin=subprocess.DEVNULL)
    with wave.open(str(sound)) as file:
        channels = file.getnchannels()
        samples = numpy.frombuffer(file.readframes(file.getnframes()), dtype="<i2").reshape(-1, channels)
    samples = samples.mean(axis=1)[: round(SECONDS * RATE)] / 32768
    samples = numpy.pad(samples, (0, round(SECONDS * RATE) - len(samples)))
    fade = round(FADE * RATE)
    samples[-fade:] *= numpy.linspace(1, 0, fade)
    return samples


def write(path, samples):
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(numpy.round(samples * 32767).astype("<i2").tobytes())


def render_clip(file, stems, tunes, to):
    """Instruments at equal loudness; the clip and its stems share one factor, so that stems add up to the clip."""
    with tempfile.TemporaryDirectory() as folder:
        parts = [render(stem, tunes, Path(folder)) for stem in stems]
    parts = [part / numpy.sqrt((part**2).mean()) for part in parts]
    factor = PEAK / numpy.abs(sum(parts)).max()
    write(to / file, factor * sum(parts))
    if len(stems) > 1:
        for (instrument, _, _), part in zip(stems, parts):
            write(to / f"{Path(file).stem}-{instrument}.wav", numpy.clip(factor * part, -1, 1))


def main():
    to = Path(sys.argv[1])
    to.mkdir(parents=True, exist_ok=True)
    tunes = melodies()
    for file, stems, _ in clips():
        render_clip(file, stems, tunes, to)
    shutil.copy(HERE / "clips.txt", to / "clips.txt")


if __name__ == "__main__":
    main()
