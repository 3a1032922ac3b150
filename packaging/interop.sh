#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The tests that need real tools, from PyPI, in a virtual environment under the build folder.
set -euo pipefail

usage() {
    cat <<'TXT'
usage: packaging/interop.sh

Needs the build of packaging/test.sh. Makes build/venv with orchestra-lang, jsonschema and PyYAML, then runs the tests
labelled interop.
TXT
}
case "${1:-}" in -h | --help) usage; exit 0 ;; "") ;; *) usage >&2; exit 2 ;; esac

cd "$(dirname "$0")/.."
packaging/deps.sh interop
venv=build/venv
if [ ! -x $venv/bin/python ] || ! $venv/bin/python -c 'import oml_lang, jsonschema, yaml' 2>/dev/null; then
    python3 -m venv $venv
    $venv/bin/pip install -q --disable-pip-version-check orchestra-lang==2026.1015.2 pyyaml jsonschema
fi
export QT_QPA_PLATFORM=offscreen
cmake --preset ci -DWK_INTEROP_PYTHON="$PWD/$venv/bin/python" >/dev/null
cmake --build --preset ci -j2
ctest --test-dir build/ci -L interop --output-on-failure --no-tests=error
