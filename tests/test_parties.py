"""Names -> parties: one object each, however spelled; what is declared wins over what is listed."""

import pytest
from organisation_helpers import from_text, made

from rolelint.finding import Route
from rolelint.organisation.model import Party


def parties(text: str) -> dict[str, Party]:
    return dict(from_text(text).parties)


def facts(party: Party) -> tuple[object, ...]:
    return party.name, party.kind, party.function, party.functions, party.by, party.declared


def test_what_is_declared_wins() -> None:
    found = parties("""
        functions: {Sales: {lead: Ana}, Growth: }
        roles:
          cmo: {function: Sales}
          ae: Account Executive
          boss: CEO
          both: {function: [sales, Mktg]}
          x: {title: Growth Hacker}
        people:
          ben: [Growth]
          cleo: VP Sales
          dora: [sales, marketing]
          emil: [sales, juggler]
          finn:
        """)
    assert [facts(party) for party in found.values()] == [
        ("Sales", "function", "sales", (), "declared", Route(0, ("functions", "Sales"), key=True)),
        ("Growth", "function", "growth", (), "declared", Route(0, ("functions", "Growth"), key=True)),
        ("cmo", "role", "sales", (), "declared", Route(0, ("roles", "cmo"), key=True)),
        ("ae", "role", "sales", (), "title", Route(0, ("roles", "ae"), key=True)),
        ("boss", "role", None, ("sales", "marketing"), "title", Route(0, ("roles", "boss"), key=True)),
        ("both", "role", None, ("sales", "marketing"), "declared", Route(0, ("roles", "both"), key=True)),
        ("x", "role", None, (), "", Route(0, ("roles", "x"), key=True)),
        ("ben", "person", "growth", (), "declared", Route(0, ("people", "ben"), key=True)),
        ("VP Sales", "role", "sales", (), "title", None),
        ("cleo", "person", "sales", (), "declared", Route(0, ("people", "cleo"), key=True)),
        ("marketing", "function", "marketing", (), "title", None),
        ("dora", "person", None, ("sales", "marketing"), "declared", Route(0, ("people", "dora"), key=True)),
        ("juggler", "unknown", None, (), "", None),
        ("emil", "person", None, (), "", Route(0, ("people", "emil"), key=True)),
        ("finn", "person", None, (), "", Route(0, ("people", "finn"), key=True)),
        ("Ana", "unknown", "sales", (), "declared", None),
    ]


def test_one_party_however_it_is_spelled() -> None:
    found = from_text("""
        functions: {Marketing: {aliases: [Demand crew], name: Market-makers}}
        roles: {vp-sales: {title: Boss of Sales}}
        people: {maya: {name: Maya Okafor}}
        aliases: {Zed: vp-sales, MO: Maya Okafor, Mk: mArketing}
        tasks:
          - {name: T, R: [marketing, " MARKETING ", demand  crew, market-makers, Mk]}
          - {name: U, R: [VP-Sales, boss of sales, zed]}
          - {name: V, R: [Maya, maya okafor, mo]}
        """)
    assert [len({id(a.party) for a in task.assignments}) for task in found.tasks] == [1, 1, 1]
    assert [task.assignments[0].party.name for task in found.tasks] == ["Marketing", "vp-sales", "maya"]


def test_an_unknown_name_keeps_its_first_spelling() -> None:
    found = from_text("tasks: {T: Zephyr crew, U: ZEPHYR  CREW}").parties
    assert [facts(party) for party in found.values()] == [
        ("Zephyr crew", "unknown", None, (), "", None),
    ]


def test_aliases() -> None:
    found = parties("""
        roles: {ae: {function: sales}}
        aliases: {Squad: marketing, Hunters: ae, Crew: zephyr, Deep: Squad, Growth: marketing, A: B, B: A}
        tasks: {T: growth}
        """)
    assert {name: (party.name, party.function, party.by) for name, party in found.items()} == {
        "ae": ("ae", "sales", "declared"),
        "marketing": ("marketing", "marketing", "title"),
        "squad": ("marketing", "marketing", "title"),
        "hunters": ("ae", "sales", "declared"),
        "zephyr": ("zephyr", "zephyr", "alias"),
        "crew": ("zephyr", "zephyr", "alias"),
        "deep": ("marketing", "marketing", "title"),
        "growth": ("marketing", "marketing", "title"),
        "a": ("A", "a", "alias"),
        "b": ("A", "a", "alias"),
    }
    assert found["squad"] is found["marketing"] is found["deep"]


def test_a_declared_name_is_never_an_alias() -> None:
    assert parties("{functions: {growth: }, aliases: {growth: marketing}}")["growth"].function == "growth"


