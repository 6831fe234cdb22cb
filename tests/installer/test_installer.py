"""The installer's life under Wine: put on, run, put on again while it is open, taken off.

Needs dist/jinlin-setup.exe and Wine; `make installer` builds the one and asks for the other.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

SETUP = Path(__file__).parents[2] / "dist" / "jinlin-setup.exe"
PLACE = r"C:\林秀英 & 近邻\jinlin"
"""A blank, an `&` and Chinese, as names of users have them."""
BEFORE = r"%USERPROFILE%\bin;C:\old"
"""What stands on her PATH already."""

pytestmark = pytest.mark.installer


class Windows:
    """A Windows of its own, played by Wine; what programs print goes into files."""

    def __init__(self, folder: Path) -> None:
        self.drive = folder / "prefix" / "drive_c"
        self.program = self.drive / PLACE[3:].replace("\\", "/")
        self.output = folder / "output.txt"
        self.variables = {
            **os.environ, "WINEPREFIX": str(folder / "prefix"), "WINEDEBUG": "-all",
            "LC_ALL": "zh_CN.UTF-8", "JINLIN_LANG": "zh",
        }  # fmt: skip
        self.drive.mkdir(parents=True)
        self.run("wineboot", "-i")
        self.run("reg", "add", r"HKCU\Environment", "/v", "Path", "/t", "REG_EXPAND_SZ",
                 "/d", BEFORE, "/f")  # fmt: skip

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        with self.output.open("wb") as output:
            return subprocess.Popen(
                ("wine", *words), env=self.variables, cwd=self.drive, stdin=subprocess.PIPE,
                stdout=output, stderr=subprocess.DEVNULL,
            )  # fmt: skip

    def run(self, *words: str) -> tuple[int, str]:
        with self.start(*words) as running:
            assert running.stdin is not None
            running.stdin.close()
            code = running.wait(300)
        return code, self.output.read_bytes().decode("gb18030")

    def jinlin(self, *words: str) -> str:
        code, said = self.run(PLACE + r"\jinlin.exe", *words)
        assert code == 0, said
        return said

    def install(self) -> int:
        # The installer wants its folder unquoted, at the very end of the line.
        line = f'@"Z:{str(SETUP).replace("/", chr(92))}" /S /D={PLACE.replace("&", "^&")}\r\n'
        (self.drive / "install.cmd").write_bytes(line.encode("gb18030"))
        return self.run("cmd", "/c", r"C:\install.cmd")[0]

    def path(self) -> str:
        said = self.run("reg", "query", r"HKCU\Environment", "/v", "Path")[1]
        return said.rsplit("REG_EXPAND_SZ", 1)[1].strip()

    def shut_down(self) -> None:
        subprocess.run(("wineserver", "-k"), env=self.variables, check=False)


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[Windows]:
    if "JINLIN_INSTALLER" not in os.environ:
        pytest.skip("make installer runs it")
    assert SETUP.is_file(), "make installer builds it"
    assert shutil.which("wine"), "Wine is needed"
    machine = Windows(tmp_path)
    yield machine
    machine.shut_down()


def test_it_is_put_on_run_updated_and_taken_off_and_the_data_stays(windows: Windows) -> None:
    assert windows.install() == 0
    assert windows.jinlin("--version").startswith("jinlin ")
    assert windows.path() == rf"{BEFORE};{PLACE}"
    assert {path.stem for path in windows.drive.rglob("近邻/*.lnk")} == {"近邻", "近邻演示"}

    database = r"C:\data\jinlin.db"
    (windows.drive / "data").mkdir()
    windows.jinlin("init", "--name", "金桂花园", "--secretary", "林秀英", "--street", "春江街道",
                   "--community", "春江社区", "--db", database)  # fmt: skip
    windows.jinlin("issue", "add", "路灯不亮", "--db", database)
    (windows.program / "她的.txt").write_text("她自己的")

    # While something of it is open the old version stays whole; afterwards the new one takes its place.
    open_ = windows.start(PLACE + r"\python\python.exe", "-c", "input()")
    assert open_.stdin is not None
    try:
        assert windows.install() == 5
    finally:
        open_.stdin.close()
        open_.wait(60)
    assert "路灯不亮" in windows.jinlin("issue", "list", "--db", database)
    assert windows.install() == 0
    assert windows.path() == rf"{BEFORE};{PLACE}"
    assert "路灯不亮" in windows.jinlin("issue", "list", "--db", database)

    kept = (windows.drive / "data" / "jinlin.db").read_bytes()
    windows.run(
        PLACE + r"\uninstall.exe", "/S"
    )  # which goes on elsewhere, so as to take itself off
    ends = time.monotonic() + 120
    while (left := {path.name for path in windows.program.iterdir()}) != {"她的.txt"}:
        assert time.monotonic() < ends, left
        time.sleep(0.5)
    assert windows.path() == BEFORE
    assert (windows.drive / "data" / "jinlin.db").read_bytes() == kept
