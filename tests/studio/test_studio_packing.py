from editions.speech import Clip
from editions.studio.packing import pack, unpack


def test_a_clip_comes_back_whole() -> None:
    clip = Clip(24_000, b"\x01\x02" * 50, ((0, 5), (7, 40)))
    assert unpack(pack(clip)) == clip
