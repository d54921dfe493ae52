"""The script that sees to Java, among stand-ins for the programs that it calls."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "install_java.sh"
APT = """#!{bash}
echo "$*" >> {log}
case "$*" in *openjdk-17*) exit 100;; esac
"""


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder that is the whole PATH: what the script needs, an apt-get without Java 17 that writes a log, no java."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("bash", "sed", "head"):
        (folder / name).symlink_to(str(shutil.which(name)))
    _program(folder, "apt-get", APT.format(bash=shutil.which("bash"), log=tmp_path / "log"))
    _program(folder, "id", f"#!{shutil.which('bash')}\necho 0\n")
    return folder


def _program(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(text)
    path.chmod(0o755)


def _java(folder: Path, version: str) -> None:
    _program(folder, "java", f"#!{shutil.which('bash')}\necho 'openjdk version \"{version}\" 2024-01-16' >&2\n")


def _run(programs: Path) -> tuple[int, list[str]]:
    done = subprocess.run([str(programs / "bash"), str(SCRIPT)], env={"PATH": str(programs)}, check=False)
    log = programs.parent / "log"
    return done.returncode, log.read_text().splitlines() if log.exists() else []


@pytest.mark.parametrize("version", ["17.0.9", "21.0.2", "25"])
def test_a_java_that_is_new_enough_is_left_alone(version: str, programs: Path) -> None:
    _java(programs, version)
    assert _run(programs) == (0, [])


@pytest.mark.parametrize("version", [None, "11.0.22", "1.8.0_402"])
def test_a_missing_or_old_java_is_replaced_by_one_that_debian_has(version: str | None, programs: Path) -> None:
    if version:
        _java(programs, version)
    status, calls = _run(programs)
    assert status == 0
    assert [call.split()[-1] for call in calls if "install" in call] == [
        "openjdk-17-jre-headless",
        "openjdk-21-jre-headless",
    ]


def test_where_nothing_can_be_installed_it_says_so(programs: Path) -> None:
    (programs / "apt-get").unlink()
    assert _run(programs)[0] == 1
