"""`config template`: a paper in the branch's own look."""

from __future__ import annotations

import docx
from harness import Jinlin


def test_a_paper_takes_the_look_of_the_branchs_own_template(jinlin: Jinlin) -> None:
    jinlin("config", "template", "月报")
    own = jinlin.folder / "模板" / "月报.docx"
    edited = docx.Document(str(own))
    edited.paragraphs[0].insert_paragraph_before("近邻一家亲")
    edited.save(str(own))
    told = jinlin("report", "monthly", "10", "-o", "月报.docx", lang="en").err
    assert f"In the look of {own}" in told
    written = docx.Document(str(jinlin.folder / "月报.docx"))
    texts = [paragraph.text for paragraph in written.paragraphs]
    assert texts[0] == "近邻一家亲"
    assert "2026年10月工作月报" in docx_titles(jinlin)
    assert not any("{{" in text for text in texts)


def docx_titles(jinlin: Jinlin) -> list[str]:
    jinlin("report", "monthly", "10", "-o", "月报.docx", "--force")
    return [p.text for p in docx.Document(str(jinlin.folder / "月报.docx")).paragraphs]


def test_the_papers_are_listed_with_those_that_have_one(jinlin: Jinlin) -> None:
    jinlin("config", "template", "月报")
    papers = {row["paper"]: row["own"] for row in jinlin("config", "template", "--json").data}
    assert papers["月报"] is True
    assert papers["经费公开"] is False


def test_an_edited_template_is_not_replaced_unasked(jinlin: Jinlin) -> None:
    jinlin("config", "template", "月报")
    own = jinlin.folder / "模板" / "月报.docx"
    own.write_bytes(b"mine")
    refused = jinlin("config", "template", "月报", code=5).err
    assert "月报.docx。请用" in refused
    assert "--覆盖" in refused
    assert own.read_bytes() == b"mine"
    assert "坏" not in jinlin("report", "monthly", "10", "-o", "报.docx", code=5).err
    assert not (jinlin.folder / "报.docx").exists()
    jinlin("config", "template", "月报", "--force")
    jinlin("report", "monthly", "10", "-o", "报.docx")


def test_a_rehearsal_and_an_unknown_paper_write_nothing(jinlin: Jinlin) -> None:
    jinlin("config", "template", "月报", "--dry-run")
    assert "月报" in jinlin("config", "template", "请柬", code=3).err
    assert not (jinlin.folder / "模板").exists()
