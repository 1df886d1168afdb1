"""Articles that mean harm, or look as if they did; made here, so that nothing hostile lies about as a file.

``MADE``: those that must be made, whole; each ends with the word ``last(name)``, which every output must have.
``REFUSED``: those that must be refused in one line, and harm no other.
"""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

CONTENT = "word/document.xml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def last(name: str) -> str:
    """The last word of an article: letters alone, its own."""
    return "Fin" + "".join(letter for letter in name if letter.isalpha()).lower()


def told(title: str, body: str) -> Callable[[str], bytes]:
    """A text of that title and that body, and its last word."""
    return lambda name: f"{title}\n\nUn chapeau ordinaire.\n\n{body}\n\n{last(name)}.\n".encode(
        "utf-8", "surrogatepass"
    )


def page(head: str, body: str) -> Callable[[str], bytes]:
    """A web page with these in its head and in its article."""
    return lambda name: (
        f"<!doctype html><html><head><meta charset=utf-8><title>Page {name}</title>{head}</head><body><article>"
        f"<h1>Page {name}</h1>{body}<p>Une phrase ordinaire, puis {last(name)}.</p></article></body></html>"
    ).encode()


def word(inside: str, extra: dict[str, bytes] | None = None, prolog: str = "") -> Callable[[str], bytes]:
    """A document of Word with these paragraphs, and other entries in its archive."""

    def made(name: str) -> bytes:
        paragraphs = f"{_paragraph(f'Titre {name}')}{inside}{_paragraph(f'Texte ordinaire, puis {last(name)}.')}"
        document = f'<?xml version="1.0"?>{prolog}<w:document xmlns:w="{_W}"><w:body>{paragraphs}</w:body></w:document>'
        return archive({"[Content_Types].xml": _TYPES.encode(), CONTENT: document.encode(), **(extra or {})})

    return made


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def archive(entries: dict[str, bytes]) -> bytes:
    """A ZIP of these."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as content:
        for name, data in entries.items():
            content.writestr(name, data)
    return made.getvalue()


def png(width: int, height: int, data: bytes = b"") -> bytes:
    """A picture that says it is so large, whatever it holds."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


