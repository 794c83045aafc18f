#!/usr/bin/env bash
# Stops exactly what up.sh started:   down.sh [STATE_DIR] [--wipe]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
state=$here/run; wipe=
for a in "$@"; do case $a in --wipe) wipe=1 ;; *) state=$a ;; esac; done
[ -d "$state" ] || exit 0
state=$(cd "$state" && pwd)
same() { [ "$(awk '$3 != "Z" {print $22}' "/proc/$1/stat" 2>/dev/null)" = "$2" ]; }
for name in controller-manager apiserver etcd; do
	f=$state/$name.pid
	[ -e "$f" ] || continue
	read -r pid began <"$f"
	if same "$pid" "$began"; then
		kill -TERM "$pid" 2>/dev/null || true
		for _ in $(seq 150); do same "$pid" "$began" || break; sleep 0.1; done
		if same "$pid" "$began"; then echo "down.sh: $name did not stop in 15 s: killed" >&2; kill -KILL "$pid" 2>/dev/null || true; fi
	fi
	rm -f "$f"
done
if [ -e "$state/sockdir" ]; then
	d=$(cat "$state/sockdir")
	case $d in */kubetest.??????) rm -f "$d"/etcd.sock*; rmdir "$d" 2>/dev/null || true ;; esac
	rm -f "$state/sockdir"
fi
if [ -n "$wipe" ]; then rm -rf "$state"; fi
