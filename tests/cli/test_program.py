# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program itself: its manual page, its version, and that it leaves the locale alone."""
import os
import pathlib
import re
import subprocess
import unittest

from cli_case import PROGRAM, CliCase

MANUAL = pathlib.Path(os.environ["BLURIG_MANUAL"]).read_text(encoding="utf-8")
COMMANDS = ("info", "classify", "attribute", "scales", "compare", "axioms", "evaluate", "judge")


class Program(CliCase):
    def test_every_option_is_in_the_manual(self):
        documented = set(re.findall(r"Fl -([a-z-]+)", MANUAL))
        offered = set()
        for command in ((), *((name,) for name in COMMANDS)):
            offered |= set(re.findall(r"--([a-z][a-z-]*)", self.blurig(*command, "--help").stdout))
        self.assertEqual(offered - documented, set(), "options that the manual page lacks")
        self.assertEqual(documented - offered, set(), "options of the manual page that do not exist")

    def test_every_command_is_in_the_manual(self):
        listed = re.findall(r"^  ([a-z]+) {5,}", self.blurig("--help").stdout, re.MULTILINE)
        self.assertEqual(tuple(listed), COMMANDS)
        for command in COMMANDS:
            self.assertIn(f".It Cm {command}\n", MANUAL)

    def test_version_names_what_decides_its_numbers(self):
        self.assertRegex(self.blurig("--version").stdout, r"^blurig \d+\.\d+\.\d+ \(LibTorch \d.*, OpenCV \d.*\)\n$")

    def test_it_never_sets_a_locale(self):
        symbols = subprocess.run(["nm", "--dynamic", "--undefined-only", "--demangle", PROGRAM], capture_output=True,
                                 text=True, check=True).stdout
        self.assertNotIn("setlocale", symbols)
        self.assertNotIn("std::locale::global", symbols)


if __name__ == "__main__":
    unittest.main()
