#!/usr/bin/env bash
# Guess: a Dask worker whose scheduler was killed ends with an error, so that a supervisor told to restart what fails
#   (systemd's Restart=on-failure, a Slurm job that is requeued when it fails) brings it back; or it waits for it.
# Really: it ends at once and with status 0, as if its work were done, with a nanny and without one.
# Versions: dask and distributed 2026.8.0. Source: the worker closes itself when it loses the scheduler's connection, and
#   the command line ends as the worker did; its log alone tells that the connection broke. Run below.
# Whom it hurts: a library whose cluster reads aloud all night: the scheduler's machine restarts, and in the morning no
#   worker is there, though every unit says that it ended well. systemd needs Restart=always.
# The product says so in docs/grappe.md, and its own side does not wait for workers that never come back.
set -euo pipefail
folder=$(mktemp -d)
scheduler=""
trap '[ -z "$scheduler" ] || kill -9 "$scheduler" 2>/dev/null || true; rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dask==2026.8.0 distributed==2026.8.0
dask() { "$folder/venv/bin/python" -m dask "$@"; }
cd "$folder"
for nanny in --no-nanny --nanny; do
  "$folder/venv/bin/python" -m dask scheduler --host 127.0.0.1 --port 0 --no-dashboard --scheduler-file place.json \
    >scheduler.log 2>&1 &
  scheduler=$!
  for _ in $(seq 300); do [ -s place.json ] && break; sleep 0.1; done
  (status=0; dask worker --scheduler-file place.json --nthreads 1 "$nanny" --no-dashboard >worker.log 2>&1 || status=$?
    echo "$status" >status) &
  for _ in $(seq 300); do grep -q "Starting established connection" worker.log 2>/dev/null && break; sleep 0.1; done
  grep -q "Starting established connection" worker.log || { cat worker.log; exit 1; }
  kill -9 "$scheduler"
  for _ in $(seq 600); do [ -s status ] && break; sleep 0.1; done
  [ -s status ] || { echo "$nanny: still waiting after a minute"; exit 1; }
  echo "$nanny: scheduler killed, worker ended with status $(cat status)"
  [ "$(cat status)" = 0 ] || { echo "this has changed"; exit 1; }
  rm -f place.json status worker.log scheduler.log
done
