"""Which files of a guide are read or published, and troubles about the others."""

import os
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from tests.read.bodies import ReadFiles

from crpsguide.model import Site
from crpsguide.read import read_site

INDEX = "---\ntitle: Welcome\n---\n\nWords.\n"
SECRET = "nam: TOP-SECRET"


def told(site: Site) -> list[tuple[str, str]]:
    return [(str(one.place.path), one.message) for one in site.troubles]


@pytest.mark.parametrize(
    "name",
    [
        *(".hidden", ".git/config", "index.md~", "#index.md#", ".index.md.swp", "a.swp", "a.swo", "a.tmp", "a.orig"),
        *("a.rej", "Thumbs.db", "desktop.ini", "Icon\r", ".DS_Store"),
    ],
)
def test_files_of_programs_are_nobodys_business(name: str, read_files: ReadFiles) -> None:
    site = read_files({"pages/index.md": INDEX, f"pages/{name}": "x", f"media/{name}": "x"})

    assert (told(site), site.assets) == ([], {})


@pytest.mark.parametrize(
    ("name", "says"),
    [
        pytest.param(os.fsdecode(b"caf\xe9.md"), "not UTF-8", id="another encoding"),
        pytest.param("a\u200bb.md", "aU+200Bb", id="a sign that nobody sees"),
        pytest.param("a\x1b[2J.md", "aU+001B[2J.md", id="an order to a terminal"),
        *(pytest.param(f"a{sign}b.md", f"“{sign}”", id=f"a {sign}") for sign in '<>:"|?*\\'),
        *(pytest.param(f"{name}.md", "Windows", id=name) for name in ("con", "PRN", "aux", "Nul", "com1", "lpt9")),
        pytest.param("con.plain.md", "Windows", id="a device with two endings"),
        pytest.param("a.txt.", "blank or a dot", id="a dot at the end"),
        pytest.param("a.txt ", "blank or a dot", id="a blank at the end"),
    ],
)
def test_a_name_that_not_all_can_hold_is_told_and_not_read(name: str, says: str, read_files: ReadFiles) -> None:
    site = read_files({"pages/index.md": INDEX, f"pages/{name}": INDEX})

    [(path, message)] = told(site)
    assert says in message
    assert path.isprintable()
    assert ([*site.pages], site.assets) == ([PurePosixPath("index.md")], {})


@pytest.mark.parametrize("name", ["console.md", "com10.md", "a b.md", "größe.md", "50%.md", "a'b&c.md"])
def test_other_names_are_taken(name: str, read_files: ReadFiles) -> None:
    assert told(read_files({"pages/index.md": INDEX, f"pages/{name}": INDEX})) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("plan.md", "Plan.md", id="capitals"),
        pytest.param("p\u00e9rou.md", "pe\u0301rou.md", id="a letter of one sign or two"),
    ],
)
def test_two_names_that_are_one_elsewhere_are_told(one: str, other: str, read_files: ReadFiles) -> None:
    [(_, message)] = told(read_files({"pages/index.md": INDEX, f"pages/{one}": INDEX, f"pages/{other}": INDEX}))

    assert "for one file" in message


@pytest.mark.parametrize(
    "name",
    [
        *("index (2).md", "index (conflicted copy of Ann 2026).md", "index copy.md", "index - Copy 3.md"),
        *("Copy of index.md", "index.sync-conflict-20260101-120000-ABCDEFG.md", "index.md.bak", "index.md.old"),
    ],
)
def test_a_copy_is_told_and_not_read(name: str, read_files: ReadFiles) -> None:
    site = read_files({"pages/index.md": INDEX, f"pages/{name}": INDEX})

    assert told(site) == [(f"content/pages/{name}", "This file is a copy of “index.md”, so nothing of it is read.")]
    assert ([*site.pages], site.assets) == ([PurePosixPath("index.md")], {})


