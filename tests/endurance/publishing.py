"""Builds a small guide under real faults (kills, full disks, other users, concurrent builds), and counts failures.

    python -m tests.endurance.publishing [KILLS]

After each fault the published site has to be exactly the old or the new one, the next build has to equal a clean build,
and files of others have to be untouched. Faults that this machine does not allow are printed, and not counted.
"""

import contextlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.guides import page, write, write_guide

from crpsguide.cli import main as crpsguide

NOBODY, UNKNOWN_USER = 65534, 54321  # user ids: an ordinary user, and one without an entry in the user database
ORPHAN_SECONDS = 10  # that a worker process may take to notice that its parent has ended
SOURCE_DATE_EPOCH = "1795000000"
FOREIGN_FILES = {"notes.txt": "mine", "build/mine.txt": "mine"}
BUILD_ENTRIES = {
    *("cache", "hosting", "mine.txt", "report", "site"),
    *(".hosting.crpsguide", ".report.crpsguide", ".site.crpsguide"),
}
STAGING_ENTRIES = {"lock", "published.json"}
CRASH_WORDS = ("Traceback", "made a mistake", "Exception", "BrokenPipe")
VERSIONS = ("Old words.\n", "New words, and a [link](living/pacing.md).\n")
SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGKILL, signal.SIGINT, signal.SIGTERM)
SMALL_FILE_ROUNDS, FULL_DISK_ROUNDS, CONCURRENT_ROUNDS = 40, 10, 40
EDITING_SECONDS = 30
TIMESTAMPS = (0, 4102444800)  # of 1970 and 2100

Tree = Mapping[str, tuple[int, bytes]]


@dataclass(frozen=True, slots=True)
class Build:
    """A finished build: its exit status, and all that it printed."""

    status: int
    output: str

    @property
    def has_crashed(self) -> bool:
        """Whether it printed an exception of its own."""
        return any(one in self.output for one in CRASH_WORDS)

    def __str__(self) -> str:
        return f"exit status {self.status}: {self.output[-300:]}"


class Guide:
    """A guide in two versions, the clean site of each, and the failures so far."""

    def __init__(self, root: Path) -> None:
        self.path = write_guide(root / "guide")
        for name, text in FOREIGN_FILES.items():
            write(self.path / name, text)
        self.clean_sites = [self._clean_site(root / f"clean{number}", text) for number, text in enumerate(VERSIONS)]
        self.failures: list[str] = []
        self.version = 0
        self.write_version(0)
        self.check_recovered("first build", self.build())

    def _clean_site(self, root: Path, text: str) -> Tree:
        # Built in this process, so that child processes inherit the imported program.
        guide = write_guide(root, index=page(text))
        assert crpsguide(["build", str(guide), "--no-cache", "--jobs", "1"]) == 0
        return tree(guide / "build/site")

    @property
    def site(self) -> Tree:
        """The site that is published now."""
        return tree(self.path / "build/site")

    @property
    def clean_site(self) -> Tree:
        """The site of a clean build of the current version."""
        return self.clean_sites[self.version]

    def write_version(self, version: int) -> None:
        """Write the page in which the two versions differ."""
        self.version = version
        write(self.path / "content/pages/index.md", page(VERSIONS[version]))

    def switch_version(self) -> None:
        """Write the other version."""
        self.write_version(1 - self.version)

    def build(
        self,
        *options: str,
        in_child: Callable[[], object] = lambda: None,
        in_parent: Callable[[int], object] = lambda child: None,
    ) -> Build:
        """Build in a child process, after `in_child` in it; `in_parent` runs meanwhile, and is given its number.

        Version 1 is built with a worker process, version 0 without. No process may outlive the build.
        """
        with tempfile.TemporaryFile() as log:
            child = os.fork()
            if child == 0:
                status = 99
                os.setpgid(0, 0)
                try:
                    for stream in (1, 2):
                        os.dup2(log.fileno(), stream)
                    in_child()
                    status = crpsguide(["build", str(self.path), "--jobs", str(1 + self.version), *options])
                    sys.stdout.flush()
                finally:
                    os._exit(status)
            in_parent(child)
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            if not ends_soon(child):
                self.fail(f"a process of the build is still running {ORPHAN_SECONDS} seconds after it")
            log.seek(0)
            return Build(status, log.read().decode("utf-8", "replace"))

    def fail(self, failure: str) -> None:
        """Record and print a failure."""
        self.failures.append(failure)
        print(f"    {failure}", flush=True)

    def check_intact(self, fault: str, build: Build) -> None:
        """The site is that of one of the versions, and files of others are untouched."""
        if self.site not in self.clean_sites:
            self.fail(f"{fault}: the site is neither the old nor the new one")
        for name, text in FOREIGN_FILES.items():
            if not (self.path / name).is_file() or (self.path / name).read_text() != text:
                self.fail(f"{fault}: {name} is lost")
        if build.has_crashed:
            self.fail(f"{fault}: {build}")

    def check_recovered(self, fault: str, build: Build) -> None:
        """The site is that of a clean build, and no temporary file is left."""
        self.check_intact(fault, build)
        if build.status != 0 or self.site != self.clean_site:
            self.fail(f"{fault}: the next build differs from a clean one: {build}")
        folder = self.path / "build"
        left = {one.name for one in folder.iterdir()} - BUILD_ENTRIES
        left |= {one.name for one in (folder / ".site.crpsguide").iterdir()} - STAGING_ENTRIES
        left |= {one.name for one in (folder / "cache").glob("*.*.*")}
        if left:
            self.fail(f"{fault}: temporary files are left: {sorted(left)}")

    def build_under_fault(
        self,
        fault: str,
        *,
        error: str = "",
        in_child: Callable[[], object] = lambda: None,
        in_parent: Callable[[int], object] = lambda child: None,
    ) -> None:
        """Build the other version under a fault, and again without it. With `error`, the first build must print it."""
        self.switch_version()
        build = self.build(in_child=in_child, in_parent=in_parent)
        self.check_intact(fault, build)
        if error and (build.status != 2 or error not in build.output):
            self.fail(f"{fault}: expected the error “{error}”: {build}")
        self.check_recovered(fault, self.build())


