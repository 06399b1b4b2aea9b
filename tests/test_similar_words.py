"""Which names are alike: the measure, with words of our own and with the shipped ones."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rolelint import bundled, source
from rolelint.similar import Cluster, Text, Wording, clusters
from rolelint.similar.making import made, with_made

OWN: Mapping[str, Any] = {
    "wording": {
        "threshold": 0.7,
        "ignored": ["a", "the", "of", "and", "for", "to"],
        "unstemmed": ["marketing"],
        "same": [["create", "creation", "build"], ["rfp", "request for proposal"], ["war game", "wargame"]],
        "light": ["create", "beta"],
        "stages": [["create"], ["approve"], ["maintain", "maintenance"]],
        "telling": ["weekly", "monthly"],
        "places": ["emea", "apac"],
        "starts": ["from"],
        "common": ["budget", "plan"],
        "implied": {"war game": ["military"]},
    }
}


def shipped() -> Mapping[str, Any]:
    reading = source.read("pack.yaml", (bundled.folder("rules") / "overlap" / "pack.yaml").read_bytes())
    data: Mapping[str, Any] = reading.documents[0].data  # type: ignore[assignment]
    return data


def together(texts: Sequence[Text], packs: Sequence[Mapping[str, Any]] = (OWN,)) -> list[Cluster]:
    wording = Wording(packs)
    return clusters(texts, [wording.read(text) for text in texts], wording)


def alike(*names: str, packs: Sequence[Mapping[str, Any]] = (OWN,)) -> bool:
    found = together([Text(name) for name in names], packs)
    return [cluster.members for cluster in found] == [tuple(range(len(names)))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tin openers", "The TIN opener"),
        ("Tin openers", "Create tin openers"),
        ("Tin", "Create tin"),
        ("Building of tin openers", "Tin opener creation"),
        ("Answer a request for proposal", "RFP answers"),
        ("Military wargames", "War games"),
        ("3.1. Tin openers", "4) Tin openers"),
        ("Weekly tin report", "Tin report, weekly"),
        ("Recognise tin", "Recognize tin"),
        ("Beta tin count", "Tin count"),
        ("Copper, iron and zinc stock counts", "Stock counts for copper, iron, zinc and tin"),
    ],
)
def test_names_that_are_alike(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tin openers", "Tin cans"),
        ("Create tin openers", "Maintenance of tin openers"),
        ("Weekly tin report", "Monthly tin report"),
        ("Weekly tin report", "Tin report"),
        ("Phase 1 tin report", "Phase 2 tin report"),
        ("Handover of tin from Leeds", "Handover of tin to Leeds"),
        ("Market stalls", "Marketing stalls"),
        ("…", "…"),
        ("", ""),
    ],
)
def test_names_that_are_not(one: str, other: str) -> None:
    assert together([Text(one), Text(other)]) == []


def test_names_of_common_words_are_compared_inside_their_place_only() -> None:
    texts = [Text("Budget plan", place=1), Text("Plan the budget", place=2), Text("Budget planning", place=1)]
    assert [cluster.members for cluster in together(texts)] == [(0, 2)]


def test_a_place_in_the_heading_tells_apart() -> None:
    texts = [
        Text("Tin openers", heading="EMEA"),
        Text("Tin openers", heading="The APAC team"),
        Text("Tin opener", heading="Team of EMEA"),
        Text("EMEA tin openers"),
    ]
    assert [cluster.members for cluster in together(texts)] == [(0, 2, 3)]


def test_descriptions_say_as_much_as_names() -> None:
    text = "melt old cans in the foundry, cast new bars and store them in the yard"
    texts = [Text("Smelting", text), Text("Foundry", text), Text("Yard"), Text("Sheds", "sweep them")]
    (cluster,) = together(texts)
    assert (cluster.members, cluster.crowd, list(cluster.pairs())) == ((0, 1), False, [(0, 1)])


def test_one_description_of_two_things_is_not_one_work() -> None:
    text = "counts the tins of the yard, sorts them and tells the foundry what is there"
    assert not together([Text("Tinlog", text), Text("Canbook", text)])
    assert not together([Text("Tinlog north", text), Text("Tinlog west", text)])
    many = [Text(f"Tinlog {chr(97 + n // 26)}{chr(97 + n % 26)}x", text) for n in range(200)]
    assert not together(many)


def test_a_chain_hangs_together_and_its_pairs_are_told() -> None:
    texts = [Text("red tin can lids"), Text("red tin can lids seals"), Text("red tin can lids seals caps")]
    (cluster,) = together(texts)
    assert list(cluster.pairs()) == [(0, 1), (1, 2)]


def test_marks_join_rows_of_any_name() -> None:
    texts = [Text("Tin"), Text("Iron"), Text("Zinc"), Text("Copper")]
    wording = Wording([OWN])
    readings = [wording.read(text) for text in texts]
    found = clusters(texts, readings, wording, ["a-b", None, "a-b", None])
    assert [list(cluster.pairs()) for cluster in found] == [[(0, 2)]]


def test_a_part_of_several_words_and_a_long_description_are_read_whole() -> None:
    wording = Wording([OWN])
    plain = wording.read(Text("tin"))
    for said in ("red/tin-opener", "red tin opener", "a red request for proposal tin-opener " + "of " * 80):
        more = wording.read_more(Text("tin", said), plain)
        assert set(wording.tokens("red tin opener")) <= set(more.tokens)
    many = " ".join(f"tin-a{chr(97 + n // 26)}{chr(97 + n % 26)}x" for n in range(70))
    assert len(wording.read_more(Text("tin", many), plain).tokens) == 31


def test_same_words_ignores_order_and_inflection_but_not_synonyms() -> None:
    wording = Wording([OWN])
    assert wording.same_words("Counting the tins", "Tin count")
    assert wording.same_words("2. Tin count", "Tin count")
    assert not wording.same_words("Create tins", "Build tins")


def test_overlap_is_the_part_of_the_weight() -> None:
    wording = Wording([OWN])
    assert wording.overlap("create red tins", "red cans") == 3 / 10
    assert wording.overlap("", "the") == 0


@pytest.mark.parametrize(("given_", "kept"), [(0, (200, 1000)), (0.55, (550, 1000)), (7, (1000, 1000))])
def test_a_threshold_is_kept_within_reason(given_: float, kept: tuple[int, int]) -> None:
    assert Wording([{"wording": {"threshold": given_}}]).threshold == kept


def test_packs_add_their_words() -> None:
    more = {"wording": {"same": [["lid", "cover"]]}}
    assert alike("Tin lids", "Tin covers", packs=[OWN, more, {}])
    assert not alike("Tin lids", "Tin covers")


def test_what_was_made_of_a_pack_is_what_its_words_make() -> None:
    ready = with_made(OWN)
    assert made([ready]) is ready["wording"]["made"]
    assert made([ready]) == made([OWN])
    assert with_made({"name": "silent"}) == {"name": "silent"}
    more = {"wording": {"same": [["lid", "cover"]]}}
    assert made([ready, more]) == made([OWN, more])
    assert alike("Tin lids", "Tin covers", packs=[ready, with_made(more)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Client interviews", "Customer interviews"),
        ("Price list", "Price list creation"),
        ("Defect triage", "Bug triage and prioritisation"),
        ("Sales battlecards", "Competitive battle cards"),
        ("Beta reference collection", "Reference collection"),
        ("Vendor contracts", "Supplier agreements"),
        ("Public relations agency", "PR agencies"),
    ],
)
def test_shipped_words_make_alike(one: str, other: str) -> None:
    assert alike(one, other, packs=[shipped()])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sales reports", "Competitive reports"),
        ("Campaign execution", "Campaign planning"),
        ("Draft supplier contracts", "Approve supplier contracts"),
        ("Open customer accounts", "Close customer accounts"),
        ("Inbound call routing", "Outbound call routing"),
        ("Product strategy workshop", "Production strategy workshop"),
        ("Market research", "Marketing research"),
        ("Security code review", "Code review"),
        ("Price list", "Discount list"),
        ("Landing page copy", "Landing page design"),
    ],
)
def test_shipped_words_tell_apart(one: str, other: str) -> None:
    assert together([Text(one), Text(other)], [shipped()]) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=8))
def test_any_text_can_be_read(names: list[str]) -> None:
    texts = [Text(name, name, name, 0) for name in names]
    for cluster in together(texts, [shipped()]):
        assert set(cluster.members) <= set(range(len(names)))


@pytest.mark.parametrize(
    ("one", "other", "opposed"),
    [
        ("Sales to marketing handoff", "Marketing to sales hand-offs", True),
        ("Handing over from client to supplier", "Handing over from vendors to customers", True),
        ("Customer support training", "Client training support", True),
        ("Sales to marketing handoff", "Handoff of sales to marketing", False),
        ("Contract negotiation", "Negotiation contract", False),
        ("Sales contract approval", "Approve sales contracts", False),
        ("Training for customer support", "Customer support training", False),
        ("Support and training of customers", "Training and support of customers", False),
        ("To", "to to", False),
    ],
)
def test_the_order_of_words_may_make_it_different_work(one: str, other: str, opposed: bool) -> None:
    wording = Wording([shipped()])
    assert wording.opposed(one, other) is opposed
    assert wording.opposed(other, one) is opposed
