"""What stands on every screen while somebody acts for another: both names, and the scope on one tap."""

from dataclasses import dataclass, field

from kiosk.visit.acting import ForAnother
from kiosk.visit.mandates import Area, Kind, PostRight, Privilege, ReadPost, Right, Scope, WritePost, covers
from kiosk.visit.people import Citizen
from kiosk.visit.scope_words import AREAS, BASES, RIGHTS
from ui.screens.acting import described
from ui.tongue import Tongue, isolated


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """``why_not``: nothing, if it can be done here. What is covered cannot always be."""

    said: str
    covered: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class ActingStrip:
    """``said``: the whole sentence, for whoever listens."""

    me: str = field(repr=False)
    principal: str = field(repr=False)
    said: str = field(repr=False)
    company: bool
    what: str
    scope: tuple[ScopeRow, ...]


def strip(acting: ForAnother, citizen: Citizen, tongue: Tongue) -> ActingStrip:
    grantor = acting.mandate.grantor
    me, principal = isolated(citizen.name), isolated(grantor.name)
    return ActingStrip(
        me=me,
        principal=principal,
        said=tongue.say("You are {me}. You act for {principal}.", me=me, principal=principal),
        company=grantor.kind is Kind.COMPANY,
        what=described(acting.mandate, tongue),
        scope=scope_rows(acting.mandate.scope, acting, tongue),
    )


def scope_rows(scope: Scope, acting: ForAnother, tongue: Tongue) -> tuple[ScopeRow, ...]:
    """Everything that could be covered, so that what is not covered is seen too."""
    return (*_post_rows(scope, acting, tongue), *(_area_row(area, scope, acting, tongue) for area in Area))


def _post_rows(scope: Scope, acting: ForAnother, tongue: Tongue) -> tuple[ScopeRow, ...]:
    not_here = tongue.say("Not at this machine, but at home")
    acts = (
        (ReadPost.READ, tongue.say("Read and print letters in Digital Post"), ""),
        (ReadPost.SERVE, tongue.say("Be served with legal notices for the person"), ""),
        (WritePost.ANSWER, tongue.say("Answer letters in Digital Post"), not_here),
    )
    uncovered = _basis_only(acting, tongue)
    rows = ((said, covers(scope, act), why_not) for act, said, why_not in acts)
    return tuple(
        ScopeRow(said, covered, why_not if covered else uncovered) for said, covered, why_not in rows
    )


def _area_row(area: Area, scope: Scope, acting: ForAnother, tongue: Tongue) -> ScopeRow:
    rights = [right for right in Right if covers(scope, Privilege(area, right))]
    name = tongue.say(AREAS[area])
    said = ", ".join(tongue.say(RIGHTS[right]) for right in rights)
    return ScopeRow(
        f"{name}: {said}" if said else name, bool(rights), "" if rights else not_covered(acting, tongue)
    )


def not_covered(acting: ForAnother, tongue: Tongue) -> str:
    """Why something is greyed out: the one of the two mechanisms does not hold for the other."""
    basis = tongue.say(BASES[acting.mandate.basis])
    if isinstance(acting.mandate.scope, PostRight):
        return tongue.say("Not covered: {basis} holds for letters only", basis=basis)
    return _basis_only(acting, tongue)


def _basis_only(acting: ForAnother, tongue: Tongue) -> str:
    return tongue.say("Not covered by: {basis}", basis=tongue.say(BASES[acting.mandate.basis]))
