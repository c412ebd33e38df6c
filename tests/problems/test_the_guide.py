"""What problems/README.md teaches is true: its example is an item file without anything to mend."""

from __future__ import annotations

import re

from boardsup.items.formulas import FUNCTIONS
from boardsup.items.lint import lint
from boardsup.items.numerals import FORMATS
from boardsup.items.parse_cards import PICTURES
from boardsup.items.parse_shape import KINDS, KINDS_WITH_MORE
from boardsup.store.problems import problem_texts
from checkout import ROOT

GUIDE = (ROOT / "problems" / "README.md").read_text(encoding="utf-8")
FILE = "items/equations/eq-1mul.yaml"


def test_the_example_of_the_guide_is_an_item_file_but_for_its_second_shape():
    (example,) = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    second = example[example.index("  - shape:") :].replace("letter-first", "again")
    texts = {**problem_texts(ROOT / "problems"), FILE: example + second}
    assert lint(texts, {FILE}) == ()


def test_the_guide_names_every_kind_function_format_and_picture():
    missing = [name for name in (*KINDS.split(", "), *KINDS_WITH_MORE) if name not in GUIDE]
    missing += [name for name in FUNCTIONS if not re.search(rf"\b{name}\b", GUIDE)]
    missing += [how for how in FORMATS if not re.fullmatch(r"\+.+|\.[134]", how) and f":{how}" not in GUIDE]
    missing += [f"{picture}:" for picture in PICTURES if f"`{picture}:" not in GUIDE]
    assert missing == []