def test_a_declared_function_that_the_lists_know_is_that_function() -> None:
    found = from_text("{functions: {Mktg: , Sales & Trade: , Revenue: {aliases: [selling]}}}")
    assert {name: party.function for name, party in found.parties.items()} == {
        "mktg": "marketing",
        "sales & trade": "sales & trade",
        "revenue": "sales",
    }
    assert {name: function.name for name, function in found.functions.items()} == {
        "marketing": "Mktg",
        "sales & trade": "Sales & Trade",
        "sales": "Revenue",
    }


def test_a_team_declared_beside_its_function_stays_apart() -> None:
    found = from_text("{functions: [brand, marketing, events]}")
    assert [party.function for party in found.parties.values()] == ["brand", "marketing", "events"]
    assert list(found.functions) == ["brand", "marketing", "events"]


def test_a_function_below_another_is_part_of_it() -> None:
    found = from_text("""
        functions:
          marketing: {includes: wizards, children: [crew, elves]}
          crew: {parent: marketing}
          brand: {parent: crew}
          tribe: {parent: commercial}
          commercial: {children: sales}
          sales:
          loop: {parent: pool}
          pool: {parent: loop}
        roles: {wiz: {function: Wizards}, elf: {function: elves}}
        tasks: {T: wizards}
        """)
    assert {name: party.function for name, party in found.parties.items()} == {
        "marketing": "marketing",
        "crew": "marketing",
        "brand": "marketing",
        "tribe": "tribe",
        "commercial": "commercial",
        "sales": "sales",
        "loop": "loop",
        "pool": "pool",
        "wiz": "marketing",
        "elf": "marketing",
        "wizards": "marketing",
    }
    assert found.functions["crew"].parent == "marketing"
    assert found.functions["sales"].parent == "commercial"
    assert found.functions["marketing"].includes == ("wizards", "elves")
    assert found.parties["wizards"].declared == Route(0, ("functions", "marketing", "includes"))


def test_a_lead_belongs_to_what_they_lead_and_a_head_stays_one() -> None:
    found = parties("""
        functions: {sales: {lead: ceo}, marketing: {lead: Maria}, design: {lead: Maria}, legal: {lead: pat}}
        people: {pat: }
        """)
    assert (found["ceo"].function, found["ceo"].functions) == (None, ("sales", "marketing"))
    assert (found["maria"].function, found["maria"].functions) == (None, ("marketing", "design"))
    assert (found["pat"].function, found["pat"].by) == ("legal", "declared")


def test_a_shared_title_leads_to_nobody() -> None:
    found = parties("{roles: {a: Manager, b: Manager}, tasks: {T: manager}}")
    assert facts(found["manager"]) == ("manager", "unknown", None, (), "", None)


def test_names_in_lines_handoffs_and_agreements_are_parties() -> None:
    found = parties("""
        roles: {rep: {reports_to: [Big Boss, "-"]}}
        agreements: [{name: SLA, between: [Mktg, sales]}]
        tasks: [{name: T, handoff: {from: PMM, to: Sales}}]
        """)
    assert {name: party.function for name, party in found.items()} == {
        "rep": None,
        "big boss": None,
        "mktg": "marketing",
        "sales": "sales",
        "pmm": "marketing",
    }


@pytest.mark.parametrize(
    ("written", "unowned"),
    [
        ("TBD", "tbd"),
        ("tbd.", "tbd"),
        ("TBD (Q3 hire)", "tbd"),
        ("?", "tbd"),
        ("???", "tbd"),
        ("unassigned", "tbd"),
        ("To be decided", "tbd"),
        ("N.N.", "tbd"),
        ("-", "empty"),
        ("—", "empty"),
        ("N/A", "empty"),
        ("", "empty"),
        ("none", "empty"),  # nobody on purpose asks for a reason
        ("(marketing)", ""),
        ("Tbdx", ""),
    ],
)
def test_what_stands_where_an_owner_should(written: str, unowned: str) -> None:
    assert made({"tasks": [{"name": "T", "A": written}]}).tasks[0].unowned == unowned


def test_names_and_choices_are_one_party() -> None:
    found = from_text(
        "tasks: {T: PMM or GM, U: CFO/GC, V: 'Sales and Marketing', W: 'a, b', X: Customer & Revenue}"
    )
    assert [[a.name for a in task.owners()] for task in found.tasks] == [
        ["PMM or GM"],
        ["CFO/GC"],
        ["Sales and Marketing"],
        ["a, b"],
        ["Customer & Revenue"],
    ]


def test_a_chain_of_any_length_ends() -> None:
    chain = {f"n{i}": f"n{i + 1}" for i in range(1000)}
    assert made({"aliases": chain}).parties["n0"].kind == "function"
    assert made({"people": chain}).parties["n0"].function is None
    nested = {f"f{i}": {"parent": f"f{i + 1}"} for i in range(1000)}
    assert made({"functions": nested}).parties["f0"].function == "f0"
