"""Files fit one thought, functions are short, and no room is called after nothing."""

import ast
import re
import statistics

LONGEST_FILE = 350

BANNED = {
    "utils",
    "util",
    "common",
    "helpers",
    "helper",
    "base",
    "manager",
    "handler",
    "controller",
    "service",
}


def test_no_file_is_longer_than_one_thought(texts):
    code = {file: text for file, text in texts.items() if file.suffix in {".py", ".qml"}}
    assert [
        f"{file}: {lines}" for file, text in code.items() if (lines := text.count("\n")) > LONGEST_FILE
    ] == []


def test_half_of_all_functions_are_at_most_eight_lines(product, record_property):
    lengths = sorted(length for text in product.values() for length in function_lengths(text))
    median, ninth = statistics.median(lengths), statistics.quantiles(lengths, n=10)[-1]
    record_property(
        "functions", f"{len(lengths)}: median {median}, nine in ten up to {ninth}, longest {lengths[-1]}"
    )
    assert median <= 8
    assert ninth <= 30


def function_lengths(text: str) -> list[int]:
    """Lines from the first statement to the last, docstrings not counted."""
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    return [length_of(function) for function in functions]


def length_of(function: ast.FunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def test_names_say_what_a_thing_is(texts):
    code = {file: text for file, text in texts.items() if file.suffix in {".py", ".qml"}}
    rooms = {str(file) for file in code if BANNED & words_of(*file.with_suffix("").parts)}
    classes = {
        f"{file}: {name}"
        for file, text in code.items()
        for name in re.findall(r"^\s*class (\w+)", text, re.MULTILINE)
        if BANNED & words_of(name)
    }
    assert rooms | classes == set()


def words_of(*names: str) -> set[str]:
    return {word.lower() for name in names for word in re.findall(r"[A-Z]?[a-z0-9]+", name)}


def test_every_module_of_the_product_says_what_it_is(product):
    silent = [
        str(file) for file, text in product.items() if text.strip() and not ast.get_docstring(ast.parse(text))
    ]
    assert silent == []
