"""What the embedded voice says of each line of stdin by itself, past the readings and the pronunciation layer.

python score_pronunciation.py words --cmd 'python tests/tools/pronunciation/say_ipa.py'       before
python score_pronunciation.py words --cmd 'editions explain --ipa'                            after
"""

import sys

from editions.phonemes import phonemizer


def main() -> None:
    """Answer all."""
    for line in sys.stdin:
        print(phonemizer().ipa(line))


if __name__ == "__main__":
    main()
