"""Publishing is atomic, and never deletes or overwrites foreign files."""

import ctypes
import errno
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from typing import Any

import pytest

import crpsguide.publish
from crpsguide.errors import GuideError
from crpsguide.model import Asset
from crpsguide.publish import publish_files

SITE = {"index.html": b"one", "a/b.html": b"two"}
NEXT = {"index.html": b"ONE", "c.html": b"three"}

Publish = Callable[..., crpsguide.publish.Published]


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    (tmp_path / "guide/content").mkdir(parents=True)
    return tmp_path / "guide"


@pytest.fixture
def publish(guide: Path) -> Publish:
    def _publish(files: Mapping[str, bytes], output: Path | None = None, **more: Any) -> Any:
        named = {PurePosixPath(name): content for name, content in files.items()}
        return publish_files(named, (), output or guide / "build/site", guide=guide, **more)

    return _publish


def tree(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_a_site_is_published_and_then_replaced(publish: Publish, guide: Path) -> None:
    publish(SITE)
    published = publish(NEXT)

    assert published.changed
    assert tree(guide / "build/site") == NEXT


def test_a_file_that_is_no_longer_rendered_is_deleted(publish: Publish, guide: Path) -> None:
    publish(SITE)

    published = publish({"index.html": b"one"})

    assert published.changed
    assert tree(guide / "build/site") == {"index.html": b"one"}


def test_the_site_is_replaced_without_atomic_exchange(
    publish: Publish, guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crpsguide.publish, "_exchange", lambda first, second: False)
    publish(SITE)

    publish(NEXT)

    assert tree(guide / "build/site") == NEXT


def test_only_the_staging_folder_remains_next_to_the_site(publish: Publish, guide: Path) -> None:
    publish(SITE)
    publish(NEXT)

    assert set(tree(guide / "build/.site.crpsguide")) == {"lock", "published.json"}


def test_an_unchanged_site_is_not_rewritten(publish: Publish, guide: Path) -> None:
    def written() -> list[tuple[int, int, int]]:  # not when it was read, which a build does to compare
        stats = [one.stat() for one in (guide / "build/site", guide / "build/site/index.html")]
        return [(one.st_ino, one.st_mtime_ns, one.st_ctime_ns) for one in stats]

    publish(SITE)
    before = written()

    published = publish(SITE)

    assert not published.changed
    assert written() == before


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda file: file.write_text("mine"), id="other words"),
        pytest.param(lambda file: file.write_bytes(b"own"), id="as many bytes"),
        pytest.param(lambda file: file.chmod(0o600), id="nobody else may read it"),
        pytest.param(Path.unlink, id="taken away"),
    ],
)
def test_a_modified_file_is_written_again(change: Callable[[Path], object], publish: Publish, guide: Path) -> None:
    publish(SITE)
    page = guide / "build/site/index.html"
    change(page)

    publish(SITE)

    assert tree(guide / "build/site") == SITE
    assert stat.S_IMODE(page.stat().st_mode) == 0o644


def picture_of(guide: Path) -> Asset:
    (guide / "content/hand.png").write_bytes(b"png")
    return Asset(
        path=PurePosixPath("content/hand.png"),
        name=PurePosixPath("hand.png"),
        address=PurePosixPath("media/hand.png"),
        file=guide / "content/hand.png",
    )


def test_assets_are_copied(guide: Path) -> None:
    publish_files({}, [picture_of(guide)], guide / "build/site", guide=guide)

    published = guide / "build/site/media/hand.png"
    assert (published.is_symlink(), published.read_bytes()) == (False, b"png")


def test_an_asset_with_the_same_size_and_date_is_copied_if_it_differs(guide: Path) -> None:
    picture = picture_of(guide)
    publish_files({}, [picture], guide / "build/site", guide=guide, timestamp=1_000_000_000)
    picture.file.write_bytes(b"new")
    os.utime(picture.file, (1_000_000_000, 1_000_000_000))

    publish_files({}, [picture], guide / "build/site", guide=guide, timestamp=1_000_000_000)

    assert tree(guide / "build/site") == {"media/hand.png": b"new"}


