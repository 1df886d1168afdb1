#!/usr/bin/env bash
# Guess: Future.result(timeout=2) of dask.distributed, called again and again so as to look at something else between, waits
#   where it left off: the timeout says how long this call waits for the result.
# Really: it covers the transfer too, and an unfinished transfer is thrown away: each call has the whole result sent
#   once more from its first byte. A result that takes longer to send than the timeout never comes, and the link is full.
# Versions: dask and distributed 2026.8.0. Source: Client._gather is cancelled with the call's timeout, and nothing of
#   what was received is kept. Run below: 6 MB behind a relay of 1 MB a second.
# Whom it hurts: whoever polls for articles, sounds or pictures made by workers behind a slow link. Ask once, without a
#   timeout (client.gather(…, asynchronous=True) in the client's loop), and look elsewhere while it is under way.
# The product polled so; over 1 Mbit/s no recording came home in ten minutes. Mended, tests/faults/test_faults_links.py.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill -9 $(jobs -p) 2>/dev/null || true; rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dask==2026.8.0 distributed==2026.8.0
cd "$folder"
cat >relay.py <<'PY'
"""Carries bytes to the worker as they come, and back at 1 MB a second; counts those that go back."""
import asyncio, pathlib, socket

def free():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]

here, there, back = free(), free(), 0
pathlib.Path("count").write_text("0")

async def carry(reader, writer, slow):
    global back
    while data := await reader.read(50_000):
        if slow:
            back += len(data)
            pathlib.Path("count").write_text(str(back))
            await asyncio.sleep(len(data) / 1e6)
        try:
            writer.write(data)
            await writer.drain()
        except OSError:
            break
    writer.close()

async def both(reader, writer):
    worker = await asyncio.open_connection("127.0.0.1", there)
    await asyncio.gather(carry(reader, worker[1], False), carry(worker[0], writer, True), return_exceptions=True)

async def main():
    async with await asyncio.start_server(both, "127.0.0.1", here) as server:
        pathlib.Path("ports").write_text(f"{here} {there}\n")
        await server.serve_forever()

asyncio.run(main())
PY
cat >ask.py <<'PY'
import pathlib, time
from distributed import Client, TimeoutError

def made(size):
    return b"\xff" * size

SIZE, sent = 6_000_000, lambda: int(pathlib.Path("count").read_text())
with Client(scheduler_file="place.json") as client:
    client.wait_for_workers(1)
    future = client.submit(made, SIZE)
    while future.status == "pending":
        time.sleep(0.1)
    before, came = sent(), False
    for _ in range(8):
        try:
            future.result(timeout=2)
            came = True
            break
        except TimeoutError:
            pass
    polled = sent() - before
    begun, whole = time.monotonic(), len(future.result())
    print(f"asked 8 times for 2 s: {'it' if came else 'nothing'} came, {polled / 1e6:.0f} MB were sent for {SIZE / 1e6:.0f} MB")
    print(f"asked once: {whole / 1e6:.0f} MB in {time.monotonic() - begun:.0f} s")
    raise SystemExit(came or polled < 1.5 * SIZE)
PY
python="$folder/venv/bin/python"
"$python" relay.py >relay.log 2>&1 &
for _ in $(seq 300); do [ -s ports ] && break; sleep 0.1; done
read -r here there <ports
"$python" -m dask scheduler --host 127.0.0.1 --port 0 --no-dashboard --scheduler-file place.json \
  >scheduler.log 2>&1 &
for _ in $(seq 300); do [ -s place.json ] && break; sleep 0.1; done
"$python" -m dask worker --scheduler-file place.json --listen-address "tcp://127.0.0.1:$there" \
  --contact-address "tcp://127.0.0.1:$here" --nthreads 1 --no-nanny --no-dashboard >worker.log 2>&1 &
if timeout 120 "$python" ask.py; then echo "as told above"; else echo "this has changed"; exit 1; fi
