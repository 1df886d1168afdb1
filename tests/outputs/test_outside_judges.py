"""Judges from outside: Nu Html Checker, Ace by DAISY, Firefox. Each needs npm packages where ``NODE_PATH`` says."""

import http.server
import json
import os
import shutil
import subprocess
import threading
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from editions.pipeline import Order, build
from tests.conftest import missing
from tests.hypertext.test_hypertext import EVERY_KIND


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles, one with every kind of block."""
    place = tmp_path_factory.mktemp("articles") / "essai"
    place.mkdir()
    (place / "01-a.md").write_text(EVERY_KIND, encoding="utf-8")
    (place / "02-b.txt").write_text("Le pont & le <b>\n\nIl est ouvert. On y passe à pied.\n", encoding="utf-8")
    (place / "edition.toml").write_text('title = "Lundi <i>"\ndate = 2026-11-23\npublisher = "Le Val"\n', "utf-8")
    return build(Order((place,), tmp_path_factory.mktemp("out"), voice="espeak")).folder


def package(name: str) -> Path:
    """A file or a folder of an npm package."""
    found = [Path(place, name) for place in os.environ.get("NODE_PATH", "").split(os.pathsep) if place]
    path = next((path for path in found if path.exists()), None)
    if path is None:
        missing(f"{name}: install it by npm and set NODE_PATH")
    return path or Path()


def program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        missing(f"{name} is not installed on this machine")
    return path or ""


def test_nu_html_checker_finds_no_error(made: Path) -> None:
    jar = package("vnu-jar/build/dist/vnu.jar")
    pages = [made / "index.html", made / "web" / "index.html", made / "report" / "readings.html"]
    command = [program("java"), "-jar", str(jar), "--errors-only", "--format", "json", *map(str, pages)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert json.loads(run.stderr)["messages"] == []


def test_ace_finds_no_violation(made: Path, tmp_path: Path) -> None:
    command = [str(package(".bin/ace-cli")), "-s", "-f", "-l", "fr", "-o", str(tmp_path / "ace")]
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": program("chromium")}
    book = made / "epub" / "essai.epub"
    subprocess.run([*command, str(book)], capture_output=True, timeout=180, check=True, env=environment)
    report = json.loads((tmp_path / "ace" / "report.json").read_text(encoding="utf-8"))
    assert report["earl:result"] == {"earl:outcome": "pass"}
    assert [found for document in report["assertions"] for found in document["assertions"]] == []
    assert len(report["assertions"]) > 5


class Plain(http.server.SimpleHTTPRequestHandler):
    """A host without ranges."""

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


def test_firefox_lights_what_is_heard(made: Path, loopback: None) -> None:
    package("puppeteer-core")
    script = Path(__file__).with_name("web_in_firefox.cjs")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Plain, directory=str(made))) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{host.server_port}"
        pages = [f"{home}/web/index.html" for home in (made.resolve().as_uri(), base)]
        command = [program("node"), str(script), program("firefox-esr"), *pages]
        run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=180)
        host.shutdown()
    assert run.returncode == 0, run.stderr
    facts = json.loads(run.stdout)
    assert len(facts) == 2
    for told in facts:
        assert told["troubles"] == []
        assert told["size"] == "18px"
        assert [look["lit"] for look in told["looks"]] == [look["holds"] for look in told["looks"]]
        assert len({look["lit"] for look in told["looks"]}) >= 4
        assert told["looks"][4]["title"] != told["looks"][0]["title"]
