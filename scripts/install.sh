#!/bin/sh
# Installs the pinned dependencies, the pinned Node among them, with the machine's own npm.
# Two commands started at once install once: the second waits for the first.
set -eu
cd "$(dirname "$0")/.."

for tool in node npm; do
	command -v "$tool" >/dev/null 2>&1 || {
		echo "bulwark: needs Node 20 or newer with npm to install itself; $tool was not found on the PATH" >&2
		exit 2
	}
done

guard=.cache/install.lock
mkdir -p .cache
tries=0
until mkdir "$guard" 2>/dev/null; do
	tries=$((tries + 1))
	if [ "$tries" -gt 600 ]; then
		echo "bulwark: another installation holds $guard for ten minutes; remove that folder if none runs" >&2
		exit 2
	fi
	sleep 1
done
trap 'rmdir "$guard"' EXIT
trap 'exit 130' INT TERM

lock=node_modules/.package-lock.json
if [ ! -x node_modules/node/bin/node ] || [ ! -e "$lock" ] || [ package-lock.json -nt "$lock" ]; then
	# npm empties the folder before it installs. One that is linked belongs to another checkout, whose work that would stop.
	if [ -L node_modules ]; then
		if [ -x node_modules/node/bin/node ] && [ -e "$lock" ] &&
			cmp -s package-lock.json "$(readlink -f node_modules)/../package-lock.json"; then
			touch "$lock"
			exit 0
		fi
		rm node_modules
	fi
	echo "bulwark: installing dependencies (once)" >&2
	npm ci --no-audit --no-fund --loglevel=error
	touch "$lock"
fi
