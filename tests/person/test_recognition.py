"""One rule tells whom a table means, whichever register it fills."""

from __future__ import annotations

from itertools import count

import pytest
from harness import Jinlin
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.errors import RuleError
from jinlin.person.people.queries import PersonRow
from jinlin.person.people.recognition import (
    KnownPerson,
    PersonSaid,
    Recogniser,
    numbers_after,
)

NAMES = st.sampled_from(["张三", "李四"])
NUMBERS = st.none() | st.sampled_from(["13800000001", "13800000002", "13800000003"])
CARDS = st.none() | st.sampled_from(["11010519491231002X", "440524188001010014"])
SAID = st.builds(PersonSaid, NAMES, NUMBERS, NUMBERS, CARDS)


def unlike(people: list[PersonSaid]) -> list[KnownPerson]:
    """Give people numbers; an identity number is kept of one only."""
    cards: set[str] = set()
    found = []
    for serial, said in enumerate(people, 1):
        one = said._replace(id_number=None) if said.id_number in cards else said
        cards |= {one.id_number} if one.id_number else set()
        found.append(KnownPerson(PersonRow(serial, serial, one.name, one.phone), one))
    return found


KNOWN = st.lists(SAID, max_size=5).map(unlike)
IDS = st.sets(st.integers(1, 5))


def told(recogniser: Recogniser, said: PersonSaid) -> KnownPerson | None:
    """Return who is meant; nobody where the row is refused."""
    try:
        recogniser.check_id(said)
    except RuleError:
        return None
    return recogniser.find(said).known


@given(KNOWN, SAID, IDS, IDS)
def test_nobody_is_taken_for_somebody_whom_a_key_tells_apart(
    known: list[KnownPerson], said: PersonSaid, inside: set[int], elsewhere: set[int]
) -> None:
    one = told(Recogniser(known, inside=inside, elsewhere=elsewhere), said)
    if one is None:
        return
    kept = one.kept
    assert kept.name == said.name
    assert not (kept.id_number and said.id_number and kept.id_number != said.id_number)
    by_card = said.id_number is not None and said.id_number == kept.id_number
    assert by_card or not (kept.numbers and said.numbers) or {*kept.numbers} & {*said.numbers}


@given(KNOWN, st.lists(SAID, min_size=1, max_size=4), IDS, IDS)
def test_a_name_alone_means_one_person_or_nobody(
    known: list[KnownPerson], rows: list[PersonSaid], inside: set[int], elsewhere: set[int]
) -> None:
    recogniser = Recogniser(known, inside=inside, elsewhere=elsewhere)
    for place, said in enumerate(rows):
        recogniser.expect(said, place)
    by_name = [recogniser.find(said).known for said in rows if not recogniser.by_keys(said)]
    found = [one.person.id for one in by_name if one]
    assert len(found) == len(set(found))
    for one in filter(None, by_name):
        bearers = [other for other in known if other.kept.name == one.kept.name]
        assert one.person.id in inside or (len(bearers) == 1 and one.person.id not in elsewhere)


@given(KNOWN, SAID, st.randoms(use_true_random=False))
def test_a_stronger_key_goes_first_whoever_was_recorded_first(
    known: list[KnownPerson], said: PersonSaid, random: object
) -> None:
    recogniser = Recogniser(known)
    told_of = recogniser.by_keys(said)
    by_card = [one for one in known if said.id_number and one.kept.id_number == said.id_number]
    by_number = [
        one for one in known if one.kept.name == said.name and {*one.kept.numbers} & {*said.numbers}
    ]
    assert bool(told_of) == bool(by_card or by_number)
    if told_of:
        assert told_of[0] in (by_card or by_number)


PHONES = st.tuples(NUMBERS, NUMBERS)


@given(PHONES, PHONES)
def test_no_number_of_anybody_is_lost_and_a_second_time_changes_nothing(
    kept: tuple[str | None, str | None], said: tuple[str | None, str | None]
) -> None:
    after = numbers_after(kept, said)
    every = {*kept, *said} - {None}
    if after is None:
        assert len(every) == 3
        return
    assert {*after} - {None} == every if said[1] or said[0] not in kept else after == kept
    assert {*kept} - {None} <= {*after}
    assert numbers_after(after, said) == after


SERIALS = count()