def ends_soon(group: int) -> bool:
    """Whether all processes of a process group end within `ORPHAN_SECONDS`."""
    end = time.monotonic() + ORPHAN_SECONDS
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False


def tree(folder: Path) -> Tree:
    """The mode and the bytes of every file below a folder, by path."""
    return {
        one.relative_to(folder).as_posix(): (one.stat().st_mode, one.read_bytes())
        for one in sorted(folder.rglob("*"))
        if one.is_file()
    }


def build_into_protected_folders(guide: Guide) -> int:
    """Name output folders in which a site would replace other files: every build has to refuse."""
    path = guide.path
    (path / "copy/.git").mkdir(parents=True)
    write(path / "link-to/mine.txt", "mine")
    (path / "link").symlink_to("link-to")
    within = ("content", "content/pages", "content/new", "build", "copy", "link", "notes.txt")
    outputs = ["/", str(Path.home()), str(path), str(path.parent), *(str(path / one) for one in within)]
    before = _without_own_files(tree(path))
    for output in outputs:
        build = guide.build("--output", output)
        if build.status != 2 or "output" not in build.output or _without_own_files(tree(path)) != before:
            guide.fail(f"output {output}: {build}")
    shutil.rmtree(path / "copy")
    shutil.rmtree(path / "link-to")
    (path / "link").unlink()
    return len(outputs)


def _without_own_files(files: Tree) -> Tree:
    return {name: file for name, file in files.items() if "cache" not in name and ".crpsguide/" not in name}


def build_after_leftovers(guide: Guide) -> int:
    """Build after an earlier build left temporary files, or after somebody damaged or deleted files in `build`."""
    folder = guide.path / "build"
    staging, cache = folder / ".site.crpsguide", folder / "cache"
    faults: dict[str, Callable[[], object]] = {
        "stale lock file": lambda: write(staging / "lock", "12345"),
        "unfinished new site": lambda: write(staging / "new/index.html", "junk"),
        "old site that was not deleted": lambda: write(staging / "old/index.html", "junk"),
        "announced exchange that did not happen": lambda: write(staging / "announced.json", '["index.html"]'),
        "truncated announcement": lambda: write(staging / "announced.json", '["index.ht'),
        "cache of zero bytes": lambda: [one.write_bytes(bytes(99)) for one in cache.iterdir()],
        "truncated cache": lambda: [one.write_bytes(one.read_bytes()[:200]) for one in cache.iterdir()],
        "deleted cache": lambda: shutil.rmtree(cache),
        "deleted dashboard": lambda: shutil.rmtree(folder / "report"),
        "deleted site": lambda: shutil.rmtree(folder / "site"),
    }
    for fault, make in faults.items():
        make()
        guide.switch_version()
        guide.check_recovered(fault, guide.build())
    return len(faults)


def build_with_file_size_limits(guide: Guide, random_: random.Random) -> int:
    """Limit the size of each file, so that writes fail as they do on a full disk."""
    for _ in range(SMALL_FILE_ROUNDS):
        limit = int(10 ** random_.uniform(1.5, 5))
        guide.build_under_fault(
            f"files of at most {limit} bytes",
            in_child=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (limit, limit)),
        )
    return SMALL_FILE_ROUNDS


