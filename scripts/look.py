"""Turn every paper of the example's year into pictures, to be looked at before a release.

python scripts/look.py FOLDER            all papers (`example_year/papers.py`), a folder each
python scripts/look.py FOLDER 月报 收据  those whose name begins so

Word files and workbooks go through LibreOffice (`soffice`) and `pdftoppm`, pages through headless
Chromium at the width of A4 and of a phone. Not part of the tests: it needs those three programs,
and a person who looks.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from example_year import year
from example_year.papers import PAPERS

WIDTHS: Final = {"a4": (794, 1600), "phone": (390, 2600)}
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")
TO_PDF: Final = (".docx", ".xlsx")


def main() -> None:
    """Make the pictures."""
    match sys.argv[1:]:
        case [named, *names] if not named.startswith("-"):
            folder = Path(named).absolute()
        case _:
            sys.exit(__doc__)
    office, pictures, browser = needed("soffice"), needed("pdftoppm"), needed(*BROWSERS)
    files = written(folder, tuple(names) or ("",))
    with tempfile.TemporaryDirectory() as home:
        to_pdf(office, [file for file in files if file.suffix in TO_PDF], Path(home))
    for file in files:
        if file.suffix in TO_PDF:
            run(pictures, "-r", "80", "-png", str(pdf_of(file)), str(file))
        elif file.suffix == ".html":
            photograph(browser, file)
    print(f"look at {folder}")


def needed(*programs: str) -> str:
    """Return where the first of these programs is that there is.

    Raises:
        SystemExit: none of them is installed.
    """
    found = next((found for one in programs if (found := shutil.which(one))), None)
    if found is None:
        sys.exit(f"none of {', '.join(programs)} is installed")
    return found


def written(folder: Path, names: tuple[str, ...]) -> list[Path]:
    """Live the year, and write its papers into a folder each."""
    found = []
    with tempfile.TemporaryDirectory() as place:
        year.live(Path(place))
        for paper in PAPERS:
            if not paper.name.startswith(names):
                continue
            (folder / paper.name).mkdir(parents=True, exist_ok=True)
            for ending in paper.endings:
                file = folder / paper.name / f"{paper.name}{ending}"
                year.print_paper(Path(place), paper.line, file)
                found.append(file)
    return found


def to_pdf(office: str, files: Sequence[Path], home: Path) -> None:
    """Turn Word files and workbooks into pdf, with one start of the office.

    Args:
        office: where it is.
        files: what is turned; each gets its pdf beside it.
        home: an empty folder for the settings of the office, and for what it writes.
    """
    out, copies = home / "pdf", home / "copies"
    copies.mkdir()
    for file in files:  # a paper and a workbook of one name would become one pdf
        shutil.copy(file, copies / f"{file.stem}{file.suffix}{file.suffix}")
    run(
        office, f"-env:UserInstallation={(home / 'office').as_uri()}", "--headless",
        "--convert-to", "pdf", "--outdir", str(out), *map(str, sorted(copies.iterdir())),
    )  # fmt: skip
    for file in files:
        shutil.move(out / f"{file.name}.pdf", pdf_of(file))


def pdf_of(file: Path) -> Path:
    """Return where the pdf of a file lies: beside it, named by its whole name."""
    return file.with_name(f"{file.name}.pdf")


def photograph(browser: str, page: Path) -> None:
    """Take a picture of a page at each width."""
    for width, (columns, rows) in WIDTHS.items():
        run(
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            f"--screenshot={page.with_name(f'{page.stem}-{width}.png')}",
            f"--window-size={columns},{rows}", page.as_uri(),
        )  # fmt: skip


def run(*words: str) -> None:
    """Run a program; stop with what it said when it fails."""
    done = subprocess.run(words, capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(words)[:400]}\n{done.stderr.decode(errors='replace')}")


if __name__ == "__main__":
    main()
