"""The machine in a few words."""

import platform

from tests.bench.machine import processor


def test_the_first_processor_gives_the_name():
    text = "processor\t: 0\nmodel name\t: Example 3000 CPU @ 2 GHz\n\nprocessor\t: 1\nmodel name\t: Other\n"
    assert processor(text) == "Example 3000 CPU @ 2 GHz"


def test_a_processor_without_a_name_is_called_after_its_kind():
    assert processor("processor\t: 0\nFeatures\t: fp asimd\n") == platform.machine()
