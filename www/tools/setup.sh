#!/usr/bin/env bash
# Installs what a make target needs, one line for each thing: setup.sh build|demo|test|frameworks|bench.
set -euo pipefail
cd "$(dirname "$0")/../.."
PATH="$PWD/.tools/bin:$PATH"

has() { command -v "$1" >/dev/null; }
say() { echo "setup: $*"; }
stop() { say "$*" >&2; exit 1; }

# apt PACKAGE...: installs Debian packages; fails if that is not possible.
updated=
apt() {
  has apt-get || return 1
  local root=()
  if [ "$(id -u)" != 0 ]; then
    has sudo || return 1
    root=(sudo)
  fi
  if [ -z "$updated" ]; then
    "${root[@]}" apt-get update -qq || return 1
    updated=yes
  fi
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# debian CHECK PACKAGE...: installs the packages, unless CHECK succeeds.
debian() {
  local check=$1
  shift
  eval "$check" >/dev/null 2>&1 && return
  say "installing $* with apt-get"
  apt "$@" || stop "could not install them (it takes apt-get, and root or sudo); install by hand: $*"
}

# crate COMMAND VERSION ARGUMENT...: installs a command with cargo, unless one of this version exists.
crate() {
  local command=$1 version=$2
  shift 2
  case $("$command" --version 2>/dev/null) in "$command $version"*) return ;; esac
  say "installing $command $version into .tools (takes minutes)"
  CARGO_TARGET_DIR=target/tools cargo install --quiet --root .tools "$@"
}

for_build() {
  has cargo || stop "there is no cargo; install Rust by hand: https://rustup.rs"
  has npm || stop "there is no npm; install Node 20 or newer by hand: https://nodejs.org"
  if [ ! -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
    has rustup || stop "there is no rustup; install the Rust target wasm32-unknown-unknown by hand"
    say "installing the Rust target wasm32-unknown-unknown"
    rustup --quiet target add wasm32-unknown-unknown
  fi
  if [ ! -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ] && has rustup; then
    say "installing rust-src"
    rustup --quiet component add rust-src || say "could not; the module will be larger"
  fi
  # The command must have exactly the version that the crate links. It is not --locked: its lock file does not resolve.
  local bindgen
  bindgen=$(grep -A 1 '^name = "wasm-bindgen"$' Cargo.lock | sed -n 's/^version = "\(.*\)"$/\1/p')
  crate wasm-bindgen "$bindgen" wasm-bindgen-cli --version "$bindgen"
  crate wasm-pack 0.15 wasm-pack --version '~0.15' --locked
  if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    say "installing npm packages into node_modules"
    npm ci --silent
  fi
}

for_demo() {
  debian 'has "${CHROMIUM:-chromium}"' chromium
  debian 'fc-list :lang=ko | grep .' fontconfig fonts-noto-cjk
  debian 'has jekyll && ruby -e "%w[minima jekyll-feed jekyll-seo-tag jekyll-sitemap].each { |name| gem name }"' \
    jekyll jekyll-theme-minima ruby-jekyll-feed ruby-jekyll-seo-tag ruby-jekyll-sitemap
}

for_test() {
  # What GitHub Pages always has.
  local pages=(default-layout gist optional-front-matter paginate readme-index relative-links titles-from-headings)
  debian "ruby -e 'ARGV.each { |name| gem \"jekyll-#{name}\" }' ${pages[*]}" "${pages[@]/#/ruby-jekyll-}"
  debian 'has chromedriver' chromium-driver
  if ! cargo clippy --version >/dev/null 2>&1 || ! cargo fmt --version >/dev/null 2>&1; then
    has rustup || stop "there is no rustup; install clippy and rustfmt by hand"
    say "installing clippy and rustfmt"
    rustup --quiet component add clippy rustfmt
  fi
  if ! has firefox; then
    say "installing firefox-esr with apt-get"
    apt firefox-esr || say "could not; make test will do without Firefox, and say so"
  fi
  if has firefox; then
    crate geckodriver "" geckodriver --locked || say "could not; make test will do without Firefox, and say so"
  fi
  if ! has WebKitWebDriver || ! has Xvfb; then
    say "installing webkit2gtk-driver xvfb with apt-get"
    apt webkit2gtk-driver xvfb || say "could not; make test will do without WebKit, and say so"
  fi
}

# The recipes' site builders that are not on npm.
for_builders() {
  debian 'has hugo' hugo
  debian 'python3 -c "import ensurepip"' python3-venv
  local installed=.tools/python/requirements.txt
  if ! cmp -s tests/npm/requirements.txt "$installed"; then
    say "installing MkDocs, Material and Sphinx into .tools/python"
    python3 -m venv --clear .tools/python
    .tools/python/bin/pip install --quiet --disable-pip-version-check -r tests/npm/requirements.txt
    cp tests/npm/requirements.txt "$installed"
  fi
}

for_bench() {
  debian 'has "${CHROMIUM:-chromium}"' chromium
  if [ ! tests/bench/node_modules/.package-lock.json -nt tests/bench/package-lock.json ]; then
    say "installing goalpost's peers into tests/bench/node_modules"
    npm ci --silent --prefix tests/bench
  fi
}

case ${1:-} in
  build) for_build ;;
  demo) for_build; for_demo ;;
  test) for_build; for_demo; for_test; for_builders ;;
  frameworks) for_build; for_demo ;;
  bench) for_build; for_bench ;;
  *) stop "say what for: build, demo, test, frameworks or bench" ;;
esac
