# shellcheck shell=bash
# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The steps of the set-up, sourced by app/run and tests/run. Each step does only what is missing, says what it does and
# for how long, and keeps its output in build/logs. All of it happens inside the build folder, but for Debian's packages.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
logs=$root/build/logs
models=$root/build/models
samples=$root/build/samples
environment=$root/build/python
python=$environment/bin/python
ticker=
torch= # the Python environment whose torch the preset release-torch is built with

export PYTHONNOUSERSITE=1 # packages under ~/.local must not shadow Debian's
mkdir -p "$logs"

# Two set-ups in one build folder would tread on each other. Held until release_build_folder or the end of the script.
exec {lock}>"$root/build/.lock"
if ! flock --nonblock "$lock"; then
    echo "Another app/run or tests/run is running in this folder; waiting for it"
    flock "$lock"
fi
release_build_folder() { exec {lock}>&-; }

trap 'stop_ticker' EXIT
stop_ticker() {
    if [[ -n $ticker ]]; then
        kill "$ticker" 2>/dev/null || true
        wait "$ticker" 2>/dev/null || true
        ticker=
    fi
}

# tick TITLE LOG: on a terminal, the seconds so far and the log's last line, until killed.
tick() {
    local started=$SECONDS
    while sleep 1; do
        printf '\r\033[K%s ... %d s  %s' "$1" $((SECONDS - started)) "$(tail -n 1 "$2" | cut -c 1-60)"
    done
}

# step TITLE LOG COMMAND...: runs the command at the root of the repository. A function given here must chain its commands
# with &&: bash does not stop at errors inside a condition.
step() {
    local title=$1 log=$logs/$2.log started=$SECONDS status=0
    shift 2
    : >"$log"
    printf '%s ... ' "$title"
    if [[ -t 1 ]]; then
        tick "$title" "$log" &
        ticker=$!
    fi
    (cd "$root" && "$@") >"$log" 2>&1 </dev/null || status=$?
    if [[ -n $ticker ]]; then
        stop_ticker
        printf '\r\033[K%s ... ' "$title"
    fi
    if ((status == 0)); then
        printf '%d s\n' $((SECONDS - started))
        return
    fi
    printf 'failed after %d s\n' $((SECONDS - started))
    {
        tail -n 30 "$log" | sed 's/^/    /'
        echo "The step \"$title\" failed (exit status $status). Above is the end of its log; the complete log is $log"
    } >&2
    exit 1
}

# packages SECTION: the lines of a section of packages.txt.
packages() {
    awk -v section="[$1]" '/^\[/ { inside = $0 == section; next } inside && NF && !/^#/' "$root/resources/setup/packages.txt"
}

