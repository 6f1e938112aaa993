"""The forms of a mandate on paper: the request and the authorisation, to be signed by hand and handed in at the desk.

They are written in the citizen's language, to be understood, and in Danish, to be signed: one signature, under the
text that counts. What is not known waits to be written by hand.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from kiosk.letters import reference as named
from kiosk.letters.blocks import (
    Blank,
    Blanks,
    Block,
    Cell,
    Code,
    PageEnd,
    Paragraph,
    Part,
    Rule,
    Table,
    Ticks,
)
from kiosk.letters.speech import (
    Tongue,
    bold,
    called,
    day,
    feet,
    heading,
    item,
    plain,
    row,
    small,
    unturned,
    versions,
)
from kiosk.letters.terms import Terms, terms_of
from kiosk.visit.mandates import (
    Area,
    Basis,
    FilledIn,
    Form,
    Mechanism,
    PostRight,
    Privilege,
    Reference,
    Right,
    Scope,
)
from kiosk.visit.people import Citizen, Cpr
from kiosk.visit.scope_words import AREAS, BASES, POST_RIGHTS, RIGHTS
from kiosk.visit.words import words

_ALL_PAGES: Final = words("All pages must be handed in together")
_BETWEEN: Final = " · "
_FOR_SIGNATURE, _FOR_WAY_IN, _FOR_STAFF = 34, 30, 22
"""Millimetres: none of them is torn apart by the end of a page."""

Says = Callable[[Tongue], str]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on a form, as far as they are known. ``side``: which of the two they are, ``role``: what they do."""

    side: str
    role: str
    name: str = field(default="", repr=False)
    cpr: Cpr | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Paper:
    """A form before it is in any language."""

    form: Form
    terms: Terms
    giver: Person
    getter: Person
    filled_in: FilledIn
    reference: Reference

    @property
    def title(self) -> str:
        return self.terms.request if self.form is Form.REQUEST else self.terms.authorisation

    @property
    def is_open(self) -> bool:
        """What may be done is ticked by hand."""
        return isinstance(self.filled_in.scope, Mechanism) or not self.filled_in.scope

    @property
    def signer(self) -> Person:
        return self.getter if self.form is Form.REQUEST else self.giver


def paper(form: Form, filled_in: FilledIn, citizen: Citizen, reference: Reference) -> Paper:
    """The form with the citizen on the one side and the other person on the other."""
    terms = terms_of(filled_in.scope)
    ours, theirs = (citizen.name, citizen.cpr), (filled_in.name, filled_in.cpr)
    giver, getter = (ours, theirs) if form is Form.AUTHORISATION else (theirs, ours)
    return Paper(
        form, terms, Person(*terms.giver, *giver), Person(*terms.getter, *getter), filled_in, reference
    )


def parts(paper: Paper, tongue: Tongue, danish: Tongue) -> tuple[Part, ...]:
    """To be read in the citizen's language, then to be signed in Danish; only that where it is the same."""
    lines = _ALL_PAGES, named.printed(paper.reference)
    return tuple(
        Part(each.code, tuple(_Version(paper, each, tongue, danish).blocks()), feet(each, danish, *lines))
        for each in versions(tongue, danish)
    )


