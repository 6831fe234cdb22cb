"""What all pages of the site share: the frame, the way from page to page, tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from jinlin.core.i18n import N_, _
from jinlin.documents.html import safe, whole

OFFERS: Final = "offers.html"
"""The page that is there only while something is offered."""
MENU: Final = {
    "index.html": N_("Start page"),
    "notices.html": N_("Notices"),
    "board.html": N_("Issues"),
    "months.html": N_("Monthly figures"),
    "money.html": N_("Income and spending"),
    "elevator.html": N_("Elevator schemes"),
    "projects.html": N_("Projects and partners"),
    "services.html": N_("Volunteer services"),
    OFFERS: N_("Service menu"),
    "questions.html": N_("Questions and answers"),
    "powers.html": N_("List of small powers"),
}
"""The pages, in the order of the menu; plain names, which every stick and server keeps."""

STYLE: Final = """
main.site { max-width: 60rem; }
a { color: #0b4f8a; background: #ffffff; }
a:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: .5rem; top: .5rem; padding: .3rem .6rem; color: #ffffff; background: #0b4f8a; }
.top { border-bottom: 3px solid #8a1f11; padding: .8rem 1rem 0; max-width: 60rem; margin: 0 auto; }
.top p { text-indent: 0; margin: 0; }
.top .name { font-size: 1.3rem; font-weight: 600; }
.top .branch { color: #4a4a4a; background: #ffffff; }
nav ul { list-style: none; padding: 0; margin: .6rem 0 0; display: flex; flex-wrap: wrap; gap: .2rem; }
nav a { display: inline-block; padding: .45rem .7rem; text-decoration: none;
  color: #0b4f8a; background: #ffffff; border-radius: .3rem .3rem 0 0; }
nav a[aria-current] { color: #ffffff; background: #8a1f11; }
main.site h1 { text-align: left; }
main.site article h1 { text-align: center; }
main.site p { text-indent: 0; }
main.site article p { text-indent: 2em; }
main.site article p.flush, main.site article footer p, main.site article p.below { text-indent: 0; }
.tag { display: inline-block; padding: 0 .5rem; border-radius: .3rem; font-size: .9rem; white-space: nowrap; }
.tag.open { color: #5c3a00; background: #fff1d6; }
.tag.done { color: #14532d; background: #e3f4e8; }
.tag.over { color: #3d3d3d; background: #ececec; }
.numbers { display: flex; flex-wrap: wrap; gap: .8rem; padding: 0; list-style: none; }
.numbers li { flex: 1 1 7rem; border: 1px solid #8c8c8c; border-radius: .4rem; padding: .5rem .8rem; }
.numbers strong { display: block; font-size: 1.7rem; line-height: 1.3; }
.question { border-top: 1px solid #8c8c8c; padding: .6rem 0; }
.question p { margin: .2rem 0; }
.small { color: #4a4a4a; background: #ffffff; font-size: .9rem; }
.find input { width: 100%; max-width: 24rem; padding: .45rem .6rem; font: inherit; color: #1a1a1a; background: #ffffff;
  border: 1px solid #595959; border-radius: .3rem; }
main.site [hidden] { display: none; }
.bottom { max-width: 60rem; margin: 0 auto; padding: .8rem 1rem 2rem; text-align: left; }
.bottom p { text-indent: 0; }
@media (max-width: 40rem) {
  table.cards thead { position: absolute; left: -99rem; }
  table.cards tr { display: block; border: 1px solid #8c8c8c; border-radius: .4rem; margin: .6rem 0; padding: .3rem .6rem; }
  table.cards td { display: flex; gap: .6rem; border: 0; padding: .1rem 0; text-align: left; }
  table.cards td:empty { display: none; }
  table.cards td::before { content: attr(data-head); flex: 0 0 5em; font-weight: 600; }
}
@media print { nav, .skip, .find { display: none; } .top { border: 0; } a { color: #1a1a1a; text-decoration: none; } }
"""  # noqa: E501  (style, not code)


FIND: Final = """
(function () {
  var main = document.getElementById("content"), heading = main.querySelector("h1");
  var rows = main.querySelectorAll("table.searched tbody tr, .question"), n;
  if (!heading || rows.length < 5) return;
  var found = document.createElement("div"), box = document.createElement("input"), told = document.createElement("p");
  found.className = "find"; told.className = "small";
  told.setAttribute("role", "status");
  box.type = "search"; box.placeholder = main.getAttribute("data-find");
  box.setAttribute("aria-label", box.placeholder);
  box.addEventListener("input", function () {
    var words = box.value.toLowerCase().split(/\\s+/), left = 0;
    for (n = 0; n < rows.length; n++) {
      var text = rows[n].textContent.toLowerCase();
      rows[n].hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
      left += rows[n].hidden ? 0 : 1;
    }
    told.textContent = box.value.trim() ? main.getAttribute("data-found").replace("0", left) : "";
  });
  found.appendChild(box); found.appendChild(told);
  heading.parentNode.insertBefore(found, heading.nextSibling);
})();
"""  # noqa: E501  (script, not code)
"""Lets a reader narrow a long page to the rows that hold some words; without it all stand there.

It loads nothing and keeps nothing, and makes its box itself, so that none is dead without it.
"""


class SiteOwner(NamedTuple):
    """Whose site it is, of which day, and which pages of the menu it has, in their order."""

    name: str
    branch: str
    day: str
    pages: tuple[str, ...]


def framed(of: SiteOwner, *, file: str, title: str, body: str) -> str:
    """Return a whole page of the site.

    Args:
        of: whose site it is.
        file: its own file, or the one of the menu that it belongs to.
        title: its title.
        body: html already.
    """
    skip, pages = safe(_("Skip to the content")), safe(_("Pages of the site"))
    links = "".join(_menu_entry(name, current=name == file) for name in of.pages)
    return whole(
        title=f"{title} · {of.name}",
        style=STYLE,
        script=FIND,
        body=(
            f'<a class="skip" href="#content">{skip}</a>\n'
            f'<header class="top"><p class="name">{safe(of.name)}</p>'
            f'<p class="branch">{safe(of.branch)}</p>\n'
            f'<nav aria-label="{pages}"><ul>{links}</ul></nav></header>\n'
            f'<main class="site" id="content" data-find="{safe(_("Find on this page"))}"'
            f' data-found="{safe(_("Found: 0"))}">\n{body}\n</main>\n'
            f'<footer class="bottom"><p class="small">{safe(_told(of))}</p></footer>'
        ),
    )


def _menu_entry(name: str, *, current: bool) -> str:
    here = ' aria-current="page"' if current else ""
    return f'<li><a href="{name}"{here}>{safe(_(MENU[name]))}</a></li>'


def _told(of: SiteOwner) -> str:
    return _(
        "As of {day}. Homes, names and phones are not shown; what is private is left out."
    ).format(day=of.day)


def heading(text: str, level: int = 2) -> str:
    """Return a heading."""
    return f"<h{level}>{safe(text)}</h{level}>"


def paragraph(text: str, kind: str = "") -> str:
    """Return a paragraph of a kind of the style."""
    return f'<p class="{kind}">{safe(text)}</p>' if kind else f"<p>{safe(text)}</p>"


def tag(text: str, kind: str) -> str:
    """Return a state: `open`, `done` or `over`."""
    return f'<span class="tag {kind}">{safe(text)}</span>'


def link(file: str, text: str) -> str:
    """Return a link to another page of the site."""
    return f'<a href="{file}">{safe(text)}</a>'


def table(
    headings: Sequence[str],
    rows: Iterable[Iterable[str]],
    *,
    numeric: Sequence[int] = (),
    searched: bool = True,
) -> str:
    """Return a table; on a phone each row becomes a card.

    Args:
        headings: texts.
        rows: cells, html already.
        numeric: the columns that hold numbers.
        searched: whether its rows are what a reader may narrow the page to.
    """
    form = "cards searched" if searched else "cards"
    kinds = [' class="number"' if place in numeric else "" for place in range(len(headings))]
    head = "".join(
        f'<th scope="col"{kind}>{safe(text)}</th>'
        for text, kind in zip(headings, kinds, strict=True)
    )
    body = "".join(
        "<tr>"
        + "".join(
            f'<td{kind} data-head="{safe(text)}">{cell}</td>'
            for cell, text, kind in zip(row, headings, kinds, strict=True)
        )
        + "</tr>\n"
        for row in rows
    )
    return (
        f'<div class="scroll"><table class="{form}"><thead><tr>{head}</tr></thead>'
        f"<tbody>\n{body}</tbody></table></div>"
    )


def numbers(pairs: Iterable[tuple[str, str]]) -> str:
    """Return a few figures that one sees first: number and what it counts."""
    items = "".join(
        f"<li><strong>{safe(number)}</strong>{safe(what)}</li>" for number, what in pairs
    )
    return f'<ul class="numbers">{items}</ul>'
