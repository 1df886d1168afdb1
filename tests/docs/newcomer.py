"""A newcomer's first quarter of an hour: an account of its own, an empty home, the pages' lines as they are written.

    python -m tests.docs.newcomer [WHEEL]     as root, on Linux; NEWCOMER_PATH: where its python3 is, if elsewhere

``make demo`` installs; from then on there is no network at all. What is typed and what comes back is printed; the exit
code is 1 when something does not end or read as the pages have it. With a WHEEL, it is then installed far from the
checkout, and makes its sample edition.
"""

import os
import pwd
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.docs.console import Step, as_shown, steps
from tests.docs.pages import DOCS, README, ROOT, blocks, indented

NAME = "editions-newcomer"
PATH = f"{os.environ.get('NEWCOMER_PATH', '/usr/bin')}:/usr/bin:/bin"
OFFLINE = ["unshare", "--net"]
INSTALL, ACTIVATE = "make demo", "source .venv/bin/activate"
END = "=== code "


def main(wheel: Path | None) -> int:
    """All of it; the account goes when it is over."""
    subprocess.run(["useradd", "--create-home", "--skel", "/dev/null", "--shell", "/bin/bash", NAME], check=True)
    home = Path(pwd.getpwnam(NAME).pw_dir)
    try:
        checkout = _given(home / "editions")
        wrong = _typed([Step(INSTALL, ("…",))], checkout, [])
        if wrong:
            return 1  # nothing was installed: the rest would only say so again
        wrong += _typed([Step(ACTIVATE, ()), *_guide(checkout)], checkout, OFFLINE)
        wrong += _typed([Step(ACTIVATE, ()), *_mornings(checkout)], checkout, OFFLINE)
        if wheel is not None:
            wrong += _from_wheel(wheel, home)
    finally:
        subprocess.run(["userdel", "--remove", NAME], check=True, capture_output=True)
    print(f"\n{wrong} wrong")
    return 1 if wrong else 0


def _given(place: Path) -> Path:
    """The checkout, as whoever takes it has it."""
    place.mkdir()
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, files.split("\0")):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, place / name)
    return _theirs(place)


def _theirs(place: Path) -> Path:
    subprocess.run(["chown", "-R", f"{NAME}:", str(place)], check=True)
    return place


def _guide(checkout: Path) -> Iterator[Step]:
    """The steps of the guide for this system, but the first, its files written before."""
    for block in blocks(DOCS / "guide.md"):
        if block.file:
            yield Step(f"cat > {shlex.quote(block.file)} <<'FIN'\n{block.text.rstrip()}\nFIN", ())
        elif block.kind == "console" and "\\" not in block.text:
            yield from (step for step in steps(block.text) if step.command != INSTALL)


def _mornings(checkout: Path) -> Iterator[Step]:
    """The commands of the README, each without its remark; it names an article of one's own."""
    shutil.copy(checkout / "articles" / "bocage" / "03-budget.txt", checkout / "article.txt")
    yield Step("rm -r articles/lundi output/lundi", ())
    for block in indented(README):
        for line in block.split("\n"):
            command = line.partition("  #")[0].strip()
            if command.startswith("$ "):
                yield from steps(block)
            elif re.match(r"editions (?:new|check|build|verify|voices)\b", command):
                yield Step(command, ("…",))


def _from_wheel(wheel: Path, home: Path) -> int:
    place = home / "ailleurs"
    place.mkdir()
    shutil.copy(wheel, place)
    install = [Step("python3 -m venv voix", ("…",)), Step(f"voix/bin/pip install -q {wheel.name}", ("…",))]
    wrong = _typed(install, _theirs(place), [])
    demo = [Step("voix/bin/editions demo", ("…",)), Step("voix/bin/editions --version", ("editions …",))]
    return wrong + _typed(demo, place, OFFLINE)


def _typed(typed: Sequence[Step], place: Path, before: Sequence[str]) -> int:
    """Type these in one shell, print what comes of each; how many went wrong."""
    given = {name: value for name, value in os.environ.items() if name.startswith("PIP_") and not before}
    environment = {"HOME": str(place.parent), "PATH": PATH, "LANG": "C.UTF-8", "TERM": "dumb", **given}
    script = "".join(f"{step.command}\necho '{END}'$?\n" for step in typed)
    runuser = shutil.which("runuser") or "/usr/sbin/runuser"  # not on the path of whoever is no administrator
    shell = [*before, runuser, "-u", NAME, "--", "bash", "-c", script]
    run = subprocess.run(
        shell, cwd=place, env=environment, encoding="utf-8", errors="replace", check=False,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    answers = re.findall(rf"((?:.*\n)*?){END}(\d+)\n", run.stdout)
    wrong = abs(len(typed) - len(answers))
    for step, (said, code) in zip(typed, answers, strict=False):
        fits = as_shown(step.printed, said) or step.command == ACTIVATE
        wrong += not fits or code != "0"
        notes = ["not as written"] * (not fits) + [f"code {code}"] * (code != "0")
        print(f"$ {step.command.splitlines()[0]}\n{said}" + "".join(f"<<< {note}\n" for note in notes), flush=True)
    return wrong


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None))
