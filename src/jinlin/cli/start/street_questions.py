"""What only the street office can answer: `jinlin init --questions`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.files.shipped import shipped
from jinlin.core.i18n import _, speaking
from jinlin.core.text import shown


def show_questions(call: Call) -> None:
    """Print the list, to be taken along or read out on the telephone."""
    language = speaking()
    asked = [
        {"ask": item["ask"][language], "question": item[language], "why": item["why"][language]}
        for item in shipped("cli/questions.toml")["question"]
    ]
    stdout = call.environment.stdout
    if call.json:
        from jinlin.output.listing.formats import json_document

        stdout.flush()
        stdout.buffer.write(json_document(asked))
        stdout.buffer.flush()
        return
    lines = [_("To ask the street office (no source answers it for your place):")]
    for number, item in enumerate(asked, 1):
        lines += ["", f"{number}. [{item['ask']}] {item['question']}"]
        lines.append(_("   Where it goes: {why}").format(why=item["why"]))
    stdout.write(shown("\n".join(lines)) + "\n")
