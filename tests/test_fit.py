"""Whose work a sentence reads as: the shipped rules on many trades, and the language of patterns."""

import marshal
import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linting_helpers import WHOLE, lint

from rolelint.finding import Route
from rolelint.fit.lexicon import Lexicon
from rolelint.fit.patterns import BadPattern
from rolelint.fit.verdict import Verdict
from rolelint.organisation.model import Task

SHIPPED = Lexicon.build((rule.id, rule.kind, rule.options) for rule in WHOLE.rules.values())


def task(name: str) -> Task:
    return Task(name, Route(0, ("tasks", 0, "name")), ("tasks", 0), ())


def judged(name: str, lexicon: Lexicon = SHIPPED) -> Verdict:
    return lexicon.judge(task(name))


@pytest.mark.parametrize(
    "name",
    [
        "Sell hearing aids to walk-in clients",
        "Call on dentists to present new implants",
        "Quote delivery dates and prices to contractors",
        "Recommend tyres that suit the customer's car and budget",
        "Show flats to prospective renters and explain the lease terms",
        "Persuade restaurant owners to stock the new wine",
        "Negotiate the final price with the buyer",
        "Telephone lapsed customers to invite them to buy again",
        "Supervise sales reps in the northern territory",
        "Obtain signed contracts and deposits from homebuyers",
        "Weekly pipeline review",
        "Enterprise deals",
        "Tractor sales",
        "Discovery calls",
        "Objection handling",
        "Quota setting",
        "Cold outreach",
        "Renewal negotiation",
        "Opportunity notes",
        "Deliver the proposal",
        "Forecast call",
        "Prepare the quotation",
        "Update the data of open deals",
        "Send quotes for storage systems",
        "He must call on restaurants and cafés to sell wine",
        "Responsible for selling tariffs in the shop",
        "When a shopper hesitates, suggest accessories",
        "Perform duties such as interviewing prospective buyers",
        "Upselling to existing customers",
        "Stale opps",
        "Renegotiate the contract with the buyer",
    ],
)
def test_selling(name: str) -> None:
    assert judged(name)[:3] == ("clear-cut", "sales", "likely")


@pytest.mark.parametrize(
    "name",
    [
        "Write adverts for the summer catalogue",
        "Brief the creative agency",
        "Survey shoppers about their buying habits",
        "Plan the TV and radio campaign for the new cereal",
        "Issue press releases about the merger",
        "Analyse competitors' advertising",
        "Post on the company's Instagram channel",
        "Define target segments and buyer personas",
        "Measure the effect of the spring campaign on brand awareness",
        "Optimise landing pages for search engines",
        "Tone of voice",
        "Brand guidelines",
        "Programmatic advertising",
        "Keyword research",
        "Whitepapers",
        "Podcast",
        "Messaging house",
        "Approve the campaign",
        "Podcast guests",
        "Brand lockups",
        "Campaign assets",
        "Assigns, checks and improves the work of the public relations staff of the whole group",
        "Determine which advertising media suit the new line",
        "Study consumer behaviour",
        "Analyses target groups and competitors",
        "Proofreads press releases",
        "Hashtags",
        "Conversion tracking",
        "Keep the public informed of the client's work",
    ],
)
def test_marketing(name: str) -> None:
    assert judged(name)[:3] == ("clear-cut", "marketing", "likely")


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("Qualify web leads", "lead-handoff"),
        ("Battlecards", "sales-enablement"),
        ("Case studies", "customer-references"),
        ("Trade show booth", "events"),
        ("Set the list price of spare parts", "pricing-strategy"),
        ("Approve discounts over 15 %", "promotions-discounts"),
        ("Arrange the merchandise in the shop window", "merchandising"),
        ("Quarterly sales forecast", "sales-tracking-forecast"),
        ("Reseller onboarding", "partners"),
        ("RFP content library", "proposals"),
        ("Handle complaints", "customer-service"),
        ("Membership renewals", "renewal-expansion"),
        ("CRM hygiene", "crm-data"),
        ("Target account list", "account-based"),
        ("SDR management", "sales-development"),
        ("Employee advocacy on LinkedIn", "social-selling"),
        ("Go-to-market plan", "positioning-launch"),
        ("Demo sign-ups and demo requests", "lead-handoff"),
        ("Channel conflict", "partners"),
        ("Account health, renewal and expansion", "renewal-expansion"),
        ("Driver acquisition campaigns", "partners"),
    ],
)
def test_contested_work_is_nobodys_to_name(name: str, area: str) -> None:
    assert judged(name)[:2] == ("grey", None)
    assert judged(name).area == area


