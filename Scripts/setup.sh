#!/usr/bin/env bash
# Installs what a purpose needs and the machine lacks: Debian packages, and for tests a Python
# environment under .cache/venv. Does nothing when all is there, so it can run before every target.
#
#   Scripts/setup.sh build            libraries that the build links
#   Scripts/setup.sh test             a browser, Java for a checker of HTML and SVG, a converter from
#                                     SVG to PNG, and the Python environment of Tests/Acceptance
#   Scripts/setup.sh bench            the HTTP load generator
#   Scripts/setup.sh boundaries       the Digital Chart of the World, and a reader of netCDF
set -euo pipefail
cd "$(dirname "$0")/.."

venv=.cache/venv
requirements=Tests/Acceptance/requirements.txt

needed=()
python=no
for purpose in "$@"; do
    case "$purpose" in
        build) needed+=(libsqlite3-dev zlib1g-dev) ;;
        test)
            needed+=(chromium default-jre-headless fonts-dejavu-core librsvg2-bin)
            python3 -c 'import ensurepip, venv' 2>/dev/null || needed+=(python3-venv)
            python=yes
            ;;
        bench) needed+=(wrk) ;;
        boundaries) needed+=(gmt-dcw netcdf-bin) ;;
        *)
            echo "setup: unknown purpose '$purpose'; known are build, test, bench, boundaries" >&2
            exit 2
            ;;
    esac
done

installed() {
    dpkg-query -W -f='${Status}\n' "$1" 2>/dev/null | grep -q '^install ok installed$'
}

install_debian_packages() {
    local missing=() package
    if ! command -v dpkg-query >/dev/null; then
        echo "setup: this is not Debian; these Debian packages have to be here under" \
            "other names: ${needed[*]}" >&2
        return
    fi
    for package in "${needed[@]}"; do
        installed "$package" || missing+=("$package")
    done
    if [ ${#missing[@]} -eq 0 ]; then return; fi
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        echo "setup: missing Debian packages: ${missing[*]}" >&2
        echo "setup: install them with: sudo apt-get install ${missing[*]}" >&2
        exit 1
    fi
    echo "setup: installing Debian packages: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    local apt=(apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
    local log=.cache/apt.log
    mkdir -p .cache
    # The lists may be missing or too old to fetch what they name: then update, and once more.
    if ! "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1; then
        if ! { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends \
            "${missing[@]}"; } >"$log" 2>&1; then
            tail -n 20 "$log" >&2
            echo "setup: could not install ${missing[*]} (all of the log: $log)" >&2
            exit 1
        fi
    fi
}

install_python_environment() {
    local stamp="$venv/requirements.stamp"
    if [ -x "$venv/bin/python" ] && cmp -s "$requirements" "$stamp"; then return; fi
    echo "setup: making the Python environment $venv"
    rm -rf "$venv"
    mkdir -p "$(dirname "$venv")"
    python3 -m venv "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$requirements"
    cp "$requirements" "$stamp"
}

install_debian_packages
if [ "$python" = yes ]; then install_python_environment; fi
