"""A table on paper: cells over several places, columns as wide as they need, the first one where reading begins."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.tables import Table as Lines

from kiosk.letters.blocks import Cell, Table
from kiosk.letters.tags import artifact
from kiosk.visit.trouble import Trouble, TroubleError

_MOST_COLUMNS, _MOST_CELLS = 40, 20_000
_LONGEST_COUNTED = 60
"""Characters of a cell that make its column wider; what is longer is broken into lines."""

_PADDING = 4.0
_LINES = Color(0.6, 0.6, 0.6)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell and the place of its first corner in reading order."""

    cell: Cell
    row: int
    column: int

    @property
    def last_row(self) -> int:
        return self.row + self.cell.rows - 1

    @property
    def last_column(self) -> int:
        return self.column + self.cell.columns - 1


SetCell = Callable[[Cell, int], list[Flowable]]
"""Sets a cell of a row. Cells come in the order they are read."""


class Grid(Lines):
    """Its cells are drawn in the order they are read; its lines are read to nobody."""

    leftward = False

    def onSplit(self, T: Any, byRow: int = 1) -> None:  # noqa: N802, N803 - reportlab's names
        T.leftward = self.leftward

    def _drawCell(self, *cell: Any) -> None:  # noqa: N802 - reportlab's name
        self._waiting.append(cell)

    def _drawBkgrnd(self) -> None:  # noqa: N802 - reportlab's name
        self._waiting: list[tuple[Any, ...]] = []
        lines: Any = super()
        with artifact(self.canv):
            lines._drawBkgrnd()

    def _drawLines(self) -> None:  # noqa: N802 - reportlab's name
        lines: Any = super()
        for cell in sorted(self._waiting, key=self._turn):
            lines._drawCell(*cell)
        with artifact(self.canv):
            lines._drawLines()

    def _turn(self, cell: tuple[Any, ...]) -> tuple[float, float]:
        """From the top; in a row from the side where reading begins."""
        _, _, (left, bottom), (_, high) = cell
        return -bottom - high, -left if self.leftward else left


def grid(table: Table, width: float, leftward: bool, set_cell: SetCell) -> Grid:
    """The table, ``width`` points wide. Raises LETTER_TOO_LARGE beyond 40 columns or 20,000 places."""
    placed = _place(table.rows)
    columns = max((each.last_column for each in placed), default=0) + 1
    rows = len(table.rows)
    if columns > _MOST_COLUMNS or rows * columns > _MOST_CELLS:
        raise TroubleError(Trouble.LETTER_TOO_LARGE)
    content: list[list[list[Flowable]]] = [[[] for _ in range(columns)] for _ in range(rows)]
    style: list[Any] = list(_STYLE)
    for each in placed:
        first, last = _sides(each, columns, leftward)
        bottom = min(each.last_row, rows - 1)
        content[each.row][first] = set_cell(each.cell, each.row)
        if (first, each.row) != (last, bottom):
            style.append(("SPAN", (first, each.row), (last, bottom)))
    widths = _widths(placed, columns, width)
    made = Grid(
        content,
        colWidths=widths[::-1] if leftward else widths,
        style=style,
        splitInRow=1,
        spaceBefore=6,
        spaceAfter=8,
    )
    made.leftward = leftward
    return made


_STYLE = (
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, _LINES),
    ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
    ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
)


def _place(rows: Sequence[Sequence[Cell]]) -> list[_Placed]:
    """Each cell at the first free place of its row, as HTML does it."""
    taken: set[tuple[int, int]] = set()
    placed: list[_Placed] = []
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            placed.append(each := _Placed(cell, number, column))
            taken |= _places(each)
            if len(taken) > _MOST_CELLS:
                raise TroubleError(Trouble.LETTER_TOO_LARGE)
    return placed


def _places(each: _Placed) -> set[tuple[int, int]]:
    return {
        (row, column)
        for row in range(each.row, each.last_row + 1)
        for column in range(each.column, each.last_column + 1)
    }


def _sides(each: _Placed, columns: int, leftward: bool) -> tuple[int, int]:
    """First and last column on paper: mirrored where reading begins on the right."""
    if leftward:
        return columns - 1 - each.last_column, columns - 1 - each.column
    return each.column, each.last_column


def _widths(placed: Sequence[_Placed], columns: int, width: float) -> list[float]:
    """In proportion to the longest text of each column, within reason."""
    longest = [6] * columns
    for each in placed:
        if each.cell.columns == 1:
            length = sum(len(span.text) for paragraph in each.cell.paragraphs for span in paragraph.spans)
            longest[each.column] = max(longest[each.column], min(length, _LONGEST_COUNTED))
    return [width * length / sum(longest) for length in longest]
