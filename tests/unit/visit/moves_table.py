"""Writes the table of moves: every sample state, every sample event, and what becomes of it.

python -m tests.unit.visit.moves_table > docs/moves.md
"""

from kiosk.visit.step import step
from tests.unit.visit.samples import events, name, states, visit

HEAD = """# The moves of a visit

Made from the code by `python -m tests.unit.visit.moves_table`; a test compares it. Each place of a visit, the events
that mean something there, where they lead and what they ask of the world. An event that is not in the list changes
nothing. `LanguageChosen` changes the language and `PaceChosen` the limits at every place; they stand here only where
they do more. While somebody is in, the lease on the person is renewed behind every place and every cover: `TimeCame`
asks for `TakeLease`, `LeaseTaken` and `TroubleCame` for `Wake`, and `FoundElsewhere` leads to `Leaving`; or, where the
lease has not been held yet, from every place to `AtTwoScreens` (from which `LeaseTaken` leads back), and behind a cover
to the next try.

"For another": while the citizen acts for somebody. The mandate is looked at behind every such place and every cover:
`TimeCame` asks for `CheckMandate`, `MandateStands` and `TroubleCame` for `Wake`; a trouble that says that it has ended,
and the `TimeCame` of its end, lead to `ActingEnded`, from `Printing` through `ActingEnding`. At every place
`ActingBegun` asks for `StopActing` when it comes too late.

`VoiceGone` rings the chime at every place; from then on the glass says so there, until `VoiceForgone` or `WentBack`.
"""


def table() -> str:
    return HEAD + "".join(_section(name(state), state) for state in states())


def _section(title: str, state: object) -> str:
    rows = "".join(_row(state, event) for event in events()[1:])
    return (
        f"\n## {title}\n\n| event | leads to | asks for |\n|---|---|---|\n{rows}"
        if rows
        else f"\n## {title}\n\nNothing.\n"
    )


def _row(state: object, event: object) -> str:
    before = visit(state)  # type: ignore[arg-type]
    after, effects = step(before, event)  # type: ignore[arg-type]
    asked = ", ".join(type(effect).__name__ for effect in effects)
    if after.state == before.state and asked in ("", "StopActing", "RingChime"):
        return ""
    return f"| {type(event).__name__} | {name(after.state)} | {asked} |\n"


if __name__ == "__main__":
    print(table(), end="")
