"""What does it cost? The registry's answer for every cell, worked out a second time.

    python3 evaluator.py REGISTRY_DIR --nationalities CSV [--count]

A cell is a city, a leaf of the question tree, a day and a nationality. Each is printed as one line,

    CITY|SERVICE/answer/answer|DAY|NAT|ANSWER|PER|ITEM|CONFIDENCE|SOURCES

or, with --count, only their number is. This program is written from the reading rules in the comments of the registry's
files and shares nothing with the Swift sources: not a line, not a table, not even the YAML parser (PyYAML's own, in
Python). Where both print the same lines, the rules have one meaning.

It judges as little as it can. Whether a registry is valid is for the validator; but what it cannot read with one plain
meaning it refuses with exit code 2, because an oracle that guesses is worth nothing.
"""

import argparse
import csv
import re
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Iterator

import yaml

LAST_DAY_ASKED = date(2099, 12, 31)
CONFIDENCES = ["low", "medium", "high"]
WORDS = ["set-by-bill", "not-offered", "unknown"]
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
YUAN = re.compile(r"(0|[1-9][0-9]*)(?:\.([0-9]{2}))?")


class Unreadable(Exception):
    """What could not be read, and where."""


# ---- YAML: every scalar a string, every mapping a dict without doubles, nothing else ----


def read_yaml(path: Path) -> Any:
    try:
        text = path.read_text(encoding="utf-8")
        events = yaml.parse(text, Loader=yaml.BaseLoader)
        next(events)  # start of the stream
        event = next(events)
        if not isinstance(event, yaml.DocumentStartEvent):
            raise Unreadable(f"{path}: the file is empty")
        tree = read_node(next(events), events, path)
        next(events)  # end of the document
        if not isinstance(next(events), yaml.StreamEndEvent):
            raise Unreadable(f"{path}: more than one document")
        return tree
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise Unreadable(f"{path}: {error}") from error


