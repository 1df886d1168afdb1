"""Accessible editions from French press articles.

Articles flow one way: ``inputs`` → ``document`` → ``french`` (readings) → ``voices`` (clips) → ``audio``
(recordings) → ``outputs``. ``pipeline`` alone knows the order; ``CONTRIBUTING.md`` has the map.
"""

__version__ = "0.1.0"