def build_on_full_disk(guide: Guide, root: Path) -> int:
    """Build on a mounted disk that is too full, free some space, and build again."""
    disk = root / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        print("  full disk: this machine does not allow mounting one")
        return 0
    try:
        refused = sum(_build_on_full_disk(guide, disk, number) for number in range(FULL_DISK_ROUNDS))
    finally:
        subprocess.run(["umount", disk], check=False)
    print(f"  full disk: {refused} of {FULL_DISK_ROUNDS} builds had too little space")
    return FULL_DISK_ROUNDS


def _build_on_full_disk(guide: Guide, disk: Path, number: int) -> bool:
    """One round, in which the disk has `number` free blocks; whether the build was refused."""
    site, filler = disk / "site", disk / "filler"
    guide.write_version(number % 2)
    before = tree(site)
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4096)):
            pass
    os.truncate(filler, max(0, filler.stat().st_size - number * 4096))
    build = guide.build("--output", str(site))
    if tree(site) not in (before, *guide.clean_sites) or (build.status and "no space left" not in build.output):
        guide.fail(f"full disk: {build}")
    filler.unlink()
    retry = guide.build("--output", str(site))
    if tree(site) != guide.clean_site:
        guide.fail(f"disk with space again: {retry}")
    return build.status == 2


def build_as_other_users(guide: Guide, root: Path) -> int:
    """Build as a user who may not write, as one who may not read, and as one without an entry in the database."""
    if os.geteuid() != 0:
        print("  other users: only root can switch to one")
        return 0
    for folder in (root, *root.parents):
        if not folder.stat().st_mode & 0o001:
            folder.chmod(folder.stat().st_mode | 0o055)
    public = root / "public"
    public.mkdir()
    public.chmod(0o777)

    guide.build_under_fault("no permission to write", in_child=lambda: _become(NOBODY), error="permission")

    build = guide.build("--output", str(public / "site"), in_child=lambda: _become(UNKNOWN_USER))
    if build.status != 0 or tree(public / "site") != guide.clean_site:
        guide.fail(f"user without a name: {build}")

    unreadable = guide.path / "content/pages/hidden.md"
    write(unreadable, page("Words.\n"))
    unreadable.chmod(0)
    build = guide.build("--output", str(public / "other"), in_child=lambda: _become(NOBODY))
    if build.status != 1 or "hidden.md:1:1" not in build.output or "permission" not in build.output.casefold():
        guide.fail(f"no permission to read: {build}")
    unreadable.unlink()
    return 3


def _become(user: int) -> None:
    os.environ.pop("HOME", None)
    os.setgroups([])
    os.setgid(user)
    os.setuid(user)


