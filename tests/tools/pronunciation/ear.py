"""What eSpeak NG makes of a text: its own phonemes, by the wheel's data or by a dictionary compiled here.

``Ear()`` hears the voice as it is sold. ``Ear(sources)`` hears it without English: upstream's ``dictsource`` of the
wheel's version (1.52.0: it compiles to the very bytes of the wheel's ``fr_dict``), less the rules that hand a word to
the English voice. That is how a French reader without a dictionary says a name.
"""

import ctypes
import os
import re
import shutil
import tempfile
from pathlib import Path

import espeakng_loader

UTF8, IPA = 1, 2
_TO_ENGLISH = re.compile(r"_\^_en", re.IGNORECASE)
_PHONEME_FILES = ("phontab", "phonindex", "phondata", "intonations", "en_dict", "fr_dict")


class Ear:
    """A French voice's phonemes; one for each process, as the library has one set of data."""

    def __init__(self, sources: Path | None = None) -> None:
        """``sources``: folder with ``fr_rules``, ``fr_list``, ``fr_emoji``."""
        self._library = ctypes.CDLL(str(espeakng_loader.get_library_path()))
        data = Path(espeakng_loader.get_data_path()) if sources is None else _own_data()
        self._library.espeak_Initialize(2, 0, os.fsencode(data if sources else data.parent), 0)
        self._library.espeak_SetVoiceByName(b"fr")
        if sources is not None:
            folder = f"{_without_english(sources)}/"
            self._library.espeak_ng_CompileDictionary(os.fsencode(folder), b"fr", None, 0, None)
            self._library.espeak_SetVoiceByName(b"fr")
        self._phonemes = self._library.espeak_TextToPhonemes
        self._phonemes.restype = ctypes.c_char_p
        self._phonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]

    def hears(self, text: str) -> str:
        """IPA, with ``(en)`` where the voice turns English."""
        rest = ctypes.c_char_p(text.encode())
        parts = []
        while rest.value is not None:
            parts.append((self._phonemes(ctypes.byref(rest), UTF8, IPA) or b"").decode())
        return " ".join(" ".join(parts).split())


def _own_data() -> Path:
    """A folder of data in which the dictionary can be replaced."""
    wheel = Path(espeakng_loader.get_data_path())
    folder = Path(tempfile.mkdtemp()) / "espeak-ng-data"
    folder.mkdir()
    for name in _PHONEME_FILES:
        shutil.copy(wheel / name, folder)
    for name in ("lang", "voices"):
        shutil.copytree(wheel / name, folder / name)
    return folder


def _without_english(sources: Path) -> Path:
    """The French sources less every line that leads to the English voice."""
    folder = Path(tempfile.mkdtemp())
    for name in ("fr_rules", "fr_list", "fr_emoji"):
        lines = (sources / name).read_text(encoding="utf-8").splitlines(keepends=True)
        (folder / name).write_text("".join(x for x in lines if not _TO_ENGLISH.search(x)), encoding="utf-8")
    return folder