_PLAIN = "Une phrase ordinaire."
MADE: dict[str, Callable[[str], bytes]] = {
    "balises.txt": told('<b>Gras</b> & <img src=x onerror="alert(1)">', "<script>alert(1)</script> ]]> &amp; &lt;"),
    "cdata.txt": told("]]><x/>", "]]> <![CDATA[ coucou ]]> <!-- rien --> <?php echo 1 ?>"),
    "json.txt": told('Fin "}]}</script><script>', r'\u003cscript\u003e \" \\ </script> "]}'),
    "gabarit.txt": told("{{ 7 * 7 }} {% raw %}", "{{ config }} ${jndi:ldap://x} #{7*7} %s %(a)s {0} <%= 1 %>"),
    "formule.txt": told("=cmd|' /C calc'!A0", "=1+1\n\n+1+1\n\n@SUM(1)\n\n-2+3"),
    "etiquettes.txt": told("Titre; avec = et # et \\", "[CHAPTER]\nTIMEBASE=1/1000\nSTART=0"),
    "sous-titres.txt": told("00:00.000 --> 00:01.000", "WEBVTT\n\n00:00.000 --> 00:10.000\n\nNOTE rien"),
    "smil.txt": told("clip-begin=npt=0s", '<par><text src="../../etc/passwd"/></par>'),
    "chemin.txt": told("../../../../tmp/evade", _PLAIN),
    "antislash.txt": told("..\\..\\windows\\system32", _PLAIN),
    "reserve.txt": told("CON", _PLAIN),
    "reserve-aux.txt": told("aux.txt.", _PLAIN),
    "points.txt": told("...", _PLAIN),
    "long.txt": told("Titre " + "très " * 300, _PLAIN),
    "mot-long.txt": told("Un mot", "a" * 30_000),
    "droite-a-gauche.txt": told("Titre \u202egpj.exe", "Texte \u202e retourné \u2066 et \u2069 encore."),
    "hebreu.txt": told("Titre שלום", "Un mot العربية dans la phrase."),
    "combinants.txt": told("Z" + "\u0351" * 300 + "algo", "e" + "\u0301\u0302\u0303" * 5 + " fin."),
    "invisibles.txt": told("Titre\u200b\u2060\ufeff coupé", "mot\u200bcoupé\u00adlà \u200d\u200c."),
    "controles.txt": told("Titre \x1b[31mrouge\x07", "bip \x07 retour \x08 effacé \x1b]0;x\x07 \x9b31m."),
    "lignes.txt": told("Fins", "une\u2028deux\u2029trois\x0bquatre\x0ccinq\x85six"),
    "nul.txt": told("Nuls", "avant \x00 après"),
    "astral.txt": told("𝕋itre 👩‍👩‍👧‍👦", "𝟙𝟚𝟛 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇫🇷 𠮷 et \U0010fffd."),
    "chiffres.txt": told("Grands nombres", "9" * 5_000 + " et " + "1," * 2_000 + "5 et 1e309 et -0,000"),
    "dates.txt": told("Le 31 février 2025", "99/99/9999, 25h61, 00h00, 1er janvier -44, an 10000."),
    "romains.txt": told("IIII", "M" * 500 + " et " + "IVX" * 300 + "."),
    "ponctuation.txt": told("Points", "!?" * 3_000 + " " + "…" * 500 + " " + "«" * 300),
    "apostrophes.txt": told("S' s'", "s'" * 300 + " " + "lorsqu'" * 200 + " " + "M. " * 400 + " " + "S.N.C.F." * 100),
    "crochets.txt": told("[[b'ɔ̃ʒuʁ]]", "[[fr]] <speak><break time='9999s'/></speak> [pause 9999s] [pause]"),
    "tirets.txt": told("Tirets", "a-" * 1_000 + " " + "—" * 500),
    "espaces.txt": told("Espaces", "mot" + " " * 50_000 + "mot" + "\t" * 5_000 + "mot"),
    "guillemets.txt": told("« Non fermé", "« un « deux « trois \" quatre ' cinq “ six"),
    "latin.txt": lambda name: f"Titre été\n\nUn chapeau.\n\nÀ Noël, œuvre à 5 €, {last(name)}.\n".encode("cp1252"),
    "utf16.txt": lambda name: f"Titre été\n\nUn chapeau.\n\nÀ Noël, {last(name)}.\n".encode("utf-16"),
    "profond.html": page("", "<div>" * 3_000 + f"<p>{_PLAIN}</p>" + "</div>" * 3_000),
    "scripts.html": page("<base href='file:///etc/'><meta http-equiv=refresh content='0;url=//x'>",
                         f"<script>document.write('caché')</script><p onclick=alert(1)>{_PLAIN}</p>"
                         "<a href='javascript:alert(1)'>ici</a><iframe src='file:///etc/passwd'></iframe>"),
    "images.html": page("", "<img src='file:///etc/passwd' alt='clé'><img src='../../../etc/passwd' alt='deux'>"
                            "<img src='http://169.254.169.254/' alt='trois'>"),
    "attributs.html": page("", f"<p title='{'x' * 100_000}' {'a=1 ' * 5_000}>{_PLAIN}</p>"),
    "svg.html": page("", f"<svg onload=alert(1)><script>1</script></svg><math><mi>x</mi></math><p>{_PLAIN}</p>"),
    "entites.html": page("", "<p>&#0; &#x110000; &#xD800; &nbsp;&shy; &bogus; &copy fini</p>"),
    "crochets.md": told("# Crochets", "[" * 5_000 + "\n\n" + "![" * 1_000),
    "citations.md": told("# Citations", "> " * 500 + "profond"),
    "etoiles.md": told("# Étoiles", "*" * 5_000 + " a " + "_" * 5_000 + " " + "`" * 3_000),
    "liens.md": told("# Liens", "[clic](javascript:alert(1)) [deux](file:///etc/passwd) <img src=x onerror=alert(1)>"),
    "image-locale.md": told("# Image", "![clé](/etc/passwd)\n\n![deux](../../../etc/passwd)\n\n![trois](grande.png)"),
    "tableau.md": told("# Tableau", "|" + " a |" * 80 + "\n|" + "-|" * 80 + "\n" + ("|" + " b |" * 80 + "\n") * 30),
    "commentaire.md": told("# Commentaire", "avant <!-- jamais fermé"),
    "entete.md": lambda name: f"---\ntitle: !!python/object/apply:os.system [x]\n---\n\nTexte, {last(name)}.".encode(),
    "externe.docx": word(_paragraph("Texte"), {"word/_rels/document.xml.rels": (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" '
        b'TargetMode="External"/></Relationships>')}),
    "glisse.docx": word(_paragraph("Texte"), {"../../evade.txt": b"dehors", "/tmp/evade": b"dehors"}),
    "tables.docx": word("<w:tbl><w:tr><w:tc>" * 60 + _paragraph("Au fond") + "</w:tc></w:tr></w:tbl>" * 60),
}  # fmt: skip
REFUSED: dict[str, Callable[[str], bytes]] = {
    "vide.txt": lambda _: b"",
    "blancs.txt": lambda _: b" \n\t\n\xc2\xa0\n",
    "signes.txt": lambda _: "***\n\n…\n\n— ! ?\n".encode(),
    "programme.txt": lambda _: b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40,
    "zip.txt": lambda _: archive({"a": b"x" * 1000}),
    "image.txt": lambda _: png(10, 10),
    "bombe.docx": lambda _: archive({"[Content_Types].xml": _TYPES.encode(), CONTENT: b" " * 300_000_000}),
    "entite.docx": word(_paragraph("A&e;B"), prolog='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
    "rires.docx": word(_paragraph("&c;"), prolog=(
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 5_000 + '"><!ENTITY c "' + "&b;" * 5_000 + '">]>')),
    "tronque.docx": lambda name: word(_paragraph("Texte"))(name)[:-80],
    "autre.docx": lambda _: archive({"xl/workbook.xml": b"<workbook/>"}),
    "faux.docx": lambda _: b"{\\rtf1 bonjour}",
    "faux.odt": lambda _: archive({"mimetype": b"application/zip"}),
    "mal-forme.docx": lambda _: archive({"[Content_Types].xml": _TYPES.encode(), CONTENT: b"<w:document><w:body>"}),
}  # fmt: skip


def write(folder: Path) -> None:
    """All of them, and beside them what they would reach for: a picture too large, a link out, a queue, a folder."""
    for name, made in {**MADE, **REFUSED}.items():
        (folder / name).write_bytes(made(name))
    (folder / "grande.png").write_bytes(png(60_000, 60_000))
    (folder / "dossier.txt").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "file.txt")
        (folder / "boucle.txt").symlink_to("boucle.txt")


SPECIAL = ("dossier.txt", "file.txt", "boucle.txt")
"""What ``write`` makes that is no file: refused too."""
