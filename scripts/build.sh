#!/usr/bin/env bash
# Builds a preset of CMakePresets.json, and configures it first where that is needed.
#
#   scripts/build.sh native|wasm             the calculator: what the page and the command line need
#   scripts/build.sh native|wasm --tests     everything, with the tests
#   scripts/build.sh sanitize                the unit tests, with the sanitizers
#   scripts/build.sh native|wasm TARGET…     these targets
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

preset=${1:?usage: scripts/build.sh native|wasm|sanitize [--tests | TARGET…]}
shift
folder=build/$preset
targets=()
case "$preset ${1:-}" in
  *" --tests") ;;
  "sanitize ") targets=(fivecars_tests) ;;
  "native ") targets=(catalogc fivecars) ;;
  "wasm ") targets=(calculator what_if embed) ;;
  *) targets=("$@") ;;
esac

# --- configure -----------------------------------------------------------------------------------------------

# What a build folder was made for. A wasm build of another Emscripten, or of another place, has to start anew.
made_for="source $PWD"
if [ "$preset" = wasm ]; then
  emcc=$(command -v emcc || echo "${EMSDK:-}/upstream/emscripten/emcc")
  # Beside the real emcc; asking emcc itself takes too long for every build.
  version_file=$(dirname "$(readlink -f "$emcc")")/emscripten-version.txt
  made_for+=$'\n'"emcc $emcc $(cat "$version_file" 2>/dev/null || true)"
  # Sizes depend on both: distributions pair one Emscripten with different compilers.
  toolchain=$folder/toolchain.txt
fi
cached() { sed -n "s/^$1:[A-Z]*=//p" "$folder/CMakeCache.txt"; }
if [ -e "$folder/CMakeCache.txt" ]; then
  if [ "$(cached CMAKE_HOME_DIRECTORY)" != "$PWD" ] ||
    { [ -e "$folder/made-for.txt" ] && [ "$(cat "$folder/made-for.txt")" != "$made_for" ]; }; then
    rm -rf "$folder"
  fi
fi

if [ ! -e "$folder/build.ninja" ] || [ CMakePresets.json -nt "$folder/made-for.txt" ]; then
  mkdir -p "$folder"
  if [ "$preset" != wasm ] && command -v ccache >/dev/null; then export CMAKE_CXX_COMPILER_LAUNCHER=ccache; fi
  if ! cmake --preset "$preset" >"$folder/configure.log" 2>&1; then
    cat "$folder/configure.log" >&2
    exit 1
  fi
  printf '%s\n' "$made_for" >"$folder/made-for.txt"
fi
if [ "$preset" = wasm ] && [ ! -e "$toolchain" ]; then
  "$emcc" -v 2>&1 | sed -n 's/^emcc .* \([0-9][0-9.]*[^ ]*\) .*/emscripten \1/p; s/^.*clang version \([0-9.]*\).*/clang \1/p' |
    paste -sd ' ' >"$toolchain"
fi

# --- build ---------------------------------------------------------------------------------------------------

if [ "$preset" = wasm ] && ccache=$(command -v ccache); then export EM_COMPILER_WRAPPER=$ccache; fi
arguments=(--build --preset "$preset" --parallel "$(nproc)")
[ ${#targets[@]} -eq 0 ] || arguments+=(--target "${targets[@]}")
if [ -t 1 ]; then
  cmake "${arguments[@]}"
else
  # No terminal to draw progress on: a line if it takes long, and otherwise only what the compiler says.
  (sleep 2 >/dev/null 2>&1 && echo "build: compiling ($preset)") &
  trap 'kill $! 2>/dev/null || true' EXIT
  cmake "${arguments[@]}" -- --quiet 2>&1 | { grep -vE '^(-- |ninja: no work to do)' || true; }
fi
