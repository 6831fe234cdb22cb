"""A bundle byte by byte: it comes back as it was, and whatever is done to it is noticed."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jinlin.rollup.rules.bundle import (
    MEMBERS,
    BadBundle,
    Fault,
    MonthHead,
    opened,
    packed,
)
from jinlin.rollup.rules.cells import HEADER, BadCells, Key, cells_in, lines_of
from jinlin.rollup.rules.minisign import SecretKey

KEY = SecretKey(b"jinlin-1", bytes(range(32)))
HEAD = MonthHead(
    organisation="350102001004001", period="2026-10", revision=0, created="2026-11-03T08:00:00Z",
    definitions="2026-11", program="0.1.0", covers=["groups", "branch"], empty=False, reason=None,
    figures_sha256="0" * 64,
)  # fmt: skip
CELLS = {Key("groups", "facilities", "due"): 3, Key("branch", "", "full"): 24}

ITEMS = st.text("0123456789abcXYZ_/.-设施环境", max_size=12)
KEYS = st.builds(
    Key,
    st.sampled_from(["groups", "branch"]),
    ITEMS,
    st.from_regex("[a-z0-9_]{1,32}", fullmatch=True),
)
VALUES = st.integers(-(10**15) + 1, 10**15 - 1)


@given(st.dictionaries(KEYS, VALUES, max_size=30))
def test_cells_come_back_sorted_and_without_zeros(cells: dict[Key, int]) -> None:
    told = lines_of(cells)
    assert cells_in(told) == {key: value for key, value in cells.items() if value}
    rows = told.splitlines()[1:]
    assert rows == sorted(rows)


@pytest.mark.parametrize(
    "body",
    [
        b"groups,a,due,0\n", b"groups,a,due,-0\n", b"groups,a,due,01\n", b"groups,a,due,1",
        b"groups,a,due,1\r\n", b"groups,a,due,1\n\n", b"groups,a,due, 1\n", b"Groups,a,due,1\n",
        b"groups,b,due,1\ngroups,a,due,1\n", b"groups,a,due,1\ngroups,a,due,1\n",
        b'groups,"a",due,1\n', b"groups,\xff,due,1\n", b"groups,a,due,1000000000000000\n",
        b"groups,a,due,1\n" * 2001,
    ],
)  # fmt: skip
def test_a_line_that_is_none_is_refused(body: bytes) -> None:
    with pytest.raises(BadCells):
        cells_in(HEADER + body)


def test_the_same_content_has_the_same_bytes_and_comes_back() -> None:
    content = packed(HEAD, CELLS, KEY)
    assert content == packed(HEAD, dict(reversed(CELLS.items())), KEY)
    assert len(content) < 1_500
    bundle = opened(content)
    assert (bundle.head, bundle.cells, bundle.key) == (HEAD, CELLS, KEY.public)


@settings(max_examples=150)
@given(st.randoms(use_true_random=False))
def test_whatever_is_done_to_the_bytes_no_other_content_is_taken(chance: random.Random) -> None:
    content = bytearray(packed(HEAD, CELLS, KEY))
    for _each in range(chance.randint(1, 3)):
        at = chance.randrange(len(content))
        what = chance.randrange(4)
        if what == 0:
            content[at] ^= 1 << chance.randrange(8)
        elif what == 1:
            del content[at : at + chance.randint(1, 60)]
        elif what == 2:
            content[at:at] = chance.randbytes(chance.randint(1, 60))
        else:
            del content[at:]
            break
    try:
        bundle = opened(bytes(content))
    except BadBundle:
        return
    assert (bundle.head, bundle.cells) == (HEAD, CELLS)


def remade(**members: bytes) -> bytes:
    """Return the bundle with other members."""
    with zipfile.ZipFile(io.BytesIO(packed(HEAD, CELLS, KEY))) as archive:
        kept = {name: archive.read(name) for name in MEMBERS}
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**kept, **members}.items():
            archive.writestr(name, content)
    return whole.getvalue()


@pytest.mark.parametrize(
    ("members", "fault"),
    [
        ({"cells.csv": HEADER + b"branch,,full,25\n"}, Fault.SIGNATURE),
        ({"datapackage.json": b"{}"}, Fault.DAMAGED),
        ({"datapackage.json": b"[" * 9_000}, Fault.DAMAGED),
        ({"datapackage.json": b'{"jinlin":{"format":2}}'}, Fault.NEWER),
        ({"datapackage.json": b'{"jinlin":{"format":true}}'}, Fault.DAMAGED),
        ({"cells.csv": b"0" * 50_000_000}, Fault.DAMAGED),
        ({"more.txt": b""}, Fault.DAMAGED),
    ],
)
def test_each_thing_that_is_wrong_has_its_name(members: dict[str, bytes], fault: Fault) -> None:
    with pytest.raises(BadBundle) as refused:
        opened(remade(**members))
    assert refused.value.fault is fault


def test_a_forger_cannot_sign_for_the_key_that_the_descriptor_names() -> None:
    other = SecretKey(KEY.id, bytes(32))
    with zipfile.ZipFile(io.BytesIO(packed(HEAD, CELLS, KEY))) as archive:
        forged = other.sign(archive.read("datapackage.json"), "350102001004001 2026-10 r0")
    with pytest.raises(BadBundle) as refused:
        opened(remade(**{"datapackage.json.minisig": forged}))
    assert refused.value.fault is Fault.SIGNATURE


@pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not installed here")
def test_minisign_itself_accepts_our_signature_and_refuses_another(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(packed(HEAD, CELLS, KEY))) as archive:
        archive.extractall(tmp_path)
    check = ["minisign", "-V", "-P", KEY.public.line, "-m", str(tmp_path / "datapackage.json")]
    assert subprocess.run(check, check=False, capture_output=True).returncode == 0
    with (tmp_path / "datapackage.json").open("ab") as file:
        file.write(b" ")
    assert subprocess.run(check, check=False, capture_output=True).returncode != 0
