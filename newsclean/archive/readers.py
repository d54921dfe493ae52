"""Which reader a shard takes, by its name; and folders of pages."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from newsclean.archive.events import ArchiveError, Event, Loss, Passed, RawPage
from newsclean.archive.foreign import foreign
from newsclean.archive.members import ShardFile
from newsclean.archive.outputs import MARKS, written_below
from newsclean.archive.page_file import kind_of, read_page_file
from newsclean.archive.parquet_rows import read_parquet
from newsclean.archive.tables import Columns, read_csv, read_json_lines
from newsclean.file_endings import COMPRESSED, ending_of
from newsclean.options import Kind
from newsclean.os_errors import in_words
from newsclean.terminal import printable

_FORMATS = {
    ".warc": "warc",
    ".wet": "warc",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
}


def format_of(path: Path) -> str | None:
    """The format of a shard file by its name: `warc`, `jsonl`, `csv`, `tsv`, `parquet`; `None` for another file."""
    return _FORMATS.get(ending_of(path.name))


def stem_of(path: Path) -> str:
    """The shard's name without the ending of its format and of its compression."""
    name = path.name
    for endings in () if path.is_dir() else (COMPRESSED, _FORMATS):
        if Path(name).suffix.lower() in endings:
            name = Path(name).stem
    return name


def _silent(line: str) -> None:
    pass


def shards_of(
    arguments: Iterable[Path],
    out: Path | None = None,
    *,
    say: Callable[[str], None] = _silent,
    learning: bool = False,
) -> list[Path]:
    """The shards that the paths name, in order: files, a folder's archives, or the folder if it holds pages. Each comes
    once, by whatever ways it is named.

    A page that lies beside archives (a data set's README) is no shard, nor is what earlier runs wrote into a folder,
    nor what lies in a folder that may not be read or is a link; `say` is told of all of them. Nothing in the output
    folder `out` is.

    learning: whether sites are learned and no pages cleaned, for what is said of a page by itself.

    Raises `ArchiveError` for a path that is not there, holds nothing to read, or lies in the output folder.
    """
    shards: dict[str, Path] = {}
    for path in arguments:
        if path.is_dir():
            if out and _place_of(out, path) == path:
                raise ArchiveError(
                    f"{path}: is or lies in the output folder, where nothing is read: choose another --out"
                )
            found = _shards_in(path, out, say)
        elif not path.exists():
            raise ArchiveError(f"{path}: no such file or folder")
        elif not path.is_file():
            raise ArchiveError(f"{path}: is no regular file, which can be read again where a run was broken off")
        else:
            found = [path] if format_of(path) else []
        if not found:
            what = "no WARC, WET, JSON Lines, CSV, TSV or Parquet file, and no folder of pages"
            raise ArchiveError(f"{path}: {what}{_hint(path, learning)}")
        for shard in found:
            shards.setdefault(os.path.realpath(shard), shard)
    return list(shards.values())


def check_columns(columns: Columns, shards: Iterable[Path]) -> None:
    """Raise `ArchiveError` where options for tables are given and none of the shards is one."""
    given = {"--column": columns.page, "--id-column": columns.id, "--kind": columns.kind}
    unused = " and ".join(option for option, value in given.items() if value is not None)
    if unused and all(shard.is_dir() or format_of(shard) in (None, "warc") for shard in shards):
        raise ArchiveError(f"{unused}: for tables (JSON Lines, CSV, TSV, Parquet), and none of the shards is one")


def _shards_in(folder: Path, out: Path | None, say: Callable[[str], None]) -> list[Path]:
    """The archives in a folder, or the folder itself where it holds none, but pages.

    Raises `ArchiveError` where all that it holds was written by earlier runs.
    """
    inside, written = _files_below(folder, out), written_below(folder)
    archives = [file for file in inside if format_of(file)]
    found = [file for file in archives if file not in written]
    pages = sum(kind_of(file) is not None for file in inside)
    if len(found) < len(archives):
        before = f"{counted(len(archives) - len(found), 'file')} that newsclean archive wrote there before"
        if not found and not pages:
            raise ArchiveError(f"{folder}: holds nothing but {before}; to read them all the same, name the files")
        say(f"{folder}: {before}")
    if found and pages:
        say(f"{folder}: {counted(pages, 'page')} beside its archives; pages are read where a folder holds no archives")
    for what in _closed_below(folder, out):
        say(what)
    return found or ([folder] if pages else [])


