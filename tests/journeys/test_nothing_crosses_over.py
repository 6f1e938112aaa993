"""A daughter acts for her mother, then for her uncle or for herself: nothing of the mother's is anywhere any more."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.letters.press import ChildPress
from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.post import Mailbox
from tests import cast
from tests.journeys.crossing import KINDS, everywhere, hits
from tests.journeys.story import Story, World
from tests.journeys.test_acting_for_somebody import acts_for, comes, session
from tests.journeys.test_from_card_to_paper import ordinary
from tests.journeys.test_nothing_personal_is_told import Told
from tests.screens.aloud import Listener
from tests.screens.glass import TestedGlass
from tests.screens.states import visit
from tests.trace.canaries import Canary, Word, word
from tests.trace.letter import Letter
from tests.trace.search import search
from tests.unit.visit.samples import FOLDER, inside

KAREN = "karen-cared-for"


LET_GO_MS = 1200
"""After so long the glass has let go of the page before."""


@pytest.fixture(scope="module")
def put_up() -> Iterator[TestedGlass]:
    glass = TestedGlass(visit("welcome"))
    yield glass
    glass.take_down()
    assert glass.warnings == []


@pytest.fixture
def ear(put_up: TestedGlass) -> Iterator[Listener]:
    """Somebody who can have everything read aloud, and the log of what is said."""
    listener = Listener(put_up)
    yield listener
    listener.reader.sleep()


@pytest.fixture
def told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> Iterator[Told]:
    with caplog.at_level(logging.INFO):
        yield Told(tmp_path, caplog, capfd)


@pytest.fixture
def story(put_up: TestedGlass, world: World, press: ChildPress, tmp_path: Path) -> Iterator[Story]:
    """The glass shows every move of it, and what is touched there is said."""
    with ExitStack() as stack:
        story = Story(world, press, tmp_path, stack, changed=put_up.stage.show)
        put_up.glass.connect_runner(story.runner)
        yield story
        put_up.show(visit("welcome"))
        put_up.window.contentItem().setObjectName("")
        QGuiApplication.clipboard().clear()


class Mother:
    """Karen, and a letter in her mailbox that nobody else has."""

    def __init__(self, story: Story) -> None:
        letter = Letter()
        self.about, self.text, self.picture = letter.parts
        story.world.town.client.put_letter(KAREN, letter.memo(KAREN))
        self._known: list[Canary] = []

    def known_by(self, story: Story) -> None:
        """What she and hers are called, once her mailbox is open."""
        acting, folder = session(story).acting, story.until(s.InFolder)
        assert acting is not None
        cpr = story.world.people[KAREN].cpr or ""
        head = next(head for head in folder.letters.heads if head.label == self.about.text)
        self._known = [
            Word("name", "Karen"),
            Word("birth date", f"{cpr[:6]}-"),
            Word("token", acting.grant.access_token.text()),
            Word("mandate", acting.mandate.id),
            Word("reference", acting.mandate.reference.name),
            Word("mailbox", folder.mailbox.id),
            Word("folder", folder.letters.folder_id),
            Word("letter's number", head.id),
        ]

    @property
    def canaries(self) -> Sequence[Canary]:
        return [*self._known, self.about, self.text, self.picture]


def reads_and_prints_hers(story: Story, glass: TestedGlass, ear: Listener, mother: Mother) -> None:
    """What she looks for, she finds by the words on it; all of it is read aloud to her."""
    ear.reader.wake()
    comes(story, "dina-daughter")
    acts_for(story, "Karen Lindqvist", s.InFolder, post=True)
    mother.known_by(story)
    glass.stage.giveSearch(mother.about.text)
    (head,) = story.until(s.InFolder, lambda now: now.letters.sought is not None).letters.heads
    glass.stage.chooseLetter(head.id)
    prints_what_is_open(story)
    story.says(e.WentBack())
    story.until(s.Reading)
    glass.settle()


def turns_to(story: Story, glass: TestedGlass, ear: Listener, whom: str) -> None:
    """And reads and prints there."""
    glass.stage.askToSwitch()
    goes_to(story, ear, whom)
    let_go(glass)


def goes_to(story: Story, ear: Listener, whom: str) -> None:
    """The choice is read aloud with every name in it; what is said afterwards is about whoever was chosen."""
    story.until(s.ChoosingPrincipal)
    if whom == "herself":
        story.says(e.MyselfChosen())
        story.until(s.InFolder)
    else:
        acts_for(story, whom, s.InFolder)
    let_go(ear.glass)
    ear.log.said.clear()
    story.opens(ordinary)
    prints_what_is_open(story)
    story.until(s.Printed, lambda _: not story.runner.visit.telling.under_way)


def let_go(glass: TestedGlass) -> None:
    QTest.qWait(LET_GO_MS)
    glass.settle()


def prints_what_is_open(story: Story) -> None:
    story.until(s.Reading)
    story.prints()
    story.until(s.Printed)


def found(story: Story, ear: Listener, mother: Mother) -> set[tuple[str, str]]:
    """The last job is of whoever it is about now."""
    jobs_before = len(story.world.printer.printed()) - 1
    return hits(everywhere(story, ear.glass, ear.log, jobs_before), mother.canaries)


def test_nothing_of_the_one_is_anywhere_while_she_acts_for_the_next(
    story: Story, put_up: TestedGlass, ear: Listener, told: Told
) -> None:
    mother = Mother(story)
    reads_and_prints_hers(story, put_up, ear, mother)
    let_go(put_up)
    before = found(story, ear, mother)
    assert {kind for _, kind in before} == {*KINDS} - {"clipboard"}
    assert {what for what, _ in before} == {canary.what for canary in mother.canaries}
    for whom in ("Ulrik Lindqvist", "herself"):
        turns_to(story, put_up, ear, whom)
        assert ear.log.said, "the voice goes on"
        assert found(story, ear, mother) == set(), whom
    noted = {hit.what for hit in search(told.by(story), mother.canaries)}
    assert noted == {"reference"}, "the journal knows a mandate by its reference alone"


def test_nor_is_anything_of_the_receipt_that_she_printed_for_her(
    story: Story, put_up: TestedGlass, ear: Listener
) -> None:
    mother = Mother(story)
    reads_and_prints_hers(story, put_up, ear, mother)
    story.world.town.client.switch(mandates_down=True)
    put_up.stage.askToSwitch()
    story.until(s.OfferingReceipt)
    assert ("name", "accessible tree") in found(story, ear, mother)
    put_up.stage.askToPrint()
    story.until(s.Printed)
    story.world.town.client.switch(mandates_down=False)
    put_up.stage.goBack()
    goes_to(story, ear, "Ulrik Lindqvist")
    let_go(put_up)
    assert found(story, ear, mother) == set()


Plant = Callable[[Story, TestedGlass, Word], None]


def what_was_copied(_: Story, glass: TestedGlass, planted: Word) -> None:
    QGuiApplication.clipboard().setText(planted.text)


def a_text_that_nobody_sees(_: Story, glass: TestedGlass, planted: Word) -> None:
    glass.window.contentItem().setObjectName(planted.text)


def a_list_that_still_stands_there(_: Story, glass: TestedGlass, planted: Word) -> None:
    letters = replace(FOLDER.letters, heads=(replace(cast.head(), label=planted.text),))
    glass.show(inside(replace(FOLDER, letters=letters)))


def a_job_that_still_waits(story: Story, _: TestedGlass, planted: Word) -> None:
    (story.world.printer.tray_for(1).parent.parent / "spool" / "1-letter.pdf").write_text(planted.text)


def a_word_that_is_kept(story: Story, _: TestedGlass, planted: Word) -> None:
    kept = replace(FOLDER, mailbox=Mailbox(planted.text, ""))
    story.runner.visit = replace(story.runner.visit, state=inside(kept).state)


def what_is_said_once_more(_: Story, glass: TestedGlass, planted: Word) -> None:
    glass.glass.reader().wake()
    glass.glass.reader().tell(planted.text)


PLANTS: dict[Plant, set[str]] = {
    what_was_copied: {"clipboard"},
    a_text_that_nobody_sees: {"texts"},
    a_list_that_still_stands_there: {"accessible tree", "texts", "memory"},
    a_job_that_still_waits: {"printer"},
    what_is_said_once_more: {"voice", "memory"},
    a_word_that_is_kept: {"memory"},
}


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_what_crosses_over_is_found(story: Story, put_up: TestedGlass, ear: Listener, plant: Plant) -> None:
    """Or finding nothing would mean nothing."""
    planted = word("planted")
    plant(story, put_up, planted)
    places = everywhere(story, put_up, ear.log, len(story.world.printer.printed()))
    assert {kind for _, kind in hits(places, [planted])} == PLANTS[plant]
