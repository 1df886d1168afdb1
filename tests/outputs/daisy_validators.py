"""What judges DAISY 2.02: the DTDs of the W3C, and the DAISY Consortium's schemas with the rules that they embed.

The DTDs are those of Debian's ``w3c-sgml-lib``. The schemas (DAISY Pipeline, LGPL 2.1 or later) are read from beside
the checkout, not copied into it. RELAX NG leaves out the Schematron patterns inside its files: they are taken out and
run as a schema of their own, by jing, which EPUBCheck's package brings.
"""

import re
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from lxml import etree

from editions.checks.epub import epubcheck
from tests.conftest import ROOT, missing

DTDS = Path("/usr/share/xml/w3c-sgml-lib/schema/dtd")
SCHEMAS = ROOT.parent / "shared" / "corpus" / "daisy202" / "d202"
_SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
_KINDS = {"ncc.html": "d202ncc.rng", "master.smil": "d202msmil.rng"}


@cache
def dtd(name: str) -> "etree.DTD":
    """The DTD that a file names; skips where there is none."""
    place = "REC-smil-19980615/smil10.dtd" if name.endswith(".smil") else "REC-xhtml1-20020801/xhtml1-transitional.dtd"
    if not (DTDS / place).is_file():
        missing("the W3C's DTDs are not there: apt-get install w3c-sgml-lib")
    return etree.DTD(str(DTDS / place))


def schema(name: str) -> Path:
    """The schema of a file; skips where there is none."""
    path = SCHEMAS / _KINDS.get(name, "d202smil.rng")
    if not path.is_file():
        missing(f"the schemas of DAISY 2.02 are not in {SCHEMAS.relative_to(ROOT.parent)}, beside the checkout")
    return path


def rules(name: str, work: Path) -> Path:
    """The Schematron rules inside the schema of a file, as a schema."""
    tree = etree.parse(schema(name))
    made = etree.Element(f"{{{_SCHEMATRON}}}schema", nsmap={None: _SCHEMATRON})
    for prefix in {str(found.get("prefix")): found for found in tree.iter(f"{{{_SCHEMATRON}}}ns")}.values():
        made.append(prefix)
    for pattern in tree.iter(f"{{{_SCHEMATRON}}}pattern"):
        pattern.attrib.pop("name", None)
        made.append(pattern)
    path = work / f"{name}.sch"
    etree.ElementTree(made).write(path, encoding="utf-8", xml_declaration=True)
    return path


def judged(schema: Path, texts: Mapping[str, str], work: Path) -> list[str]:
    """What jing says of all texts; they are given without DOCTYPE, which it would fetch."""
    java, program = shutil.which("java"), epubcheck.jar()
    if java is None or program is None:
        missing("jing is not here: it needs Java and the package epubcheck")
        return []
    paths = [work / f"{name}.xml" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(re.sub(r"<!DOCTYPE[^>]*>", "", text), encoding="utf-8")
    classes = f"{program.parent / 'lib'}/*:{program}"
    command = [java, "-cp", classes, "com.thaiopensource.relaxng.util.Driver", str(schema), *map(str, paths)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    said = re.findall(r"(?:error|fatal): .*(?:\n *\[.*)?", run.stdout + run.stderr)
    assert bool(said) == bool(run.returncode), run.stdout + run.stderr
    return said