def _closed_below(folder: Path, out: Path | None) -> Iterator[str]:
    """What to say of the folders below one that are not looked into: nobody would miss their pages."""
    refused: list[OSError] = []
    links, lost = 0, list[str]()
    for place, folders, files in os.walk(folder, onerror=refused.append):
        lost += [name for name in (os.path.join(place, name) for name in files) if not os.path.isfile(name)]
        linked = [os.path.join(place, name) for name in folders if os.path.islink(os.path.join(place, name))]
        links += sum(out is None or os.path.realpath(link) != os.path.realpath(out) for link in linked)
    if links:
        yield f"{folder}: {counted(links, 'folder')} linked into it; name the folders themselves"
    if lost:
        yield f"{folder}: {counted(len(lost), 'name')} of what is no file, or leads to none, such as {lost[0]}"
    yield from map(in_words, refused)


def counted(number: int, what: str, plural: str = "s") -> str:
    """How many things of a kind there are, as one says it."""
    return f"{number:,} {what}{'' if number == 1 else plural}"


def _hint(path: Path, learning: bool) -> str:
    """What to do with a single page, or with a folder that holds nothing of its own."""
    if path.is_dir():
        return "".join(f"; not read: {what}" for what in _closed_below(path, None))
    if not kind_of(path):
        return ""
    if learning:
        return "; it is a page, and a site is learned from many: name the folder they lie in, and the site with --host"
    alone = f"zcat {path} | newsclean" if path.suffix.lower() == ".gz" else f"newsclean {path}"
    return f"; it is a page: name the folder it lies in, or clean it alone with {alone}"


def _files_below(folder: Path, out: Path | None) -> list[Path]:
    """The files below a folder, sorted, without those of the output folder, and without the marks of any run."""
    left_out = _place_of(out, folder) if out else None
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    files = (file for file in files if MARKS not in file.relative_to(folder).parts)
    return [file for file in files if left_out is None or not file.is_relative_to(left_out)]


def _place_of(out: Path, folder: Path) -> Path | None:
    """The output folder as a path below `folder`, or `folder` itself where all of it is output; else `None`."""
    real, root = Path(os.path.realpath(out)), Path(os.path.realpath(folder))
    if root.is_relative_to(real):
        return folder
    return folder / real.relative_to(root) if real.is_relative_to(root) else None


def signature(path: Path, out: Path | None = None) -> str:
    """What tells whether a shard has changed: sizes and times of its files, without those of the output folder."""
    digest = hashlib.sha256()
    for file in files_of(path, out):
        status = file.stat()
        name = os.fsencode(file.relative_to(path))
        digest.update(name + f"\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def size_of(path: Path, out: Path | None = None) -> int:
    """The shard's size in bytes, without the output folder's."""
    return sum(file.stat().st_size for file in files_of(path, out))


def files_of(path: Path, out: Path | None = None) -> list[Path]:
    """The shard's files: itself, or what lies in a folder of pages outside the output folder."""
    return [file for file in _files_below(path, out) if not format_of(file)] if path.is_dir() else [path]


class Reader:
    """The pages of one shard, without what lies in the output folder; `position` is how many of its bytes are read."""

    def __init__(self, path: Path, columns: Columns, limit: int, out: Path | None = None) -> None:
        self.path, self.columns, self.limit, self.out = path, columns, limit, out
        self._shard: ShardFile | None = None
        self._read = 0

    @property
    def position(self) -> int:
        return self._shard.position if self._shard else self._read

    def __iter__(self) -> Iterator[Event]:
        if self.path.is_dir():
            yield from self._folder()
            return
        with ShardFile(self.path) as shard:
            self._shard = shard
            if why := foreign(shard):
                yield Loss(0, why)
                return
            match format_of(self.path):
                case "warc":
                    from newsclean.archive.warc import read_warc

                    yield from read_warc(shard, self.limit)
                case "jsonl":
                    yield from read_json_lines(shard, self.limit, self.columns)
                case "csv":
                    yield from read_csv(shard, self.limit, self.columns)
                case "tsv":
                    yield from read_csv(shard, self.limit, self.columns, "\t")
                case _:
                    yield from read_parquet(shard, self.limit, self.columns)

    def _folder(self) -> Iterator[Event]:
        """Each file is a page, its path below the folder the id."""
        for file in files_of(self.path, self.out):
            kind = kind_of(file)
            if kind is None:
                yield Passed(f"file {printable(file.suffix.lower()) or 'without an ending'}")
            else:
                yield from self._page(file, kind)
            with suppress(OSError):  # it has gone meanwhile
                self._read += file.stat().st_size

    def _page(self, file: Path, kind: Kind) -> Iterator[Event]:
        name = printable(file.relative_to(self.path).as_posix())
        try:
            for found in read_page_file(file, self.limit):
                if isinstance(found, Loss):
                    yield Loss(found.offset, f"{name}: {found.reason}")
                else:
                    yield RawPage(name, found, kind)
        except OSError as error:
            yield Loss(0, f"{name}: {error.strerror}")
