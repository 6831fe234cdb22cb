"""Both languages are whole, and fit the screen."""

from __future__ import annotations

import gettext
import io
import re
import string
import struct
import sys
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from house.sources import SOURCE, commands_in_docs, script

import jinlin
from jinlin.core import i18n
from jinlin.core.text import width
from jinlin.core.word import Word

COLUMNS = 80
REPEATED = re.compile(r"  \S+…  ")
"""The label of an argument that may be repeated."""


@cache
def chinese() -> Catalog:
    catalogue: Catalog = script("catalogue").read(script("catalogue").PO)
    return catalogue


def test_the_catalogue_is_complete() -> None:
    assert script("catalogue").problems() == []


def test_messages_within_f_strings_are_found_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pages.py").write_text(
        "title = f\"# {_('Red stewards')}\" + N_('a' 'b')\n", "utf-8"
    )
    monkeypatch.setattr(script("catalogue"), "SOURCE", tmp_path)
    assert {m.id for m in script("catalogue").messages_in_code() if m.id} == {"Red stewards", "ab"}


FIGURES = (
    "amount|count|days?|doors|due|floor|heads|items?|left|most|net|persons|position|present|round"
    "|rows?|seats|since|stop|times?|total|until|version|votes|years?"
)
"""Places of messages that hold figures or days wherever they stand."""
FIGURE = rf"(?:\{{(?:{FIGURES})\}}|(?<![\w#@-])\d[\d.,:%/-]*(?![\dA-Za-z#]))"
BLANK = re.compile(rf"[\u4e00-\u9fff] +{FIGURE}|{FIGURE} +[\u4e00-\u9fff]")
TYPED = re.compile(r"--|jinlin |fund |\b(?:3-1-502|M?12) ")
"""What is in a clause that shows something to type, where blanks part words."""


def test_no_blank_stands_between_chinese_and_figures() -> None:
    loose = [
        clause
        for message in chinese()
        for clause in re.split(r"[，。；、：（）|“”\n！？]", str(message.string))
        if message.id and not TYPED.search(clause) and BLANK.search(clause)
    ]
    assert loose == []
    assert BLANK.search("应到 5 人")
    assert BLANK.search("共 {count} 件")
    assert not BLANK.search("M12 已确认，第3号楼，编码为 UTF-8 的")