@pytest.mark.parametrize(
    "name",
    [
        "Close the monthly books",
        "Negotiate prices with suppliers",
        "Prepare requests for price quotations",
        "Explain the treatment to patients and their families",
        "Inspect gas pipelines",
        "Raise awareness of workplace safety",
        "Advise employees on pension options",
        "Take other measures in order to protect the site",
        "Interview candidates for the opening",
        "HR newsletter",
        "Employer branding campaign",
        "Survey the plot before construction",
        "Review the code before release",
        "Monitor stock markets",
        "Deploy the web server",
        "Collect rent from tenants",
        "Order office supplies",
        "Promote staff to senior grades",
        "Send the weekly report",
        "Domain renewal",
        "AD group management",
        "Photo credits and attribution",
        "Vendor proposal evaluation",
        "Quote template",
        "Sales call recordings",
        "Upsell widget",
        "Template for quotes",
        "Opportunity stages into SAP",
        "Bandwidth quota",
        "Union rep performance",
        "Podcast room booking",
        "Must inspect sites and report defects",
        "Responsible for payroll",
        "Webinar tech support",
        "Closed captions",
        "Call blitz to blood donors",
        "Count interviews to meet a quota",
        "Swimming competition entries",
        "Fields on the opportunity object",
    ],
)
def test_the_work_of_others_is_left_alone(name: str) -> None:
    assert judged(name).outcome == "not judged"


def test_the_purpose_counts_little() -> None:
    assert judged("Train the staff to increase sales").outcome == "not judged"
    assert judged("Call garages to solicit orders for spare parts").function == "sales"


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("wash ... cat", "Wash dogs with old soap to help, feed and tame cats", True),
        ("wash .. cat", "Wash dogs to feed cats", False),
        ("wash ... cat", "Wash dogs when doors feed cats", False),
        ("wash ... cat", "Wash dogs. Feed cats", False),
        ("wash ... cat", "Wash a b c d e f g h to feed cats", True),
        ("wash ... cat", "Wash a b c d e f g h i to feed cats", False),
    ],
)
def test_a_wide_gap_goes_on_into_the_purpose(pattern: str, text: str, found: bool) -> None:
    made = lexicon([pattern], words={"clauses": CLAUSES})
    assert (judged(text, made).function == "care") is found


def test_another_trade_is_outweighed_by_plenty() -> None:
    assert judged("Sell tickets at the museum").reason == "the work of another function"
    assert judged("Sell museum tickets to visitors, quote group prices and take orders").function == "sales"


@given(st.text())
def test_any_text_can_be_judged_and_explained(text: str) -> None:
    assert SHIPPED.judge(task(text)).outcome in ("clear-cut", "grey", "mixed", "not judged")
    assert SHIPPED.explain(text)[0] == f'"{text}"'


@given(st.sampled_from(["Close deals", "Brand guidelines", "Lead scoring", "Payroll"]), st.data())
def test_case_and_white_space_do_not_matter(name: str, data: st.DataObject) -> None:
    other = "".join(data.draw(st.sampled_from([char.lower(), char.upper()])) for char in name)
    assert judged(f"  {other.replace(' ', '   ')} ") == judged(name)


CLAUSES = {
    "to": ["to"],
    "means": ["when", "such"],
    "asks": ["which"],
    "aims": ["help", "sell", "feed"],
    "english": ["of", "for", "with"],
}


def lexicon(strong: list[str], **more: Any) -> Lexicon:
    """A lexicon of one rule for care, and what else is given."""
    options: Mapping[str, Any] = {"function": "care", "dimension": "focus", "meaning": "…", "strong": strong}
    rules: list[tuple[str, str, Mapping[str, Any]]] = [
        ("x/care", "wrong-function", options | more.pop("rule", {}))
    ]
    if "areas" in more:
        rules.append(("x/grey", "grey-area", {"areas": more.pop("areas")}))
    return Lexicon.build([*rules, ("x/mixed", "mixed-task", more)])


@pytest.mark.parametrize(
    ("pattern", "speaks", "silent"),
    [
        ("feed cat", "Feed cats", "Feed the black cats"),
        ("feed .. cat", "Feed the black cats", "Feed one two three four five six cats"),
        ("feed|wash cat", "Washing cats", "Comb cats"),
        ("feed big? cat", "Feed big cats", "Feed small cats"),
        ("^ cat", "Cats: feeding", "Feed cats"),
        ("^ ..1 cat", "Feed cats", "Please feed cats"),
        ("cat $", "Feed cats", "Feed cats daily bread"),
        ("feed cat ! toy", "Feed cats", "Feed cats with a toy"),
        ("feed ... cat", "Feed the six old black dogs of the cat", "Feed dogs. Wash cats"),
    ],
)
def test_the_language_of_patterns(pattern: str, speaks: str, silent: str) -> None:
    made = lexicon([pattern])
    assert judged(speaks, made).function == "care"
    assert judged(silent, made).function is None