# install_debian SECTION...: as root, else by sudo.
install_debian() {
    local section wanted=() missing=() as_root=()
    for section in "$@"; do
        mapfile -t -O ${#wanted[@]} wanted < <(packages "debian $section")
    done
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "This is not a Debian system. Install the equivalents of these packages of Debian 12 and 13: ${wanted[*]}"
        return
    fi
    mapfile -t missing < <(comm -23 <(printf '%s\n' "${wanted[@]}" | sort) <(dpkg-query -W -f \
        '${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null | awk '$2 == "installed" { print $1 }' | sort))
    if ((${#missing[@]} == 0)); then
        return
    fi
    echo "Debian packages that are missing: ${missing[*]}"
    if ((EUID != 0)); then
        as_root=(sudo)
        echo "sudo installs them; it may ask for your password"
        if ! sudo -v; then
            echo "Without sudo, ask an administrator to run: apt-get install --no-install-recommends ${missing[*]}" >&2
            exit 1
        fi
    fi
    step "Updating the package lists" apt-update "${as_root[@]}" apt-get update
    step "Installing Debian packages (${#missing[@]} and what they need)" apt-install "${as_root[@]}" env \
        DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends "${missing[@]}"
}

# prepare_python SECTION...: the virtual environment over Debian's Python, with the pinned wheels of these sections.
prepare_python() {
    local section interpreter
    interpreter=$(readlink -f /usr/bin/python3)
    is_current "$environment/.interpreter" "$interpreter" || step "Making a Python environment" python create_environment "$interpreter"
    for section in "$@"; do
        is_current "$environment/.$section" "$(packages "pypi $section")" ||
            step "Installing Python packages ($section)" "python-$section" install_wheels "$section"
    done
}

create_environment() {
    /usr/bin/python3 -m venv --clear --system-site-packages "$environment" && echo "$1" >"$environment/.interpreter"
}

install_wheels() {
    "$python" -m pip install --no-input --disable-pip-version-check --no-deps --require-hashes --only-binary :all: \
        --requirement <(packages "pypi $1") && packages "pypi $1" >"$environment/.$1"
}

# is_current STAMP CONTENT: whether the stamp of a finished step has this content.
is_current() { [[ -f $1 && $(<"$1") == "$2" ]]; }

# take_torch DIR: for the preset release-torch.
take_torch() {
    if [[ ! -d ${1:-} ]]; then
        echo "--torch takes the folder of a Python environment that has torch; there is no folder \"${1:-}\"" >&2
        exit 2
    fi
    torch=$(cd "$1" && pwd)
}

# build PRESET [TARGET...]: configures only where CMake has not, or the presets or the torch changed; Ninja sees to the
# rest.
build() {
    local preset=$1 folder=$root/build/$1
    shift
    if [[ ! -f $folder/build.ninja || $root/CMakePresets.json -nt $folder/build.ninja ]] ||
        ! is_current "$folder/.torch" "$torch"; then
        step "Configuring ($preset)" "configure-$preset" configure "$preset"
    fi
    step "Building ($preset)" "build-$preset" env CMAKE_BUILD_PARALLEL_LEVEL="${CMAKE_BUILD_PARALLEL_LEVEL:-$(build_jobs)}" \
        cmake --build --preset "$preset" ${1:+--target "$@"}
}

configure() {
    cmake --preset "$1" -DBLURIG_TORCH="$torch" && echo "$torch" >"$root/build/$1/.torch"
}

# One job a core, but no more than memory allows: a file that includes LibTorch takes up to 1.5 GB to compile.
build_jobs() {
    awk -v cores="$(nproc)" '/^MemAvailable:/ { jobs = int($2 / 1500000) } END { print jobs < 1 ? 1 : jobs < cores ? jobs : cores }' \
        /proc/meminfo
}

# The default models, of pictures and of sounds, made again when a recipe changes.
prepare_model() {
    local wanted recipe
    wanted=$(cat "$root"/resources/models/*.py <(packages "pypi run") | sha256sum)
    for recipe in efficientnet_lite0 musicnn_vgg; do
        if [[ ! -f $models/$recipe.pt ]] || ! is_current "$models/.$recipe" "$wanted"; then
            step "Exporting the model $recipe" "model-$recipe" export_model "$recipe" "$wanted"
        fi
    done
}

export_model() {
    "$python" "resources/models/$1.py" "$models/$1.pt" && echo "$2" >"$models/.$1"
}

# The sample photos and clips and, beside them, the lists with their captions.
prepare_samples() {
    local wanted
    wanted=$(<"$root/resources/samples/samples.txt")
    is_current "$samples/samples.txt" "$wanted" || step "Copying the sample photos" samples copy_samples
    wanted=$(cat "$root"/resources/samples/sound/* | sha256sum)
    is_current "$samples/sound/.rendered" "$wanted" || step "Rendering the sample clips" clips render_clips "$wanted"
}

render_clips() {
    "$python" resources/samples/sound/render_clips.py "$samples/sound" && echo "$1" >"$samples/sound/.rendered"
}

copy_samples() {
    local folder files
    folder=$("$python" -c 'import importlib.util; print(importlib.util.find_spec("skimage").submodule_search_locations[0])') &&
        mapfile -t files < <(awk -v folder="$folder/data/" 'NF && !/^#/ { print folder $1 }' resources/samples/samples.txt) &&
        mkdir -p "$samples" && cp "${files[@]}" "$samples/" && cp resources/samples/samples.txt "$samples/"
}