def test_nor_in_the_texts_of_package_data() -> None:
    loose = re.compile(rf"{BLANK.pattern}|编号 +\{{")
    texts = [
        (path.name, line)
        for path in SOURCE.rglob("*.toml")
        if path.name != "examples.toml"  # lines to be typed
        for line in path.read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    assert [(name, line) for name, line in texts if loose.search(line)] == []
    assert loose.search("（编号 {number}）")


def test_a_law_stands_in_its_marks_and_its_articles_in_chinese_numerals() -> None:
    texts = [str(message.string) for message in chinese() if message.id]
    texts += [
        line
        for path in SOURCE.rglob("*.toml")
        for line in path.read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    loose = re.compile(
        r"(?<!《)(?<!共和国)民法典|(?:法|法典|条例|规定)》? ?第 ?\d|(?:法|法典|条例)第[一二三四五六七八九十百]+条"
    )
    assert [text for text in texts if loose.search(text)] == []


def places(text: str) -> set[str]:
    return {field for _text, field, _spec, _conversion in string.Formatter().parse(text) if field}


def test_a_translation_has_the_places_of_its_message() -> None:
    wrong = [
        (message.id, message.string)
        for message in chinese()
        if message.string and places(str(message.id)) != places(str(message.string))
    ]
    assert wrong == []


def test_the_installed_catalogue_is_the_one_in_the_source() -> None:
    installed = Path(jinlin.__file__).parent / "locale" / "zh_CN" / "LC_MESSAGES" / "jinlin.mo"
    compiled = io.BytesIO()
    write_mo(compiled, chinese())
    with installed.open("rb") as file:
        kept = gettext.GNUTranslations(file)
    wanted = gettext.GNUTranslations(io.BytesIO(compiled.getvalue()))
    ids = [str(message.id) for message in chinese() if message.id]
    assert [(i, kept.gettext(i)) for i in ids if kept.gettext(i) != wanted.gettext(i)] == []


def test_each_sentence_is_found_as_gettext_finds_it() -> None:
    path = i18n.LOCALE_DIR / "zh_CN" / "LC_MESSAGES" / "jinlin.mo"
    with path.open("rb") as file:
        wanted = gettext.GNUTranslations(file)
    found = i18n.catalogue("zh")
    ids = [str(message.id) for message in chinese() if message.id]
    around = ["!", ids[0][:-1], ids[-1] + "~", "\U0010ffff", "not in it"]
    said = [(each, found.say(each), wanted.gettext(each)) for each in [*ids, *around]]
    assert [one for one in said if one[1] != one[2]] == []


def test_a_catalogue_of_the_other_byte_order_is_read_too() -> None:
    texts = [(b"", b"head"), (b"a", "甲".encode()), (b"b", b"x")]
    at, words, tables = 28 + 16 * len(texts), b"", [b"", b""]
    for pair in texts:
        for number, text in enumerate(pair):
            tables[number] += struct.pack(">2I", len(text), at + len(words))
            words += text + b"\0"
    head = struct.pack(">7I", 0x950412DE, 0, len(texts), 28, 28 + 8 * len(texts), 0, 0)
    found = i18n.Catalogue(head + tables[0] + tables[1] + words)
    assert [found.say(each) for each in ("a", "b", "c")] == ["甲", "x", "c"]


KNOWN_IN_CHINESE = {
    "jinlin", "csv", "xlsx", "xls", "Excel", "Word", "WPS", "Markdown", "JSON", "TOML", "ID", "zh",
    "en", "all", "yes", "fen", "yuan", "NAME", "Open311", "wd", "zmh", "lxy",
    "SQL", "SELECT", "WITH", "Tab", "ODK", "Kobo", "age",
}  # fmt: skip
"""Latin words that Chinese users read as they are."""


def stray(page: str, words: set[str]) -> list[str]:
    """Return the English words of a Chinese page that are not something to type."""
    text = re.sub(r"(?<![\w-])--?[a-z][a-z-]*", " ", page)  # options
    text = re.sub(r"\.[a-z]{2,5}\b", " ", text)  # file endings
    text = re.sub(r"\{[a-z_]+\}", " ", text)  # places of a template
    text = re.sub(r"\S+=[a-z_]+", " ", text)  # a field named for a header: 门号=room
    text = re.sub(r"[\w-]+(\|[\w-]+)+", " ", text)  # choices
    text = re.sub(r"\b[a-z0-9-]+=|(?a:\b[A-Z]\d*\b)", " ", text)  # and numbers such as M12
    found = re.findall(r"[A-Za-z][A-Za-z0-9_-]+", text)
    return [word for word in found if word not in KNOWN_IN_CHINESE | words]


def words_typed() -> set[str]:
    """Return the English words that stand in commands: their names, and what they may be given."""
    typed = {str(word) for labels in labels_in_code() for word in labels}
    names = {word for command in commands_in_docs() for word in command.split()}
    return names | typed | {word.replace("_", "-") for word in typed}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_help_page_fits_the_screen_cuts_nothing_and_speaks_its_language(
    language: str,
) -> None:
    """One test for each language: its three hundred pages take seconds to print."""
    found = script("reference").pages(language)
    assert list(found) == commands_in_docs()
    lines = [(command, line) for command, page in found.items() for line in page.splitlines()]
    assert [(command, line) for command, line in lines if width(line) > COLUMNS] == []
    cut = [
        (command, line)
        for command, line in lines
        if "…" in line
        and not line.startswith(("用法", "Usage", "      jinlin "))
        and not REPEATED.match(line)
    ]
    assert cut == []
    if language == "zh":
        words = words_typed()
        left = {command: stray(page, words) for command, page in found.items()}
        assert {command: words for command, words in left.items() if words} == {}


def test_the_pages_are_those_of_every_command() -> None:
    assert {"jinlin", "jinlin issue add", "jinlin elevator split", "jinlin init"} <= set(
        commands_in_docs()
    )
    assert len(commands_in_docs()) > 40


def test_stray_english_is_found() -> None:
    assert stray("  --help          Show this page.", set()) == ["Show", "this", "page"]
    assert stray("  -o, --output 文件  写到文件：.json .csv，如 jinlin。", set()) == []


def labels_in_code() -> list[Mapping[str, str]]:
    """Return the labels that stand beside the enums, and those of fixed choices."""
    found: list[Mapping[str, str]] = []
    for path in sorted(SOURCE.rglob("*.py")):
        if re.search(r"_LABELS|\(Word\b", path.read_text("utf-8")):
            name = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
            module = import_module(name)
            found += [
                labels
                for key, labels in vars(module).items()
                if key.endswith("LABELS")
                and labels
                and isinstance(next(iter(labels.values())), str)
            ]
    for choice in Word.__subclasses__():
        if choice.__module__.startswith("jinlin."):
            found.append({word.value: word.msgid for word in choice if word.msgid})
    return [labels for labels in found if labels]


def test_every_word_of_an_enum_has_a_chinese_label() -> None:
    known = {str(message.id): str(message.string) for message in chinese() if message.id}
    missing: list[str] = []
    for labels in labels_in_code():
        kind = type(next(iter(labels)))
        if issubclass(kind, StrEnum):
            missing += [word for word in kind if word not in labels]
        missing += [label for label in labels.values() if not known.get(str(label))]
    assert missing == []
    assert "jinlin.complex.rules.buildings" in sys.modules
