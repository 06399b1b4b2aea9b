"""How good function fit is: `python benchmarks/function_fit.py LABELS.csv [--train TASKS.csv]`.

LABELS.csv has the columns `origin`, `text`, `reader_1`, `reader_2` (and `id`); rows on which both readers
agree are used: `sales`, `marketing`, `grey` (naming either would be wrong), anything else is the work of
others. Every text is linted twice, once as sales' and once as marketing's. A third of the texts, those whose
SHA-256 leaves no rest when divided by three, is put away and shown apart: no rule is written after it.

TASKS.csv (`id`, `occupation`, `function`, `task`) trains two classifiers for comparison, each text being
judged by one that has not seen its occupation. That needs scikit-learn (the extra `benchmark`).
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rolelint import linting, packs
from rolelint.config import Settings
from rolelint.finding import Finding

SIDES = ("sales", "marketing")
GREY_RULE = "sales-marketing/grey-area-undeclared"
GRADES = ("certain", "likely", "hint")
FIRST_LINE, LINES = 3, 2
"""The line of the first task, and how many lines a task takes."""


class Text(NamedTuple):
    """A sentence and whose work it is: a side, `grey` or `other`."""

    id: str
    text: str
    label: str


class Said(NamedTuple):
    """What was said of a text when a side held it."""

    text: Text
    owner: str
    suggests: str | None
    grade: str
    dimensions: tuple[str, ...]
    grey: bool


def read(path: Path) -> dict[str, list[Text]]:
    """The texts on which both readers agree, by origin and whether they were put away."""
    found: dict[str, list[Text]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["reader_1"] == row["reader_2"]:
                part = "put away" if away(row["text"]) else "developed on"
                label = {"both": "grey"}.get(row["reader_1"], row["reader_1"])
                label = label if label in (*SIDES, "grey") else "other"
                found[f"{row['origin']}, {part}"].append(Text(row.get("id") or "", row["text"], label))
    return dict(sorted(found.items()))


def away(text: str) -> bool:
    """Whether a text belongs to the third that nobody looks at."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 3 == 0


def lint(texts: Sequence[Text]) -> list[Said]:
    """Both assignments of every text, with what the linter says of them."""
    held = [(text, owner) for text in texts for owner in SIDES]
    lines = ["org: {headcount: 200}", "tasks:"]
    for text, owner in held:
        lines += [f"  - name: {quoted(text.text)}", f"    owner: {owner}"]
    shown, everything = (found("\n".join(lines).encode(), hints) for hints in (False, True))
    return [
        said(text, owner, shown.get(number, []), everything.get(number, []))
        for number, (text, owner) in enumerate(held)
    ]


