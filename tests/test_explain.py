"""`rolelint explain`: pages of rules, and what speaks in a sentence."""

from pathlib import Path

from cli_helpers import Done, run


def explain(subject: str) -> Done:
    return run("explain", subject, cwd=Path())


def explained(subject: str) -> str:
    done = explain(subject)
    assert (done.code, done.err) == (0, "")
    return done.out


def test_a_contested_point_names_the_setting_that_decides_it() -> None:
    page = " ".join(explained("channel-choice-owned-by-sales").split())
    assert "`policy: {distribution_owner: FUNCTION}`" in page
    assert "Your choice" not in explained("brand-owned-by-sales")


def test_the_grey_areas_are_listed_with_what_to_write_down() -> None:
    page = explained("grey-area-undeclared")
    assert "\nproposals: proposals and tenders\n  usual: sales leads the pursuit" in page
    assert "should hold <artefact>" in page
    assert page.count("\n  write down: ") == 17


def test_a_single_word_is_a_sentence_unless_it_is_nearly_a_rule() -> None:
    assert explained("Battlecards").splitlines()[1].startswith("  grey area: sales enablement")
    assert explained("Telemarketing").splitlines()[0] == '"Telemarketing"'
    assert explain("mixedtask").err.endswith('did you mean "mixed-task"?\n')
    assert explain("turf-waar/x")[:2] == (2, "")
    near = explain("brand-owned-by-sale")
    assert near[:2] == (2, "")
    assert 'did you mean "brand-owned-by-sales"?' in near.err


def test_a_sentence_shows_the_verdict_strengths_and_what_was_silenced() -> None:
    lines = explained("Sell tickets at the museum to grow brand awareness").splitlines()
    assert lines[1] == "  not judged: the work of another function"
    assert any(line.startswith('    "Sell tickets" (strong, pattern') for line in lines)
    assert any('brand awareness" (weak, in a purpose, pattern' in line for line in lines)
    assert any(line.startswith('  another function: "museum" (strong') for line in lines)
    assert any(
        line.startswith("  silenced: ") and "a longer phrase has these words" in line for line in lines
    )


def test_a_veto_is_named() -> None:
    lines = explained("Close sales despite customs").splitlines()
    silenced = [line for line in lines if line.startswith('  silenced: "Close sales"')]
    assert any("not where this stands as well, `customs`" in line for line in silenced)
