"""What is made when the package is built.

The message catalogues are compiled into the wheel, so that no .mo file is kept in the repository;
the README goes along with links that lead somewhere from outside the repository.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"\[([^\]]*)\]\((?![a-z]+:|#)([^)]*)\)")


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Turns each jinlin.po into jinlin.mo before the wheel is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue found under src/jinlin/locale."""
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        del version, build_data
        for po in Path(self.root, "src/jinlin/locale").rglob("*.po"):
            with po.open("rb") as source, po.with_suffix(".mo").open("wb") as target:
                write_mo(target, read_po(source, locale=po.parts[-3]))


class ReadmeHook(MetadataHookInterface):
    """Gives the package its README as an index shows it."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Let what the README links to in the repository be found, or be named without a link."""
        text = Path(self.root, "README.md").read_text("utf-8")
        source = metadata.get("urls", {}).get("Source", "").rstrip("/")
        linked = _LINK.sub(rf"[\1]({source}/blob/main/\2)" if source else r"\1", text)
        metadata["readme"] = {"content-type": "text/markdown", "text": linked}
