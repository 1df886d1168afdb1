"""A scheduler and workers as machines of their own: processes, or hosts in network namespaces with links of their own.

with machines(place, 2) as crew: …                         # crew.address, crew.workers, crew.scheduler
with hosts(place, 2) as crew: crew.cut(0); crew.mend(0)    # each worker behind a link, begun again when it ends
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.conftest import missing

SOON = 60.0
DASK = [sys.executable, "-m", "dask"]
AGAIN = 'while :; do "$@"; sleep 1; done'
"""As ``Restart=always`` of systemd."""


class Machines:
    """A scheduler and workers, each a process of its own as on machines of their own."""

    def __init__(self, place: Path, host: str = "127.0.0.1") -> None:
        """``host``: where the scheduler listens."""
        self.place = place
        self.scheduler = self._begin("scheduler", [*DASK, "scheduler", "--host", host, "--port", "0", "--no-dashboard"])
        self.address = self._said("scheduler.log", "Scheduler at:").split()[-1]
        self.workers: list[subprocess.Popen[bytes]] = []

    def hire(self, address: str = "", before: Sequence[str] = (), options: Sequence[str] = ()) -> None:
        """One more worker, of the scheduler at ``address``, behind the words of ``before``."""
        one = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(self.place))
        self.workers.append(self._begin("worker", [*before, *DASK, "worker", address or self.address, *one, *options]))

    def dismiss(self) -> None:
        """Kill all."""
        for process in (*self.workers, self.scheduler):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _begin(self, what: str, command: Sequence[str]) -> "subprocess.Popen[bytes]":
        with (self.place / f"{what}.log").open("ab") as log:
            return subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)

    def _said(self, name: str, words: str) -> str:
        end = time.monotonic() + SOON
        while time.monotonic() < end:
            for line in (self.place / name).read_text(encoding="utf-8", errors="replace").splitlines():
                if words in line:
                    return line
            time.sleep(0.1)
        raise AssertionError((self.place / name).read_text(encoding="utf-8", errors="replace"))


class Hosts(Machines):
    """Workers that are hosts in network namespaces; the scheduler is on this one."""

    def __init__(self, place: Path) -> None:
        """No host yet."""
        super().__init__(place, "0.0.0.0")
        self._name = f"e{os.getpid() % 100_000}"
        self._net = 128 + os.getpid() % 100

    def link(self, number: int, kilobits: int = 0) -> None:
        """A host and its link, of ``kilobits`` a second each way, and a worker there."""
        here, there = self._ends(number)
        inside = f"ip netns exec {there}"
        for line in (
            f"ip netns add {there}",
            f"ip link add {here} type veth peer name {there}",
            f"ip link set {there} netns {there}",
            f"ip addr add {self._host(number, 1)}/24 dev {here}",
            f"ip link set {here} up",
            f"{inside} ip addr add {self._host(number, 2)}/24 dev {there}",
            f"{inside} ip link set {there} up",
            f"{inside} ip link set lo up",
        ):
            _run(line)
        for end in (f"tc qdisc add dev {here}", f"{inside} tc qdisc add dev {there}") if kilobits else ():
            _run(f"{end} root tbf rate {kilobits}kbit burst 4kb latency 400ms")
        port = self.address.rsplit(":", 1)[1]
        before = (*inside.split(), "sh", "-c", AGAIN, "sh")
        self.hire(f"tcp://{self._host(number, 1)}:{port}", before, ("--host", self._host(number, 2)))

    def cut(self, number: int) -> None:
        """The cable is pulled."""
        _run(f"ip link set {self._ends(number)[0]} down")

    def mend(self, number: int) -> None:
        """And put back."""
        _run(f"ip link set {self._ends(number)[0]} up")

    def dismiss(self) -> None:
        """Kill all, and take the links away."""
        super().dismiss()
        for number in range(len(self.workers)):
            here, there = self._ends(number)
            for line in (f"ip link del {here}", f"ip netns del {there}"):
                subprocess.run(line.split(), check=False, stderr=subprocess.DEVNULL)

    def _ends(self, number: int) -> tuple[str, str]:
        return f"{self._name}h{number}", f"{self._name}t{number}"

    def _host(self, number: int, last: int) -> str:
        return f"10.{self._net}.{number}.{last}"


@contextmanager
def machines(place: Path, workers: int, host: str = "127.0.0.1") -> Iterator[Machines]:
    """A scheduler and that many workers on this machine, until the end."""
    place.mkdir()
    made = Machines(place, host)
    try:
        for _ in range(workers):
            made.hire()
        yield made
    finally:
        made.dismiss()


@contextmanager
def hosts(place: Path, workers: int, kilobits: int = 0) -> Iterator[Hosts]:
    """A scheduler, and workers that are hosts, until the end; skips where nobody may make hosts."""
    if os.geteuid() or not shutil.which("ip") or not shutil.which("tc"):
        missing("hosts in network namespaces need root, ip and tc (iproute2)")
    place.mkdir()
    made = Hosts(place)
    try:
        for number in range(workers):
            made.link(number, kilobits)
        yield made
    finally:
        made.dismiss()


def _run(line: str) -> None:
    subprocess.run(line.split(), check=True, capture_output=True)
