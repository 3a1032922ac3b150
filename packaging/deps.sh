#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing on Debian 12 or Ubuntu 24.04 and says what. Running it again installs nothing.
set -euo pipefail

usage() {
    cat <<'TXT'
usage: packaging/deps.sh run|build|test|interop [--dry-run]

  run      what the built programs need
  build    compilers and libraries (with run)
  test     what the tests need (with build)
  interop  Python for the tests against real tools (with test)
Needs root or sudo only if something is missing.
TXT
}

RUN="fonts-dejavu-core qt6-translations-l10n libsecret-1-0 git ca-certificates"
BUILD="g++ cmake ninja-build pkg-config ccache
       qt6-base-dev qt6-charts-dev libqt6opengl6-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
       libyaml-cpp-dev libyaml-dev libcurl4-openssl-dev libsqlite3-dev libsimdjson-dev libcli11-dev
       libqscintilla2-qt6-dev libssl-dev zlib1g-dev tzdata"
TEST="libbenchmark-dev xvfb xauth xdotool imagemagick dbus python3 python3-yaml procps"
INTEROP="python3-venv python3-pip"

case "${1:-}" in
run) wanted="$RUN" ;;
build) wanted="$RUN $BUILD" ;;
test) wanted="$RUN $BUILD $TEST" ;;
interop) wanted="$RUN $BUILD $TEST $INTEROP" ;;
-h | --help) usage; exit 0 ;;
*) usage >&2; exit 2 ;;
esac

if ! command -v apt-get >/dev/null; then
    echo "deps.sh: no apt-get here. Weirkeeper is built and tested on Debian 12 and Ubuntu 24.04; elsewhere install:" $wanted >&2
    exit 2
fi

missing=""
for package in $wanted; do
    status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    [ "$status" = "install ok installed" ] || missing="$missing $package"
done
if [ -z "$missing" ]; then
    echo "deps.sh: everything for '$1' is installed"
    exit 0
fi
echo "deps.sh: installing$missing"
[ "${2:-}" = "--dry-run" ] && exit 0

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else echo "deps.sh: needs root: run '$*' as root, or install sudo" >&2; exit 2; fi
}
as_root apt-get update -qq
# shellcheck disable=SC2086  # the list is meant to be split
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
