"""Duty letters: how they are written, which scheme they speak for, and what is told of strange ones."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from organisation_helpers import held, made

from rolelint.finding import Mark, Route
from rolelint.organisation.letters import Reader, Reading, letter, singles, tokens
from rolelint.organisation.model import DUTIES
from rolelint.organisation.schemes import SCHEMES, fitting, guess

R, A, C, I = "responsible", "accountable", "consulted", "informed"  # noqa: E741
RACI = Reader("RACI", SCHEMES["RACI"])


@pytest.mark.parametrize(
    ("written", "duties"),
    [
        ("R", (R,)),
        ("a", (A,)),
        (" c ", (C,)),
        ("A/R", (A, R)),
        ("R, A", (R, A)),
        ("R & A", (R, A)),
        ("R and A", (R, A)),
        ("R + A", (R, A)),
        ("R;A", (R, A)),
        ("R A", (R, A)),
        ("R\nA", (R, A)),
        ("R<br>A", (R, A)),
        ("AR", (A, R)),
        ("raci", (R, A, C, I)),
        ("A.R.", (A, R)),
        ("A-R", (A, R)),
        ("R/R", (R,)),
        ("**A**", (A,)),
        ("A*", (A,)),
        ("`A`", (A,)),
        ("A†", (A,)),
        ("R (prelim vetting)", (R,)),
        ("A (final sign-off", (A,)),
        ("A [1]", (A,)),
        ("(A)", (A,)),
        ("accountable", (A,)),
        ("Responsible, Informed", (R, I)),
        ("Sign-off", ("sign-off",)),
        ("А", (A,)),  # Cyrillic
        ("С/І", (C, I)),  # Cyrillic
        ("Α", (A,)),  # Greek
        ("Ａ／Ｒ", (A, R)),  # full width
        ("Ⅽ", (C,)),  # Roman numeral
        ("ı", (I,)),  # Turkish
    ],
)
def test_a_cell_is_read(written: str, duties: tuple[str, ...]) -> None:
    assert RACI.read(written) == Reading(duties)
    assert RACI.read(written).clean


@pytest.mark.parametrize("written", ["", " ", "-", "—", "–", "N/A", "n/a", "--", "…", "."])
def test_what_stands_for_nothing_has_no_letters(written: str) -> None:
    assert RACI.read(written) == Reading()
    assert not RACI.read(written).clean


@pytest.mark.parametrize(
    ("written", "reading"),
    [
        ("X", Reading((), ("X",), ())),
        ("R/T", Reading((R,), ("T",), ())),
        ("R1", Reading((), (), ("R1",))),
        ("yes", Reading((), (), ("YES",))),
        ("AA", Reading((), (), ("AA",))),
        ("ART", Reading((), (), ("ART",))),
        ("see notes, R", Reading((R,), (), ("SEE", "NOTES"))),
        ("✓", Reading((), ("✓",), ())),
    ],
)
def test_what_is_no_letter_is_set_apart(written: str, reading: Reading) -> None:
    assert RACI.read(written) == reading
    assert not reading.clean


@pytest.mark.parametrize(
    ("written", "spelled"),
    [("r", "R"), ("Ｒ", "R"), ("А", "A"), ("dri", "DRI"), ("ra", None), ("", None), ("1", None), ("-", None)],
)
def test_a_key_may_be_one_letter(written: str, spelled: str | None) -> None:
    assert letter(written) == spelled


def test_a_word_does_not_pass_for_letters() -> None:
    assert singles(["R", "A", "PAID", "cs"]) == {"R", "A", "C", "S"}
    assert singles(["P", "A", "I", "D", "PAID"]) == {"P", "A", "I", "D"}
    assert singles(["done", "yes"]) == set()


GUESSES = [
    ("", "RACI"),
    ("A", "RACI"),
    ("RACI", "RACI"),
    ("RASCI", "RASCI"),
    ("RS", "RASCI"),
    ("RACIO", "CAIRO"),
    ("RAVCI", "RACI-VS"),
    ("RACIVS", "RACI-VS"),
    ("RACIQ", "RACIQ"),
    ("RABSIC", "RABSIC"),
    ("RAB", "RABSIC"),
    ("DACI", "DACI"),
    ("DAC", "DACI"),
    ("DP", "RAPID"),
    ("RAPID", "RAPID"),
    ("PARIS", "PARIS"),
    ("PACSI", "PACSI"),
    ("RATSI", "RATSI"),
    ("DARE", "DARE"),
    ("RACISO", "RACI with O and S"),
    ("RACIVSQ", "RACI with Q and S and V"),
    ("DCI", "RACI"),  # DACI or DCI: not guessed
    ("ARMI", "RACI"),  # a legend is needed
    ("RAT", "RACI"),
    ("RACID", "RACI"),
]


@pytest.mark.parametrize(("letters", "name"), GUESSES)
def test_the_scheme_is_guessed_from_all_letters(letters: str, name: str) -> None:
    assert guess(frozenset(letters))[0] == name


def test_dri_says_what_it_is() -> None:
    assert guess(frozenset({"DRI", "C"})) == ("DRI", SCHEMES["DRI"])


def test_in_a_mixture_sign_off_comes_with_verify() -> None:
    assert guess(frozenset("RASVO"))[1]["S"] == ("sign-off",)
    assert guess(frozenset("RASO"))[1]["S"] == ("support",)


def test_schemes_with_the_same_letters_are_told_together() -> None:
    assert fitting(frozenset("DCI")) == ["DACI", "DCI", "DRI"]
    assert fitting(frozenset("RACIX")) == []


@pytest.mark.parametrize(
    ("scheme", "letters"),
    [
        ("RACI", {"R": R, "A": A, "C": C, "I": I}),
        ("RASCI", {"R": R, "A": A, "C": C, "I": I, "S": "support"}),
        ("RASIC", {"R": R, "A": A, "C": C, "I": I, "S": "support"}),
        ("RACI-VS", {"R": R, "A": A, "C": C, "I": I, "V": "verify", "S": "sign-off"}),
        ("RACIQ", {"R": R, "A": A, "C": C, "I": I, "Q": "verify"}),
        ("CAIRO", {"R": R, "A": A, "C": C, "I": I, "O": "omitted"}),
        ("RACIO", {"R": R, "A": A, "C": C, "I": I, "O": "omitted"}),
        ("RABSIC", {"R": R, "A": A, "C": C, "I": I, "S": "support", "B": "backup"}),
        ("DACI", {"D": R, "A": A, "C": C, "I": I}),
        ("DCI", {"D": f"{R} and {A}", "C": C, "I": I}),
        ("DRI", {"DRI": f"{R} and {A}", "D": f"{R} and {A}", "C": C, "I": I}),
        ("RAPID", {"R": "recommend", "A": "agree", "P": R, "I": C, "D": A}),
        ("PARIS", {"P": R, "A": A, "R": "verify", "I": C, "S": "sign-off"}),
        ("PACSI", {"P": R, "A": A, "C": "verify", "S": C, "I": I}),
        ("RATSI", {"R": R, "A": A, "T": R, "S": "support", "I": I}),
        ("DARE", {"D": A, "A": C, "R": "recommend", "E": R}),
    ],
)
def test_a_scheme_by_name(scheme: str, letters: dict[str, str]) -> None:
    use = made({"scheme": scheme.lower(), "tasks": {"T": {"A": "sales"}}}).schemes[0]
    assert (use.name, use.guessed, use.letters) == (scheme, False, letters)


def test_every_scheme_speaks_of_known_duties() -> None:
    said = {duty for letters in SCHEMES.values() for duties in letters.values() for duty in duties}
    assert said == set(DUTIES)


def test_the_letters_of_a_file_decide_how_it_is_read() -> None:
    rapid = made({"tasks": {"Pick a vendor": {"D": "cfo", "P": "it", "R": "ops", "A": "legal", "I": "hr"}}})
    assert held(rapid.tasks[0]) == [
        ("cfo", A),
        ("it", R),
        ("ops", "recommend"),
        ("legal", "agree"),
        ("hr", C),
    ]
    assert [(use.name, use.guessed) for use in rapid.schemes] == [("RAPID", True)]


def test_own_letters() -> None:
    made_so = made(
        {
            "scheme": {"л": "responsible", "M": ["accountable", "responsible"], "x": "no duty", "I": None},
            "matrix": {"T": {"sales": "Л", "marketing": "m", "legal": "R"}},
        }
    )
    assert held(made_so.tasks[0]) == [("sales", R), ("marketing", A), ("marketing", R)]
    assert made_so.schemes[0].letters == {"Л": R, "M": f"{A} and {R}"}
    assert [p.message for p in made_so.problems] == ['"R" is no letter of the file\'s own scheme (Л, M)']


def test_the_scheme_of_the_file_about_the_organisation_holds_for_all() -> None:
    made_so = made(
        {"org": {"name": "X"}, "scheme": "RACI-VS"},
        {"tasks": {"T": {"S": "legal"}}},
        {"scheme": "RASCI", "tasks": {"U": {"S": "legal"}}},
    )
    assert [held(task) for task in made_so.tasks] == [[("legal", "sign-off")], [("legal", "support")]]
    assert [(use.document, use.name, use.guessed) for use in made_so.schemes] == [
        (0, "RACI-VS", False),
        (1, "RACI-VS", False),
        (2, "RASCI", False),
    ]


def test_words_need_no_scheme() -> None:
    assert made({"tasks": [{"name": "T", "accountable": "sales", "informed": "legal"}]}).schemes == ()


def strange(data: Any) -> list[tuple[str, str, tuple[str | int, ...], bool]]:
    return [(p.code, p.message, p.route.steps, p.route.key) for p in made(data).problems]


def test_a_strange_letter_is_told_once_with_its_places() -> None:
    problems = made({"matrix": {"T": {"a1": "R", "b1": "T"}, "U": {"a1": "t"}, "V": {"b1": "A, Т"}}}).problems
    assert [(p.code, p.message, p.route, p.marks, p.help) for p in problems] == [
        (
            "letters-unknown",
            '"T" is no letter of RACI (R, A, C, I), 3 times',
            Route(0, ("matrix", "T", "b1")),
            (
                Mark(Route(0, ("matrix", "U", "a1")), "and here"),
                Mark(Route(0, ("matrix", "V", "b1")), "and here"),
            ),
            "if the letters are those of RATSI, say so: `scheme: RATSI`",
        )
    ]


def test_a_letter_of_no_scheme_needs_a_legend() -> None:
    problem = made({"tasks": [{"name": "T", "A": "sales", "M": "legal"}]}).problems[0]
    assert problem.route == Route(0, ("tasks", 0, "M"), key=True)
    assert problem.help == 'correct it, or say what "M" means: `scheme: {M: responsible, …}`'


def test_words_in_a_cell() -> None:
    assert strange({"matrix": {"T": {"sales": "Responsable", "legal": ["R", "yes please"], "hr": "A"}}}) == [
        (
            "letters-unknown",
            '"Responsable" is not made of duty letters; did you mean "responsible"?',
            ("matrix", "T", "sales"),
            False,
        ),
        (
            "letters-unknown",
            '"yes please" is not made of duty letters',
            ("matrix", "T", "legal", 1),
            False,
        ),
    ]


def test_a_long_cell_is_told_short() -> None:
    (problem,) = strange({"matrix": {"T": {"sales": "word " * 30, "hr": "A"}}})
    assert problem[1] == f'"{("word " * 30)[:39]}…" is not made of duty letters'


def test_mixed_schemes() -> None:
    made_so = made({"matrix": {"T": {"sales": "R", "legal": "O", "hr": "S", "it": "A"}}})
    assert [(p.code, p.message, p.route) for p in made_so.problems] == [
        (
            "letters-mixed",
            "the letters of several schemes are mixed here; "
            "read as RACI with O and S (O = omitted, S = support)",
            Route(0, ("matrix",), key=True),
        )
    ]
    assert held(made_so.tasks[0]) == [("sales", R), ("legal", "omitted"), ("hr", "support"), ("it", A)]


def test_a_scheme_that_is_given_is_never_called_mixed() -> None:
    assert strange({"scheme": "RASCI", "matrix": {"T": {"sales": "R", "legal": "O"}}}) == [
        ("letters-unknown", '"O" is no letter of RASCI (R, A, C, I, S)', ("matrix", "T", "legal"), False)
    ]


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_text_can_be_read(written: str) -> None:
    reading = RACI.read(written)
    assert set(reading.duties) <= set(DUTIES)
    assert reading.clean == (bool(reading.duties) and not reading.letters and not reading.words)
    assert len(tokens(written)) >= len(reading.letters) + len(reading.words)


@settings(deadline=None)
@given(st.lists(st.sampled_from("RACI"), min_size=1, max_size=4, unique=True), st.sampled_from("/,&; +"))
def test_any_way_of_joining_letters_is_the_same(letters: list[str], joiner: str) -> None:
    wanted = tuple(SCHEMES["RACI"][each][0] for each in letters)
    joined = joiner.join(letters)
    for written in (joined, "".join(letters), joined.lower(), f"**{joined}**", f"{joined} (note)"):
        assert RACI.read(written).duties == wanted
