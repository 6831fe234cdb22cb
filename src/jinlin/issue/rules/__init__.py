"""What is true of issues whatever is recorded; nothing here knows the store or the screen.

`statuses` is the heart: the one table of steps. `issues` has the words (urgency, channel,
satisfaction, kinds of steps) and the lengths of texts, `numbers` the numbers, `levels` the
ladder. `limits` and `urgencies` work out days, `danger` hears harm and danger in a title,
`departments` knows what people call them. `counts`, `durations` and `sides` say what is counted
in a period, how long it took, and by what it is told apart. Other rooms use `statuses`,
`numbers`, `levels`, `counts` and `durations`.
"""