@pytest.mark.parametrize("name", ["plan (2).md", "copy.md", "copy of the letter.md"])
def test_what_is_a_copy_of_no_file_here_is_read(name: str, read_files: ReadFiles) -> None:
    site = read_files({"pages/index.md": INDEX, f"pages/{name}": INDEX})

    assert (told(site), PurePosixPath(name) in site.pages) == ([], True)


@pytest.mark.parametrize(
    ("link", "target", "says"),
    [
        pytest.param("pages/more.md", "index.md", "", id="to a page"),
        pytest.param("pages/hand.txt", "../media/hand.txt", "", id="to what is published with the pages"),
        pytest.param("media/foot.txt", "../pages/foot.txt", "", id="to what is published among the pages"),
        pytest.param("wording/more.yaml", "list.yaml", "", id="from record to record"),
        pytest.param("pages/a.txt", "../wording/list.yaml", "leads out of", id="to a record that is not published"),
        pytest.param("media/a.txt", "../wording/list.yaml", "leads out of", id="the same from beside the pages"),
        pytest.param("pages/a.txt", "../../secret.txt", "leads out of", id="out of the content"),
        pytest.param("pages/a.txt", "../../templates/a.txt", "leads out of", id="to a template"),
        pytest.param("wording/a.yaml", "../../secret.txt", "leads out of", id="out of the content, for a record"),
        pytest.param("../templates/a.css", "../content/pages/foot.txt", "leads out of", id="out of the templates"),
        pytest.param("pages/a.txt", "/etc/hostname", "leads out of", id="to the system"),
        pytest.param("pages/again", "living", "leads to a folder", id="to a folder"),
        pytest.param("pages/a.txt", "nowhere.txt", "leads nowhere", id="nowhere"),
        pytest.param("pages/a.txt", "a.txt", "leads nowhere", id="to itself"),
    ],
)
def test_where_a_link_on_the_disk_may_lead(
    link: str, target: str, says: str, read_files: ReadFiles, tmp_path: Path
) -> None:
    read_files(
        {
            **{"pages/index.md": INDEX, "pages/foot.txt": "A foot.", "media/hand.txt": "A hand."},
            **{"pages/living/a.md": INDEX, "wording/list.yaml": "a: {say: b, words: [c]}"},
            **{"../secret.txt": SECRET, "../templates/a.txt": SECRET},
        }
    )
    (tmp_path / "content" / link).symlink_to(target)

    site = read_site(tmp_path)

    assert [says in message for _, message in told(site)] == [True] * bool(says)
    assert not says or all(one.name.name != PurePosixPath(link).name for one in site.assets.values())


def test_a_pipe_is_told_and_waited_for_by_nobody(read_files: ReadFiles, tmp_path: Path) -> None:
    read_files({"pages/index.md": INDEX})
    os.mkfifo(tmp_path / "content/pages/pipe.sock")

    assert told(read_site(tmp_path)) == [("content/pages/pipe.sock", "This is neither a file nor a folder.")]


def test_folders_in_each_other_have_an_end(read_files: ReadFiles) -> None:
    [(_, message)] = told(read_files({"pages/index.md": INDEX, f"pages/{'a/' * 101}b.md": INDEX}))

    assert "More than 100 folders" in message


@pytest.mark.parametrize(
    ("where", "call", "says"),
    [
        pytest.param(os, "listdir", "No permission to open this folder.", id="folder"),
        pytest.param(Path, "open", "No permission to read this file.", id="file"),
    ],
)
def test_what_nobody_may_read_is_told(
    where: Any, call: str, says: str, read_files: ReadFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may: Callable[..., Any] = getattr(where, call)

    def refuse(path: object, *more: object) -> Any:
        if "locked" in str(path):
            raise PermissionError
        return may(path, *more)

    read_files({"pages/index.md": INDEX, "pages/locked/a.md": INDEX})
    monkeypatch.setattr(where, call, refuse)

    site = read_site(tmp_path)

    assert [message for _, message in told(site)] == [says]
    assert [*site.pages] == [PurePosixPath("index.md")]
