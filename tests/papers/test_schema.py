"""Word documents are what the standard says a Word document is (tests/data/ooxml.tar.xz)."""

from __future__ import annotations

import io
import re
import tarfile
import zipfile
from pathlib import Path

import pytest
from lxml import etree

SCHEMAS = Path(__file__).parents[1] / "data" / "ooxml.tar.xz"
OURS = re.compile(r"word/(?:document|styles|numbering|header\d*|footer\d*)\.xml")
"""What we write; the other parts are python-docx's own."""
EXTENSIONS = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
"""The attribute that names what a reader of the standard passes over."""


@pytest.fixture(scope="session")
def schema(tmp_path_factory: pytest.TempPathFactory) -> etree.XMLSchema:
    folder = tmp_path_factory.mktemp("schemas")
    with tarfile.open(SCHEMAS) as packed:
        for one in packed:
            content = packed.extractfile(one)
            assert content is not None
            (folder / one.name).write_bytes(content.read())
    return etree.XMLSchema(etree.parse(folder / "all.xsd"))


def test_a_page_of_every_paper_is_written_as_the_standard_says(
    in_word: io.BytesIO, schema: etree.XMLSchema
) -> None:
    assert faults(in_word, schema) == []


def test_the_schema_finds_what_is_wrong(schema: etree.XMLSchema) -> None:
    text = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:document>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("word/document.xml", text.format("<w:body><w:tbl/></w:body>"))
    assert [part for part, _fault in faults(file, schema)] == ["word/document.xml"]


def faults(file: io.BytesIO, schema: etree.XMLSchema) -> list[tuple[str, str]]:
    """Return what the standard does not allow, by the part in which it stands."""
    found = []
    with zipfile.ZipFile(file) as packed:
        for part in filter(OURS.fullmatch, packed.namelist()):
            tree = etree.fromstring(packed.read(part))
            tree.attrib.pop(EXTENSIONS, None)
            if not schema.validate(tree):
                found += [(part, one.message) for one in schema.error_log]
    return found
