"""Keep the Chinese catalogue true to the code.

python scripts/catalogue.py update [FRAGMENT.po …]   add new messages, drop stale ones
python scripts/catalogue.py compile                  make the .mo files, to run from the source
python scripts/catalogue.py check                    fail when anything is missing or stale
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "jinlin"
PO = SOURCE / "locale" / "zh_CN" / "LC_MESSAGES" / "jinlin.po"
KEYWORDS = frozenset({"_", "N_"})


def messages_in_code() -> Catalog:
    """Return every message id the code marks, also within f-strings, where Babel finds none."""
    template = Catalog(charset="utf-8")
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=called), args=[ast.Constant(value=str(text))]):
                    if called in KEYWORDS and text:
                        template.add(text)
    return template


def read(path: Path) -> Catalog:
    """Read one catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale="zh_CN", charset="utf-8")


def update(fragments: list[Path]) -> None:
    """Bring the catalogue up to date, with translations from fragments."""
    known = {
        m.id: m.string
        for path in [*fragments, PO]
        if path.exists()
        for m in read(path)
        if m.id and m.string
    }
    catalogue = Catalog(locale="zh_CN", project="jinlin", charset="utf-8", fuzzy=False)
    missing = []
    for message in messages_in_code():
        if message.id:
            catalogue.add(message.id, known.get(message.id) or "")
            if not known.get(message.id):
                missing.append(message.id)
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, omit_header=False)
    text = PO.read_text("utf-8")
    PO.write_text("\n".join(line for line in text.split("\n") if "-Date:" not in line), "utf-8")
    print(f"{len(list(catalogue)) - 1} messages, {len(missing)} without Chinese")
    for message_id in missing:
        print(f"  {message_id!r}")


def compile_all() -> None:
    """Compile the catalogues beside their sources."""
    for po in SOURCE.glob("locale/*/LC_MESSAGES/*.po"):
        draft = po.with_suffix(".mo.new")
        with draft.open("wb") as file:
            write_mo(file, read(po))
        draft.replace(po.with_suffix(".mo"))  # a command that runs meanwhile reads the old one


def problems() -> list[str]:
    """Return what is untranslated, fuzzy or stale."""
    wanted = {m.id for m in messages_in_code() if m.id}
    catalogue = {m.id: m for m in read(PO) if m.id}
    return [
        *(f"not in the catalogue: {i!r}" for i in sorted(wanted - catalogue.keys(), key=str)),
        *(f"stale: {i!r}" for i in sorted(catalogue.keys() - wanted, key=str)),
        *(f"untranslated: {i!r}" for i, m in catalogue.items() if not m.string),
        *(f"fuzzy: {i!r}" for i, m in catalogue.items() if m.fuzzy),
    ]


def main() -> None:
    """Run one of the three verbs."""
    match sys.argv[1:]:
        case ["update", *fragments]:
            update([Path(name) for name in fragments])
        case ["compile"]:
            compile_all()
        case ["check"]:
            found = problems()
            print("\n".join(found) or "the catalogue is complete")
            sys.exit(bool(found))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
