"""``report/readings.html``: one page that an editor proofreads in two minutes, without any external request.

First what needs a decision (remarks on the articles, doubtful readings in their sentences), then every sentence of
every article with what is said beside what is written. One list item is one sentence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib import resources
from typing import Any

from editions.outputs.report.doubts import Doubt, doubts
from editions.outputs.report.roles import left_out, role

_FIRST_WORDS = 4
"""Of a sentence, in the name of its button."""
_SHOWN = 3
"""Sentences of one doubt that are shown at once; the others are one click away."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")

Values = Mapping[str, Any]


def page(values: Values) -> Iterator[str]:
    """The lines of the HTML for the values of ``entries.report``, one by one: hundreds of articles make megabytes."""
    assets = resources.files("editions.assets.report")
    style = assets.joinpath("style.css").read_text(encoding="utf-8")
    script = assets.joinpath("play.js").read_text(encoding="utf-8")
    title = f"Lectures — {values['title']}"
    found = list(doubts(values))
    yield f"""<!DOCTYPE html>
<html lang="{escape(values["language"])}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{escape(title)}</title>
<style>
{style}</style>
</head>
<body>
<nav aria-label="Dans cette page">
<a href="#doubtful">À vérifier : {len(found)}</a> <a href="#all">Toutes les lectures</a>
</nav>
<main>
<h1>{escape(title)}</h1>"""
    yield from _remarks(values)
    yield from left_out(values)
    yield from _doubtful(found, values)
    yield from _articles(values["articles"])
    yield f"""</main>
<p id="status" role="status"></p>
<script>
{script}</script>
</body>
</html>"""


def _remarks(values: Values) -> Iterator[str]:
    """What was noticed while reading the edition and its articles: it must not hide in a closed list."""
    found = [*values["findings"], *(finding for article in values["articles"] for finding in article["findings"])]
    if not found:
        return
    yield f'<section aria-labelledby="remarks"><h2 id="remarks">Signalé à la lecture : {len(found)}</h2><ul>'
    for finding in found:
        place = f"{finding['place']} : " if finding["place"] else ""
        yield f"<li>{escape(place)}{escape(finding['message'])}</li>"
    yield "</ul></section>"


def _doubtful(found: Sequence[Doubt], values: Values) -> Iterator[str]:
    places = sum(len(doubt.places) for doubt in found)
    more = f" <small>(dans {places} passages)</small>" if places > len(found) else ""
    yield f'<section aria-labelledby="doubtful"><h2 id="doubtful">À vérifier : {len(found)}{more}</h2>'
    if not found:
        yield "<p>Aucune lecture douteuse.</p></section>"
        return
    yield (
        "<ul><li>La lecture est juste : rien à faire.</li>"
        "<li>Elle est fausse : copiez la bonne ligne, collez-la dans le fichier <code>lexicon.tsv</code>, à côté des "
        "articles (créez-le s’il manque), puis relancez <code>editions build</code>.</li>"
        "<li>La bonne n’est pas proposée : collez une ligne et récrivez ce qui suit la tabulation.</li></ul>"
    )
    if len(found) > 1:
        lines = "".join(doubt.lines(doubt.choices[0]) for doubt in found if doubt.choices)
        yield (
            "<p>Pour ne plus être interrogé, collez dans le lexique toutes les lectures telles qu’elles sont dites : "
            f'<button data-copy="{escape(lines)}">Copier les {len(found)} lectures</button></p>'
        )
    titles = {article["slug"]: article["title"] for article in values["articles"]}
    for doubt in found:
        yield from _card(doubt, titles)
    yield "</section>"


