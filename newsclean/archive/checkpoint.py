"""What a run remembers of itself beside its output: which shard goes into which file, and which are done."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import IO, Any

from newsclean.archive.events import ArchiveError
from newsclean.archive.formats import FORMATS
from newsclean.archive.outputs import MARKS
from newsclean.archive.readers import stem_of
from newsclean.whole_files import write_whole

LONGEST_NAME = 200
"""Bytes of an output's name without its ending: file systems take 255 of all."""


@dataclass
class Counts:
    """What became of a shard: pages written, of them failed and without an article, records passed over, losses.

    `kept` is the sum of the pages' kept shares; `losses` are pairs of an offset in bytes and a reason.
    """

    pages: int = 0
    failed: int = 0
    empty: int = 0
    kept: float = 0.0
    passed: dict[str, int] = field(default_factory=dict)
    losses: list[tuple[int, str]] = field(default_factory=list)


@dataclass
class Mark:
    """One shard's entry: its output file and, once done, the digest it was done with and its counts.

    `next` is the output file of another format that a run has begun to make in its place.
    """

    shard: str
    output: str
    digest: str | None = None
    counts: Counts = field(default_factory=Counts)
    next: str | None = None


def digest_of(options: dict[str, Any]) -> str:
    """One value for all that decides what a shard's output holds."""
    return hashlib.sha256(json.dumps(options, sort_keys=True, default=str).encode()).hexdigest()


class Checkpoint:
    """The folder `.newsclean` in the output folder. `lock` keeps a second run out of it."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.folder = out / MARKS
        self._lock: IO[bytes] | None = None

    def lock(self) -> None:
        """Make the folders and take them for this run; clear away what a killed run left half written.

        Raises `ArchiveError` where another run has them, or where they cannot be taken.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lock = (self.folder / "lock").open("wb")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._lock.close()
            if isinstance(error, BlockingIOError):
                raise ArchiveError(f"{self.out}: another run is writing there") from error
            raise ArchiveError(f"{self.folder / 'lock'}: cannot be locked: {error.strerror or error}") from error
        self._clear()

    def _clear(self) -> None:
        for aside in self.folder.rglob("*.part"):
            aside.unlink()

    def unlock(self) -> None:
        """Let others write there; what workers that were stopped left half written is cleared away."""
        if self._lock is not None:
            self._clear()
            self._lock.close()

    def key(self, shard: Path) -> str:
        return hashlib.sha256(os.fsencode(shard.absolute())).hexdigest()[:16]

    def aside(self, shard: Path) -> Path:
        """Where a shard's output is written before it gets its name."""
        return self.folder / f"{self.key(shard)}.{os.getpid()}.part"

    def read(self, shard: Path) -> Mark | None:
        """The shard's mark; `None` for a shard that no run has met."""
        return self._read(self.place(shard))

    def place(self, shard: Path) -> Path:
        """The file of the shard's mark."""
        return self.folder / f"{self.key(shard)}.json"

    def _read(self, path: Path) -> Mark | None:
        try:
            return _mark_of(json.loads(path.read_bytes()))
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ArchiveError(
                f"{path}: not a mark of this command ({error!r}); "
                "delete it and its shard's output, and the shard is cleaned again"
            ) from error

    def write(self, shard: Path, mark: Mark) -> None:
        content = json.dumps(asdict(mark), ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")
        write_whole(self.place(shard), [content])

    def name_outputs(self, shards: Sequence[Path], form: str) -> dict[Path, Path]:
        """Each shard's output file, the same on every run: the shard's name, with a part of a hash for a namesake.

        Raises `ArchiveError`, before any is named, where an output would replace a shard or another file that no mark
        names.
        """
        marks = {mark.shard: mark for mark in self._marks()}
        names = {place: _bare(mark.output) for place, mark in marks.items()}
        taken = set(names.values())
        for shard in sorted(shards):
            place = str(shard.absolute())
            if place not in names:
                name = stem_of(shard.absolute())
                short = _shortened(name)
                names[place] = f"{short}-{self.key(shard)[:8]}" if name in taken or short != name else name
                taken.add(names[place])
        outputs = {shard: self.out / f"{names[str(shard.absolute())]}.{form}" for shard in shards}
        self._check(outputs, marks.values())
        for shard, output in outputs.items():
            self._name(shard, output.name, marks.get(str(shard.absolute())))
        return outputs

    def others(self, shards: Iterable[Path]) -> int:
        """How many files in the output folder are output of other shards than these."""
        places = {str(shard.absolute()) for shard in shards}
        return sum(mark.shard not in places and (self.out / mark.output).is_file() for mark in self._marks())

    def _marks(self) -> list[Mark]:
        return [mark for path in self.folder.glob("*.json") if (mark := self._read(path)) is not None]

    def _check(self, outputs: Mapping[Path, Path], marks: Iterable[Mark]) -> None:
        """Refuse to take the place of a file that is not this command's."""
        ours = {name for mark in marks for name in (mark.output, mark.next)}
        for shard, output in outputs.items():
            if output.exists() and output.samefile(shard):
                raise ArchiveError(f"{shard}: its output would take its own place; choose another folder for --out")
            if output.name not in ours and os.path.lexists(output):
                raise ArchiveError(
                    f"{output}: is there, and no mark in {self.folder} says that it is output of this command; "
                    f"move it away, or choose another folder for --out: the output of {shard} would replace it"
                )

    def _name(self, shard: Path, output: str, mark: Mark | None) -> None:
        """Note what a shard's output will be: a run that is killed leaves no file that the next one does not know."""
        if mark is None:
            self.write(shard, Mark(str(shard.absolute()), output))
        elif output not in (mark.output, mark.next):
            self.write(shard, replace(mark, next=output))


def _shortened(name: str) -> str:
    """The name, or as many of its letters as leave room for what is put behind them."""
    while len(os.fsencode(name)) > LONGEST_NAME:
        name = name[:-1]
    return name


def _mark_of(entry: Any) -> Mark:
    """The mark in a JSON value. Raises what Python does where the value is none."""
    counts = Counts(**entry["counts"])
    counts.losses = [(int(offset), str(reason)) for offset, reason in counts.losses]
    mark = Mark(**{**entry, "counts": counts})
    if not all(isinstance(name, str) for name in (mark.shard, mark.output, mark.next or "")):
        raise TypeError("no names of files")
    return mark


def _bare(output: str) -> str:
    for form in FORMATS:
        if output.endswith(f".{form}"):
            return output[: -len(form) - 1]
    return output