def found(text: bytes, hints: bool) -> dict[int, list[Finding]]:
    """The findings on each task, by its number."""
    settings = Settings(select=("sales-marketing",), hints=hints)
    given = linting.Input("labels.yaml", text)
    report = linting.linter(settings, packs.shipped()).lint(linting.read([given], settings))
    by_task: dict[int, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_task[(finding.place.line - FIRST_LINE) // LINES].append(finding)
    return by_task


def quoted(text: str) -> str:
    """The text as YAML in double quotes."""
    return '"' + " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'


def said(text: Text, owner: str, shown: Sequence[Finding], findings: Iterable[Finding]) -> Said:
    """What the findings on one task come to; those that are not shown without `--hints` are hints."""
    accused = next((finding for finding in findings if finding.suggests), None)
    grey = any(finding.rule == GREY_RULE for finding in shown)
    if accused is None:
        return Said(text, owner, None, "", (), grey)
    spoke = {each.dimension for each in accused.evidence if each.function == accused.suggests}
    grade = "hint" if not any(finding.suggests for finding in shown) else "likely"
    grade = "certain" if accused.severity == "error" else grade
    return Said(text, owner, accused.suggests, grade, tuple(sorted(spoke)), grey)


def share(part: int, whole: int) -> str:
    """A percentage with what it is of."""
    return f"{100 * part / whole:5.1f} % of {whole:4d}" if whole else "      none  "


class Figures(NamedTuple):
    """Counts over all assignments of one set of texts."""

    right: int
    accused: int
    caught: int
    misplaced: int
    grey: int
    grey_accused: int
    grey_recognised: int
    other: int
    other_accused: int


def figures(all_said: Sequence[Said], shown: Iterable[str] = ("certain", "likely")) -> Figures:
    """The counts, of accusations of the grades that are shown."""
    counts: Counter[str] = Counter()
    for each in all_said:
        accused = each.suggests is not None and each.grade in shown
        misplaced = each.text.label in SIDES and each.text.label != each.owner
        right = accused and misplaced and each.suggests == each.text.label
        counts.update({"accused": accused, "right": right, "misplaced": misplaced})
        if each.text.label not in SIDES:
            counts.update({each.text.label: 1, f"{each.text.label} accused": accused})
            counts["grey recognised"] += each.grey and each.text.label == "grey"
    return Figures(
        counts["right"],
        counts["accused"],
        counts["right"],
        counts["misplaced"],
        counts["grey"],
        counts["grey accused"],
        counts["grey recognised"],
        counts["other"],
        counts["other accused"],
    )


def table(rows: Iterable[tuple[str, Figures]]) -> None:
    """One line a set of texts."""
    heads = ("accusations right", "misplaced caught", "grey accused", "grey recognised", "others' accused")
    print(f"{'':44}" + "".join(f"{head:>20}" for head in heads))
    for name, f in rows:
        pairs = (
            (f.right, f.accused),
            (f.caught, f.misplaced),
            (f.grey_accused, f.grey),
            (f.grey_recognised, f.grey),
            (f.other_accused, f.other),
        )
        print(f"{name:44}" + "".join(f"{share(part, whole):>20}" for part, whole in pairs))


def calibration(all_said: Sequence[Said]) -> None:
    """How often each grade is right. Words alone are never certain: that takes a trait as well."""
    print("\ngrade          right")
    for grade in GRADES:
        graded = [each for each in all_said if each.grade == grade]
        print(f"{grade:12}{share(sum(each.suggests == each.text.label for each in graded), len(graded))}")


def contribution(all_said: Sequence[Said]) -> None:
    """What each of the article's distinctions adds: alone, and together with others."""
    shown = [each for each in all_said if each.suggests and each.grade != "hint"]
    print("\ndimension      accusations it speaks in   of them right    it alone speaks")
    for dimension in sorted({name for each in shown for name in each.dimensions}):
        spoke = [each for each in shown if dimension in each.dimensions]
        right = sum(each.suggests == each.text.label for each in spoke)
        alone = sum(each.dimensions == (dimension,) for each in spoke)
        print(f"{dimension:14}{len(spoke):20d}{share(right, len(spoke)):>25}{alone:16d}")


Classifier = Callable[[], Any]


def classifiers() -> dict[str, Classifier]:
    """The learned ones, by name."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415  # only to compare
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.pipeline import make_pipeline  # noqa: PLC0415

    def learner(**how: Any) -> Classifier:
        return lambda: make_pipeline(
            TfidfVectorizer(sublinear_tf=True, **how),
            LogisticRegression(max_iter=2000, C=10, class_weight="balanced"),
        )

    return {
        "words, logistic regression": learner(ngram_range=(1, 2), stop_words="english"),
        "letters, logistic regression": learner(analyzer="char_wb", ngram_range=(2, 5)),
    }


def learned(
    make: Classifier, tasks: Sequence[dict[str, str]], texts: Sequence[Text], sure: float
) -> list[Said]:
    """What a classifier of two classes says, each text judged by one that has not seen its occupation."""
    occupation = {task["id"]: task["occupation"] for task in tasks}
    found: list[Said] = []
    by_occupation: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        by_occupation[occupation.get(text.id, "")].append(text)
    for left_out, group in by_occupation.items():
        seen = [t for t in tasks if t["occupation"] != left_out and t["function"] in SIDES]
        model = make().fit([t["task"] for t in seen], [t["function"] for t in seen])
        for text, chances in zip(group, model.predict_proba([t.text for t in group]), strict=True):
            best = chances.argmax()
            says = str(model.classes_[best]) if chances[best] >= sure else None
            for owner in SIDES:
                accuses = says if says != owner else None
                found.append(Said(text, owner, accuses, "likely" if accuses else "", (), False))
    return found


def compare(tasks_file: Path, sets: dict[str, list[Text]]) -> None:
    """The same table for the learned ones, at two thresholds."""
    try:
        made = classifiers()
    except ImportError:
        print("\nnothing to compare with: scikit-learn is missing (pip install 'rolelint[benchmark]')")
        return
    with tasks_file.open(encoding="utf-8", newline="") as file:
        tasks = list(csv.DictReader(file))
    texts = [text for group in sets.values() for text in group]
    print("\nlearned from other occupations, all texts together")
    table(
        (f"{name}, sure from {sure}", figures(learned(make, tasks, texts, sure)))
        for name, make in made.items()
        for sure in (0.5, 0.9)
    )


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("labels", type=Path)
    parser.add_argument("--train", type=Path, help="tasks with the function of their occupation")
    parser.add_argument(
        "--wrong", action="store_true", help="list the wrong accusations of the texts not put away"
    )
    given = parser.parse_args()
    sets = read(given.labels)
    results = {name: lint(texts) for name, texts in sets.items()}
    table((name, figures(result)) for name, result in results.items())
    everything = [each for result in results.values() for each in result]
    calibration(everything)
    contribution(everything)
    if given.wrong:
        for each in everything:
            if (
                each.suggests not in (None, each.text.label)
                and each.grade != "hint"
                and not away(each.text.text)
            ):
                print(f"wrong: {each.text.label}, accused as {each.suggests}: {each.text.text}")
    if given.train:
        compare(given.train, sets)


if __name__ == "__main__":
    sys.exit(main())
