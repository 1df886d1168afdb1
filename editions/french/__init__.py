"""All that knows French: segmentation, readings, number words, print typography.

``segment(text)`` → spans of sentences; ``read(sentence)`` → ``Spoken``.
"""