def read_node(event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> Any:
    place = f"{path}:{event.start_mark.line + 1}"
    if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
        raise Unreadable(f"{place}: anchors, aliases and tags are not read")
    if isinstance(event, yaml.ScalarEvent):
        if event.value == "":
            raise Unreadable(f"{place}: an empty value")
        return event.value
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(read_node(event, events, path))
        return items
    mapping = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = read_node(event, events, path)
        if not isinstance(key, str) or key == "<<":
            raise Unreadable(f"{path}:{event.start_mark.line + 1}: a key that is not a plain word")
        if key in mapping:
            raise Unreadable(f"{path}:{event.start_mark.line + 1}: `{key}` is written twice")
        mapping[key] = read_node(next(events), events, path)
    return mapping


# ---- Scalars and shapes, each read by the type its place expects ----


def read_map(value: Any, place: str, known: set[str] | None = None) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Unreadable(f"{place}: keys and values expected")
    for key in value:
        if known is not None and key not in known:
            raise Unreadable(f"{place}: `{key}` is not known here")
    return value


def read_field(mapping: dict[str, Any], key: str, place: str) -> Any:
    if key not in mapping:
        raise Unreadable(f"{place}: `{key}` is missing")
    return mapping[key]


def read_word(value: Any, place: str) -> str:
    if not isinstance(value, str):
        raise Unreadable(f"{place}: one word expected")
    return value


def read_words(value: Any, place: str) -> list[str]:
    """One or many: a single word may stand for a list of one."""
    words = [read_word(item, place) for item in value] if isinstance(value, list) else [read_word(value, place)]
    if not words:
        raise Unreadable(f"{place}: an empty list")
    return words


def read_day(text: Any, place: str) -> date:
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    except (TypeError, ValueError):
        pass
    raise Unreadable(f"{place}: `{text}` is not a day")


def read_confidence(value: Any, place: str) -> str:
    if value not in CONFIDENCES:
        raise Unreadable(f"{place}: `{value}` is not a confidence")
    return value


def read_answer(value: Any, place: str) -> str:
    """An amount in yuan becomes whole fen; the other answers are words of their own."""
    if value in WORDS:
        return value
    amount = YUAN.fullmatch(value) if isinstance(value, str) else None
    if amount is None:
        raise Unreadable(f"{place}: `{value}` is neither an amount nor one of {', '.join(WORDS)}")
    return str(int(amount[1]) * 100 + int(amount[2] or "0"))


@dataclass(frozen=True)
class Timeline:
    """What held already, if that is known, and what holds from each day on."""

    undated: Any | None
    dated: list[tuple[date, Any]]

    def on(self, day: date) -> Any | None:
        value = self.undated
        for start, following in self.dated:
            if start <= day:
                value = following
        return value

    def starts(self) -> set[date]:
        return {start for start, _ in self.dated}


def read_timeline(value: Any, read: Any, place: str) -> Timeline:
    if not isinstance(value, dict):
        return Timeline(read(value, place), [])
    if not value:
        raise Unreadable(f"{place}: an empty timeline")
    undated = read(value["undated"], place) if "undated" in value else None
    dated = [(read_day(key, place), read(entry, place)) for key, entry in value.items() if key != "undated"]
    return Timeline(undated, sorted(dated, key=lambda entry: entry[0]))


# ---- The questions ----


@dataclass(frozen=True)
class Leaf:
    """One path through a service's questions."""

    service: str
    answers: dict[str, str]

    def name(self) -> str:
        return "/".join([self.service, *self.answers.values()])


def read_leaves(services: Any, place: str) -> list[Leaf]:
    leaves = []
    for service, body in read_map(services, place).items():
        inside = f"{place}/{service}"
        questions = read_field(read_map(body, inside), "questions", inside)
        if questions == "none":
            questions = {}
        paths: list[dict[str, str]] = [{}]
        for question, options in read_map(questions, inside).items():
            options = read_map(options, f"{inside}/{question}")
            only = {
                earlier: read_words(answers, f"{inside}/{question}/only")
                for earlier, answers in read_map(options.get("only", {}), f"{inside}/{question}/only").items()
            }
            longer = []
            for path in paths:
                if all(path.get(earlier) in answers for earlier, answers in only.items()):
                    longer += [{**path, question: option} for option in options if option != "only"]
                else:
                    longer.append(path)
            paths = longer
        leaves += [Leaf(service, path) for path in paths]
    return leaves


# ---- Nationality groups ----


@dataclass(frozen=True)
class Member:
    group: str
    codes: Timeline
    confidence: str | None


@dataclass(frozen=True)
class Groups:
    members: list[Member]
    everyone_else: Member | None

    def on(self, day: date, nationalities: list[str]) -> dict[str, Member]:
        """The member record that puts each nationality in its group that day."""
        found: dict[str, Member] = {}
        for member in self.members:
            for code in member.codes.on(day) or []:
                if code in found:
                    raise Unreadable(f"{code} is listed twice on {day}: in {found[code].group} and in {member.group}")
                found[code] = member
        if self.everyone_else is not None:
            for code in nationalities:
                found.setdefault(code, self.everyone_else)
        return found


def read_groups(value: Any, place: str) -> Groups:
    members, rest = [], []
    facts = {"source", "against", "confidence", "note"}
    for group, body in read_map(value, place).items():
        inside = f"{place}/{group}"
        body = read_map(body, inside, {"name", "members"} | facts)
        outer = body.get("confidence")
        if read_field(body, "members", inside) == "everyone-else":
            rest.append(Member(group, Timeline([], []), read_nearest_confidence(None, outer, inside)))
            continue
        records = body["members"] if isinstance(body["members"], list) else [body["members"]]
        for record in records:
            record = read_map(record, inside, {"codes"} | facts)
            codes = read_timeline(read_field(record, "codes", inside), read_words, inside)
            members.append(Member(group, codes, read_nearest_confidence(record.get("confidence"), outer, inside)))
    if len(rest) > 1:
        raise Unreadable(f"{place}: `everyone-else` closes the partition once, not {len(rest)} times")
    return Groups(members, rest[0] if rest else None)


def read_nearest_confidence(own: Any, outer: Any, place: str) -> str | None:
    nearest = outer if own is None else own
    return None if nearest is None else read_confidence(nearest, place)


# ---- Rates ----


@dataclass(frozen=True)
class Rate:
    answers: dict[str, list[str]]
    nationality: list[str] | None
    fee: Timeline
    per: str
    item: str
    confidence: str | None
    sources: str
    place: str

    def fits(self, leaf: Leaf) -> bool:
        """A question that is not asked on the path has no answer there, so naming it rules the path out."""
        return all(leaf.answers.get(question) in allowed for question, allowed in self.answers.items())


def read_rates(value: Any, file: str, place: str) -> dict[str, list[Rate]]:
    """The rates of a schedule or of a city, by service."""
    tables = {}
    facts = {"item", "source", "against", "confidence", "note"}
    for service, table in read_map(value, place).items():
        inside = f"{place}/{service}"
        table = read_map(table, inside, {"rates"} | facts)
        rates = read_field(table, "rates", inside)
        if not isinstance(rates, list):
            raise Unreadable(f"{inside}/rates: a list expected")
        known = {"when", "fee", "per"} | facts
        tables[service] = [
            read_rate(read_map(rate, f"{inside}/rates", known), table, file, f"{inside}/{index}")
            for index, rate in enumerate(rates)
        ]
    return tables


def read_rate(rate: dict[str, Any], table: dict[str, Any], file: str, place: str) -> Rate:
    when = {
        name: read_words(allowed, f"{place}/when/{name}")
        for name, allowed in read_map(rate.get("when", {}), f"{place}/when").items()
    }
    nearest = {**table, **rate}
    source = read_words(nearest["source"], f"{place}/source") if "source" in nearest else []
    return Rate(
        answers={name: allowed for name, allowed in when.items() if name != "nationality"},
        nationality=when.get("nationality"),
        fee=read_timeline(read_field(rate, "fee", place), read_answer, f"{place}/fee"),
        per=read_word(rate.get("per", "person"), f"{place}/per"),
        item=read_word(read_field(nearest, "item", place), f"{place}/item"),
        confidence=read_nearest_confidence(rate.get("confidence"), table.get("confidence"), place),
        sources=",".join(f"{file}:{identifier}" for identifier in source),
        place=place,
    )


# ---- The registry ----


@dataclass(frozen=True)
class Schedule:
    groups: Groups
    rates: dict[str, list[Rate]]


@dataclass(frozen=True)
class City:
    slug: str
    schedule: Schedule
    rates: dict[str, list[Rate]]


@dataclass(frozen=True)
class Registry:
    asked_from: date
    leaves: list[Leaf]
    nationalities: list[str]
    cities: list[City]


def read_registry(directory: Path, table_of_nationalities: Path) -> Registry:
    path = directory / "registry.yaml"
    registry = read_map(read_yaml(path), str(path))
    leaves = read_leaves(read_field(registry, "services", str(path)), f"{path}: services")
    services = {leaf.service for leaf in leaves}
    schedules: dict[str, Schedule] = {}
    for path in yaml_files(directory / "fees"):
        body = read_map(read_yaml(path), str(path))
        name = read_word(read_field(body, "schedule", str(path)), f"{path}: schedule")
        if name in schedules:
            raise Unreadable(f"{path}: another file is already the schedule `{name}`")
        schedules[name] = Schedule(
            read_groups(read_field(body, "nationality-groups", str(path)), f"{path}: nationality-groups"),
            read_known_services(read_field(body, "rates", str(path)), name, services, f"{path}: rates"),
        )
    cities: dict[str, City] = {}
    for path in yaml_files(directory):
        if path.name in ("registry.yaml", "calendar.yaml"):
            continue
        city = read_city(path, schedules, services)
        if city.slug in cities:
            raise Unreadable(f"{path}: another file is already the city `{city.slug}`")
        cities[city.slug] = city
    return Registry(
        asked_from=read_day(read_field(registry, "asked-from", str(directory)), "asked-from"),
        leaves=leaves,
        nationalities=read_nationalities(registry, table_of_nationalities),
        cities=[cities[slug] for slug in sorted(cities)],
    )


def yaml_files(directory: Path) -> list[Path]:
    return sorted(path for path in directory.glob("*.yaml") if not path.name.startswith("."))


def read_city(path: Path, schedules: dict[str, Schedule], services: set[str]) -> City:
    body = read_map(read_yaml(path), str(path))
    slug = read_word(read_field(body, "city", str(path)), f"{path}: city")
    fees = read_map(read_field(body, "fees", str(path)), f"{path}: fees", {"schedule", "rates", "seen-here"})
    name = read_word(read_field(fees, "schedule", f"{path}: fees"), f"{path}: fees/schedule")
    if name not in schedules:
        raise Unreadable(f"{path}: there is no schedule `{name}`")
    rates = read_known_services(fees.get("rates", {}), slug, services, f"{path}: fees/rates")
    return City(slug, schedules[name], rates)


def read_known_services(value: Any, file: str, services: set[str], place: str) -> dict[str, list[Rate]]:
    read_map(value, place, services)
    return read_rates(value, file, place)


def read_nationalities(registry: dict[str, Any], table: Path) -> list[str]:
    body = read_map(read_field(registry, "nationalities", "registry.yaml"), "registry.yaml: nationalities")
    not_asked = read_words(body["not-foreign"], "registry.yaml: not-foreign") if "not-foreign" in body else []
    try:
        with table.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.reader(lines))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Unreadable(f"{table}: {error}") from error
    return sorted({row[0] for row in rows[1:] if row} - set(not_asked))


