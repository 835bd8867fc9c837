"""The charts' colours; the tests measure every claim made here.

BLUE, ORANGE, GREEN and SKY mean something. On white each has a contrast of 3 or more, as marks need, and all but SKY
4.5, as text needs. Any two of them are at least 10 apart (CIEDE2000) for people with any of the three kinds of colour
blindness, and in grey.
"""

INK, MUTED, RULE, PAPER = "#1b1f24", "#59616c", "#d5d9de", "#ffffff"
FAINT = "#eef0f3"  # a ground, or a country that nothing is said of
BLUE, ORANGE, GREEN, SKY = "#06356c", "#9c3806", "#108468", "#4a9bd4"
MEANING = (BLUE, ORANGE, GREEN, SKY)
KEPT = (PAPER, RULE, INK, MUTED, *MEANING, FAINT)  # by a picture of few colours