class _Version:
    """The form in one language. What a hand has to fill in is on the Danish one, named in both languages."""

    def __init__(self, paper: Paper, tongue: Tongue, citizens: Tongue, danish: Tongue) -> None:
        self._paper, self._terms = paper, paper.terms
        self.say = tongue.say
        self._tongue = tongue
        self._names = versions(citizens, danish)[::-1]
        self._is_first = tongue.code == citizens.code
        self._to_sign = tongue.code == danish.code

    def blocks(self) -> Iterator[Block]:
        yield self._head()
        yield bold(self._sentence())
        if not self._to_sign:
            yield plain(
                self.say("This is a translation. Write and sign on the Danish pages. They say the same.")
            )
        yield Table(tuple(self._facts()))
        if self._to_sign:
            yield from self._missing()
        yield heading(self.say("What it means"))
        yield from (item(self.say(text)) for text in self._terms.means)
        if self._paper.form is Form.REQUEST:
            yield from self._wider_power()
        if self._to_sign:
            yield PageEnd(_FOR_SIGNATURE)
            yield from self._signature()
            yield PageEnd(_FOR_STAFF + (_FOR_WAY_IN if self._is_first else 0))
        if self._is_first:
            yield from self._way_in()
        if self._to_sign:
            yield from self._for_staff()

    def _head(self) -> Code:
        reference, say = self._paper.reference, self.say
        spelled = unturned(named.spelled(reference))
        return Code(
            named.code(reference),
            (
                heading(say(self._paper.title), 1),
                bold(say("Reference: {reference}", reference=unturned(named.printed(reference)))),
                plain(say("Say it like this: {spelled}", spelled=spelled)),
            ),
            say("Reference: {reference}", reference=named.printed(reference)),
        )

    def _sentence(self) -> str:
        request = self._paper.form is Form.REQUEST
        other = self._paper.giver if request else self._paper.getter
        name = called(other.name) if other.name else self.say("the person named below")
        return self.say(self._terms.asks if request else self._terms.lets, name=name)

    # What is known

    def _facts(self) -> Iterator[tuple[Cell, ...]]:
        for person in (self._paper.giver, self._paper.getter):
            yield from self._fact(person.side, self._person(person) if person.name else (), person.role)
        yield from self._fact(words("What it is about"), self._scope(self._paper.filled_in.scope))
        until = self._paper.filled_in.until
        yield from self._fact(words("Last day"), (bold(day(self._tongue, until)),) if until else ())

    def _fact(self, name: str, values: tuple[Paragraph, ...], more: str = "") -> Iterator[tuple[Cell, ...]]:
        if not (values or self._to_sign):
            values = (plain(self.say("Write it on the Danish pages")),)
        if values:
            yield row(self.say(name), *values, more=self.say(more))

    def _person(self, person: Person) -> tuple[Paragraph, ...]:
        name = bold(called(person.name))
        return (
            (name, plain(self.say("CPR number {number}", number=_number(person.cpr))))
            if person.cpr
            else (name,)
        )

    def _scope(self, scope: Scope | Mechanism) -> tuple[Paragraph, ...]:
        match scope:
            case Mechanism():
                return ()
            case PostRight():
                return (bold(self.say(POST_RIGHTS[scope])),)
            case frozenset():
                return tuple(self._area(area, scope) for area in Area if _rights(area, scope))

    def _area(self, area: Area, scope: frozenset[Privilege]) -> Paragraph:
        rights = _BETWEEN.join(self.say(RIGHTS[right]) for right in _rights(area, scope))
        return bold(f"{self.say(AREAS[area])}: {rights}")

    # What a hand fills in

    def _missing(self) -> Iterator[Block]:
        for person in (self._paper.giver, self._paper.getter):
            yield from self._missing_of(person)
        if self._paper.is_open:
            yield from self._choices()
        if not self._paper.filled_in.until:
            yield self._blanks((words("Last day (at most five years from now)"), 1), ("", 1))

    def _missing_of(self, person: Person) -> Iterator[Block]:
        number = (words("{who}: CPR number"), 2)
        if not person.name:
            yield self._blanks((words("{who}: full name"), 3), number, who=person.side)
        elif not person.cpr:
            yield self._blanks(number, who=person.side)

    def _choices(self) -> Iterator[Block]:
        yield heading(self._said(words("Tick what it is about")))
        if Mechanism.of(self._paper.filled_in.scope) is Mechanism.POST:
            yield from map(self._tick, POST_RIGHTS.values())
            return
        for area in Area:
            rights = tuple(self._said(RIGHTS[right]) for right in Right)
            yield Ticks(rights, self._said(AREAS[area]))

    def _wider_power(self) -> Iterator[Block]:
        yield heading(self.say("Have you a wider power of attorney already?"))
        yield plain(
            self.say("Then hand in a copy with this form. The other person need not sign anything more.")
        )
        yield plain(self.say("A general power of attorney counts here only if it covers everything."))
        if self._to_sign:
            witnessed = words("Signed before a lawyer"), words("Signed before two witnesses")
            yield Ticks(tuple(map(self._said, witnessed)), self._said(BASES[Basis.GENERAL_POWER]))
            yield self._tick(words("Future power of attorney that has come into force"))
            yield self._blanks(
                (words("General power of attorney: date of the signature"), 3),
                (words("Future power of attorney: date of the decision by Familieretshuset"), 4),
            )

    def _tick(self, text: str) -> Ticks:
        return Ticks((self._said(text),))

    def _signature(self) -> Iterator[Block]:
        yield heading(self._said(words("Signature")))
        yield self._blanks((words("Date"), 1), (words("{who}: signature"), 3), who=self._paper.signer.side)

    def _blanks(self, *names: tuple[str, int], who: str = "") -> Blanks:
        return Blanks(tuple(Blank(self._said(name, who=who), share) for name, share in names))

    def _said(self, text: str, who: str = "") -> str:
        """In both languages, where a hand shall find its place."""
        return _BETWEEN.join(each.say(text, who=each.say(who)) for each in self._names if text)

    # What happens with it

    def _way_in(self) -> Iterator[Block]:
        yield heading(self.say("How to hand it in"))
        steps = (
            words("Change nothing that is printed. If something is wrong, print a new form."),
            words("Hand in all pages together at the desk of citizen service. Show who you are."),
            words("Two members of staff look at it. It counts when they have entered it, and not before."),
        )
        yield from (item(self.say(step), f"{number}.") for number, step in enumerate(steps, 1))

    def _for_staff(self) -> Iterator[Block]:
        yield Rule()
        yield small(self.say("To be filled in by staff"))
        names = words("Received on"), words("Entered by"), words("Checked by somebody else")
        yield Blanks(tuple(Blank(self.say(name)) for name in names))


def _rights(area: Area, scope: frozenset[Privilege]) -> list[Right]:
    return [right for right in Right if Privilege(area, right) in scope]


def _number(cpr: Cpr) -> str:
    return unturned(f"{cpr.digits[:6]}-{cpr.digits[6:]}")
