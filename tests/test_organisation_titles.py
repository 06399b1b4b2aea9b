"""Names -> functions: the shipped titles, and what is never guessed."""

import pytest
from organisation_helpers import pack, titles

from rolelint.organisation.titles import Title, Titles, _entries

SALES = [
    "sales", "Sales", "SALES", "the sales team", "Sales dept.", "sales-team", "Head of Sales", "VP Sales",
    "V.P. Sales", "vp_sales", "SVP, Sales", "Sales Director EMEA", "sales-director-emea", "Sales EMEA 2",
    "Director, Sales - DACH", "Chief Sales Officer", "AE", "AEs", "ae-lead", "Account Executive",
    "Account Executives", "Senior Account Executive", "Enterprise AE", "Mid-Market AE", "KAM",
    "Key Account Manager", "Inside Sales", "inside-sales-lead", "Field Sales Rep", "Regional Sales Manager",
    "Sales Operations", "Sales Ops", "sales_ops", "Sales Engineer", "Sales Engineers", "Solutions Consultant",
    "Pre-Sales", "Presales", "Channel Sales", "Sales force", "Salesperson", "Sales’ team", "Sales Analyst",
    "Vertrieb", "Leiter Vertrieb", "Vertriebsleitung", "Ventes", "Direction des Ventes", "Ventas", "Vendas",
    "Sales (SDR)", "CSO (Chief Sales Officer)", "Director and Head of Sales",
]  # fmt: skip

MARKETING = [
    "marketing", "Mktg", "MKTG.", "Mktg Ops", "Marketing Operations", "marketing-ops", "Head of Marketing",
    "CMO", "CMO office", "Chief Marketing Officer (CMO)", "Marketing Manager, EMEA", "Marketing Specialist",
    "PMM", "PMMs", "pmm", "Product Marketing", "Product Marketing Manager", "Head of Product Marketing",
    "Demand Gen", "Demand Gen Lead", "demand-gen-lead", "Sr. Director, Demand Generation", "Field Marketing",
    "field-marketing-emea", "events-lead", "Brand", "Brand Manager", "Content", "Content Lead", "SEO",
    "Search Engine Optimization", "Growth Marketing", "Performance Marketing", "Partner Marketing Manager",
    "Channel Marketing", "Customer Marketing", "Trade Marketing", "Creative Director", "Copywriter",
    "Community Manager", "Social Media Manager", "Marketing Communications", "Marketing & Communications",
    "Marketing Analytics", "Marketing data analyst", "Market Research", "PMM/Brand", "Équipe Marketing",
    "Directora de Marketing", "Marketingleiter", "Advertising", "ABM", "Demand generation team (EMEA)",
]  # fmt: skip

OTHERS = {
    "finance": ["CFO", "Finance", "Controller", "FP&A", "Accounts Payable", "Trésorier", "Sales Controller"],
    "hr": ["HR", "HR Director", "People & Culture", "People Ops", "Recruiter", "Sales Recruiter"],
    "legal": ["Legal", "General Counsel", "GC", "Legal (non-standard terms)"],
    "it": ["IT", "CIO", "Service Desk", "Salesforce Admin", "salesforce-administrator"],
    "security": ["CISO", "InfoSec", "Security Champion"],
    "engineering": ["CTO", "Eng", "Backend Eng", "DevOps Team", "Tech Lead", "TechLead", "QA Lead", "R&D"],
    "data": ["Data", "Data Analyst", "BI"],
    "product": ["Product", "Product Manager", "Product Owner", "Head of Product", "Product Ops"],
    "design": ["Design", "UX", "UX/UI Designer", "Product Design", "Designer"],
    "support": ["Support", "Customer Support", "Customer Service", "Call Centre", "After-sales"],
    "customer-success": ["Customer Success", "CSM", "CS", "Head of CS", "cs-lead"],
    "revops": ["RevOps", "Revenue Operations", "Head of RevOps", "revops-lead"],
    "partnerships": ["Partnerships", "Partner Manager", "head-of-partners", "Alliances"],
    "communications": ["Communications", "PR", "Public Relations", "PR/Communications", "Comms Lead"],
    "operations": ["Operations", "Ops", "Logistics", "Marketplace Ops", "Office Manager"],
    "procurement": ["Procurement", "Einkauf"],
    "leadership": ["Exec", "Executives", "Leadership", "Board", "Chairman", "Boardroom"],
    "project-management": ["PMO", "Project Manager", "Program Managers", "Programme Manager"],
}

HEADS = [
    "CRO", "CEO", "COO", "Founder", "Co-founder", "GM", "General Manager", "Chief Revenue Officer",
    "Managing Director", "Commercial Director", "VP Sales & Marketing", "Sales & Marketing",
    "Sales and Marketing", "Head of Sales and Marketing", "Sales/Marketing", "Sales + Marketing",
    "CEO (if >$25K)", "CEO's Office", "Vertrieb und Marketing", "Geschäftsführer",
]  # fmt: skip

