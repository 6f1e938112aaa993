"""What stands on every screen while somebody acts for another: both names, and the scope on one tap."""

from dataclasses import dataclass, field
from typing import Final

from kiosk.visit.acting import ForAnother
from kiosk.visit.mandates import Area, Basis, Kind, PostRight, Privilege, ReadPost, Right, WritePost, covers
from kiosk.visit.people import Citizen
from kiosk.visit.scope_words import AREAS, BASES
from kiosk.visit.words import words
from ui.screens.acting import described
from ui.screens.interrupted import acting_ends_first
from ui.screens.mandate import errand, shortened
from ui.tongue import Tongue, isolated


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """``why_not``: nothing, if it can be done here. What is covered cannot always be."""

    said: str
    covered: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class ActingStrip:
    """``said``: the whole sentence, for whoever listens. ``short``: the principal, under the whole name.

    ``may_switch``: to turn to another person. ``more`` and ``form``: to ask for more, or for a form, which is done as
    oneself: ``first`` says so.
    """

    me: str = field(repr=False)
    principal: str = field(repr=False)
    short: str = field(repr=False)
    said: str = field(repr=False)
    company: bool
    what: str
    scope: tuple[ScopeRow, ...]
    may_switch: bool
    more: bool
    form: bool
    first: str = field(repr=False)


_OF_LETTERS: Final = (Basis.READ_ACCESS, Basis.WRITE_ACCESS)
"""What is about letters by its name already; a guardian may have two mandates."""

_AT_POST: Final = {
    ReadPost.READ: words("Read and print letters in Digital Post"),
    ReadPost.SERVE: words("Be served with legal notices for the person"),
    WritePost.ANSWER: words("Answer letters in Digital Post"),
}


def strip(
    acting: ForAnother, citizen: Citizen, tongue: Tongue, *, free: bool = True, printing: bool = False
) -> ActingStrip:
    """``free``: nothing is being done that cannot be left. ``printing``: it takes a while until there is."""
    grantor = acting.mandate.grantor
    me, principal = isolated(citizen.name), isolated(grantor.name)
    more, form = free and acting.can_ask_for_more, free and acting.can_show_more_on_paper
    return ActingStrip(
        me=me,
        principal=principal,
        short=isolated(shortened(grantor.name)),
        said=tongue.say("You are {me}. You act for {principal}.", me=me, principal=principal),
        company=grantor.kind is Kind.COMPANY,
        what=described(acting.mandate, tongue),
        scope=scope_rows(acting, tongue),
        may_switch=not printing,
        more=more,
        form=form,
        first=acting_ends_first(tongue) if form else "",
    )


def scope_rows(acting: ForAnother, tongue: Tongue) -> tuple[ScopeRow, ...]:
    """Everything that could be covered, so that what is not covered is seen too; it stands last."""
    rows = [_post_row(act, acting, tongue) for act in (*ReadPost, *WritePost)]
    for area in Area:
        rows.extend(_area_rows(area, acting, tongue))
    return tuple(sorted(rows, key=lambda row: not row.covered))


def _post_row(act: ReadPost | WritePost, acting: ForAnother, tongue: Tongue) -> ScopeRow:
    said = tongue.say(_AT_POST[act])
    if not covers(acting.mandate.scope, act):
        return ScopeRow(said, covered=False, why_not=post_not_covered(acting, tongue))
    elsewhere = act is WritePost.ANSWER
    return ScopeRow(said, True, tongue.say("Not at this machine, but at home") if elsewhere else "")


def _area_rows(area: Area, acting: ForAnother, tongue: Tongue) -> list[ScopeRow]:
    """Each right for itself, for none includes another; one row where there is none."""
    if not any(covers(acting.mandate.scope, Privilege(area, right)) for right in Right):
        return [ScopeRow(tongue.say(AREAS[area]), covered=False, why_not=not_covered(acting, tongue))]
    return [_right_row(Privilege(area, right), acting, tongue) for right in Right]


def _right_row(privilege: Privilege, acting: ForAnother, tongue: Tongue) -> ScopeRow:
    said = errand(privilege, tongue)
    if not covers(acting.mandate.scope, privilege):
        return ScopeRow(said, covered=False, why_not=not_covered(acting, tongue))
    elsewhere = privilege.right is Right.CONTACT
    return ScopeRow(said, True, tongue.say("You may, but not at this machine") if elsewhere else "")


def not_covered(acting: ForAnother, tongue: Tongue) -> str:
    """Why something is greyed out: the one of the two mechanisms does not hold for the other."""
    mandate = acting.mandate
    match mandate.scope:
        case PostRight() if mandate.basis in _OF_LETTERS:
            basis = tongue.say(BASES[mandate.basis])
            return tongue.say("Not covered: {basis} holds for letters only", basis=basis)
        case PostRight():
            return tongue.say("Not covered: this right holds for letters only")
        case frozenset():
            return _basis_only(acting, tongue)


def post_not_covered(acting: ForAnother, tongue: Tongue) -> str:
    """Why something at the mailbox is. On the same basis there may be another mandate, which holds for letters."""
    mandate = acting.mandate
    if isinstance(mandate.scope, PostRight) or mandate.basis is Basis.POWER:
        return _basis_only(acting, tongue)
    return tongue.say("Not covered: this right does not hold for letters")


def _basis_only(acting: ForAnother, tongue: Tongue) -> str:
    return tongue.say("Not covered by: {basis}", basis=tongue.say(BASES[acting.mandate.basis]))
