"""Do to the publishing of a small guide what can happen to it, for real, and count what it survives.

    python -m tests.endurance.publishing [KILLS]

After each fault the published site has to be the old one or the new one, whole, and the next build the same as a clean
one; what the tool did not write has to be there still. Faults that this machine does not allow are told, not counted.
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
from collections.abc import Callable
from pathlib import Path

from tests.guides import page, write, write_guide

from crpsguide.cli import main as crpsguide

NOBODY, NO_USER = 65534, 54321  # an ordinary user, and one that the system does not know
PATIENCE = 10  # seconds that a second process may take to see that the first has ended
DAY = "1795000000"  # seconds since 1970: all builds are of this day
FOREIGN = {"notes.txt": "mine", "build/mine.txt": "mine"}
KNOWN = {"cache", "hosting", "mine.txt", "report", "site", ".hosting.crpsguide", ".report.crpsguide", ".site.crpsguide"}
OUR_WORDS = ("Traceback", "made a mistake", "Exception", "BrokenPipe")
EDITIONS = ("Old words.\n", "New words, and a [link](living/pacing.md).\n")

Tree = dict[str, tuple[int, bytes]]


class Trial:
    """A guide in two editions, and what the site of each looks like after a clean build."""

    def __init__(self, root: Path) -> None:
        self.guide = write_guide(root / "guide")
        for name, words in FOREIGN.items():
            write(self.guide / name, words)
        self.clean = [self._clean(root / f"clean{number}", number) for number in range(len(EDITIONS))]
        self.wrong: list[str] = []
        self.edition = 0
        self.edit(0)
        self.expect_clean("first build", *self.build())

    def _clean(self, root: Path, edition: int) -> Tree:
        # In this process, so that those that are begun from it need not read the program anew.
        guide = write_guide(root, index=page(EDITIONS[edition]))
        assert crpsguide(["build", str(guide), "--no-cache", "--jobs", "1"]) == 0
        return tree(guide / "build/site")

    def edit(self, edition: int) -> None:
        """Write the page that differs."""
        self.edition = edition
        write(self.guide / "content/pages/index.md", page(EDITIONS[edition]))

    def build(
        self,
        *words: str,
        guide: Path | None = None,
        first: Callable[[], object] = lambda: None,
        during: Callable[[int], object] = lambda child: None,
    ) -> tuple[int, str]:
        """Build in a process of its own; `first` is done in it, `during` with its number outside.

        One edition is built with a second process, the other without; none may be left over.
        """
        with tempfile.TemporaryFile() as heard:
            child = os.fork()
            if child == 0:
                status = 99
                os.setpgid(0, 0)
                try:
                    for stream in (1, 2):
                        os.dup2(heard.fileno(), stream)
                    first()
                    status = crpsguide(["build", str(guide or self.guide), "--jobs", str(1 + self.edition), *words])
                    sys.stdout.flush()
                finally:
                    os._exit(status)
            during(child)
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            if not has_ended(child):
                self.note(f"a process of the build goes on {PATIENCE} seconds after it")
            heard.seek(0)
            return status, heard.read().decode("utf-8", "replace")

    def note(self, wrong: str) -> None:
        """Tell at once what was not survived."""
        self.wrong.append(wrong)
        print(f"    {wrong}", flush=True)

    def expect_whole(self, fault: str, said: str) -> None:
        """The site is one of the two editions, and nothing of anybody else's is gone."""
        if tree(self.guide / "build/site") not in self.clean:
            self.note(f"{fault}: the site is neither the old nor the new one")
        for name, words in FOREIGN.items():
            if not (self.guide / name).is_file() or (self.guide / name).read_text() != words:
                self.note(f"{fault}: {name} is gone")
        for one in OUR_WORDS:
            if one in said:
                self.note(f"{fault}: {said[-300:]}")

    def expect_clean(self, fault: str, status: int, said: str) -> None:
        """The site is that of a clean build, and nothing is left beside it."""
        self.expect_whole(fault, said)
        if status != 0 or tree(self.guide / "build/site") != self.clean[self.edition]:
            self.note(f"{fault}: the next build ended with {status} and differs from a clean one: {said[-300:]}")
        left = {one.name for one in (self.guide / "build").iterdir()} - KNOWN
        left |= {one.name for one in (self.guide / "build/.site.crpsguide").iterdir()} - {"lock", "published.json"}
        left |= {one.name for one in (self.guide / "build/cache").glob("*.*.*")}
        if left:
            self.note(f"{fault}: left behind: {sorted(left)}")

    def survive(self, fault: str, *, says: str = "", **how: Callable[..., object]) -> None:
        """Build the other edition under a fault, look, and build again without it."""
        self.edit(1 - self.edition)
        status, said = self.build(**how)  # type: ignore[arg-type] # the two keyword arguments of build
        self.expect_whole(fault, said)
        if says and (status != 2 or says not in said):
            self.note(f"{fault}: ended with {status} and not with “{says}”: {said[-300:]}")
        self.expect_clean(fault, *self.build())


