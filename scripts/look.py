"""Turn the papers of the example complex into pictures, to be looked at before a release.

python scripts/look.py FOLDER

Word files and workbooks go through LibreOffice (`soffice`) and `pdftoppm`, pages through headless
Chromium at the width of A4 and of a phone. Not part of the tests: it needs those three programs,
and a person who looks.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

PAPERS: Final = {
    "月报": "report monthly 2026-10 --full",
    "月报公开版": "report monthly 2026-10 --public",
    "红管家名单": "team roster",
    "经费公开": "branch fund page",
    "个人信息告知书": "household consent-form",
    "会议记录": "meeting minutes M1",
}
BOOKS: Final = {"月报": "report monthly 2026-10 --full", "房屋": "household list"}
WIDTHS: Final = {"a4": (794, 1600), "phone": (390, 2600)}
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Make the pictures."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1]).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    office, pictures = needed("soffice"), needed("pdftoppm")
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        sys.exit(f"none of {', '.join(BROWSERS)} is installed")
    with tempfile.TemporaryDirectory() as place:
        example = Path(place) / "示例"
        jinlin("demo", str(example))
        for name, command in PAPERS.items():
            write(example, command, folder / f"{name}.docx")
            to_pictures(folder / f"{name}.docx", office, pictures)
            write(example, command, folder / f"{name}.html")
            for width, (columns, rows) in WIDTHS.items():
                run(
                    browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                    f"--screenshot={folder / f'{name}-{width}.png'}",
                    f"--window-size={columns},{rows}", str(folder / f"{name}.html"),
                )  # fmt: skip
        for name, command in BOOKS.items():
            write(example, command, folder / f"{name}.xlsx")
            to_pictures(folder / f"{name}.xlsx", office, pictures)
    print(f"look at {folder}")


def needed(program: str) -> str:
    """Return where a program is.

    Raises:
        SystemExit: it is not installed.
    """
    found = shutil.which(program)
    if found is None:
        sys.exit(f"{program} is not installed")
    return found


def write(example: Path, command: str, target: Path) -> None:
    """Write one paper of the example."""
    jinlin(*command.split(), "--db", str(example / "jinlin.db"), "-o", str(target), "--force")


def to_pictures(file: Path, office: str, pictures: str) -> None:
    """Turn a file into one picture a page."""
    run(office, "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file))
    pdf = file.with_suffix(".pdf")
    run(pictures, "-r", "60", "-png", str(pdf), str(file.parent / f"{file.stem}{file.suffix}"))
    pdf.unlink()


def jinlin(*words: str) -> None:
    """Run a command of ours."""
    run(sys.executable, "-m", "jinlin", *words, "--quiet")


def run(*words: str) -> None:
    """Run a program; stop with what it said when it fails."""
    done = subprocess.run(words, capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(words)}\n{done.stderr.decode(errors='replace')}")


if __name__ == "__main__":
    main()
