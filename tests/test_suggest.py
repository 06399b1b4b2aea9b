import pytest

from rolelint.suggest import suggest

KEYS = ("name", "owner", "accountable", "from", "to", "within", "RACI", "id")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("acountable", "accountable"),
        ("Accountable", "accountable"),
        (" OWNER ", "owner"),
        ("naem", "name"),
        ("own", "owner"),
        ("raic", "RACI"),
        ("nam", "name"),
        ("fro", "from"),
        ("di", None),
        ("ot", None),
        ("tp", None),
        ("i", "id"),
        ("xy", None),
        ("ham", None),
        ("a", None),
        ("", None),
        ("purchase order", None),
        ("accountable" * 6, None),
    ],
)
def test_the_nearest_known_word_or_none(word: str, expected: str | None) -> None:
    assert suggest(word, KEYS) == expected


def test_the_first_of_two_spellings_is_kept() -> None:
    assert suggest("emae", ["EMEA", "emea"]) == "EMEA"


def test_closeness_can_be_asked_for() -> None:
    assert suggest("actions", ["functions"]) == "functions"
    assert suggest("actions", ["functions"], closeness=0.8) is None
