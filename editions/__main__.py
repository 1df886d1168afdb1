"""``python -m editions``, the same as the ``editions`` command."""

from editions.cli import main

if __name__ == "__main__":
    main()
