#!/usr/bin/env python3
# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes hypernyms.txt: everything that WordNet 3.0 has above the classes of a model.

Usage: make_hypernyms.py DATA_NOUN MODEL.pt > hypernyms.txt

DATA_NOUN is /usr/share/wordnet/data.noun of Debian's package wordnet-base; MODEL.pt a TorchScript file whose card has
the WordNet ids of its classes. An id is 'n' and the synset's place in DATA_NOUN.
"""

import json
import sys
import zipfile
from pathlib import Path

FORM = """\
Hypernyms of the 1000 classes of ImageNet, from WordNet 3.0 (Debian's package wordnet-base) by make_hypernyms.py.
One synset a line, tabs between: its id, the ids of its direct hypernyms, its names.
"""
HYPERNYM = ("@", "@i")  # a kind of, an instance of


def read_nouns(file: Path) -> tuple[str, dict[str, tuple[list[str], list[str]]]]:
    """(licence, synsets): each id with its names and the ids of its direct hypernyms."""
    licence, synsets = [], {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            licence.append(line[2:].split(" ", 1)[1].strip() if line[2:].strip() else "")
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        names = [name.replace("_", " ") for name in fields[4:4 + 2 * count:2]]
        pointers = fields[5 + 2 * count:]
        above = ["n" + pointers[at + 1] for at in range(0, 4 * int(fields[4 + 2 * count]), 4)
                 if pointers[at] in HYPERNYM]
        synsets["n" + fields[0]] = (names, above)
    return "\n".join(licence), synsets


def class_ids(model: Path) -> list[str]:
    with zipfile.ZipFile(model) as archive:
        card = next(name for name in archive.namelist() if name.endswith("/extra/model_card.json"))
        return json.loads(archive.read(card))["classes"]["wnids"]


def main() -> None:
    licence, synsets = read_nouns(Path(sys.argv[1]))
    wanted, closure = class_ids(Path(sys.argv[2])), set()
    while wanted:
        synset = wanted.pop()
        if synset not in closure:
            closure.add(synset)
            wanted += synsets[synset][1]
    for line in (FORM + "\n" + licence).rstrip().splitlines():
        print(f"# {line}".rstrip())
    for synset in sorted(closure):
        names, above = synsets[synset]
        print(synset, " ".join(above), ", ".join(names), sep="\t")


if __name__ == "__main__":
    main()
