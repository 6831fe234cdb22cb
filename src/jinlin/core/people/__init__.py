"""Names, phones and identity numbers as people write them, without knowing anybody.

Read `surnames` and `nobody` (what is a name and what is none), `namelike` and
`forms_of_address` (people in a sentence, over `folding`), `parties` and `firm_words` (an
organisation or a person), `pinyin`, `wholenames` (a masked name is none), `phone`, `idnumber`.
"""