def _card(doubt: Doubt, titles: Mapping[str, str]) -> Iterator[str]:
    said = doubt.choices[0] if doubt.choices else ""
    heading = f"« {escape(doubt.written)} » : " + (f"lu « {escape(said)} »" if said else "non lu")
    times = f" <small>({len(doubt.places)} fois)</small>" if len(doubt.places) > 1 else ""
    yield f'<article class="card"><h3>{heading}{times}</h3>'
    shown = [_place(place, titles[place["article"]]) for place in doubt.places]
    yield f'<ul role="list">{"".join(shown[:_SHOWN])}</ul>'
    if shown[_SHOWN:]:
        more = len(shown) - _SHOWN
        yield f"<details><summary>{more} autre{'s' if more > 1 else ''} phrase{'s' if more > 1 else ''}</summary>"
        yield f'<ul role="list">{"".join(shown[_SHOWN:])}</ul></details>'
    for choice in doubt.choices:
        line = doubt.lines(choice)
        yield (
            f'<p class="line"><code>{escape(line.strip())}</code> <button data-copy="{escape(line)}">Copier'
            f'<span class="aside"> la ligne : {escape(doubt.written)}, {escape(choice)}</span></button></p>'
        )
    yield "</article>"


def _place(place: Values, title: str) -> str:
    """One sentence in which a doubt stands."""
    sound = f' data-audio="{escape(place["audio"])}"' if "audio" in place else ""
    source = "titre" if place["text"].strip() == title else title
    text = f"<p>{_marked(place, [place])} <small>{escape(source)}</small></p>"
    return f"<li{sound}>{_button(place)}{_alone(place)}{text}</li>"


def _articles(articles: Iterable[Values]) -> Iterator[str]:
    yield '<section aria-labelledby="all"><h2 id="all">Toutes les lectures</h2>'
    yield "<p>Ce qui est dit est entre crochets, après ce qui est écrit. <button data-open>Tout déplier</button></p>"
    with_sound = any("audio" in sentence for article in articles for sentence in article["sentences"])
    for article in articles:
        sentences = article["sentences"]
        count = sum(len(sentence["readings"]) for sentence in sentences)
        audio = next((sentence["audio"] for sentence in sentences if "audio" in sentence), "")
        heading = f"<h3>{escape(article['title'])} <small>({count})</small></h3>"
        yield f'<details data-audio="{escape(audio)}"><summary>{heading}</summary><ol role="list">'
        before: Values = {}
        for sentence in sentences:
            mute = " <small>(sans son)</small>" if with_sound and "audio" not in sentence else ""
            said = _marked(sentence, sentence["readings"], spoken=True)
            words = "".join(_alone(reading) for reading in sentence["readings"] if "ipa" in reading)
            yield f"<li>{_button(sentence)}{words}<p>{role(sentence, before)}{said}{mute}</p></li>"
            before = sentence
        yield "</ol></details>"
    yield "</section>"


def _marked(sentence: Values, readings: Sequence[Values], spoken: bool = False) -> str:
    """The sentence, what is read differently marked in it; with ``spoken``, followed by what is said."""
    parts, done = [], 0
    for reading in readings:
        start, end = reading["at"], reading["at"] + len(reading["written"])
        ipa = f" {reading['ipa']}" if "ipa" in reading else ""
        said = f" <i>{escape(reading['spoken'].strip() + ipa)}</i>" if spoken else ""
        parts.append(f"{_text(sentence, done, start)}<mark>{_text(sentence, start, end)}</mark>{said}")
        done = end
    return "".join(parts) + _text(sentence, done, len(sentence["text"].rstrip()))


def _text(sentence: Values, start: int, end: int) -> str:
    """A stretch of the sentence, its foreign parts told apart for screen readers."""
    parts, text = [], sentence["text"]
    for first, last, language in sentence.get("languages", ()):
        first, last = max(first, start), min(last, end)
        if first < last and _LANGUAGE.fullmatch(language):
            parts.append(f'{escape(text[start:first])}<span lang="{language}">{escape(text[first:last])}</span>')
            start = last
    return "".join(parts) + escape(text[start:end])


def _button(sentence: Values) -> str:
    if "audio" not in sentence:
        return ""
    words = " ".join(sentence["text"].split()[:_FIRST_WORDS])
    cue = f"{sentence['start']} {sentence['end']}"
    return f'<button data-cue="{cue}"><b>Écouter</b><span class="aside"> : {escape(words)}</span></button>'


def _alone(reading: Values) -> str:
    """A button for the reading alone, which the recording has among its neighbours."""
    if "heard" not in reading:
        return ""
    start, end = reading["heard"]
    return f'<button data-cue="{start} {end}"><b>Écouter</b> « {escape(reading["written"])} »</button>'
