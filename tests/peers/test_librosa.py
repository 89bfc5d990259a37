#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples and spectrograms of sounds against librosa's, at the model's rate.

Usage: test_librosa.py BLURIG MODEL SAMPLES SOUND_PROBE
"""

import json
import subprocess
import tempfile
import time
from pathlib import Path

import librosa
import numpy as np
import soundfile

from peer_case import PeerCase, main

MUSICNN = {"window_length": 512, "hop": 256, "fft_size": 512, "window": "hann", "centring": "reflect", "power": 2,
           "mel_bands": 96, "lowest": 0, "highest": 8000, "mel_scale": "slaney", "mel_norm": "slaney",
           "compression": "log10", "factor": 10000, "offset": 1}
PAPER = {"window_length": 400, "hop": 160, "fft_size": 512, "window": "hann", "centring": "none", "power": 1,
         "mel_bands": 64, "lowest": 125, "highest": 7500, "mel_scale": "htk", "mel_norm": "none",
         "compression": "log", "factor": 1, "offset": 0.01}
CASES = {
    "musicnn": MUSICNN,
    "the paper": PAPER,
    "zeros at the ends": {**MUSICNN, "centring": "constant"},
    "decibel": {**MUSICNN, "compression": "decibel", "offset": 1e-10},
    "decibel of magnitudes": {**PAPER, "compression": "decibel", "offset": 1e-5, "centring": "reflect"},
    "an odd window": {**PAPER, "window_length": 321, "window": "hamming", "centring": "constant"},
    "the transform itself": {**MUSICNN, "mel_bands": 0, "compression": "log", "factor": 1, "offset": 1e-6},
    "without logarithm": {**MUSICNN, "compression": "none", "window": "rectangular"},
}
WINDOWS = {"hann": "hann", "hamming": "hamming", "rectangular": "boxcar"}


def card(front_end, rate):
    return {"card_version": 1, "input": {"kind": "spectrogram", "sample_rate": rate, "patch": {"length": 96},
                                         "front_end": front_end}}


def by_librosa(samples, rate, front):
    """In double precision: librosa takes it from the samples."""
    transform = librosa.stft(
        samples.astype(np.float64), n_fft=front["fft_size"], hop_length=front["hop"],
        win_length=front["window_length"], window=WINDOWS[front["window"]], center=front["centring"] != "none",
        pad_mode=front["centring"] if front["centring"] != "none" else "constant", dtype=np.complex128)
    p = np.abs(transform) ** front["power"]
    if front["mel_bands"]:
        p = librosa.filters.mel(
            sr=rate, n_fft=front["fft_size"], n_mels=front["mel_bands"], fmin=front["lowest"], fmax=front["highest"],
            htk=front["mel_scale"] == "htk", norm="slaney" if front["mel_norm"] == "slaney" else None,
            dtype=np.float64) @ p
    kind = front["compression"]
    if kind == "decibel":
        to_decibel = librosa.power_to_db if front["power"] == 2 else librosa.amplitude_to_db
        return to_decibel(p, ref=1.0, amin=front["offset"], top_db=None)
    if kind == "none":
        return p
    return (np.log10 if kind == "log10" else np.log)(front["factor"] * p + front["offset"])


class Librosa(PeerCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write_clip(self, seconds, rate, seed=3):
        """Three tones and noise, which fade."""
        time_axis = np.arange(int(seconds * rate)) / rate
        noise = np.random.default_rng(seed).standard_normal(len(time_axis))
        tones = sum(np.sin(2 * np.pi * hertz * time_axis) for hertz in (220.0, 1318.5, 5274.0))
        samples = (0.2 * tones + 0.05 * noise) * np.exp(-time_axis / seconds)
        path = self.folder / "clip.wav"
        soundfile.write(path, samples.astype(np.float32), rate, subtype="FLOAT")
        return path

    def probe(self, clip, front_end, rate=16000):
        (self.folder / "card.json").write_text(json.dumps(card(front_end, rate)), encoding="utf-8")
        files = [self.folder / "samples.npy", self.folder / "whole.npy"]
        output = subprocess.run([*self.programs, self.folder / "card.json", clip, *files], check=True,
                                capture_output=True, text=True).stdout
        return json.loads(output), np.load(files[0])[0, 0], np.load(files[1])[0]

    def test_spectrograms(self):
        clip = self.write_clip(3.1, 16000)
        for name, front_end in CASES.items():
            with self.subTest(name):
                _, samples, ours = self.probe(clip, front_end)
                theirs = by_librosa(samples, 16000, front_end)
                self.assertEqual(ours.shape, theirs.shape)
                largest = np.abs(theirs).max() if front_end["compression"] == "none" else 1.0
                difference = np.abs(ours - theirs).max() / largest
                print(f"{name}: largest difference {difference:.1e}")
                self.assertLess(difference, 1e-4)

    def test_resampling(self):
        for rate in (8000, 22050, 44100, 48000, 192000):
            with self.subTest(rate):
                clip = self.write_clip(1.7, rate)
                _, ours, _ = self.probe(clip, MUSICNN)
                theirs = librosa.resample(soundfile.read(clip, dtype="float32")[0], orig_sr=rate, target_sr=16000)
                self.assertEqual(ours.shape, theirs.shape)
                difference = np.abs(ours - theirs).max()
                print(f"{rate} Hz: largest difference {difference:.1e}")
                self.assertLess(difference, 1e-4)

    def test_default_front_end_of_melspectrogram(self):
        clip = self.write_clip(2.0, 22050)
        front_end = {**MUSICNN, "window_length": 2048, "hop": 512, "fft_size": 2048, "centring": "constant",
                     "mel_bands": 128, "highest": 11025, "compression": "none"}
        _, samples, ours = self.probe(clip, front_end, 22050)
        theirs = librosa.feature.melspectrogram(y=samples, sr=22050)
        self.assertLess(np.abs(ours - theirs).max() / theirs.max(), 1e-4)

    def test_time_of_a_minute(self):
        clip = self.write_clip(60, 16000)
        found, samples, _ = self.probe(clip, MUSICNN)
        times = []
        for _ in range(5):
            start = time.perf_counter()
            p = librosa.feature.melspectrogram(y=samples, sr=16000, n_fft=512, hop_length=256, n_mels=96,
                                               pad_mode="reflect")
            np.log10(10000 * p + 1)
            times.append(time.perf_counter() - start)
        print(f"a minute of sound: {1000 * found['seconds']:.0f} ms, librosa {1000 * min(times):.0f} ms")
        self.assertEqual(found["patches"], 40)
        self.assertGreater(found["seconds"], 0)


if __name__ == "__main__":
    main()
