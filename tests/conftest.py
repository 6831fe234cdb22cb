"""What all tests share: how examples are chosen, and the databases they begin with."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from harness import Jinlin, seeded
from hypothesis import HealthCheck, settings
from unreal import REAL, RESTS, Place, impatient, quick_age, schema_by_statements

from jinlin.core import i18n

__all__ = ["impatient", "quick_age", "schema_by_statements"]  # fixtures

# The same few examples on every machine, however slow; HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile(
    "suite",
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "search", parent=settings.get_profile("suite"), max_examples=300, derandomize=False
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


@pytest.fixture(autouse=True)
def _english() -> None:
    """Messages are the English ids wherever no command has said otherwise."""
    i18n.install("en")


def _begun(folder: Path) -> Jinlin:
    jinlin = Jinlin(folder)
    jinlin("init", "--name", "梅苑小区", "--street", "金山街道", "--community", "梅苑社区",
           "--secretary", "林秀英")  # fmt: skip
    return jinlin


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One fresh database for all."""
    return _begun(tmp_path_factory.mktemp("made")).db


if RESTS:

    @pytest.fixture(scope="session")
    def _place(tmp_path_factory: pytest.TempPathFactory) -> Place:
        return Place(tmp_path_factory.mktemp("place") / "test")

    @pytest.fixture
    def tmp_path(
        _place: Place, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
    ) -> Iterator[Path]:
        """An empty folder, kept under the name of a test that fails."""
        failed = request.session.testsfailed
        _place.folder.mkdir()
        yield _place.folder
        if request.session.testsfailed > failed:
            shutil.copytree(
                _place.folder, tmp_path_factory.mktemp("failed") / "test", symlinks=True
            )
        _place.leave()


@pytest.fixture
def bare(tmp_path: Path) -> Jinlin:
    """A folder without a database."""
    return Jinlin(tmp_path)


@pytest.fixture
def jinlin(tmp_path: Path, request: pytest.FixtureRequest, _made: Path) -> Jinlin:
    """A folder with the fresh database of 梅苑小区."""
    if REAL:
        return _begun(tmp_path)
    if RESTS:
        request.getfixturevalue("_place").lay(_made.read_bytes())
    else:
        (tmp_path / "jinlin.db").write_bytes(_made.read_bytes())
    return Jinlin(tmp_path)


@seeded
def example(bare: Jinlin) -> Jinlin:
    """A folder with the example complex that `jinlin demo` builds."""
    bare("demo", "示例小区")
    (bare.folder / "示例小区" / "jinlin.db").rename(bare.db)
    return bare


@pytest.fixture
def unchanged(jinlin: Jinlin) -> Iterator[Callable[[], None]]:
    """Check that a test leaves the database byte for byte as it was when it asked."""
    before = jinlin.db.read_bytes()

    def check() -> None:
        assert jinlin.db.read_bytes() == before
        assert not list(jinlin.folder.glob("jinlin.db-*"))

    yield check
    check()
