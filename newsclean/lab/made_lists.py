"""Made lists: results, tables, recipes, timetables, questions and such, as articles hold them, of pages' own words.

The corpora's articles are running text; a scorer that has seen nothing else takes every short line for junk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from newsclean.lab.cards import Chance, one_of
from newsclean.lab.word_pools import Pool

UNITS = ("g", "kg", "ml", "l", "km", "m", "%", "€", "$", "£", "kr", "Mio.", "min", "°C", "pts", "cm")
HEADED = 0.5
"""Share of the lists that have a heading."""
BULLETS = ("", "", "", "- ", "• ", "– ", "* ", "+ ", "■ ", "→ ")


class Maker:
    """Lists of one page, with random numbers of that page."""

    def __init__(self, words: Pool, random: Chance) -> None:
        self.words, self.random = words, random
        self.makers: tuple[Callable[[], list[list[str]]], ...] = (
            self.results, self.ranking, self.table, self.labelled, self.ingredients, self.bullets, self.times,
            self.questions, self.steps, self.lineups, self.options, self.entries, self.prices, self.verses,
            self.dialogue, self.figures, self.dates, self.addresses,
        )  # fmt: skip

    def heading(self) -> str:
        """What stands above a list, or nothing."""
        if self.random.random() >= HEADED:
            return ""
        return self.clause() + (":" if self.random.random() < 0.4 else "")

    def rows(self) -> list[list[str]]:
        """The lines of a list, each of one cell or more."""
        made: list[list[str]] = one_of(self.random, self.makers)()
        return made

    def name(self) -> str:
        """A name, of a person or of whatever else."""
        return one_of(self.random, self.words.names)

    def clause(self) -> str:
        """A few words, now and then with a capital."""
        text = one_of(self.random, self.words.clauses)
        return text[:1].upper() + text[1:] if self.random.random() < 0.5 else text

    def sentence(self) -> str:
        """A sentence."""
        return one_of(self.random, self.words.sentences)

    def number(self, most: int = 999) -> str:
        """A number, some with decimals."""
        whole = int(self.random.integers(most))
        kind = self.random.random()
        if kind < 0.2:
            return f"{whole}{one_of(self.random, '.,')}{self.random.integers(100):02d}"
        return f"{whole * 1000:,}".replace(",", one_of(self.random, "., ")) if kind < 0.3 else str(whole)

    def _several(self, least: int, most: int) -> range:
        return range(int(self.random.integers(least, most)))

    def results(self) -> list[list[str]]:
        """Matches and how they ended."""
        dash, colon = one_of(self.random, (" - ", " – ", " vs ", "-")), one_of(self.random, ":-–")
        half = self.random.random() < 0.4
        out = []
        for _ in self._several(3, 12):
            a, b = (int(self.random.integers(5)) for _ in range(2))
            score = f"{a}{colon}{b}" + (f" ({a // 2}{colon}{b // 2})" if half else "")
            out.append([f"{self.name()}{dash}{self.name()} {score}"])
        return out

    def ranking(self) -> list[list[str]]:
        """Places, names, and times or points."""
        mark = one_of(self.random, (". ", ") ", " ", ". "))
        split = self.random.random() < 0.4
        out = []
        for place in self._several(4, 16):
            who = f"{self.name()} ({self.name()})" if self.random.random() < 0.5 else self.name()
            figure = one_of(
                self.random, (self.number(), f"{self.random.integers(60)}:{self.random.integers(60):02d}", "")
            )
            cells = (
                [f"{place + 1}{mark.strip()}", who, figure] if split else [f"{place + 1}{mark}{who} {figure}".strip()]
            )
            out.append([cell for cell in cells if cell])
        return out

    def table(self) -> list[list[str]]:
        """A head of short words and rows of a name and figures."""
        columns = int(self.random.integers(2, 6))
        head = [self.name().split()[0][:12] for _ in range(columns)]
        body = [[self.name(), *(self.number() for _ in range(columns - 1))] for _ in self._several(3, 14)]
        return [head, *body] if self.random.random() < 0.7 else body

    def labelled(self) -> list[list[str]]:
        """Words, a colon, and what there is to say."""
        told = (self.clause, self.name, lambda: f"{self.number()} {one_of(self.random, UNITS)}", self.sentence)
        return [[f"{self._label()}: {one_of(self.random, told)()}"] for _ in self._several(3, 10)]

    def _label(self) -> str:
        words = self.clause().split()[: int(self.random.integers(1, 4))]
        return " ".join(words)[:24]

    def ingredients(self) -> list[list[str]]:
        """How much of what."""
        mark = one_of(self.random, BULLETS)
        return [
            [f"{mark}{self.number(500)} {one_of(self.random, UNITS) if self.random.random() < 0.7 else ''}".rstrip()
             + f" {self._label().lower()}"]
            for _ in self._several(5, 14)
        ]  # fmt: skip

    def bullets(self) -> list[list[str]]:
        """Clauses without a full stop, or sentences."""
        mark, end = one_of(self.random, BULLETS), one_of(self.random, ("", "", ";", "."))
        of = self.sentence if self.random.random() < 0.4 else self.clause
        return [[f"{mark}{of()}" + (end if of == self.clause else "")] for _ in self._several(3, 9)]

    def times(self) -> list[list[str]]:
        """Hours, and what happens then."""
        colon, mark = one_of(self.random, ":.h"), one_of(self.random, (" ", ": ", " – ", " | "))
        of = self.sentence if self.random.random() < 0.3 else self.clause
        hours = sorted(int(self.random.integers(24 * 60)) for _ in self._several(4, 14))
        split = self.random.random() < 0.3
        out = []
        for at in hours:
            when = f"{at // 60:02d}{colon}{at % 60:02d}"
            out.append([when, of()] if split else [f"{when}{mark}{of()}"])
        return out

    def dates(self) -> list[list[str]]:
        """Dates or years, and what happened."""
        year = self.random.random() < 0.4
        out = []
        for _ in self._several(3, 11):
            day, month = int(self.random.integers(1, 29)), int(self.random.integers(1, 13))
            when = str(int(self.random.integers(1900, 2030))) if year else f"{day}.{month}."
            of = self.sentence if self.random.random() < 0.4 else self.clause
            out.append([f"{when}{one_of(self.random, (': ', ' – ', ' '))}{of()}"])
        return out

    def questions(self) -> list[list[str]]:
        """Questions and answers."""
        out = []
        for _ in self._several(2, 6):
            out += [[f"{self.clause()}?"], [" ".join(self.sentence() for _ in self._several(1, 4))]]
        return out

    def steps(self) -> list[list[str]]:
        """Numbered steps."""
        mark = one_of(self.random, (". ", ") ", ": "))
        return [[f"{number + 1}{mark}{self.sentence()}"] for number in self._several(3, 9)]

    def lineups(self) -> list[list[str]]:
        """Teams by name, each with a row of names."""
        out = []
        for _ in self._several(1, 4):
            names = ", ".join(
                self.name() + (f" ({self.random.integers(90)}. {self.name()})" if self.random.random() < 0.2 else "")
                for _ in self._several(6, 14)
            )
            out.append([f"{self.name()}: {names}"])
        return out

    def options(self) -> list[list[str]]:
        """Questions of a quiz, each with answers to choose from."""
        out = []
        for number in self._several(2, 6):
            out.append([f"{number + 1}. {self.clause()}?"])
            out += [[f"{letter}) {self.clause() if self.random.random() < 0.6 else self.number()}"] for letter in "abc"]
        return out

    def entries(self) -> list[list[str]]:
        """Names, each with a paragraph below."""
        out = []
        for number in self._several(2, 8):
            head = f"{number + 1}. {self.name()}" if self.random.random() < 0.4 else self.clause()
            out += [[head], [" ".join(self.sentence() for _ in self._several(1, 4))]]
        return out

    def prices(self) -> list[list[str]]:
        """What things cost, or how far they rose."""
        unit = one_of(self.random, UNITS)
        plus = self.random.random() < 0.4
        return [
            [f"{self.name() if self.random.random() < 0.6 else self._label()}{one_of(self.random, (': ', ' ', ' – '))}"
             f"{one_of(self.random, '+-') if plus else ''}{self.number()} {unit}"]
            for _ in self._several(4, 14)
        ]  # fmt: skip

    def verses(self) -> list[list[str]]:
        """Short lines, one below the other."""
        return [[self.clause() + one_of(self.random, ("", "", ",", "."))] for _ in self._several(4, 16)]

    def dialogue(self) -> list[list[str]]:
        """Who says what, or dashes."""
        first, second = (f"{self.name()}: " for _ in range(2)) if self.random.random() < 0.6 else ("– ", "– ")
        return [[f"{second if turn % 2 else first}{self.sentence()}"] for turn in self._several(4, 12)]

    def figures(self) -> list[list[str]]:
        """A figure, and what it counts, on lines of their own."""
        return [row for _ in self._several(2, 7) for row in ([self.number()], [self.clause()])]

    def addresses(self) -> list[list[str]]:
        """Places: a name, a street, hours and a price."""
        out = []
        for _ in self._several(2, 5):
            out.append([self.name()])
            out.append([f"{self.name()} {self.random.integers(200)}, {self.name()}"])
            if self.random.random() < 0.6:
                low = int(self.random.integers(7, 12))
                out.append([f"{self._label()} {low}:00–{low + int(self.random.integers(4, 12))}:00"])
            if self.random.random() < 0.4:
                out.append([f"{self.number(200)} {one_of(self.random, UNITS)}"])
        return out


def as_html(rows: Sequence[Sequence[str]], random: Chance) -> str:
    """A list's lines as elements that pages print them with."""
    if max(map(len, rows)) > 1:
        body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
        return f"<table>{body}</table>"
    lines = [escape(row[0]) for row in rows]
    style = one_of(random, ("li", "li", "p", "p", "p", "br", "br", "div", "tr", "strong"))
    if style == "li":
        return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
    if style == "br":
        return f"<p>{'<br>'.join(lines)}</p>"
    if style == "tr":
        return f"<table>{''.join(f'<tr><td>{line}</td></tr>' for line in lines)}</table>"
    if style == "strong":  # the first words in bold, which cuts them off where elements stand on lines of their own
        return "".join(
            f"<p><strong>{head}</strong> {rest}</p>" for head, _, rest in (line.partition(" ") for line in lines)
        )
    return "".join(f"<{style}>{line}</{style}>" for line in lines)


def gold_of(rows: Sequence[Sequence[str]]) -> str:
    """What a list adds to a gold."""
    return "\n\n".join(" ".join(row) for row in rows)
