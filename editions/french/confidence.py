"""How sure a reading is: one scale for all rules. Below ``speech.DOUBTFUL`` the editor is asked."""

SURE = 1.0
"""Nothing else can be meant; what a reading is that says nothing of it."""
LIKELY = 0.9
"""The form or the words around say so: hardly anything else is meant."""
PLAUSIBLE = 0.8
"""It is mostly so, and nothing around speaks against it."""
UNSURE = 0.6
"""It may well be something else: with its alternatives, listed for the editor."""
