#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs, builds and runs every test that needs no foreign tool (those: packaging/interop.sh).
set -euo pipefail

usage() {
    cat <<'TXT'
usage: packaging/test.sh [--quick] [--asan]

Installs what is missing, builds with warnings as errors, runs all tests; then builds and tests without Widgets
(preset headless). Never touches a running display.

  --quick   leave out the headless build
  --asan    also build and run everything with address and undefined behaviour sanitizers
TXT
}

quick=0
asan=0
for argument in "$@"; do
    case "$argument" in
    -h | --help) usage; exit 0 ;;
    --quick) quick=1 ;;
    --asan) asan=1 ;;
    *) echo "test.sh: unknown option $argument" >&2; usage >&2; exit 2 ;;
    esac
done
cd "$(dirname "$0")/.."
packaging/deps.sh test
unset DISPLAY WAYLAND_DISPLAY
export QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$(mktemp -d)}

run() { printf '\n== %s\n' "$*"; "$@"; }
run cmake --preset ci
run cmake --build --preset ci -j2
if [ $quick -eq 0 ]; then
    run cmake --preset headless
    run cmake --build --preset headless -j2
    run ctest --preset headless -j2
fi
if [ $asan -eq 1 ]; then
    run cmake --preset asan
    run cmake --build --preset asan -j2
    run ctest --preset asan -j2
fi
run ctest --preset ci -j2   # last, so that its summary is the last line
