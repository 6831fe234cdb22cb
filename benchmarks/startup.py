"""What a command costs from a cold start, against the least that Typer and SQLModel cost.

    python benchmarks/startup.py [ROUNDS]

Goals: `issue add` within 1.6 times `import typer` and under a quarter of the smallest script that
imports Typer and SQLModel and inserts one row; `issue list` within twice, `--help` within three
times `import typer`. The wheel is installed into an environment of its own first.
"""

from __future__ import annotations

import sys

from measuring import Goal, installed, medians, report

SMALLEST = """
import typer
from sqlmodel import Field, Session, SQLModel, create_engine

class Issue(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    title: str

def add(title: str) -> None:
    engine = create_engine("sqlite:///smallest.db")
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Issue(title=title))
        session.commit()

typer.run(add)
"""


def main() -> None:
    """Measure, print, and leave with 1 when a goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with installed() as at:
        (at.folder / "smallest.py").write_text(SMALLEST)
        at.seconds([at.jinlin, "init", "--name", "梅苑小区"])
        took = medians(
            at,
            {
                "python -c pass": [at.python, "-c", "pass"],
                'python -c "import typer"': [at.python, "-c", "import typer"],
                "jinlin issue add": [at.jinlin, "issue", "add", "路灯不亮", "--category", "设施"],
                "jinlin issue list": [at.jinlin, "issue", "list"],
                "jinlin issue list --json": [at.jinlin, "issue", "list", "--json"],
                "jinlin --help": [at.jinlin, "--help"],
                "jinlin issue add --help": [at.jinlin, "issue", "add", "--help"],
                "smallest Typer + SQLModel insert": [at.python, "smallest.py", "路灯不亮"],
            },
            rounds=rounds,
        )
    typer, smallest = took['python -c "import typer"'], took["smallest Typer + SQLModel insert"]
    report(
        "startup",
        took,
        [
            Goal("issue add / import typer", 1.6, took["jinlin issue add"] / typer, "x"),
            Goal("issue add / smallest insert", 0.25, took["jinlin issue add"] / smallest, "x"),
            Goal("issue list / import typer", 2, took["jinlin issue list"] / typer, "x"),
            Goal("--help / import typer", 3, took["jinlin --help"] / typer, "x"),
        ],
    )


main()
