"""What every computed word of a built page must say, from what the page itself tells of it.

A bound word carries its kind, the quantities it rests on and its arguments. Who has these, the
csv and yaml files of the wave and the published results can say what the word must be: that is
what is done here, through `oracle`, with nothing of the package. Words for a quantity, as *ruim
een vijfde*, are held against the range that they claim; those of a reconstruction against what
documents said, by the claims alone; those of a table of a document against its files, with
formulas and limits of rounding that are worked out a second time. What a study publishes of its
example is asked of the study itself, whose own tests work it out.
"""
