# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed programs: all files at their places, manual pages and desktop file without faults, both programs run."""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

BUILD = pathlib.Path(os.environ["BLURIG_BUILD"])
SOURCE = pathlib.Path(os.environ["BLURIG_SOURCE"])
FILES = ["bin/blurig", "bin/blurig-explorer", "share/man/man1/blurig.1", "share/man/man1/blurig-explorer.1",
         "share/applications/blurig-explorer.desktop", "share/icons/hicolor/scalable/apps/blurig-explorer.svg",
         "share/doc/blurig-explorer/LICENSE", "share/doc/blurig-explorer/CHANGELOG.md",
         "share/doc/blurig-explorer/wordnet/hypernyms.txt", "share/blurig-explorer/models/efficientnet_lite0.pt",
         "share/blurig-explorer/samples/samples.txt", "share/blurig-explorer/samples/coffee.png"]
MODEL = "share/blurig-explorer/models/efficientnet_lite0.pt"


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.prefix = pathlib.Path(cls.folder.name) / "prefix"
        subprocess.run([os.environ["BLURIG_CMAKE"], "--install", BUILD, "--prefix", cls.prefix], check=True,
                       capture_output=True)

    def run_program(self, name, *arguments, code=0):
        environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")}
        result = subprocess.run([self.prefix / "bin" / name, *arguments], capture_output=True, text=True, timeout=120,
                                cwd=self.folder.name, check=False,
                                env={**environment, "XDG_CACHE_HOME": self.folder.name})
        self.assertEqual(result.returncode, code, result.stderr)
        return result

    def test_every_file_is_there(self):
        texts = [f"share/doc/blurig-explorer/help/{text.name}" for text in SOURCE.glob("resources/help/*.md")]
        self.assertGreater(len(texts), 4)
        missing = [name for name in FILES + texts if not (self.prefix / name).is_file()]
        self.assertEqual(missing, [])

    def test_the_programs_run(self):
        self.assertRegex(self.run_program("blurig", "--version").stdout, r"^blurig \d+\.\d+\.\d+ ")
        self.assertIn("--screenshot", self.run_program("blurig-explorer", "--help").stdout)

    def test_the_installed_model_is_the_default(self):
        found = json.loads(self.run_program("blurig", "info", "--json").stdout)["file"]
        self.assertEqual(pathlib.Path(found), self.prefix / MODEL)

    def test_no_model_outside_the_prefix_is_taken(self):
        model = self.prefix / MODEL
        outside = self.prefix.parent / "models" / model.name
        outside.parent.mkdir()
        model.rename(outside)
        try:
            self.assertIn("no default model", self.run_program("blurig", "info", code=2).stderr)
        finally:
            outside.rename(model)
            outside.parent.rmdir()

    def test_manual_pages_have_no_faults(self):
        for name in ("blurig", "blurig-explorer"):
            with self.subTest(name):
                page = self.prefix / f"share/man/man1/{name}.1"
                result = subprocess.run(["groff", "-ww", "-mandoc", "-Tutf8", page], capture_output=True, text=True,
                                        check=True)
                self.assertEqual(result.stderr, "")
                plain = re.sub("\x1b\\[[0-9;]*m|.\b", "", result.stdout)  # without bold and underlined letters
                self.assertIn(f"{name.upper()}(1)", plain)

    def test_every_option_of_the_window_is_in_its_manual(self):
        page = (self.prefix / "share/man/man1/blurig-explorer.1").read_text(encoding="utf-8")
        offered = set(re.findall(r"--([a-z][a-z-]*)", self.run_program("blurig-explorer", "--help").stdout))
        self.assertEqual(offered, set(re.findall(r"^\.It .*Fl -([a-z-]+)", page, re.MULTILINE)))

    def test_the_desktop_file_has_no_faults(self):
        file = self.prefix / "share/applications/blurig-explorer.desktop"
        result = subprocess.run(["desktop-file-validate", file], capture_output=True, text=True, check=False)
        self.assertEqual((result.returncode, result.stdout + result.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