def imported(jinlin: Jinlin, register: str, text: str, *words: str, code: int = 0) -> dict:  # type: ignore[type-arg]
    """Import a table; return what came of it."""
    path = jinlin.folder / f"{register}{next(SERIALS)}.csv"
    path.write_text(text, "utf-8")
    done = jinlin(register, "import", path, *words, "--yes", "--json", code=code, lang="en")
    return dict(done.data)


MEMBER = "姓名,电话,备用电话,身份证号\n"
HOME = "楼栋,单元,房号,业主,电话,备用电话,身份证号\n"
CARD = "11010519491231002X"


@pytest.mark.parametrize(
    ("recorded", "row", "same"),
    [
        ("张三,13800000001,,", "张三,13800000001,,", True),
        ("张三,13800000001,13800000002,", "张三,13800000002,,", True),
        (f"张三,13800000001,,{CARD}", f"张三,13800000009,,{CARD}", True),
        ("张三,,,", "张三,13800000001,,", True),
        ("张三,13800000001,,", "张三,,,", True),
        ("张三,13800000001,,", "李四,13800000001,,", False),
    ],
)
@pytest.mark.parametrize("register", ["household", "member"])
def test_both_registers_answer_alike(
    jinlin: Jinlin, register: str, recorded: str, row: str, same: bool
) -> None:
    other = {"household": "member", "member": "household"}[register]
    texts = {
        "member": MEMBER + "{row}\n",
        "household": HOME + "9,1,501,{row}\n",
    }
    said = ("--with-id", "试验")
    imported(jinlin, other, texts[other].format(row=recorded), *said)
    imported(jinlin, register, texts[register].format(row=row), *said)
    found = jinlin.sql("SELECT count(*) FROM person WHERE name IN ('张三', '李四')")
    assert found == [(1 if same else 2,)]


def test_a_new_phone_at_the_same_home_keeps_the_old_one_and_a_third_is_told(
    jinlin: Jinlin,
) -> None:
    phones = "SELECT phone, other_phone FROM person WHERE name = '张三'"
    for number in ("13800000001", "13800000002"):
        imported(jinlin, "household", HOME + f"9,1,501,张三,{number},,\n")
    assert jinlin.sql(phones) == [("13800000002", "13800000001")]
    notes = imported(jinlin, "household", HOME + "9,1,501,张三,13800000003,,\n")["notes"]
    assert "A third phone, and only two are kept" in notes[0]
    assert jinlin.sql(phones) == [("13800000002", "13800000001")]


def test_the_number_of_a_namesake_elsewhere_is_refused_at_a_home(jinlin: Jinlin) -> None:
    both = HOME + "9,1,501,张三,13800000001,,\n9,1,502,张三,13800000002,,\n"
    imported(jinlin, "household", both)
    before = jinlin.sql("SELECT * FROM person") + jinlin.sql("SELECT * FROM ownership")
    moved = HOME + "9,1,501,张三,13800000002,,\n"
    [row] = imported(jinlin, "household", moved, code=5)["rejected"]
    assert "jinlin member merge" in row["reason"]
    assert jinlin.sql("SELECT * FROM person") + jinlin.sql("SELECT * FROM ownership") == before


@pytest.mark.parametrize("register", ["household", "member"])
def test_an_identity_number_is_never_replaced_nor_given_to_another_name(
    jinlin: Jinlin, register: str
) -> None:
    said = ("--with-id", "试验")
    start = {"household": HOME + "9,1,501,{row}\n", "member": MEMBER + "{row}\n"}[register]
    imported(jinlin, register, start.format(row=f"张三,13800000001,,{CARD}"), *said)
    for row in ("张三,13800000001,,110105194912310038", f"李四,13800000001,,{CARD}"):
        refused = imported(jinlin, register, start.format(row=row), *said, code=5)
        assert [item["column"] for item in refused["rejected"]] == ["身份证号"]
    assert jinlin.sql("SELECT name, id_number FROM person WHERE id_number NOT NULL") == [
        ("张三", CARD)
    ]


def test_a_name_that_several_homes_have_is_not_joined_with_a_member_of_that_name(
    jinlin: Jinlin,
) -> None:
    imported(jinlin, "member", MEMBER + "张三,,,\n")
    two = imported(jinlin, "household", HOME + "9,1,501,张三,,,\n9,1,502,张三,,,\n")
    assert jinlin.sql("SELECT count(*) FROM person WHERE name = '张三'") == [(3,)]
    assert "it is not certain whether these are meant" in two["notes"][-1]
