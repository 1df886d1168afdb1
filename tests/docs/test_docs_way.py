"""The way of an article, as docs/development draws it, is the way that a build takes."""

import re
import sys
import threading
from importlib import import_module
from pathlib import Path
from types import CodeType, FrameType

from editions.pipeline import Order, build
from tests.docs.pages import DOCS

PAGE = DOCS / "development" / "way-of-an-article.md"
STEPS = re.findall(r"^.{8}[│▼ ]   (editions[\w.]*:\w+)  ", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


def code(step: str) -> CodeType:
    module, _, name = step.partition(":")
    found: CodeType = getattr(import_module(module), name).__code__
    return found


def test_there_are_steps() -> None:
    assert len(STEPS) > 20
    assert all(map(code, STEPS))


def test_a_build_takes_these_steps_in_this_order(tmp_path: Path) -> None:
    (tmp_path / "une.md").write_text("# Un titre\n\n**Le chapeau.**\n\nUne phrase, 12 kg.\n", encoding="utf-8")
    codes = {code(step): step for step in STEPS}
    called: dict[str, None] = {}

    def look(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in codes:
            called.setdefault(codes[frame.f_code])

    threading.setprofile(look)
    sys.setprofile(look)
    try:
        build(Order((tmp_path / "une.md",), tmp_path / "out", ("mp3",), voice="tone", jobs=1))
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
    assert list(called) == STEPS
