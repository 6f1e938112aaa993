"""Which tests of a run stand for which demonstration."""

from tests.prove.suite import Case, Demonstration, Suite, all_green, quick_enough, read_cases

_JUNIT = """<testsuites><testsuite>
<testcase classname="tests.journeys.test_way" name="test_card_to_paper[anna]" time="1.5"/>
<testcase classname="tests.journeys.test_way" name="test_card_to_paper[ahmed]" time="2.5"/>
<testcase classname="tests.journeys.test_way" name="test_silence" time="0.1"><failure>no</failure></testcase>
<testcase classname="tests.unit.test_other" name="test_card" time="0.1"><skipped/></testcase>
</testsuite></testsuites>"""


def suite(*cases: Case, status: int = 0, seconds: float = 60.0) -> Suite:
    return Suite(cases, seconds, status)


def ran() -> Suite:
    return suite(*read_cases(_JUNIT), status=1)


def test_a_demonstration_counts_its_tests_and_their_time():
    proof = Demonstration("card to paper", "tests/journeys", ("test_card_to_paper",)).judge(ran())
    assert (proof.figure, proof.holds) == ("2 of 2 tests, 4.0 s", True)


def test_one_failed_test_fails_its_demonstration():
    assert not Demonstration("the way", "tests/journeys").judge(ran()).holds


def test_a_skipped_test_has_shown_nothing():
    assert not Demonstration("other", "tests/unit").judge(ran()).holds


def test_a_demonstration_that_lost_one_of_its_tests_does_not_hold():
    lost = Demonstration("both", "tests/journeys", ("test_card_to_paper", "test_gone"))
    assert not lost.judge(ran()).holds


def test_a_run_with_a_failure_is_not_green():
    assert not all_green(ran()).holds
    assert all_green(suite(Case("tests/a", "test_a", 0.1, passed=True))).holds


def test_a_run_without_tests_is_not_green():
    assert not all_green(suite()).holds


def test_two_minutes_are_enough_and_more_are_too_many():
    assert quick_enough(suite(seconds=119), 120).holds
    assert not quick_enough(suite(seconds=121), 120).holds
