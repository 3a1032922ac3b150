#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs, builds, and opens the sample workspace; without a display the same job is done by weirctl.
set -euo pipefail

usage() {
    cat <<'TXT'
usage: packaging/run.sh [--headless] [--keep DIR] [WORKSPACE]

Installs what is missing, builds Weirkeeper and opens WORKSPACE, or a copy of the sample. Without a display (or with
--headless) weirctl does the same job in the terminal and writes the timeline picture.

  --headless   do not open a window even if there is a display
  --keep DIR   put the sample's copy and the pictures there (default: build/sample)
TXT
}

headless=0
keep=""
workspace=""
while [ $# -gt 0 ]; do
    case "$1" in
    -h | --help) usage; exit 0 ;;
    --headless) headless=1 ;;
    --keep) keep="${2:?--keep needs a folder}"; shift ;;
    -*) echo "run.sh: unknown option $1" >&2; usage >&2; exit 2 ;;
    *) workspace="$1" ;;
    esac
    shift
done
cd "$(dirname "$0")/.."
here=$PWD
packaging/deps.sh build
cmake --preset release >/dev/null
cmake --build --preset release
bin=$here/build/release/bin

if [ $headless -eq 0 ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    if [ -n "$workspace" ]; then exec "$bin/weirkeeper" "$workspace"; else exec "$bin/weirkeeper" --sample; fi
fi

folder=${keep:-$here/build/sample}
mkdir -p "$folder"
if [ -z "$workspace" ]; then
    workspace=$folder/trakit
    if [ ! -d "$workspace" ]; then
        cp -r resources/samples/trakit "$workspace"
        git -C "$workspace" init -q
        git -C "$workspace" -c user.name=Weirkeeper -c user.email=sample@localhost add -A
        git -C "$workspace" -c user.name=Weirkeeper -c user.email=sample@localhost commit -qm "The workspace as it runs today"
    fi
fi
export WEIRKEEPER_HOME=${WEIRKEEPER_HOME:-$folder/data}
step() { printf '\n$ weirctl %s\n' "$*"; "$bin/weirctl" "$@" || [ $? -eq 1 ]; }   # 1 = there are findings
step check "$workspace"
step import "$workspace" "$workspace/runs"
step diagnose "$workspace"
finding=$("$bin/weirctl" diagnose "$workspace" --json | sed -n 's/.*"id": *"\([0-9a-f]*\)".*/\1/p' | head -1 || true)
[ -z "$finding" ] || step fix "$workspace" "$finding"
step export "$workspace" --to orchestra --out "$folder/orchestra"
grep -q '^sample_api: true' "$workspace/weirkeeper.yaml" 2>/dev/null && step sync "$workspace" trakit_api --limit 1000 --into "$folder/trial.sqlite"
range=$("$bin/weirctl" runs "$workspace" --json | sed -n 's/.*"start": *"\([0-9-]*\)T.*/\1/p' | sort | tail -1 || true)
[ -z "$range" ] || step timeline "$workspace" --from "$range" --to "$range" --png "$folder/timeline.png"
printf '\nNo display: this was the terminal'"'"'s version. Pictures and files are in %s\n' "$folder"
