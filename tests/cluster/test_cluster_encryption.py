"""A cluster that speaks TLS, set up by the words of docs/grappe.md; what is not set up is one line."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import missing
from tests.faults.machines import Machines, machines

PAGE = Path(__file__).parents[2] / "docs" / "grappe.md"


def of_the_page(language: str) -> str:
    """What the page says to do to encrypt, in a language."""
    text = PAGE.read_text(encoding="utf-8").split('<a id="chiffrer"></a>')[1]
    found = re.search(rf"```{language}\n(.*?)```", text, re.DOTALL)
    assert found
    return found[1]


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """The folder of Dask's settings, as the page has them."""
    if find_spec("distributed") is None:
        missing("distributed is not installed: pip install 'editions[cluster]'")
    if shutil.which("openssl") is None:
        missing("openssl is not installed")
    subprocess.run(shlex.split(of_the_page("text")), cwd=tmp_path, check=True, capture_output=True)
    (tmp_path / "dask").mkdir()
    yaml = of_the_page("yaml").replace("/etc/grappe", str(tmp_path))
    (tmp_path / "dask" / "tls.yaml").write_text(yaml, encoding="utf-8")
    return tmp_path / "dask"


@pytest.fixture
def encrypted(loopback: None, settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machines]:
    """A scheduler and a worker that speak TLS alone."""
    monkeypatch.setenv("DASK_CONFIG", str(settings))
    with machines(tmp_path / "machines", 1, "tls://127.0.0.1") as made:
        yield made


def build(place: Path, address: str, **environment: str) -> tuple[int, str]:
    (place / "une.txt").write_text("Titre\n\nUn chapeau.\n\nLe conseil a voté.\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "editions", "build", str(place / "une.txt"), "--voice", "tone", "--to", "mp3",
         "-o", str(place / "out"), "--cluster", address],
        capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "EDITIONS_CACHE": str(place / "cache"), **environment},
    )  # fmt: skip
    return run.returncode, run.stderr


def refused(code: int, errors: str, message: str) -> bool:
    """Whether it ended with one line and its advice."""
    lines = errors.splitlines()
    return code == 2 and len(lines) == 2 and message in lines[0] and lines[1].startswith("Conseil")


def test_a_cluster_set_up_as_the_page_says_narrates(encrypted: Machines, tmp_path: Path) -> None:
    assert encrypted.address.startswith("tls://")
    code, errors = build(tmp_path, encrypted.address)
    assert code == 0, errors
    assert "Grappe : 1 ouvrier, tls://" in errors
    plain = encrypted.address.replace("tls:", "tcp:")
    assert refused(*build(tmp_path, plain), "Dask est réglé ici pour ne parler que chiffré")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert refused(*build(tmp_path, plain, DASK_CONFIG=str(empty)), "aucun ordonnanceur ne répond ici")
    code, errors = build(tmp_path, "local:1")
    assert code == 0, errors


def test_without_certificates_or_with_ones_that_cannot_be_read_the_line_says_so(
    loopback: None, settings: Path, tmp_path: Path
) -> None:
    address = "tls://127.0.0.1:9"
    assert refused(*build(tmp_path, address, DASK_CONFIG=str(tmp_path)), "Dask n'en connaît pas ici")
    (tmp_path / "grappe.pem").write_text("no certificate", encoding="utf-8")
    assert refused(
        *build(tmp_path, address, DASK_CONFIG=str(settings)), "les certificats que Dask connaît ne se lisent"
    )
    (tmp_path / "grappe.pem").unlink()
    assert refused(*build(tmp_path, address, DASK_CONFIG=str(settings)), "(introuvable)")