WORDS = ("cat", "dog", "toy", "feed", "wash")
GAPS = {"": "", "..": r"(?:\w+ ){0,5}", "..1": r"(?:\w+ )?", "...": r"(?:\w+ ){0,10}"}


@given(
    st.lists(st.tuples(st.sampled_from(sorted(GAPS)), st.sampled_from(WORDS)), min_size=1, max_size=4),
    st.lists(st.sampled_from((*WORDS, "chair")), max_size=14),
)
def test_a_pattern_is_found_wherever_it_stands(steps: list[tuple[str, str]], words: list[str]) -> None:
    steps[0] = ("", steps[0][1])
    made = lexicon([" ".join(part for step in steps for part in step if part)])
    plain = "".join(f"{GAPS[gap]}{word} " for gap, word in steps)
    there = re.search(rf"(?<!\w){plain}", " ".join(words) + " ") is not None
    assert (judged(" ".join(words), made).function == "care") is there


def test_words_that_no_text_can_hold_do_no_harm() -> None:
    odd = lexicon(['feed c"at', "feed c\\at", "feed ü\u2028 dog", 'feed cat ! t"oy'])
    read = Lexicon.from_data(marshal.loads(marshal.dumps(odd.to_data())))
    for made in (odd, read):
        assert [judged(name, made).function for name in ("Feed dogs", "Feed cats")] == [None, "care"]


def test_a_full_stop_at_the_end_says_nothing() -> None:
    made = lexicon(["^ feed cat $"])
    assert judged("Feed cats.", made) == judged("Feed cats", made)
    assert judged("Feed. Cats.", made).function is None


@pytest.mark.parametrize(
    "pattern", ["..", "feed ..", "{nobody}", ".. cat", "feed ! {nobody}", "(feed ..1 cat)", "^ ... cat"]
)
def test_patterns_that_cannot_be_read(pattern: str) -> None:
    with pytest.raises(BadPattern, match="x/care"):
        lexicon([pattern])


def test_the_same_said_twice_is_one_sign() -> None:
    made = lexicon(["nothing"], rule={"medium": ["feed", "wash"]})
    assert judged("Feed and wash dogs", made).outcome == "clear-cut"
    assert judged("Feed and feed dogs", made)[:3] == ("not judged", "care", "hint")


def test_a_phrase_alone_in_a_long_sentence_is_but_a_hint() -> None:
    made = lexicon(["feed cats", "cats indoors"])
    assert judged("Feed cats near the old garden wall", made)[:3] == ("clear-cut", "care", "likely")
    lone = judged("Feed cats near the old garden wall each day at noon", made)
    assert lone[:3] == ("not judged", "care", "hint")
    small = "Feed cats, old and young, fat and thin, by night and day, to help dogs see, play and run"
    assert judged(small, made)[:3] == ("not judged", "care", "hint")
    knowing = lexicon(["feed cats"], words={"clauses": CLAUSES})
    assert judged(small, knowing)[:3] == ("clear-cut", "care", "likely")
    borne_out = judged("Feed cats indoors near the old garden wall each day at noon", made)
    assert borne_out[:3] == ("clear-cut", "care", "likely")


def test_a_word_of_another_trade_makes_a_short_phrase_a_hint() -> None:
    made = lexicon(
        ["feed cat", "wash .. black dog"], doubts=["firmware ! garden"], words={"clauses": CLAUSES}
    )
    assert judged("Feed cat firmware", made)[1:3] == ("care", "hint")
    assert judged("Firmware to feed cats", made)[1:3] == ("care", "hint")
    assert judged("Firmware one two three four feed cats", made).outcome == "clear-cut"
    assert judged("Feed cats to sell firmware", made).outcome == "clear-cut"
    assert judged("Wash the black dog firmware", made).outcome == "clear-cut"
    assert judged("Feed cats, wash the black dog, firmware", made).outcome == "clear-cut"
    assert judged("Feed cat firmware in the garden", made).outcome == "clear-cut"
    assert 'another trade\'s word: "firmware"' in "\n".join(made.explain("Feed cat firmware"))


def test_few_signs_none_strong_must_be_most_of_a_task() -> None:
    made = lexicon(["nothing"], rule={"medium": ["feed", "wash", "brush"]})
    assert judged("Feed and wash cats", made).outcome == "clear-cut"
    assert judged("Feed old cats, wash young dogs", made)[:3] == ("not judged", "care", "hint")
    assert judged("Feed old cats, wash young dogs, brush long tails", made).outcome == "clear-cut"