def build_in_unusual_environments(guide: Guide, root: Path) -> int:
    """Vary time zone, locale, standard streams, limits and clocks: the site has to have the same bytes."""
    program = f"{sys.executable} -m crpsguide build"
    environments: dict[str, tuple[str, dict[str, str]]] = {
        "far east, Turkish": ("umask 000; {}", {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"}),
        "far west, ASCII": ("umask 077; {}", {"TZ": "America/Adak", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}),
        "no home folder": ("unset HOME; {}", {"PYTHONHASHSEED": "1"}),
        "eight workers": ("{} --jobs 8", {"PYTHONHASHSEED": "0"}),
        "another working directory": ("cd /; {}", {}),
        "stdout closed": ("{} >&-", {}),
        "stderr closed": ("{} 2>&-", {}),
        "all streams closed": ("{} <&- >&- 2>&-", {}),
        "streams that cannot be written": ("{} >/dev/full 2>/dev/full", {}),
        "broken pipe": ("{} | head -c 0", {}),
        "few open files": ("ulimit -n 32; {}", {}),
        "little memory": ("ulimit -v 1500000; {}", {}),
        **({"clock a year behind": ("faketime -f -1y {}", {})} if shutil.which("faketime") else {}),
    }
    for number, (name, (shell_format, variables)) in enumerate(environments.items()):
        output = root / f"environments/{number}/site"
        command = shell_format.format(f"{program} {guide.path} --no-cache --output {output}")
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | variables
        run = subprocess.run(["sh", "-c", command], capture_output=True, env=environment, check=False)
        build = Build(run.returncode, (run.stdout + run.stderr).decode("utf-8", "replace"))
        if build.status or tree(output) != guide.clean_site or build.has_crashed:
            guide.fail(f"{name}: {build}")
    for timestamp in TIMESTAMPS:
        for path in (guide.path / "content").rglob("*"):
            os.utime(path, (timestamp, timestamp))
        guide.build_under_fault(f"pages modified at second {timestamp}")
    return len(environments) + len(TIMESTAMPS)


def build_concurrently(guide: Guide) -> int:
    """Start two builds at the same moment: at least one publishes, and the other does too or is refused."""
    for number in range(CONCURRENT_ROUNDS):
        guide.write_version(number % 2)
        other = os.fork()
        if other == 0:
            os._exit(guide.build("--no-cache").status)
        build = guide.build("--no-cache")
        other_status = os.waitstatus_to_exitcode(os.waitpid(other, 0)[1])
        guide.check_intact("concurrent builds", build)
        refused_without_reason = build.status == 2 and "Another build" not in build.output
        if not {build.status, other_status} <= {0, 2} or refused_without_reason:
            guide.fail(f"concurrent builds: the other with exit status {other_status}, this with {build}")
        guide.check_recovered("concurrent builds", guide.build())
    return CONCURRENT_ROUNDS


def build_while_pages_change(guide: Guide, random_: random.Random) -> int:
    """Build while another process deletes pages and writes them again."""
    pacing = guide.path / "content/pages/living/pacing.md"
    text = pacing.read_text()
    editor = os.fork()
    if editor == 0:
        _edit_without_end(guide, pacing, random_)
    end, rounds = time.monotonic() + EDITING_SECONDS, 0
    while time.monotonic() < end:
        build = guide.build()
        rounds += 1
        if build.status not in (0, 1, 2) or build.has_crashed:
            guide.fail(f"changing pages: {build}")
        if not guide.site.keys() >= {"index.html", "404.html", "_headers"}:
            guide.fail("changing pages: the site is incomplete")
    os.kill(editor, signal.SIGKILL)
    os.waitpid(editor, 0)
    pacing.write_text(text)
    guide.write_version(0)
    guide.check_recovered("changing pages", guide.build())
    return rounds


def _edit_without_end(guide: Guide, pacing: Path, random_: random.Random) -> None:
    text = pacing.read_text()
    while True:
        with contextlib.suppress(OSError):
            pacing.unlink()
            time.sleep(random_.uniform(0, 0.01))
            pacing.write_text(text)
            guide.write_version(random_.randrange(2))
            time.sleep(random_.uniform(0, 0.01))


def kill_builds(guide: Guide, kills: int, random_: random.Random) -> int:
    """Send a signal to builds at random moments: mostly SIGKILL, which no process can handle."""
    begin = time.monotonic()
    guide.build_under_fault("no signal")
    build_seconds = (time.monotonic() - begin) / 2

    for number in range(kills):
        sent, delay = SIGNALS[number % len(SIGNALS)], random_.uniform(0, build_seconds)
        guide.build_under_fault(f"{sent.name} after {delay:.3f} s", in_parent=partial(_send_signal, sent, delay))
    return kills


def _send_signal(sent: signal.Signals, delay: float, child: int) -> None:
    time.sleep(delay)
    os.kill(child, sent)


def main(arguments: Iterable[str]) -> int:
    """Run all faults; 1 when there was a failure."""
    kills = int(next(iter(arguments), "300"))
    os.environ["SOURCE_DATE_EPOCH"] = SOURCE_DATE_EPOCH
    seed = random.SystemRandom().randrange(2**32)
    random_ = random.Random(seed)
    print(f"publishing under faults, seed {seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="publishing-") as folder:
        root = Path(folder).resolve()
        guide = Guide(root)
        faults: dict[str, Callable[[], int]] = {
            "protected folders": lambda: build_into_protected_folders(guide),
            "leftovers": lambda: build_after_leftovers(guide),
            "limited file sizes": lambda: build_with_file_size_limits(guide, random_),
            "full disk": lambda: build_on_full_disk(guide, root),
            "other users": lambda: build_as_other_users(guide, root),
            "unusual environments": lambda: build_in_unusual_environments(guide, root),
            "concurrent builds": lambda: build_concurrently(guide),
            "changing pages": lambda: build_while_pages_change(guide, random_),
            "signals": lambda: kill_builds(guide, kills, random_),
        }
        total = sum(_counted(name, inject, guide) for name, inject in faults.items())
    print(f"publishing: {total} faults, {len(guide.failures)} failures")
    return 1 if guide.failures else 0


def _counted(name: str, inject: Callable[[], int], guide: Guide) -> int:
    failures_before, begin = len(guide.failures), time.monotonic()
    rounds = inject()
    failures, seconds = len(guide.failures) - failures_before, time.monotonic() - begin
    print(f"  {name}: {rounds} rounds, {failures} failures, {seconds:.0f} s", flush=True)
    return rounds


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
