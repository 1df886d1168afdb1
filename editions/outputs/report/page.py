"""``report/readings.html``: one page that an editor proofreads in two minutes, without any external request."""

from collections.abc import Iterator
from html import escape
from importlib import resources
from typing import Any


def page(values: dict[str, Any]) -> str:
    """The HTML text for the values of ``entries.report``."""
    assets = resources.files("editions.assets.report")
    style = assets.joinpath("style.css").read_text(encoding="utf-8")
    script = assets.joinpath("play.js").read_text(encoding="utf-8")
    title = f"Lectures — {values['title']}"
    body = "\n".join((*_doubtful(values["doubtful"]), *_articles(values["articles"])))
    return f"""<!DOCTYPE html>
<html lang="{escape(values["language"])}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{escape(title)}</title>
<style>
{style}</style>
</head>
<body>
<main>
<h1>{escape(title)}</h1>
{body}
</main>
<p id="status" role="status"></p>
<script>
{script}</script>
</body>
</html>
"""


def _doubtful(entries: list[dict[str, Any]]) -> Iterator[str]:
    """Cards of what to decide: the same doubt in ten sentences is one card."""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for entry in entries:
        groups.setdefault((entry["written"], entry["spoken"]), []).append(entry)
    yield f'<section aria-labelledby="doubtful"><h2 id="doubtful">À vérifier : {len(groups)}</h2>'
    if not groups:
        yield "<p>Aucune lecture douteuse.</p>"
    else:
        yield (
            "<p>Pour changer une lecture, collez sa ligne dans <code>lexicon.tsv</code>, à côté des articles, et "
            "corrigez la deuxième colonne. Laissez les autres telles quelles.</p>"
        )
    for group in groups.values():
        yield from _card(group)
    yield "</section>"


def _card(group: list[dict[str, Any]]) -> Iterator[str]:
    entry = group[0]
    times = f" <small>({len(group)} fois)</small>" if len(group) > 1 else ""
    yield f'<article class="card"><h3>« {escape(entry["written"])} »{times}</h3>'
    yield f"<p>{_marked(entry, [entry])} {_button(entry)}</p>"
    yield f"<p>Lu : <strong>{escape(entry['spoken'].strip() or '(rien)')}</strong>{_otherwise(entry)}</p>"
    for choice in [entry["spoken"], *entry["alternatives"]]:
        line = f"{entry['written']}\t{choice.strip()}"
        yield (
            f'<p class="line"><code>{escape(line)}</code> '
            f'<button type="button" data-copy="{escape(line)}">Copier<span class="aside"> la ligne : '
            f"{escape(choice.strip())}</span></button></p>"
        )
    yield "</article>"


def _otherwise(entry: dict[str, Any]) -> str:
    if not entry["alternatives"]:
        return ""
    return f" ; peut-être : {escape(', '.join(entry['alternatives']))}"


def _articles(articles: list[dict[str, Any]]) -> Iterator[str]:
    yield '<section aria-labelledby="all"><h2 id="all">Toutes les lectures</h2>'
    for article in articles:
        count = sum(len(sentence["readings"]) for sentence in article["sentences"])
        yield f"<details><summary>{escape(article['title'])} <small>({count})</small></summary>"
        for finding in article["findings"]:
            yield f"<p>Attention : {escape(finding['place'])} : {escape(finding['message'])}</p>"
        yield "<ol>"
        for sentence in article["sentences"]:
            yield f"<li><p>{_marked(sentence, sentence['readings'])} {_button(sentence)}</p>{_table(sentence)}</li>"
        yield "</ol></details>"
    yield "</section>"


def _table(sentence: dict[str, Any]) -> str:
    if not sentence["readings"]:
        return ""
    rows = "".join(
        f"<tr><td>{escape(r['written'])}</td><td>{escape(r['spoken'])}</td><td>{escape(r['rule'])}</td></tr>"
        for r in sentence["readings"]
    )
    head = "<thead><tr><th scope=col>Écrit</th><th scope=col>Lu</th><th scope=col>Règle</th></tr></thead>"
    return f"<table>{head}<tbody>{rows}</tbody></table>"


def _marked(sentence: dict[str, Any], readings: list[dict[str, Any]]) -> str:
    """The sentence, what is read differently marked in it."""
    parts, done, text = [], 0, sentence["text"]
    for reading in readings:
        start, end = reading["at"], reading["at"] + len(reading["written"])
        parts.append(f"{escape(text[done:start])}<mark>{escape(text[start:end])}</mark>")
        done = end
    return "".join(parts) + escape(text[done:].rstrip())


def _button(sentence: dict[str, Any]) -> str:
    if "audio" not in sentence:
        return ""
    words = " ".join(sentence["text"].split()[:6])
    return (
        f'<button type="button" data-audio="{escape(sentence["audio"])}" data-start="{sentence["start"]}" '
        f'data-end="{sentence["end"]}">Écouter<span class="aside"> : {escape(words)}…</span></button>'
    )