NEVER_GUESSED = [
    "SDR", "SDRs", "sdr-manager", "SDR team", "BDR", "Sales Development", "Sales Development Representative",
    "growth", "Growth team", "Head of Growth", "Growth Manager", "commercial", "Commercial Team",
    "Commercial Manager", "business development", "Biz Dev", "BD Manager", "account director",
    "Account Manager", "Account Managers", "Senior Account Manager", "CSO", "CCO", "Revenue", "Go-to-market",
    "marketing representative", "PM", "Deal Desk", "Sales Enablement", "Enablement", "Channel Team",
    "Customer & Revenue", "Growth/Marketing", "Marketing & Growth", "PM/Ops", "Sales (Marketing)",
    "Vice President", "CRM", "E-commerce", "Pricing",
]  # fmt: skip

UNKNOWN = [
    "Salesforce Consultant Network", "Wholesale", "Point of Sale", "Sales Tax Manager", "HR Marketing",
    "non-sales", "no sales", "anti-marketing", "Market", "Markets", "Market Manager", "Supermarket",
    "Brand Protection", "Content Moderation", "Marketing Agency", "Team Lead", "Team leads", "Head Office",
    "All functions", "Relevant function", "Igor (PM)", "Ana", "CP-S", "Dev/Web & Media", "Client Team (w365)",
    "x", "", "???", "Sales unicorn", "Presidents of sales unicorns", "brandy", "Contented", "Salesman's wife",
    "Anna-Sales", "sales marketing product legal ops people data hr finance design support growth it",
]  # fmt: skip


def functions(name: str) -> tuple[str, ...] | None:
    title = titles().find(name)
    return None if title is None else title.functions


@pytest.mark.parametrize("name", SALES)
def test_sales(name: str) -> None:
    assert functions(name) == ("sales",)


@pytest.mark.parametrize("name", MARKETING)
def test_marketing(name: str) -> None:
    assert functions(name) == ("marketing",)


@pytest.mark.parametrize(("function", "name"), [(f, name) for f, names in OTHERS.items() for name in names])
def test_other_functions(function: str, name: str) -> None:
    assert functions(name) == (function,)


@pytest.mark.parametrize("name", HEADS)
def test_those_over_both(name: str) -> None:
    assert functions(name) == ("sales", "marketing")


@pytest.mark.parametrize("name", NEVER_GUESSED)
def test_ambiguous_names_are_known_but_never_guessed(name: str) -> None:
    assert titles().find(name) == Title((), "role")


@pytest.mark.parametrize("name", UNKNOWN)
def test_nothing_is_guessed_from_half_a_word(name: str) -> None:
    assert titles().find(name) is None


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Legal/Finance", ("legal", "finance")),
        ("CFO/GC", ("finance", "legal")),
        ("CFO or GC", ("finance", "legal")),
        ("Success/Support", ("customer-success", "support")),
        ("Support/Operations Lead", ("support", "operations")),
        ("PMM/GM", ("marketing", "sales")),
        ("Head of Sales and Partnerships", ("sales", "partnerships")),
        ("Sales Manager and Founder", ("sales", "marketing")),
    ],
)
def test_a_name_of_several_functions_has_them_all(name: str, found: tuple[str, ...]) -> None:
    assert functions(name) == found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("sales", "function"),
        ("Sales team EMEA", "function"),
        ("Sales leadership", "function"),
        ("Head of Sales", "role"),
        ("VP, Sales", "role"),
        ("Sales & Marketing", "function"),
        ("CMO", "role"),
        ("CEO", "role"),
        ("Legal/Finance", "function"),
        ("CFO/GC", "role"),
        ("Anna (Marketing)", "unknown"),
    ],
)
def test_a_word_of_rank_makes_a_role(name: str, kind: str) -> None:
    title = titles().find(name)
    assert title is not None
    assert title.kind == kind


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("Mktg", "marketing"),
        ("Sales Team", "sales"),
        ("Customer Care", "support"),
        ("Sales & Trade", None),
        ("Sales EMEA", None),
        ("VP Sales", None),
        ("growth", None),
        ("Sales & Marketing", None),
    ],
)
def test_only_a_whole_listed_name_is_a_function_itself(name: str, function: str | None) -> None:
    assert titles().exact(name) == function


@pytest.mark.parametrize("name", ["raci", "sales-marketing"])
def test_no_name_is_listed_twice_with_different_meaning(name: str) -> None:
    seen: dict[tuple[str, ...], Title] = {}
    for each in ("raci", "sales-marketing"):
        for words, title in _entries(pack(each)):
            assert words
            assert seen.setdefault(words, title) == title, (name, words)


def test_a_later_pack_wins_and_faults_are_left_out() -> None:
    first = {"functions": {"sales": {"titles": ["closer", 7, None]}, "it": None}, "ambiguous": "growth"}
    second = {"functions": {"care": {"aliases": ["closer"]}}, "heads": {"boss": ["it", "care"]}, "x": 1}
    both = Titles.build([first, second, {}])
    assert both.find("Closers") == Title(("care",), "function")
    assert both.find("boss") == Title(("it", "care"), "role")
    assert both.find("Growth") == Title((), "role")
    assert both.find("IT") == Title(("it",), "function")
    assert both.find("7") is None
