"""Finding the folder of the guide, and of its templates."""

import os
from collections.abc import Sequence
from pathlib import Path

from crpsguide.errors import GuideError
from crpsguide.installed import builtin_templates


def find_guide(named: Path | None = None, *, start: Path | None = None) -> Path:
    """The resolved folder with `content` in it: the one `named`, else the nearest one from `start` upwards.

    Raises:
        GuideError: there is none, or its `content` is not a folder or holds no page.
    """
    if named is not None:
        return _require_content(named)
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if os.path.lexists(folder / "content"):
            return _require_content(folder)
    raise GuideError(
        f"There is no guide here: neither {here} nor a folder above it holds a folder “content”.",
        "Go to your guide's folder first. To build, check or serve, you may name it: “crpsguide build my-guide”.",
    )


def template_folders(guide: Path) -> Sequence[Path]:
    """The folders of templates, in order of precedence: the guide's own if there is one, then the built-in one.

    Raises:
        GuideError: the guide's own is not a folder.
    """
    own, builtin = guide / "templates", builtin_templates()
    if own.exists() and not own.is_dir():
        raise GuideError(f"{own} should be a folder, but it is a file.", "Give the file another name.")
    if not own.exists() or own.samefile(builtin):
        return (builtin,)
    return (own, builtin)


def _require_content(folder: Path) -> Path:
    """The folder, resolved, if it is a guide; otherwise an error that tells why not."""
    content = folder / "content"
    if not folder.is_dir():
        guides = [sibling.name for sibling in folder.parent.glob("*") if (sibling / "content").is_dir()]
        from crpsguide.spelling import near_misses  # only for those who mistype

        meant = near_misses(folder.name, guides)
        help = f"Did you mean “{folder.with_name(meant[0])}”?" if meant else "Check the spelling."
        raise GuideError(f"There is no folder {folder}, so there is no “content” to read.", help)
    if not content.exists():
        raise GuideError(
            f"The folder {folder} is no guide: it holds no folder “content”.", "Name the folder that “content” lies in."
        )
    if not content.is_dir():
        raise GuideError(f"{content} should be a folder, but it is a file.", "Give the file another name.")
    try:
        has_page = any(content.rglob("*.md")) or not os.access(content, os.R_OK | os.X_OK)  # `read` reports that
    except RecursionError:  # folders nested too deeply, which `read` reports
        has_page = True
    if not has_page:
        raise GuideError(
            f"The folder {content} holds no page yet.",
            "Write a page with “crpsguide new page …”, or put back the files that were there.",
        )
    return folder.resolve()
