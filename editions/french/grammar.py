"""The tables of the language that several rules look into; each says in its head what its lists are.

``DETERMINERS.words("plural")`` → *les*, *des*, *ces*…
"""

from editions.tables import Table

AGREEMENT = Table("grammar/agreement")
CALENDAR = Table("grammar/calendar")
CLAUSES = Table("grammar/clauses")
DETERMINERS = Table("grammar/determiners")
DOMAINS = Table("grammar/domains")
DOUBTS = Table("grammar/doubts")
ELISION = Table("grammar/elision")
NUMBERS = Table("grammar/numbers")
OUT_OF = Table("grammar/out_of")
PAIRS = Table("grammar/pairs")
QUANTITIES = Table("grammar/quantities")
SEGMENTATION = Table("grammar/segmentation")