def has_ended(group: int) -> bool:
    """Whether every process of a group is over, or will be soon."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False


def tree(folder: Path) -> Tree:
    """Every file below a folder, with its mode."""
    return {
        one.relative_to(folder).as_posix(): (one.stat().st_mode, one.read_bytes())
        for one in sorted(folder.rglob("*"))
        if one.is_file()
    }


def written_by_others(guide: Path) -> Tree:
    """Every file of a guide but the notes that the tool keeps for itself."""
    return {name: one for name, one in tree(guide).items() if "cache" not in name and ".crpsguide/" not in name}


def kills(trial: Trial, number: int, chance: random.Random) -> int:
    """End builds at random moments: most by SIGKILL, which nobody can hear coming."""
    begin = time.monotonic()
    trial.survive("a build that nobody ends")
    whole = (time.monotonic() - begin) / 2
    for one in range(number):
        sent = (signal.SIGKILL, signal.SIGKILL, signal.SIGKILL, signal.SIGINT, signal.SIGTERM)[one % 5]
        wait = chance.uniform(0, whole)

        def end(child: int, sent: int = sent, wait: float = wait) -> None:
            time.sleep(wait)
            os.kill(child, sent)

        trial.survive(f"{signal.Signals(sent).name} after {wait:.3f} s", during=end)
    return number


def small_files(trial: Trial, chance: random.Random) -> int:
    """Let no file grow beyond a limit, as a disk that is full would."""
    for _ in range(40):
        limit = int(10 ** chance.uniform(1.5, 5))
        trial.survive(
            f"files of at most {limit} bytes",
            first=lambda limit=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        )
    return 40


def full_disk(trial: Trial, root: Path) -> int:
    """Build into a disk of its own that is too small, make room, and build again."""
    disk = root / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        print("  full disk: this machine lets nobody mount one")
        return 0
    rounds, refused = 10, 0
    try:
        output = str(disk / "site")
        for number in range(rounds):
            trial.edit(number % 2)
            before = tree(disk / "site")
            filler = disk / "filler"
            with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
                while file.write(bytes(4096)):
                    pass
            os.truncate(filler, max(0, filler.stat().st_size - number * 4096))
            status, said = trial.build("--output", output)
            if tree(disk / "site") not in (before, *trial.clean) or (status and "no space left" not in said):
                trial.note(f"full disk: ended with {status}: {said[-300:]}")
            refused += status == 2
            filler.unlink()
            status, said = trial.build("--output", output)
            if tree(disk / "site") != trial.clean[trial.edition]:
                trial.note(f"room again: ended with {status}: {said[-300:]}")
    finally:
        subprocess.run(["umount", disk], check=False)
    print(f"  full disk: {refused} of {rounds} builds found no room")
    return rounds


def other_users(trial: Trial, root: Path) -> int:
    """Build as somebody else: without a right to write, without a right to read, without a name."""
    if os.geteuid() != 0:
        print("  other users: only root can become one")
        return 0
    for folder in (root, *root.parents):
        if not folder.stat().st_mode & 0o001:
            folder.chmod(folder.stat().st_mode | 0o055)

    def become(user: int) -> None:
        os.environ.pop("HOME", None)
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)

    trial.survive("no right to write", first=lambda: become(NOBODY), says="permission")
    public = root / "public"
    public.mkdir()
    public.chmod(0o777)
    status, said = trial.build("--output", str(public / "site"), first=lambda: become(NO_USER))
    if status != 0 or tree(public / "site") != trial.clean[trial.edition]:
        trial.note(f"a user without a name: ended with {status}: {said[-300:]}")
    hidden = trial.guide / "content/pages/hidden.md"
    write(hidden, page("Words.\n"))
    hidden.chmod(0)
    status, said = trial.build("--output", str(public / "other"), first=lambda: become(NOBODY))
    if status != 1 or "hidden.md:1:1" not in said or "permission" not in said.casefold():
        trial.note(f"no right to read: ended with {status}: {said[-300:]}")
    hidden.unlink()
    return 3


def two_at_once(trial: Trial) -> int:
    """Begin two builds at the same moment: one fills the folder, the other does too or is told to wait."""
    rounds = 40
    for number in range(rounds):
        trial.edit(number % 2)
        said: list[tuple[int, str]] = []
        other = os.fork()
        if other == 0:
            status, _ = trial.build("--no-cache")
            os._exit(status)
        said.append(trial.build("--no-cache"))
        said.append((os.waitstatus_to_exitcode(os.waitpid(other, 0)[1]), ""))
        trial.expect_whole("two at once", said[0][1])
        if {status for status, _ in said} - {0, 2} or (said[0][0] == 2 and "Another build" not in said[0][1]):
            trial.note(f"two at once: {said}")
        trial.expect_clean("two at once", *trial.build())
    return rounds


def left_behind(trial: Trial) -> int:
    """Find what a build of before left, and what somebody did to our notes."""
    desk, cache = trial.guide / "build/.site.crpsguide", trial.guide / "build/cache"

    def junk(name: str) -> Callable[[], object]:
        return lambda: write(desk / name / "index.html", "junk")

    def note(name: str, words: str) -> Callable[[], object]:
        return lambda: (desk / name).write_text(words)

    troubles: dict[str, Callable[[], object]] = {
        "a lock that nobody holds": note("lock", "12345"),
        "a new site that was not finished": junk("new"),
        "an old site that was not cleared away": junk("old"),
        "a note of a swap that never came": note("announced.json", '["index.html"]'),
        "half a note of a swap": note("announced.json", '["index.ht'),
        "a cache of zeros": lambda: [one.write_bytes(bytes(99)) for one in cache.iterdir()],
        "half a cache": lambda: [one.write_bytes(one.read_bytes()[:200]) for one in cache.iterdir()],
        "no cache": lambda: shutil.rmtree(cache),
        "no dashboard": lambda: shutil.rmtree(trial.guide / "build/report"),
        "no site": lambda: shutil.rmtree(trial.guide / "build/site"),
    }
    for fault, make in troubles.items():
        make()
        trial.edit(1 - trial.edition)
        trial.expect_clean(fault, *trial.build())
    return len(troubles)


def moving_pages(trial: Trial, seconds: float, chance: random.Random) -> int:
    """Build while somebody takes pages away and writes them anew."""
    end, rounds = time.monotonic() + seconds, 0
    pacing = trial.guide / "content/pages/living/pacing.md"
    words = pacing.read_text()
    mover = os.fork()
    if mover == 0:
        while True:
            with contextlib.suppress(OSError):
                pacing.unlink()
                time.sleep(chance.uniform(0, 0.01))
                pacing.write_text(words)
                trial.edit(chance.randrange(2))
                time.sleep(chance.uniform(0, 0.01))
    while time.monotonic() < end:
        status, said = trial.build()
        rounds += 1
        if status not in (0, 1, 2) or any(one in said for one in OUR_WORDS):
            trial.note(f"moving pages: ended with {status}: {said[-300:]}")
        whole = {one.name for one in (trial.guide / "build/site").iterdir()} >= {"index.html", "404.html", "_headers"}
        if not whole:
            trial.note("moving pages: the site is not whole")
    os.kill(mover, signal.SIGKILL)
    os.waitpid(mover, 0)
    pacing.write_text(words)
    trial.edit(0)
    trial.expect_clean("moving pages", *trial.build())
    return rounds


def odd_surroundings(trial: Trial, root: Path) -> int:
    """The same bytes whatever stands around the build."""
    program = f"{sys.executable} -m crpsguide build"
    surroundings: dict[str, tuple[str, dict[str, str]]] = {
        "far east, Turkish": ("umask 000; {}", {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"}),
        "far west, ASCII": ("umask 077; {}", {"TZ": "America/Adak", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}),
        "no home": ("unset HOME; {}", {"PYTHONHASHSEED": "1"}),
        "eight workers": ("{} --jobs 8", {"PYTHONHASHSEED": "0"}),
        "another folder": ("cd /; {}", {}),
        "closed output": ("{} >&-", {}),
        "closed errors": ("{} 2>&-", {}),
        "closed everything": ("{} <&- >&- 2>&-", {}),
        "full output": ("{} >/dev/full 2>/dev/full", {}),
        "nobody listens": ("{} | head -c 0", {}),
        "few open files": ("ulimit -n 32; {}", {}),
        "little memory": ("ulimit -v 1500000; {}", {}),
        **({"a year ago": ("faketime -f -1y {}", {})} if shutil.which("faketime") else {}),
    }
    for number, (name, (command, environment)) in enumerate(surroundings.items()):
        output = root / f"around/{number}/site"
        words = command.format(f"{program} {trial.guide} --no-cache --output {output}")
        here = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | environment
        run = subprocess.run(["sh", "-c", words], capture_output=True, env=here, check=False)
        said = (run.stdout + run.stderr).decode("utf-8", "replace")
        if run.returncode or tree(output) != trial.clean[trial.edition] or any(one in said for one in OUR_WORDS):
            trial.note(f"{name}: ended with {run.returncode} or other bytes: {said[-300:]}")
    for moment in (0, 4102444800):  # 1970 and 2100
        for one in (trial.guide / "content").rglob("*"):
            os.utime(one, (moment, moment))
        trial.survive(f"pages of second {moment}")
    return len(surroundings) + 2


def precious_places(trial: Trial) -> int:
    """No build goes into a place where a mistake would cost more than a site."""
    guide = trial.guide
    (guide / "copy/.git").mkdir(parents=True)
    write(guide / "link-to/mine.txt", "mine")
    (guide / "link").symlink_to("link-to")
    places = [
        "/",
        str(Path.home()),
        str(guide),
        str(guide.parent),
        *(
            str(guide / one)
            for one in ("content", "content/pages", "content/new", "build", "copy", "link", "notes.txt")
        ),
    ]
    before = written_by_others(guide)
    for place in places:
        status, said = trial.build("--output", place)
        if status != 2 or "output" not in said or written_by_others(guide) != before:
            trial.note(f"output {place}: ended with {status}: {said[-300:]}")
    shutil.rmtree(guide / "copy")
    shutil.rmtree(guide / "link-to")
    (guide / "link").unlink()
    return len(places)


def main() -> int:
    """Do everything; 1 when anything was wrong."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    os.environ["SOURCE_DATE_EPOCH"] = DAY
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)
    print(f"publishing under faults, seed {seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="publishing-") as folder:
        root = Path(folder).resolve()
        trial = Trial(root)
        counts: dict[str, int] = {}
        faults: dict[str, Callable[[], int]] = {
            "precious places": lambda: precious_places(trial),
            "left behind": lambda: left_behind(trial),
            "files that may not grow": lambda: small_files(trial, chance),
            "full disk": lambda: full_disk(trial, root),
            "other users": lambda: other_users(trial, root),
            "odd surroundings": lambda: odd_surroundings(trial, root),
            "two at once": lambda: two_at_once(trial),
            "pages that move": lambda: moving_pages(trial, 30, chance),
            "ended at random": lambda: kills(trial, number, chance),
        }
        for name, do in faults.items():
            before, begin = len(trial.wrong), time.monotonic()
            counts[name] = do()
            took = time.monotonic() - begin
            print(f"  {name}: {counts[name]} rounds, {len(trial.wrong) - before} wrong, {took:.0f} s", flush=True)
    print(f"publishing: {sum(counts.values())} faults, {len(trial.wrong)} not survived")
    return 1 if trial.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
