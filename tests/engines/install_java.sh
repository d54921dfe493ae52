#!/usr/bin/env bash
# Sees to it that a Java of 17 or newer, which Spark 4 needs, is there: installs Debian's where it is not.
set -euo pipefail

version() { java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -1; }

if command -v java >/dev/null && [ "$(version)" -ge 17 ]; then exit 0; fi
if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "no Java of 17 or newer, and no way to install one here" >&2
    exit 1
fi
apt-get update -qq >&2
for package in openjdk-17-jre-headless openjdk-21-jre-headless default-jre-headless; do
    if DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >&2; then exit 0; fi
done
echo "none of the Java packages could be installed" >&2
exit 1
