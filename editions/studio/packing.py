"""A clip of speech as bytes: the length of a header, the header as JSON, the samples.

unpack(pack(clip)) == clip
"""

import json
import struct

from editions.speech import Clip


def pack(clip: Clip) -> bytes:
    """The bytes of a clip."""
    header = json.dumps({"rate": clip.rate, "words": clip.words}).encode()
    return struct.pack(">I", len(header)) + header + clip.pcm


def unpack(content: bytes) -> Clip:
    """The clip of such bytes."""
    (length,) = struct.unpack_from(">I", content)
    header = json.loads(content[4 : 4 + length])
    return Clip(header["rate"], content[4 + length :], tuple((offset, sample) for offset, sample in header["words"]))
