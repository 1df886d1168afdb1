#!/usr/bin/env bash
# Guess: once a task of dask.distributed is done, its result fetched and its future released, nothing of what was sent to
#   it is left: neither with whoever submitted it nor with the scheduler.
# Really: both ends of each connection keep the last thousand messages whole, arguments and all, for those who look for a
#   fault. Articles of 100 kB submitted one after the other, each let go before the next, stay in the submitting process
#   and in the scheduler until a thousand others have pushed them out: up to 100 MB for the one, as much for each worker
#   in the other. distributed.admin.low-level-log-length is how many; 0 keeps none, and must be set before connecting.
# Versions: dask and distributed 2026.8.0. Source: BatchedSend.recent_message_log, of the client and of the scheduler's
#   streams. Run below: 300 tasks, with the usual length and with 0.
# Whom it hurts: a library that sends twenty years of articles through one scheduler, and wonders why its memory follows
#   the size of the articles and the number of workers, though nothing is in flight.
# The product met it (25 MB after 20,000 small articles): it keeps none, and has the scheduler let them go.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dask==2026.8.0 distributed==2026.8.0
cd "$folder"
cat >kept.py <<'PY'
import sys
import dask
from distributed import Client, LocalCluster

TASKS, SIZE = 300, 100_000

def held(messages):
    """Bytes of the payloads in a log of messages, however deep they are."""
    def inside(value, seen):
        if id(value) in seen:
            return 0
        seen.add(id(value))
        if isinstance(value, (bytes, bytearray, memoryview)):
            return len(value)
        if isinstance(value, dict):
            return sum(inside(one, seen) for pair in value.items() for one in pair)
        if isinstance(value, (list, tuple, set, frozenset)):
            return sum(inside(one, seen) for one in value)
        slots = [getattr(value, name, None) for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ())]
        return sum(inside(one, seen) for one in (*slots, *getattr(value, "__dict__", {}).values()))
    return inside(list(messages), set())

if __name__ == "__main__":
    dask.config.set({"distributed.admin.low-level-log-length": int(sys.argv[1])})
    with LocalCluster(n_workers=1, threads_per_worker=1, processes=False, protocol="tcp", dashboard_address="127.0.0.1:0") as cluster:
        with Client(cluster) as client:
            for number in range(TASKS):
                future = client.submit(len, number.to_bytes(4, "big") * (SIZE // 4), pure=False)
                assert future.result() == SIZE
                future.release()
            scheduler = cluster.scheduler
            assert len(scheduler.tasks) <= 1
            mine = held(client.scheduler_comm.recent_message_log) / 1e6
            theirs = sum(held(stream.recent_message_log) for stream in scheduler.stream_comms.values()) / 1e6
    print(f"messages kept, {sys.argv[1]}: {TASKS * SIZE / 1e6:.0f} MB sent and done with, "
          f"{mine:.0f} MB still with the client, {theirs:.0f} MB with the scheduler")
    usual = int(sys.argv[1]) > 0
    raise SystemExit(not (mine > 25 if usual else mine < 1) or not (theirs > 25 if usual else theirs < 1))
PY
"$folder/venv/bin/python" kept.py 1000 && "$folder/venv/bin/python" kept.py 0 && echo "as told above" ||
  { echo "this has changed"; exit 1; }