# ---- The answers ----


def days_to_ask(city: City, asked_from: date) -> list[date]:
    timelines = [member.codes for member in city.schedule.groups.members]
    for tables in (city.rates, city.schedule.rates):
        timelines += [rate.fee for rates in tables.values() for rate in rates]
    days = {asked_from, LAST_DAY_ASKED}
    for timeline in timelines:
        for start in timeline.starts():
            if start > asked_from:
                days |= {start - timedelta(days=1), start, min(start, date.max - timedelta(days=1)) + timedelta(days=1)}
    return sorted(day for day in days if day >= asked_from)


def applies(rate: Rate, code: str, group: str | None) -> bool:
    return rate.nationality is None or code in rate.nationality or group in rate.nationality


def answer(rates: list[Rate], day: date, code: str, member: Member | None) -> str | None:
    """The columns after the nationality; nothing where no rate matches."""
    matching = [rate for rate in rates if applies(rate, code, member.group if member else None)]
    if not matching:
        return None
    if len(matching) > 1:
        return "OVERLAP||||"
    rate = matching[0]
    fee = rate.fee.on(day)
    item = "" if rate.item == "unknown" else rate.item
    return "|".join([fee, rate.per, item, confidence(rate, fee, code, member), rate.sources])


def confidence(rate: Rate, fee: str, code: str, member: Member | None) -> str:
    """The rate's own, and never more than that of the membership through which it matched."""
    if rate.confidence is None or not rate.sources:
        if fee != "unknown":
            raise Unreadable(f"{rate.place}: `{fee}` without a source and a confidence")
        if rate.confidence is None:
            return ""
    if rate.nationality is None or code in rate.nationality:
        return rate.confidence
    if member is None or member.confidence is None:
        raise Unreadable(f"{rate.place}: the group of {code} has no confidence")
    return min(rate.confidence, member.confidence, key=CONFIDENCES.index)


