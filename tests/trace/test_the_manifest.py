"""What we say that we search is what is searched."""

from pathlib import Path

from tests.trace import manifest


def test_the_manifest_in_the_documentation_is_the_one_of_the_code() -> None:
    written = (Path(__file__).parents[2] / "docs" / "no-trace.md").read_text(encoding="utf-8")
    assert written == manifest.as_markdown(), "python -m tests.trace.manifest > docs/no-trace.md"