def test_weak_words_alone_never_add_up() -> None:
    made = lexicon(["feed cat"], rule={"weak": ["bowl", "fur", "paw", "tail"]})
    assert judged("Bowl fur paw tail", made).grade == "hint"


def test_a_word_may_be_a_form_of_two() -> None:
    twofold = {"same": {"analyses": "analysis"}, "also": {"analyses": "analyze"}}
    made = lexicon(["analyze cats", "analysis of cats"], words=twofold)
    assert judged("Analyses cats", made).outcome == "clear-cut"
    assert judged("Analyses of cats", made).outcome == "clear-cut"
    assert judged("Analysis cats", made).outcome == "not judged"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("He has to feed cats", "clear-cut"),
        ("Duties, such as feed cats", "clear-cut"),
        ("Help which feeds cats", "clear-cut"),
        ("Responsible for feeding cats", "clear-cut"),
        ("Another duty is to feed cats", "clear-cut"),
        ("The wall in town has a door to feed cats", "not judged"),
        ("When dogs bark, feed cats", "clear-cut"),
        ("To help dogs, feed cats", "clear-cut"),
        ("To help dogs, doors, feed cats", "clear-cut"),
        ("To help dogs, cats feed cats", "not judged"),
        ("Walls (which stand), feed cats", "clear-cut"),
        ("Doors, which feed cats", "not judged"),
    ],
)
def test_where_the_main_clause_begins(text: str, outcome: str) -> None:
    words = {"clauses": {**CLAUSES, "begin": ["he", "responsible"], "bound": ["has", "is", "duties"]}}
    assert judged(text, lexicon(["^ ..2 feed cats"], words=words)).outcome == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Cats fed", "clear-cut"),
        ("Old cats and dogs fed", "clear-cut"),
        ("Cats fed (late)", "clear-cut"),
        ("Cats fed to the dogs", "not judged"),
        ("Cats feed", "not judged"),
        ("When cats fed", "not judged"),
        ("One two three four cats fed", "not judged"),
        ("Walls fed", "not judged"),
    ],
)
def test_what_was_done_may_stand_behind(text: str, outcome: str) -> None:
    words = {"clauses": {**CLAUSES, "done": ["fed"]}, "also": {"fed": "feed"}}
    made = lexicon(["^ feed ..3 cat"], words=words)
    assert judged(text, made).outcome == outcome
    assert ("for care" in "".join(made.explain(text))) == (outcome == "clear-cut")


def test_a_text_that_is_all_purpose_is_judged_by_it() -> None:
    made = lexicon(["^ feed cats"], words={"clauses": CLAUSES})
    assert judged("To feed cats", made).outcome == "clear-cut"
    assert judged("To feed cats, sell dogs", made).outcome == "not judged"


def test_a_finding_on_what_was_done_shows_all_of_it() -> None:
    text = "tasks:\n  - {name: Revised proposal sent, owner: marketing}\n"
    (finding,) = [f for f in lint(text).findings if f.suggests]
    assert [each.phrase for each in finding.evidence] == ["Revised proposal sent"]


def test_a_sure_grey_area_gives_way_to_no_longer_phrase() -> None:
    area = {"title": "toys", "usual": "…", "artefact": "…"}
    sure = lexicon(["clean .. toy .. cat"], areas={"toys": {**area, "strong": ["toy"]}})
    assert judged("Clean the toy of the cat", sure).area == "toys"
    unsure = lexicon(
        ["clean .. toy .. cat"], areas={"toys": {**area, "strong": ["chair"], "medium": ["toy"]}}
    )
    assert judged("Clean the toy of the cat", unsure).function == "care"


def test_a_finding_shows_the_words_that_spoke() -> None:
    text = "tasks:\n  - {name: Sell hearing aids to walk-in clients, owner: marketing}\n"
    (finding,) = [f for f in lint(text).findings if f.suggests]
    line = text.splitlines()[1]
    shown = line[finding.place.column - 1 : finding.place.end_column - 1]
    assert (finding.suggests, finding.place.line) == ("sales", 2)
    assert shown in "Sell hearing aids to walk-in clients"
    assert shown.split()


def test_one_trait_is_one_sign() -> None:
    text = 'tasks:\n  - {name: Growth, owner: marketing, strategy: push, audience: "1:1", metric: bookings}\n'
    (finding,) = [f for f in lint(text).findings if f.suggests]
    assert sorted(each.phrase for each in finding.evidence) == [
        "audience: one-to-one",
        "metric: bookings",
        "strategy: push",
    ]