def cells(registry: Registry, city: City) -> Iterator[str]:
    """Every line of a city. Nationalities under the same member record that no rate names by code cannot differ."""
    tables = [city.rates, city.schedule.rates]
    rates_of_all = [rate for table in tables for rates in table.values() for rate in rates]
    by_code = {word for rate in rates_of_all for word in rate.nationality or []}
    days = days_to_ask(city, registry.asked_from)
    members = {day: city.schedule.groups.on(day, registry.nationalities) for day in days}
    for leaf in registry.leaves:
        candidates = [[rate for rate in table.get(leaf.service, []) if rate.fits(leaf)] for table in tables]
        for day in days:
            valid = [[rate for rate in rates if rate.fee.on(day) is not None] for rates in candidates]
            known: dict[tuple[int, str], str] = {}
            start = f"{city.slug}|{leaf.name()}|{day}|"
            for code in registry.nationalities:
                member = members[day].get(code)
                alike = (id(member), code if code in by_code else "")
                if alike not in known:
                    own, general = (answer(rates, day, code, member) for rates in valid)
                    known[alike] = own or general or "GAP||||"
                yield f"{start}{code}|{known[alike]}\n"


def count(registry: Registry) -> int:
    days = sum(len(days_to_ask(city, registry.asked_from)) for city in registry.cities)
    return days * len(registry.leaves) * len(registry.nationalities)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Print the registry's answer for every cell.")
    parser.add_argument("registry", type=Path, metavar="REGISTRY_DIR")
    parser.add_argument("--nationalities", type=Path, required=True, metavar="CSV")
    parser.add_argument("--count", action="store_true", help="print only the number of cells")
    options = parser.parse_args(arguments)
    try:
        registry = read_registry(options.registry, options.nationalities)
        if options.count:
            print(count(registry))
            return 0
        for city in registry.cities:
            sys.stdout.writelines(cells(registry, city))
        sys.stdout.flush()
    except Unreadable as error:
        print(f"evaluator: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