def test_modes_do_not_depend_on_the_umask(publish: Publish, guide: Path) -> None:
    umask = os.umask(0o077)

    publish(SITE)

    os.umask(umask)
    modes = {stat.S_IMODE(one.stat().st_mode) for one in (guide / "build/site").rglob("*.html")}
    folders = {stat.S_IMODE(one.stat().st_mode) for one in (guide / "build/site", guide / "build/site/a")}
    assert (modes, folders) == ({0o644}, {0o755})


def test_the_timestamp_is_the_modification_time_of_every_file(publish: Publish, guide: Path) -> None:
    publish(SITE)

    publish(SITE, timestamp=1_000_000_000)

    dates = {one.stat().st_mtime for one in (guide / "build/site").rglob("*")}
    assert dates == {1_000_000_000}
    assert not publish(SITE, timestamp=1_000_000_000).changed


def test_an_empty_output_folder_is_used(publish: Publish, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()

    publish(SITE, tmp_path / "www")

    assert tree(tmp_path / "www") == SITE


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("/", id="root"),
        pytest.param("home", id="home"),
        pytest.param("guide", id="the guide"),
        pytest.param("guide/content", id="content"),
        pytest.param("guide/content/pages", id="within content"),
        pytest.param("guide/templates", id="templates"),
        pytest.param(".", id="what holds the guide"),
        pytest.param("guide/.git/site", id="a history"),
        pytest.param("copy", id="a working copy"),
        pytest.param("guide/build/.site.crpsguide/new", id="where sites are made ready"),
        pytest.param("full", id="a folder of somebody else's"),
        pytest.param("full/mine.txt", id="a file"),
        pytest.param("loop", id="a link to itself"),
    ],
)
def test_a_protected_output_folder_is_rejected(
    place: str, publish: Publish, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "copy/.git").mkdir(parents=True)
    (tmp_path / "full").mkdir()
    (tmp_path / "full/mine.txt").write_text("mine")
    (tmp_path / "loop").symlink_to("loop")
    before = {*tmp_path.rglob("*")}

    with pytest.raises(GuideError, match="output"):
        publish(SITE, tmp_path / place)

    assert {*tmp_path.rglob("*")} == before
    assert (tmp_path / "full/mine.txt").read_text() == "mine"


@pytest.mark.parametrize("place", ["content/pages", "templates"])
def test_a_protected_folder_is_rejected_behind_a_link(place: str, guide: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(guide)

    with pytest.raises(GuideError, match="output"):
        publish_files({PurePosixPath("a.html"): b"a"}, (), guide / place, guide=tmp_path / "link")

    assert not (guide / place).exists()


@pytest.mark.parametrize("note", ["published.json", "announced.json"])
@pytest.mark.parametrize("words", ["5", '[["a"], {"b": 1}]', '{"a": 1}', "[" * 9999, "\xff"])
def test_a_malformed_list_of_published_files_counts_as_empty(
    note: str, words: str, publish: Publish, guide: Path
) -> None:
    desk = guide / "build/.site.crpsguide"
    desk.mkdir(parents=True)
    (desk / note).write_text(words, encoding="latin-1")

    publish(SITE)

    assert tree(guide / "build/site") == SITE


def test_links_and_pipes_in_the_staging_folder_are_not_followed(publish: Publish, guide: Path) -> None:
    desk, mine = guide / "build/.site.crpsguide", guide / "mine"
    desk.mkdir(parents=True)
    mine.mkdir()
    (mine / "kept.txt").write_text("kept")
    (desk / "new").symlink_to(mine)
    (desk / "old").symlink_to("nowhere")
    os.mkfifo(desk / "lock")

    publish(SITE)

    assert tree(guide / "build/site") == SITE
    assert tree(mine) == {"kept.txt": b"kept"}


def test_too_deeply_nested_folders_are_reported(publish: Publish, guide: Path) -> None:
    publish(SITE)
    deep = "i=0; while [ $i -lt 1200 ]; do mkdir d; cd d; i=$((i + 1)); done"
    subprocess.run(["sh", "-c", deep], cwd=guide / "build/site", check=True)

    with pytest.raises(GuideError, match="in each other"):
        publish(NEXT)

    subprocess.run(["rm", "-rf", guide / "build/site/d"], check=True)  # no tool of Python's goes as deep


def test_an_output_folder_within_a_published_site_is_rejected(publish: Publish, guide: Path) -> None:
    publish(SITE)

    with pytest.raises(GuideError, match="lies within the site in"):
        publish(NEXT, guide / "build/site/new/site")

    assert tree(guide / "build/site") == SITE
    assert publish(NEXT).changed


def test_a_user_without_a_home_can_publish(publish: Publish, guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", no_home)

    publish(SITE)

    assert tree(guide / "build/site") == SITE


@pytest.mark.parametrize(
    ("name", "target"),
    [("CNAME", "nowhere"), ("a/new.html", "index.html"), pytest.param("photos", "empty", id="link to an empty folder")],
)
def test_a_foreign_file_in_the_output_folder_stops_the_build(
    name: str, target: str, publish: Publish, guide: Path
) -> None:
    publish(SITE)
    (guide / "empty").mkdir()
    (guide / "build/site" / name).symlink_to(guide / target)

    with pytest.raises(GuideError, match=re.escape(name)):
        publish(NEXT)

    assert (guide / "build/site" / name).is_symlink()
    assert (guide / "build/site/index.html").read_bytes() == b"one"


def test_the_target_of_a_linked_output_folder_is_replaced(publish: Publish, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "site").symlink_to("disk")

    publish(SITE, tmp_path / "site")
    publish(NEXT, tmp_path / "site")

    assert (tmp_path / "site").is_symlink()
    assert tree(tmp_path / "disk") == NEXT


def test_a_link_to_a_folder_with_foreign_files_is_rejected(publish: Publish, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "disk/mine.txt").write_text("mine")
    (tmp_path / "site").symlink_to("disk")

    with pytest.raises(GuideError, match="disk is not empty, and crpsguide did not make what is in it"):
        publish(SITE, tmp_path / "site")

    assert tree(tmp_path / "disk") == {"mine.txt": b"mine"}
    assert not (tmp_path / ".disk.crpsguide").exists()


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("../escaped.html", id="up"),
        pytest.param("a/../../escaped.html", id="down and up"),
        pytest.param("{guide}/escaped.html", id="from the root"),
    ],
)
def test_a_path_outside_the_output_folder_is_rejected(name: str, publish: Publish, guide: Path) -> None:
    with pytest.raises(GuideError, match="outside"):
        publish({name.format(guide=guide): b"x"})

    assert not list(guide.rglob("escaped.html"))


