"""``editions explain``: written → spoken, rule by rule.

``--spoken`` and ``--ipa`` are filters: UTF-8 in, UTF-8 out, one line for each line, each flushed as soon as it is
known, so that they keep up with a pipe. ``--json`` prints one list, one object per line read, spans in characters of
that line.
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from editions import names, terminal
from editions.errors import ArticleError, reason

if TYPE_CHECKING:  # the rules take a moment to load; the help of the commands must not wait for them
    from editions.french import Lexicon
    from editions.french.domains import About
    from editions.speech import Reading, Spoken

_BREAKS = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WIDEST = 48
_ROLES = {"question": "heading"}
"""The question of an interview heads its answer: of the roles that ``--roles`` tells, it has that of a crosshead."""
LANGUAGES = ("fr-FR", "fr-BE", "fr-CH")
"""As in ``settings``, which this command does not need otherwise: a test holds them equal."""


@click.command()
@click.argument("file", metavar="[FICHIER]", required=False, default="-")
@click.option("--spoken", is_flag=True, help="Une ligne dite pour chaque ligne lue, rien d'autre (filtre).")
@click.option("--ipa", is_flag=True, help="Les sons, en alphabet phonétique, ligne par ligne (filtre).")
@click.option("--roles", is_flag=True, help="D'un article ou d'un dossier : ce qu'est chaque ligne (titre, chapeau…).")
@click.option("--voice", default="espeak", metavar="NOM", help="Avec --ipa : la voix qui dira ces sons.")
@click.option(
    "--json", "as_json", is_flag=True, help="Lectures en JSON : positions, règle, confiance, autres lectures."
)
@click.option("--language", type=click.Choice(LANGUAGES), default="fr-FR", help="Français de France, Belgique, Suisse.")
@click.option("--lexicon", "lexicon", type=click.Path(path_type=Path), help="Lexique de la rédaction (lexicon.tsv).")
def command(
    file: str, spoken: bool, ipa: bool, roles: bool, voice: str, as_json: bool, language: str, lexicon: Path | None
) -> None:
    """Montre comment un texte sera lu, et par quelle règle.

    Un FICHIER est lu comme un article : ce dont il parle compte pour chacune de ses lignes.

    Exemple : echo "35kg saisis à 18h05" | editions explain
    """
    if roles:
        _print_roles(Path(file))
        return
    from editions.french import lexicon as lexicons

    known = lexicons.load(names.found(lexicon)) if lexicon else None
    for finding in known.findings if known else ():
        click.echo(f"Attention : {finding.place} : {finding.message}", err=True)
    about = _subject(file)
    sentences = ((line, _sentences(line, known, language, about)) for line in _lines(file))
    if ipa:
        _sounds(sentences, voice, language)
        return
    lines = ((line, [reading for said in found for reading in said.readings]) for line, found in sentences)
    if spoken:
        _filter(lines)
    elif as_json:
        _print_json(lines)
    else:
        _print_table(lines)


def _print_roles(path: Path) -> None:
    """Role, tab, text on one line, for each block and each line left out, which is furniture; the first error."""
    from editions.commands._as_written import AsWritten
    from editions.pipeline import Order
    from editions.pipeline.understanding import understand

    understood = understand(Order((path,)))
    for article in understood.edition.articles:
        left_out, written = list(article.left_out), AsWritten(article.source)
        for number, block in enumerate((*article.blocks, None)):
            while left_out and (block is None or left_out[0].before <= number):
                _answer(f"furniture\t{written(left_out.pop(0).text)}")
            if block is not None:
                _answer(f"{_ROLES.get(block.kind, block.kind)}\t{written(block.text)}")
    if understood.failures:
        raise understood.failures[0]


def _lines(file: str) -> Iterator[str]:
    """Lines of a file, or of stdin for ``-``, without their line breaks."""
    if file == "-":
        yield from _decoded(sys.stdin.buffer, "stdin")
        return
    try:
        with names.found(Path(file)).open("rb") as stream:
            yield from _decoded(stream, file)
    except FileNotFoundError as error:
        raise ArticleError("fichier introuvable", "Vérifiez son nom.", file) from error
    except OSError as error:
        raise ArticleError(f"fichier illisible ({reason(error)})", "Vérifiez son nom.", file) from error


def _decoded(stream: BinaryIO, name: str) -> Iterator[str]:
    for number, raw in enumerate(stream, 1):
        try:
            line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            click.echo(f"Attention : {name}:{number} n'est pas en UTF-8, ses octets inconnus sont remplacés.", err=True)
            line = raw.decode("utf-8", errors="replace")
        yield line.removesuffix("\n").removesuffix("\r")


def _subject(file: str) -> "About":
    """What the lines of a file speak of, as in an article; of a pipe each line stands for itself."""
    from editions.french.domains import spoken_of

    return () if file == "-" else spoken_of(_lines(file))


def _sentences(line: str, lexicon: "Lexicon | None", language: str, about: "About") -> list["Spoken"]:
    """The sentences of a line with their readings."""
    from editions import french
    from editions.model import Sentence

    sentences = (Sentence("line", line, span, about) for span in french.segment(line))
    return [french.read(sentence, lexicon, language) for sentence in sentences]


def _filter(lines: Iterator[tuple[str, list["Reading"]]]) -> None:
    for _, readings in lines:
        _answer("".join(reading.spoken for reading in readings))


def _sounds(lines: Iterator[tuple[str, list["Spoken"]]], voice: str, language: str) -> None:
    from editions import voices
    from editions.settings import Settings

    narrator = voices.choose(voice, Settings(language=language), Path())
    for _, sentences in lines:
        heard = (voices.phonemes(narrator, sentence) for sentence in sentences)
        _answer(" ".join(filter(None, heard)))


def _answer(line: str) -> None:
    """One line, at once."""
    sys.stdout.buffer.write(_BREAKS.sub(" ", line).encode("utf-8", errors="replace") + b"\n")
    sys.stdout.buffer.flush()


def _print_json(lines: Iterator[tuple[str, list["Reading"]]]) -> None:
    click.echo("[", nl=False)
    for index, (line, readings) in enumerate(lines):
        click.echo(",\n" if index else "\n", nl=False)
        click.echo(json.dumps(_as_object(index + 1, line, readings), ensure_ascii=False), nl=False)
    click.echo("\n]")


def _as_object(number: int, line: str, readings: list["Reading"]) -> dict[str, Any]:
    return {
        "line": number,
        "source": line,
        "spoken": "".join(reading.spoken for reading in readings),
        "readings": [
            {
                "start": reading.span.start,
                "end": reading.span.end,
                "source": line[reading.span.start : reading.span.end],
                "spoken": reading.spoken,
                "rule": reading.rule,
                "confidence": reading.confidence,
                "alternatives": list(reading.alternatives),
            }
            for reading in readings
        ],
    }


def _print_table(lines: Iterator[tuple[str, list["Reading"]]]) -> None:
    from editions.speech import DOUBTFUL, PLAIN

    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for line, readings in lines:
        if not line.strip():
            continue
        click.echo(click.style(terminal.line(line), bold=True), color=colour)
        click.echo(click.style("  " + terminal.line("".join(r.spoken for r in readings)), fg="green"), color=colour)
        told = [reading for reading in readings if reading.rule != PLAIN]
        cells = [(terminal.line(line[r.span.start : r.span.end]), terminal.line(r.spoken).strip()) for r in told]
        widths = [min(_WIDEST, max((len(row[column]) for row in cells), default=0)) for column in (0, 1)]
        for reading, (written, said) in zip(told, cells, strict=True):
            row = f"    {written:<{widths[0]}}  →  {said:<{widths[1]}}  {reading.rule}{_doubt(reading)}"
            click.echo(click.style(row, fg="yellow") if reading.confidence < DOUBTFUL else row, color=colour)
        click.echo()


def _doubt(reading: "Reading") -> str:
    """The other readings, likeliest first, and how sure we are when we are not."""
    from editions.speech import DOUBTFUL

    others = f"  (ou : {' ; '.join(map(terminal.line, reading.alternatives))})" if reading.alternatives else ""
    return f"{others}  douteux" if reading.confidence < DOUBTFUL else others
