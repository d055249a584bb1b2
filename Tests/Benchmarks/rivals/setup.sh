#!/bin/sh
# Installs the programs that visafee is measured against, in pinned versions, into a Python environment of their own.
#
#     Tests/Benchmarks/rivals/setup.sh [DIR]
#
# DIR is .build/benchmark-rivals in the package unless said.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
environment=${1:-$here/../../../.build/benchmark-rivals}

python3 -m venv "$environment"
"$environment/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
    --requirement "$here/requirements.txt"
"$environment/bin/python" -m pip list --disable-pip-version-check --format=freeze