def test_a_concurrent_build_is_rejected(publish: Publish, guide: Path) -> None:
    publish(SITE)
    hold = (
        "import fcntl, sys, time; lock = open(sys.argv[1], 'w'); fcntl.flock(lock, fcntl.LOCK_SH);"
        "print('held', flush=True); time.sleep(60)"
    )
    lock = guide / "build/.site.crpsguide/lock"
    other = subprocess.Popen([sys.executable, "-c", hold, str(lock)], stdout=subprocess.PIPE)
    assert other.stdout
    other.stdout.readline()

    with pytest.raises(GuideError, match="Another build"):
        publish(NEXT)

    other.kill()  # the lock of a process that died does not stop anybody
    other.communicate()
    assert publish(NEXT).changed


@pytest.mark.parametrize(
    ("number", "words"),
    [
        pytest.param("ENOSPC", "no space(?s:.*)“--output”", id="disk full"),
        pytest.param("EACCES", "permission(?s:.*)“--output”", id="no permission"),
        pytest.param("EROFS", "permission(?s:.*)“--output”", id="read-only disk"),
        pytest.param("EIO", "input/output error(?s:.*)untouched.$", id="anything else"),
    ],
)
def test_a_disk_error_is_reported_in_plain_words(
    number: str, words: str, publish: Publish, guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(SITE)
    code = getattr(errno, number)

    def refuse(self: Path, content: bytes) -> int:
        raise OSError(code, os.strerror(code), str(self))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", refuse)
        with pytest.raises(GuideError, match="output") as refused:
            publish(NEXT)

    assert re.search(words, f"{refused.value} {refused.value.help}")
    assert tree(guide / "build/site") == SITE
    assert not (guide / "build/.site.crpsguide/new").exists()


KILL_EVERYWHERE = """
import os, sys
from pathlib import Path, PurePosixPath
from crpsguide.publish import publish_files
import crpsguide.publish

guide, swaps = Path(sys.argv[1]), sys.argv[2] == "swaps"
site = guide / "build/site"
ONE = {"index.html": b"one", "a/b.html": b"two"}
TWO = {"index.html": b"ONE", "c.html": b"three"}
CHANGES = ("open", "os.", "shutil.", "ctypes.")

def publish(files):
    publish_files({PurePosixPath(k): v for k, v in files.items()}, (), site, guide=guide)

def tree():
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}

def die_at(n):
    count = 0
    def watch(event, args):
        nonlocal count
        if event.startswith(CHANGES):
            count += 1
            if count == n:
                os._exit(9)
    sys.addaudithook(watch)

if not swaps:
    crpsguide.publish._exchange = lambda first, second: False
publish(ONE)
for n in range(1, 1000):
    child = os.fork()
    if child == 0:
        die_at(n)
        publish(TWO)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    # Where folders cannot change places there is one moment without a site; the next build mends it.
    assert (not swaps and not site.exists()) or tree() in (ONE, TWO), (n, tree())
    publish(ONE)
    assert tree() == ONE, n
    left = {p.name for p in (guide / "build/.site.crpsguide").iterdir()}
    assert left == {"lock", "published.json"}, (n, left)
    if code == 0:
        break
print(n)
"""


@pytest.mark.parametrize("way", ["swaps", "renames"])
def test_a_build_killed_at_any_moment_leaves_a_whole_site(way: str, guide: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", KILL_EVERYWHERE, str(guide), way], capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stderr
    assert int(run.stdout) > 20


@pytest.mark.parametrize("way", ["swaps", "renames"])
def test_a_power_cut_at_any_moment_leaves_a_whole_site(way: str, guide: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.power_cut", str(guide), way], capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stderr
    assert int(run.stdout) > 20


def refusing(number: int, is_refused: Callable[[int], bool]) -> Callable[[int], None]:
    """A disk that does not keep files or folders of some modes."""
    settle = os.fsync

    def fsync(opened: int) -> None:
        if is_refused(os.fstat(opened).st_mode):
            raise OSError(number, os.strerror(number))
        settle(opened)

    return fsync


@pytest.mark.parametrize(
    ("number", "is_refused"),
    [
        pytest.param(errno.EIO, stat.S_ISREG, id="a file"),
        pytest.param(errno.EIO, stat.S_ISDIR, id="a folder"),
        pytest.param(errno.EINVAL, stat.S_ISREG, id="a file, by the word for folders that are not kept"),
    ],
)
def test_a_failed_sync_is_reported(
    number: int, is_refused: Callable[[int], bool], publish: Publish, guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(SITE)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refusing(number, is_refused))
        with pytest.raises(GuideError, match=os.strerror(number).lower()):
            publish(NEXT)

    assert tree(guide / "build/site") == SITE


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_without_folder_sync_is_supported(
    number: int, publish: Publish, guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", refusing(number, stat.S_ISDIR))

    publish(SITE)

    assert tree(guide / "build/site") == SITE


def test_a_file_system_without_hard_links_is_supported(
    publish: Publish, guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    publish(SITE)
    monkeypatch.setattr(os, "link", refuse)

    publish(SITE | NEXT)

    assert tree(guide / "build/site") == SITE | NEXT


@pytest.mark.parametrize(
    "calls",
    [
        pytest.param({}, id="a system that does not know them"),
        pytest.param({"syncfs": lambda *_: -1, "renameat2": lambda *_: -1}, id="a disk that refuses them"),
    ],
)
def test_a_site_is_published_and_synced_without_linux_calls(
    calls: Mapping[str, Callable[..., int]], publish: Publish, guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = {f"{number}.html": b"page" for number in range(crpsguide.publish.MAX_SINGLE_SYNCS + 1)}
    publish(SITE)
    settled: set[int] = set()
    monkeypatch.setattr(ctypes, "CDLL", lambda name: SimpleNamespace(**calls))
    monkeypatch.setattr(os, "fsync", lambda opened: settled.add(os.fstat(opened).st_ino))

    publish(many)

    assert tree(guide / "build/site") == many
    assert {one.stat().st_ino for one in (guide / "build/site").rglob("*")} <= settled


def test_an_interrupted_build_cleans_up(publish: Publish, guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(SITE)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(crpsguide.publish, "_exchange", interrupt)
        with pytest.raises(KeyboardInterrupt):
            publish(NEXT)

    assert tree(guide / "build/site") == SITE
    assert set(tree(guide / "build/.site.crpsguide")) == {"lock", "published.json"}
