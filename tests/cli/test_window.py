# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`blurig-explorer` as it is started: what it opens, and that it ends where nobody sits before it."""
import hashlib
import json
import os
import shutil
import subprocess
import unittest

from cli_case import MODEL, CliCase

EXPLORER = os.environ["BLURIG_EXPLORER"]


class Window(CliCase):
    def setUp(self):
        super().setUp()
        self.model = self.folder / "model.pt"
        shutil.copy(MODEL, self.model)
        self.card.rename(self.folder / "model.pt.json")
        self.screenshot = self.folder / "window.png"

    def session(self):
        choice = {"version": 1, "picture": self.picture.name, "model": self.model.name, "target": "zebra",
                  "picture_sha256": hashlib.sha256(self.picture.read_bytes()).hexdigest(),
                  "model_sha256": hashlib.sha256(self.model.read_bytes()).hexdigest(),
                  "page": "compare", "compare": {"panes": [{"method": "ig"}, {"method": "gradient"}]}}
        return self.write("saved.blurig", json.dumps(choice).encode())

    def explorer(self, *arguments, code=0):
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        result = subprocess.run([EXPLORER, *map(str, arguments), "--screenshot", self.screenshot], capture_output=True,
                                text=True, env=environment, timeout=300)
        self.assertEqual(result.returncode, code, result.stderr)
        return result

    def test_a_session_opens(self):
        self.explorer(self.session(), "--model", self.model)
        self.assertTrue(self.screenshot.read_bytes().startswith(b"\x89PNG"))

    def test_a_strangers_model_is_not_waited_for(self):
        words = self.explorer(self.session(), code=1).stderr
        self.assertIn("you have not opened before", words)
        self.assertFalse(self.screenshot.exists())

    def test_a_damaged_session_is_not_waited_for(self):
        self.assertIn("cut.blurig", self.explorer(self.write("cut.blurig", b'{"version": 1, "pic'), code=1).stderr)


if __name__ == "__main__":
    unittest.main()
