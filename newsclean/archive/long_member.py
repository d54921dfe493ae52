"""A compressed member too long for the memory, read at any offset."""

from __future__ import annotations

from newsclean.archive.events import TooLargeError
from newsclean.archive.members import Damage, Member


class LongMember:
    """A member too long for the memory, read at any offset: of what is decoded the last `keep` bytes are kept, so that
    a parser may step back behind a fault, and only whoever goes back further has it decoded anew."""

    def __init__(self, member: Member, keep: int) -> None:
        self._member, self._keep = member, keep
        self._begin()

    def _begin(self) -> None:
        self._chunks = self._member.chunks()
        self._kept, self._start = bytearray(), 0
        self._damage: Exception | None = None

    def read(self, offset: int, size: int) -> bytes:
        """Up to `size` decoded bytes, none at the end. Raises as `Member.chunks` does, there and whenever it is met."""
        if offset < self._start:
            self._begin()
        while offset >= self._start + len(self._kept):
            if not (chunk := self._decoded()):
                return b""
            self._kept += chunk
            if (past := len(self._kept) - len(chunk) - self._keep) > 0:
                del self._kept[:past]
                self._start += past
        at = offset - self._start
        return bytes(self._kept[at : at + size])

    def _decoded(self) -> bytes:
        if self._damage is not None:  # a generator that has raised would say no more than that it is at its end
            raise self._damage
        try:
            return next((chunk for chunk in self._chunks if chunk), b"")
        except (Damage, TooLargeError) as damage:
            self._damage = damage
            raise
