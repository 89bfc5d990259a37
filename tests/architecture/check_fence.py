#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what the compiler cannot: which headers each room's objects were really built from, what programs link, and
that no two headers define types of one name and that the window holds no model.

Usage: check_fence.py SOURCE_DIR BUILD_DIR
Reads the dependencies that ninja recorded for every object of the build.
"""

import re
import subprocess
import sys
from pathlib import Path

# What a card says of a model's input, without what reads pictures and sounds.
SPECS = {"core/image/picture_spec.h", "core/audio/sound_spec.h", "core/audio/front_end.h", "core/audio/patches.h"}
# What a room may include besides itself. Arrows point one way.
ALLOWED = {
    "core": set(),  # error
    "core/json": {"core"},
    "core/array": {"core"},
    "core/tiff": {"core"},
    "core/image": {"core", "core/array", "core/tiff"},
    "core/audio": {"core", "core/array"},
    "core/scale": {"core", "core/array"},
    "core/network": {"core", "core/array"},
    "core/model": {"core", "core/json", "core/array", "core/network"} | SPECS,
    "core/path": {"core", "core/json", "core/array", "core/scale", "core/network", "core/model"} | SPECS,
    "core/methods": {"core", "core/json", "core/array", "core/scale", "core/network", "core/model", "core/path"} | SPECS,
    "core/render": {"core", "core/array"},
    "core/record": {"core", "core/json", "core/array", "core/tiff", "core/render/raster.h"},
    "core/explain": {"core", "core/json", "core/array", "core/image", "core/audio", "core/scale", "core/network", "core/model",
                     "core/path", "core/methods", "core/record", "core/render"},
    "core/evaluate": {"core", "core/json", "core/array", "core/image", "core/audio", "core/scale", "core/network", "core/model",
                      "core/path", "core/methods", "core/record", "core/render", "core/explain"},
    "core/scales": {"core", "core/json", "core/array", "core/image", "core/audio", "core/scale", "core/network", "core/model",
                    "core/path", "core/methods", "core/record", "core/render", "core/explain", "core/evaluate"},
    "core/engine": {"core", "core/json", "core/array", "core/image", "core/audio", "core/scale", "core/network", "core/model",
                    "core/path", "core/methods", "core/record", "core/render", "core/explain", "core/evaluate", "core/scales"},
    "app/cli": {"core", "app"},
}
# The rooms of ui, lowest first: each may include those below it, unless it is named in KEPT_APART. A page is a room of
# its own and knows no other page; only the list of pages, in ui/pages, knows them. What ends in "/" is meant with all
# below it.
UI = ["widgets", "session", "actions", "engine", "panels", "dialogs", "files", "export", "strip", "palette"]
KEPT_APART = {
    "ui/engine": {"ui/widgets", "ui/actions"},
    "ui/panels": {"ui/actions"},
    "ui/strip": {"ui/dialogs", "ui/files", "ui/export", "ui/actions"},
    "ui/palette": {"ui/export", "ui/strip"},
}
for place, name in enumerate(UI):
    ALLOWED[f"ui/{name}"] = {"core"} | {f"ui/{below}" for below in UI[:place]} - KEPT_APART.get(f"ui/{name}", set())
BELOW_PAGES = {"core"} | {f"ui/{below}" for below in UI}
PAGE = BELOW_PAGES - {"ui/strip", "ui/palette"} | {"ui/pages/page.h", "ui/pages/batch_page.h", "ui/pages/scale_actions.h"}
ALLOWED["ui/pages"] = BELOW_PAGES | {"ui/pages/"}
ALLOWED["ui"] = BELOW_PAGES | {"ui/pages"}
ALLOWED["app"] = BELOW_PAGES | {"ui/pages", "ui"}
TORCH = re.compile(r"/include/(?:.*/)?(?:ATen|c10|caffe2|torch)/")
QT = re.compile(r"/qt6/|/Qt[A-Z]\w+/|/qcustomplot\.h$")
OPENCV = re.compile(r"/opencv[24]?/|/opencv2/")


def objects(build: Path):
    """(object, headers) for every object that ninja knows; it records what else was made, too."""
    listing = subprocess.run(["ninja", "-C", str(build), "-t", "deps"], check=True, capture_output=True, text=True)
    name, headers = None, []
    for line in listing.stdout.splitlines():
        if line.startswith("    "):
            headers.append(str(build / line.strip()))  # some compilers are told relative names
        elif ": #deps" in line:
            name = line.split(": #deps")[0]
        elif not line.strip() and name:
            if name.endswith(".o"):
                yield name, headers
            name, headers = None, []
    if name and name.endswith(".o"):
        yield name, headers


def place(path: str, source: Path) -> str | None:
    """The path below the project's root, or None for other people's headers and for what the build made."""
    try:
        inner = Path(path).resolve().relative_to(source)
    except ValueError:
        return None
    return None if inner.parts[0] == "build" else str(inner)


def room_of(inner: str) -> str | None:
    parts = inner.split("/")
    if parts[0] == "core":
        return "core" if len(parts) == 2 else "/".join(parts[:2])
    if parts[:2] == ["app", "cli"]:
        return "app/cli"
    if parts[0] == "ui":
        return "/".join(parts[:-1])
    return "app" if parts[0] == "app" else None


def is_page(room: str) -> bool:
    return room.startswith("ui/pages/")


def rules_of(room: str) -> set[str] | None:
    return PAGE if is_page(room) else ALLOWED.get(room)


def allowed(room: str, header: str) -> bool:
    rules = rules_of(room)
    if room_of(header) == room or header in rules or room_of(header) in rules:
        return True
    if any(rule.endswith("/") and header.startswith(rule) for rule in rules):
        return True
    return room.split("/")[0] in ("ui", "app") and header.startswith("core/") and "core" in rules


def check_object(headers: list[str], source: Path) -> list[str]:
    own = next((inner for inner in (place(h, source) for h in headers) if inner and inner.endswith(".cpp")), None)
    room = room_of(own) if own else None
    if room is None:
        return []
    if rules_of(room) is None:
        return [f"{own}: its room {room} is not in the list of rooms: say what it may include"]
    complaints = []
    torches = {header.split("/include/")[0] for header in headers if TORCH.search(header)}
    if len(torches) > 1:
        complaints.append(f"{own}: takes headers of two LibTorches, in {' and '.join(sorted(torches))}")
    for header in headers:
        inner = place(header, source)
        if inner is not None:
            if inner != own and not allowed(room, inner):
                complaints.append(f"{own}: room {room} must not include {inner}")
            if inner == "core/array/torch_access.h" and not room.startswith("core/"):
                complaints.append(f"{own}: torch_access.h is core's alone")
            continue
        if TORCH.search(header) and not (room == "core" or room.startswith("core/")):
            complaints.append(f"{own}: depends on the Torch header {header}")
        if TORCH.search(header) and room in ("core/render", "core/record"):
            complaints.append(f"{own}: render and record see arrays only, not {header}")
        if QT.search(header) and (room.startswith("core") or room == "app/cli"):
            complaints.append(f"{own}: depends on the Qt header {header}")
        if OPENCV.search(header) and room.split("/")[0] == "ui":
            complaints.append(f"{own}: depends on the OpenCV header {header}")
    return complaints


def namesakes(source: Path) -> list[str]:
    """Types of one name that two headers of one namespace define: a program with both has undefined behaviour."""
    found: dict[tuple[str, str], set[str]] = {}
    for folder in ("core", "ui", "app"):
        for header in (source / folder).rglob("*.h"):
            text = header.read_text(encoding="utf-8")
            namespace = re.search(r"^namespace ([\w:]+) {", text, re.MULTILINE)
            for name in re.findall(r"^(?:class|struct|enum class) (\w+)(?: final)?(?: : [^;\n]*)? {", text, re.MULTILINE):
                place = str(header.relative_to(source))
                found.setdefault((namespace[1] if namespace else "", name), set()).add(place)
    return [f"{name} of namespace {namespace} is defined in {' and in '.join(sorted(places))}"
            for (namespace, name), places in found.items() if len(places) > 1]


def holders_of_models(source: Path) -> list[str]:
    """The window names models by their info: what computes belongs to the engine, which may be another process."""
    sources = [each for each in (source / "ui").rglob("*") if each.suffix in (".h", ".cpp")]
    named = re.compile(r"\bconst Model\b|\bModel[&*>]|\bconst Network\b|\bNetwork[&*>]|\bloadModel\b")
    return [f"{each.relative_to(source)}: holds a model or a network" for each in sources
            if named.search(re.sub(r"//.*|\"[^\"\n]*\"", "", each.read_text(encoding="utf-8")))]


def linked(program: Path) -> list[str]:
    """What the program itself asks for. Debian's LibTorch asks for OpenCV's highgui, and so for Qt 5, on its own."""
    listing = subprocess.run(["objdump", "-p", str(program)], check=True, capture_output=True, text=True)
    return [line.split()[1] for line in listing.stdout.splitlines() if line.strip().startswith("NEEDED")]


def main() -> int:
    source, build = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    complaints, rooms = [], set()
    for _, headers in objects(build):
        own = next((i for i in (place(h, source) for h in headers) if i and i.endswith(".cpp")), None)
        if own and room_of(own):
            rooms.add(room_of(own))
        complaints += check_object(headers, source)
    missing = {room for room in ALLOWED if room not in rooms and room != "app"}
    if missing:
        complaints.append(f"no object was seen of {', '.join(sorted(missing))}: the check would prove nothing")
    for library in linked(build / "bin" / "blurig"):
        if re.match(r"libQt|libQCustomPlot|libopencv_(?!core|imgproc)", library):
            complaints.append(f"blurig links {library}")
    complaints += namesakes(source) + holders_of_models(source)
    for complaint in sorted(set(complaints)):
        print(complaint)
    print(f"{len(rooms)} rooms, {len(set(complaints))} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
