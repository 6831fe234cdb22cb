"""Build the installer for Windows from the wheel, its dependencies and a Windows Python.

python scripts/installer/build.py PYTHON.zip SHA256 [--pins wheels.txt]

PYTHON.zip is the embeddable Python for 64-bit Windows, and SHA256 the digest its maker publishes.
Without pins the newest wheels that fit are taken; which, with their digests, is then written to
dist/jinlin-setup.txt, which is what --pins takes to build the same installer again. Needs makensis.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
DIST = ROOT / "dist"
SETUP = DIST / "jinlin-setup.exe"
PINS = DIST / "jinlin-setup.txt"
LARGEST = 25_000_000
"""Bytes the installer may have: what goes through a mail and a street's WeChat."""
ONLY_WINDOWS = ("colorama", "tzdata")
"""What is needed on Windows only, and what pip, asking here, would therefore leave out."""
WITHOUT = ("*.pyi", "*.pyx", "*.pxd", "*.c", "*.h", "tests", "test", "__pycache__")
"""What wheels carry that nobody runs."""
LAUNCHED = "import sys\nfrom jinlin.cli.main import main\nsys.exit(main())\n"


def digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def build(python: Path, expected: str, pins: Path | None) -> None:
    """Build dist/jinlin-setup.exe.

    Raises:
        SystemExit: the Python is not what was expected, or the installer is too large.
    """
    if digest(python) != expected.lower():
        sys.exit(f"{python} has another digest: {digest(python)}")
    DIST.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as room:
        wheels, app = Path(room, "wheels"), Path(room, "app")
        version = fetch(wheels, python, pins)
        lay_out(app, python, wheels)
        subprocess.run(
            (
                "makensis", "-V2", "-INPUTCHARSET", "UTF8", f"-DVERSION={version}",
                f"-DAPP={app}", f"-DSETUP={SETUP}", str(HERE / "jinlin.nsi"),
            ),
            check=True,
        )  # fmt: skip
    size = SETUP.stat().st_size
    print(f"{SETUP.relative_to(ROOT)}: {size / 1e6:.1f} MB, SHA-256 {digest(SETUP)}")
    if size > LARGEST:
        sys.exit(f"more than {LARGEST / 1e6:.0f} MB")


def fetch(wheels: Path, python: Path, pins: Path | None) -> str:
    """Fetch the wheels, write which they are, and return the version of jinlin."""
    pip(["wheel", "--no-deps", "--wheel-dir", str(wheels), str(ROOT)])
    [own] = wheels.glob("jinlin-*.whl")
    # The embeddable Python names its version in the names of its files: python311.dll.
    with zipfile.ZipFile(python) as archive:
        names = "\n".join(archive.namelist())
    [minor] = re.findall(r"^python3(\d+)\.dll$", names, re.MULTILINE)
    wanted = (
        ["--require-hashes", "--no-deps", "-r", str(pins)] if pins else [str(own), *ONLY_WINDOWS]
    )
    pip(
        [
            "download", "--platform", "win_amd64", "--implementation", "cp", "--python-version",
            f"3.{minor}", "--only-binary=:all:", "--dest", str(wheels), *wanted,
        ]
    )  # fmt: skip
    PINS.write_text("".join(pinned(path for path in wheels.glob("*.whl") if path != own)))
    return own.name.split("-")[1]


def pip(words: list[str]) -> None:
    """Run pip of this Python."""
    ours = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    subprocess.run((*ours, *words), check=True)


def pinned(wheels: Iterable[Path]) -> Iterator[str]:
    """Yield the lines by which pip takes these wheels and no others."""
    for wheel in sorted(wheels):
        name, version, *_tags = wheel.name.split("-")
        yield f"{name}=={version} --hash=sha256:{digest(wheel)}\n"


def lay_out(app: Path, python: Path, wheels: Path) -> None:
    """Lay the program out as it will stand on her computer."""
    room = app / "python"
    shutil.unpack_archive(python, room, "zip")
    packages = room / "Lib" / "site-packages"
    for wheel in sorted(wheels.glob("*.whl")):
        shutil.unpack_archive(wheel, packages, "zip")
    for pattern in WITHOUT:
        for found in packages.rglob(pattern):
            if found.is_dir():
                shutil.rmtree(found)
            else:
                found.unlink()
    [paths] = room.glob("python3*._pth")
    library = paths.name.replace("._pth", ".zip")
    paths.write_text(f"{library}\n.\nLib\\site-packages\nimport site\n")
    shutil.copy(HERE / "path_entry.py", room)
    (app / "jinlin.exe").write_bytes(launcher())


def launcher() -> bytes:
    """Return jinlin.exe: pip's own launcher, told where its Python stands beside it."""
    from pip._vendor import distlib

    script = io.BytesIO()
    with zipfile.ZipFile(script, "w") as archive:
        archive.writestr("__main__.py", LAUNCHED)
    stub = Path(distlib.__file__).with_name("t64.exe").read_bytes()
    return stub + b"#!<launcher_dir>\\python\\python.exe\r\n" + script.getvalue()


if __name__ == "__main__":
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("python", type=Path)
    reader.add_argument("digest")
    reader.add_argument("--pins", type=Path)
    said = reader.parse_args()
    build(said.python, said.digest, said.pins)
