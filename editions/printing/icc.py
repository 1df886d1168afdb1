"""Colour profiles made from their definitions, without third-party data (ICC.1:2001-04, profile version 2.1)."""

import struct

_D50 = (0.9642, 1.0, 0.8249)
_SRGB_COLOURS = ((0.4360, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))
"""Red, green and blue of IEC 61966-2-1, adapted to D50."""


def gray_press(dot_gain: float = 0.15) -> bytes:
    """Black ink on white paper: an output profile with a parabolic dot gain, ``dot_gain`` at 50 %."""
    curve = []
    for level in range(256):
        ink = 1 - level / 255
        area = min(1.0, ink + 4 * dot_gain * ink * (1 - ink))
        curve.append((1 - area) + area * 0.02)  # solid black still reflects 2 %
    tags = {b"desc": _description(f"Black ink, dot gain {dot_gain:.0%}"), b"wtpt": _xyz(_D50), b"kTRC": _curve(curve)}
    return _profile(b"prtr", b"GRAY", tags)


def srgb() -> bytes:
    """The screen's usual colours, for photographs in the file that is read on a screen."""
    curve = _curve(
        [(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4) for v in (i / 1023 for i in range(1024))]
    )
    tags = {b"desc": _description("sRGB (IEC 61966-2-1)"), b"wtpt": _xyz(_D50)}
    for name, colour in zip((b"r", b"g", b"b"), _SRGB_COLOURS, strict=True):
        tags[name + b"XYZ"] = _xyz(colour)
        tags[name + b"TRC"] = curve
    return _profile(b"mntr", b"RGB ", tags)


def _profile(kind: bytes, space: bytes, tags: dict[bytes, bytes]) -> bytes:
    tags = {**tags, b"cprt": b"text\0\0\0\0No copyright, use freely\0"}
    body, table, places = b"", struct.pack(">I", len(tags)), dict[bytes, int]()
    start = 128 + 4 + 12 * len(tags)
    for signature, data in tags.items():
        if data not in places:
            body += b"\0" * (-len(body) % 4)
            places[data] = start + len(body)
            body += data
        table += struct.pack(">4sII", signature, places[data], len(data))
    body += b"\0" * (-len(body) % 4)
    header = bytearray(128)
    struct.pack_into(">I4sI4s4s4s", header, 0, start + len(body), b"\0" * 4, 0x02100000, kind, space, b"XYZ ")
    struct.pack_into(">6H", header, 24, 2000, 1, 1, 0, 0, 0)
    header[36:40] = b"acsp"
    header[68:80] = b"".join(_fixed(value) for value in _D50)
    return bytes(header) + table + body


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(_fixed(value) for value in values)


def _curve(values: list[float]) -> bytes:
    words = [max(0, min(65535, round(value * 65535))) for value in values]
    return b"curv\0\0\0\0" + struct.pack(f">I{len(words)}H", len(words), *words)


def _description(text: str) -> bytes:
    data = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(data)) + data + b"\0" * 8 + struct.pack(">HB", 0, 0) + b"\0" * 67
