#!/usr/bin/env bash
# Prints the path of a Chromium that tests can drive; exits 1 if there is none. $CHROMIUM overrides.
# Snaps are passed over: a snap sees a /tmp of its own, so a test can't hand it a profile.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usable() { # PATH
  [ -x "$1" ] || return 1
  local real
  real=$(readlink -f "$1")
  case $real in
    */snap | */snap/*) return 1 ;;
  esac
  # A launcher is a short script. Ubuntu's only starts the snap; Debian's starts the program.
  if [ "$(head -c 2 "$real" | tr -d '\0')" = '#!' ] && grep -q '/snap/bin/' "$real"; then return 1; fi
}

if [ -n "${CHROMIUM:-}" ]; then
  path=$(command -v "$CHROMIUM") || {
    echo "CHROMIUM is set to $CHROMIUM, and that isn't there." >&2
    exit 1
  }
  echo "$path"
  exit 0
fi

for name in build/tools/bin/chromium chromium google-chrome-stable google-chrome chromium-browser; do
  path=$(command -v "$name") || continue
  if usable "$path"; then
    readlink -m "$path"
    exit 0
  fi
done
exit 1
