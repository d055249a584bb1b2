"""Answers worked out by hand, from the files, against those the evaluator prints.

Run in this folder: python3 -m unittest
"""

import contextlib
import io
import tempfile
import unittest
from datetime import date, timedelta
from pathlib import Path

import evaluator

TESTS = Path(__file__).resolve().parent.parent
REAL = TESTS.parent / "cities"
FICTIONAL = TESTS / "Fixtures" / "fictional"
CODES = ["BRA", "CHN", "DEU", "FRA", "JPN", "PAK", "RUS", "TWN", "USA", "XXA"]


def run(registry: Path, *options: str, codes: list[str] | None = None) -> tuple[int, str, str]:
    """Exit code, standard output and standard error."""
    output, talk = io.StringIO(), io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "nationalities.csv"
        table.write_text("\n".join(["code,en", *(f"{code},Country" for code in codes or CODES)]), encoding="utf-8")
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(talk):
            status = evaluator.main([str(registry), "--nationalities", str(table), *options])
    return status, output.getvalue(), talk.getvalue()


def answers(registry: Path) -> dict[str, str]:
    """The columns after the nationality, by the columns up to it."""
    status, output, talk = run(registry)
    assert status == 0, talk
    lines = [line.split("|") for line in output.splitlines()]
    return {"|".join(line[:4]): "|".join(line[4:]) for line in lines}


class RealRegistryTests(unittest.TestCase):
    """The registry in `cities`, where nothing is dated yet and no city has a table of its own."""

    @classmethod
    def setUpClass(cls):
        cls.answers = answers(REAL)

    def expect(self, cell: str, expected: str):
        self.assertEqual(self.answers[cell], expected, cell)

    def test_every_city_leaf_day_and_foreign_nationality_is_asked_once(self):
        cities, leaves, days, foreigners = 18, 37, 2, 8
        self.assertEqual(len(self.answers), cities * leaves * days * foreigners)
        self.assertEqual(run(REAL, "--count")[1], f"{cities * leaves * days * foreigners}\n")

    def test_those_who_are_not_foreign_are_not_asked(self):
        self.assertFalse([cell for cell in self.answers if cell.endswith(("|CHN", "|TWN"))])

    def test_no_cell_is_open_and_none_is_answered_twice(self):
        self.assertFalse([cell for cell, answer in self.answers.items() if answer in ("GAP||||", "OVERLAP||||")])

    def test_only_the_first_day_and_a_day_far_off_are_asked(self):
        self.assertEqual({cell.split("|")[2] for cell in self.answers}, {"2026-01-01", "2099-12-31"})

    def test_a_residence_permit_costs_everybody_the_same(self):
        sources = "national:suizhou-2024,national:liaoning-2020,national:jiangxi-list"
        for code in ["DEU", "USA", "PAK", "XXA"]:
            self.expect(
                f"guangzhou|residence-permit/issue/1-to-3-years|2026-01-01|{code}",
                f"80000|person|residence-permit-fee|high|{sources}",
            )

    def test_a_change_is_charged_per_time_and_has_a_source_more(self):
        sources = "national:suizhou-2024,national:liaoning-2020,national:jiangxi-list,national:ccnu"
        self.expect("xian|residence-permit/change|2099-12-31|DEU", f"20000|time|residence-permit-fee|high|{sources}")

    def test_a_rule_that_is_sure_is_no_surer_than_the_list_of_countries(self):
        self.expect(
            "guangzhou|visa/extend|2026-01-01|USA",
            "set-by-bill|person|foreign-visa-fee|low|national:zigong-2022,national:liuxue86",
        )

    def test_an_ordinary_price_rests_on_not_being_on_a_list(self):
        self.expect(
            "guangzhou|visa/extend|2026-01-01|DEU",
            "16000|person|foreign-visa-fee|medium|national:suizhou-2024,national:liuxue86",
        )

    def test_four_questions_deep(self):
        self.expect(
            "beijing|visa/issue/double/individual|2026-01-01|JPN",
            "25200|person|foreign-visa-fee|medium|national:suizhou-2024,national:zigong-2022",
        )

    def test_a_hole_in_the_tables_is_unknown_and_not_a_price(self):
        self.expect(
            "beijing|visa/issue/multiple/half-to-1-year|2026-01-01|FRA",
            "unknown|person|foreign-visa-fee|low|national:suizhou-2024,national:zigong-2022",
        )

    def test_an_item_nobody_names_is_left_empty(self):
        self.expect("suzhou-jiangsu|stay-permit|2026-01-01|DEU", "16000|person||medium|national:njxzc")
        self.expect("suzhou-jiangsu|stay-permit|2026-01-01|PAK", "unknown|person||low|national:njxzc")

    def test_a_rate_can_be_less_sure_than_its_table(self):
        self.expect(
            "dongguan|travel-permit/extend|2026-01-01|USA",
            "10000|person|exit-entry-document-fee|low|national:suizhou-2024",
        )


class FictionalRegistryTests(unittest.TestCase):
    """The registry in `Fixtures/fictional`, which changes by the day and by the city."""

    @classmethod
    def setUpClass(cls):
        cls.answers = answers(FICTIONAL)

    def expect(self, cell: str, expected: str):
        self.assertEqual(self.answers[cell], expected, cell)

    def days(self, city: str) -> list[str]:
        return sorted({cell.split("|")[2] for cell in self.answers if cell.startswith(f"{city}|")})

    def test_no_cell_is_open_and_none_is_answered_twice(self):
        leaves, foreigners, days = 12, 8, 22 + 18 + 18 + 19
        self.assertEqual(len(self.answers), leaves * foreigners * days)
        self.assertFalse([cell for cell, answer in self.answers.items() if answer in ("GAP||||", "OVERLAP||||")])

    def test_the_days_around_every_change_are_asked(self):
        everywhere = [
            "2026-06-01",
            *["2026-12-31", "2027-01-01", "2027-01-02"],
            *["2027-02-28", "2027-03-01", "2027-03-02"],
            *["2027-06-30", "2027-07-01", "2027-07-02"],
            *["2027-12-30", "2027-12-31", "2028-01-01", "2028-01-02"],
            *["2028-02-28", "2028-02-29", "2028-03-01"],
            "2099-12-31",
        ]
        self.assertEqual(self.days("sanya"), everywhere)
        self.assertEqual(self.days("ningbo"), everywhere)

    def test_a_citys_own_changes_are_asked_about_in_that_city_alone(self):
        self.assertEqual(
            set(self.days("dalian")) - set(self.days("sanya")), {"2028-12-30", "2028-12-31", "2029-01-01", "2029-01-02"}
        )
        self.assertEqual(set(self.days("wuxi")) - set(self.days("sanya")), {"2026-12-30"})

    def test_a_new_price_holds_from_its_day_on(self):
        for day, fen in [("2026-06-01", 16800), ("2027-02-28", 16800), ("2027-03-01", 18000), ("2099-12-31", 18000)]:
            self.expect(
                f"sanya|visa/issue/single/individual|{day}|DEU",
                f"{fen}|person|foreign-visa-fee|medium|national:notice-1",
            )

    def test_a_price_can_end_as_set_by_bill(self):
        change, after = "sanya|residence-permit/change", "time|residence-permit-fee|high|national:notice-1"
        self.expect(f"{change}|2027-12-30|DEU", f"20000|{after}")
        self.expect(f"{change}|2027-12-31|DEU", f"set-by-bill|{after}")

    def test_a_service_can_end_with_the_year(self):
        after = "person|replacement-fee|medium|national:notice-2,national:guide"
        self.expect("sanya|residence-permit/replace|2027-12-31|USA", f"30000|{after}")
        self.expect("sanya|residence-permit/replace|2028-01-01|USA", f"not-offered|{after}")

    def test_a_country_moves_from_one_group_to_another(self):
        extend = "sanya|visa/extend"
        self.expect(f"{extend}|2027-06-30|USA", "set-by-bill|person|foreign-visa-fee|low|national:notice-1")
        self.expect(f"{extend}|2027-07-01|USA", "8400|person|foreign-visa-fee|high|national:notice-1")
        self.expect(f"{extend}|2027-07-01|BRA", "set-by-bill|person|foreign-visa-fee|low|national:notice-1")

    def test_a_country_leaves_everyone_else_on_a_leap_day(self):
        extend = "sanya|visa/extend"
        self.expect(f"{extend}|2028-02-28|FRA", "16000|person|foreign-visa-fee|medium|national:notice-1")
        self.expect(f"{extend}|2028-02-29|FRA", "set-by-bill|person|foreign-visa-fee|medium|national:notice-1")

    def test_an_unknown_price_becomes_known(self):
        after = "person|foreign-visa-fee|medium|national:notice-1,national:notice-2"
        self.expect("wuxi|visa/issue/multiple|2028-02-28|JPN", f"unknown|{after}")
        self.expect("wuxi|visa/issue/multiple|2028-02-29|JPN", f"67200|{after}")

    def test_what_began_before_the_first_day_asked_holds_on_it(self):
        self.expect("wuxi|visa/change-type|2026-06-01|JPN", "16500|person|foreign-visa-fee|medium|national:notice-1")

    def test_a_citys_own_fee_replaces_the_schedules_from_its_day_on(self):
        self.expect("dalian|visa/extend|2027-02-28|DEU", "16000|person|foreign-visa-fee|medium|national:notice-1")
        self.expect("dalian|visa/extend|2027-03-01|DEU", "17000|person|foreign-visa-fee|medium|dalian:dalian-fees")
        self.expect("dalian|visa/extend|2027-03-01|PAK", "8400|person|foreign-visa-fee|high|national:notice-1")

    def test_a_citys_own_fee_changes_on_two_days_running(self):
        cell, after = "dalian|visa/issue/double/individual", "person|foreign-visa-fee|medium"
        self.expect(f"{cell}|2028-02-28|DEU", f"25200|{after}|national:notice-1")
        self.expect(f"{cell}|2028-02-29|DEU", f"26000|{after}|dalian:dalian-fees")
        self.expect(f"{cell}|2028-12-30|DEU", f"26000|{after}|dalian:dalian-fees")
        self.expect(f"{cell}|2028-12-31|DEU", f"set-by-bill|{after}|dalian:dalian-fees")
        self.expect(f"{cell}|2029-01-01|DEU", f"28000|{after}|dalian:dalian-fees")

    def test_a_fee_for_one_nationality_leaves_the_others_alone(self):
        extend = "ningbo|visa/extend|2026-06-01"
        self.expect(f"{extend}|JPN", "15500|person|foreign-visa-fee|high|ningbo:ningbo-notice,ningbo:ningbo-mirror")
        self.expect(f"{extend}|DEU", "16000|person|foreign-visa-fee|medium|national:notice-1")

    def test_only_a_match_through_a_group_is_as_unsure_as_the_group(self):
        change, own = "ningbo|visa/change-type|2028-02-29", "16100|person|foreign-visa-fee"
        self.expect(f"{change}|DEU", f"{own}|high|ningbo:ningbo-notice")
        self.expect(f"{change}|FRA", f"{own}|medium|ningbo:ningbo-notice")
        self.expect(f"{change}|BRA", f"{own}|low|ningbo:ningbo-notice")
        self.expect(f"{change}|USA", "8400|person|foreign-visa-fee|high|national:notice-1")

    def test_yuan_with_two_decimals_are_fen(self):
        self.expect(
            "wuxi|residence-permit/change|2026-06-01|DEU",
            "16850|time|residence-permit-fee|high|wuxi:wuxi-notice",
        )
        self.expect(
            "wuxi|residence-permit/issue/under-1-year|2026-12-31|DEU",
            "40505|person|replacement-fee|medium|wuxi:wuxi-notice",
        )

    def test_a_city_may_know_less_than_the_schedule(self):
        self.expect("wuxi|residence-permit/replace|2026-06-01|DEU", "unknown|person||low|wuxi:wuxi-guide")

    def test_a_rate_without_conditions_is_for_everybody(self):
        after = "person|stay-permit-fee|medium|wuxi:wuxi-notice,wuxi:wuxi-guide"
        for code in ["DEU", "USA", "PAK"]:
            self.expect(f"wuxi|stay-permit|2027-12-31|{code}", f"9990|{after}")
            self.expect(f"wuxi|stay-permit|2028-01-01|{code}", f"set-by-bill|{after}")


class ShortcutTests(unittest.TestCase):
    """What saves time must not change an answer."""

    def setUp(self):
        table = Path(self.enterContext(tempfile.TemporaryDirectory())) / "nationalities.csv"
        table.write_text("\n".join(["code", *CODES]), encoding="utf-8")
        self.registry = evaluator.read_registry(FICTIONAL, table)

    def plainly(self, city, leaf, day: date, code: str) -> str:
        """One cell by itself, from every rate of the city."""
        member = city.schedule.groups.on(day, self.registry.nationalities).get(code)
        for tables in (city.rates, city.schedule.rates):
            rates = [rate for rate in tables.get(leaf.service, []) if rate.fits(leaf) and rate.fee.on(day) is not None]
            if (found := evaluator.answer(rates, day, code, member)) is not None:
                return found
        return "GAP||||"

    def test_nationalities_answered_together_are_answered_as_if_alone(self):
        for city in self.registry.cities:
            printed = iter(evaluator.cells(self.registry, city))
            for leaf in self.registry.leaves:
                for day in evaluator.days_to_ask(city, self.registry.asked_from):
                    for code in self.registry.nationalities:
                        expected = self.plainly(city, leaf, day, code)
                        self.assertEqual(next(printed), f"{city.slug}|{leaf.name()}|{day}|{code}|{expected}\n")
            self.assertIsNone(next(printed, None))

    def test_nothing_changes_on_a_day_that_is_not_asked(self):
        for city in self.registry.cities:
            asked = set(evaluator.days_to_ask(city, self.registry.asked_from))
            for leaf in self.registry.leaves:
                for code in ["FRA", "JPN", "USA"]:
                    day, last = self.registry.asked_from, None
                    while day < date(2029, 3, 1):
                        found = self.plainly(city, leaf, day, code)
                        self.assertTrue(day in asked or found == last, f"{city.slug} {leaf.name()} {day} {code}")
                        day, last = day + timedelta(days=1), found


REGISTRY = """\
asked-from: 2026-01-01
nationalities: {not-foreign: CHN}
services:
  visa:
    questions:
      action: {issue: {en: i}, extend: {en: e}}
      entries: {only: {action: issue}, one: {en: o}, two: {en: t}}
"""
SCHEDULE = """\
schedule: base
nationality-groups:
  listed: {members: {codes: USA, source: s, confidence: low}}
  rest: {members: everyone-else, source: s, confidence: high}
rates:
  visa:
    item: unknown
    source: s
    confidence: high
    rates:
      - {when: {action: issue}, fee: 1}
      - {when: {action: extend}, fee: 2}
"""
CITY = "city: somewhere\nfees: {schedule: base}\n"


class SmallRegistryTests(unittest.TestCase):
    """Registries of a few lines, valid and not."""

    def ask(self, schedule: str = SCHEDULE, city: str = CITY, registry: str = REGISTRY) -> tuple[int, str, str]:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "fees").mkdir()
            (root / "registry.yaml").write_text(registry, encoding="utf-8")
            (root / "calendar.yaml").write_text("not: [read", encoding="utf-8")
            (root / "fees" / "base.yaml").write_text(schedule, encoding="utf-8")
            (root / "somewhere.yaml").write_text(city, encoding="utf-8")
            return run(root, codes=["CHN", "DEU", "USA"])

    def lines(self, *texts: str) -> list[str]:
        status, output, talk = self.ask(*texts)
        self.assertEqual(status, 0, talk)
        return output.splitlines()

    def expect_refused(self, words: str, **texts: str):
        status, output, talk = self.ask(**texts)
        self.assertEqual((status, output), (2, ""), talk)
        self.assertIn(words, talk)

    def test_lines_come_by_leaf_then_day_then_nationality(self):
        self.assertEqual(
            self.lines(),
            [
                "somewhere|visa/issue/one|2026-01-01|DEU|100|person||high|base:s",
                "somewhere|visa/issue/one|2026-01-01|USA|100|person||high|base:s",
                "somewhere|visa/issue/one|2099-12-31|DEU|100|person||high|base:s",
                "somewhere|visa/issue/one|2099-12-31|USA|100|person||high|base:s",
                "somewhere|visa/issue/two|2026-01-01|DEU|100|person||high|base:s",
                "somewhere|visa/issue/two|2026-01-01|USA|100|person||high|base:s",
                "somewhere|visa/issue/two|2099-12-31|DEU|100|person||high|base:s",
                "somewhere|visa/issue/two|2099-12-31|USA|100|person||high|base:s",
                "somewhere|visa/extend|2026-01-01|DEU|200|person||high|base:s",
                "somewhere|visa/extend|2026-01-01|USA|200|person||high|base:s",
                "somewhere|visa/extend|2099-12-31|DEU|200|person||high|base:s",
                "somewhere|visa/extend|2099-12-31|USA|200|person||high|base:s",
            ],
        )

    def test_a_rate_naming_a_question_that_is_not_asked_leaves_a_gap(self):
        schedule = SCHEDULE.replace("{action: extend}", "{action: extend, entries: [one, two]}")
        self.assertIn("somewhere|visa/extend|2026-01-01|DEU|GAP||||", self.lines(schedule))

    def test_two_rates_that_match_are_an_overlap(self):
        schedule = SCHEDULE + "      - {when: {nationality: USA}, fee: 3}\n"
        self.assertIn("somewhere|visa/extend|2026-01-01|USA|OVERLAP||||", self.lines(schedule))
        self.assertIn("somewhere|visa/extend|2026-01-01|DEU|200|person||high|base:s", self.lines(schedule))

    def test_a_fee_without_a_past_leaves_a_gap_before_its_first_day(self):
        found = self.lines(SCHEDULE.replace("fee: 2", "fee: {2026-01-02: 2}"))
        self.assertIn("somewhere|visa/extend|2026-01-01|DEU|GAP||||", found)
        self.assertIn("somewhere|visa/extend|2026-01-02|DEU|200|person||high|base:s", found)
        self.assertIn("somewhere|visa/extend|2026-01-03|DEU|200|person||high|base:s", found)

    def test_a_change_on_the_first_day_asked_adds_no_day(self):
        days = {line.split("|")[2] for line in self.lines(SCHEDULE.replace("fee: 2", "fee: {2026-01-01: 2}"))}
        self.assertEqual(days, {"2026-01-01", "2099-12-31"})

    def test_two_rates_of_a_city_are_an_overlap_even_where_the_schedule_is_whole(self):
        own = "{item: i, source: o, confidence: low, rates: [{fee: 5}, {when: {nationality: rest}, fee: 6}]}"
        found = self.lines(SCHEDULE, f"city: somewhere\nfees: {{schedule: base, rates: {{visa: {own}}}}}\n")
        self.assertIn("somewhere|visa/extend|2026-01-01|DEU|OVERLAP||||", found)
        self.assertIn("somewhere|visa/extend|2026-01-01|USA|500|person|i|low|somewhere:o", found)

    def test_a_list_that_begins_on_a_day_holds_nobody_before(self):
        schedule = SCHEDULE.replace("codes: USA", "codes: {2027-01-01: USA}").replace(
            "{action: extend}", "{action: extend, nationality: listed}"
        )
        found = self.lines(schedule)
        self.assertIn("somewhere|visa/extend|2026-12-31|USA|GAP||||", found)
        self.assertIn("somewhere|visa/extend|2027-01-01|USA|200|person||low|base:s", found)

    def test_words_that_another_reader_would_take_for_something_else_stay_words(self):
        registry = REGISTRY.replace("one:", "no:").replace("two:", "012:")
        found = self.lines(SCHEDULE, CITY, registry)
        self.assertIn("somewhere|visa/issue/no|2026-01-01|DEU|100|person||high|base:s", found)
        self.assertIn("somewhere|visa/issue/012|2026-01-01|DEU|100|person||high|base:s", found)

    def test_a_nationality_in_two_groups_is_refused(self):
        groups = "  more: {members: {codes: USA, source: s, confidence: low}}\n  rest:"
        self.expect_refused("USA is listed twice", schedule=SCHEDULE.replace("  rest:", groups))

    def test_what_has_no_one_plain_meaning_is_refused(self):
        for words, schedule in [
            ("written twice", SCHEDULE + "rates: {}\n"),
            ("an empty value", SCHEDULE.replace("item: unknown", "item:")),
            ("neither an amount", SCHEDULE.replace("fee: 1", "fee: 1.5")),
            ("neither an amount", SCHEDULE.replace("fee: 1", "fee: 010")),
            ("neither an amount", SCHEDULE.replace("fee: 1", "fee: 1_000")),
            ("is not a day", SCHEDULE.replace("fee: 1", "fee: {2026-02-29: 1}")),
            ("is not a confidence", SCHEDULE.replace("confidence: high", "confidence: sure")),
            ("is not known here", SCHEDULE.replace("fee: 1", "fees: 1")),
            ("without a source", SCHEDULE.replace("    source: s\n", "")),
            ("anchors, aliases and tags", SCHEDULE.replace("fee: 1", "fee: &one 1")),
            ("anchors, aliases and tags", SCHEDULE.replace("fee: 1", "fee: !!int 1")),
            ("more than one document", SCHEDULE + "---\nschedule: two\n"),
            ("expected", SCHEDULE + "  - {"),
        ]:
            with self.subTest(words):
                self.expect_refused(words, schedule=schedule)

    def test_a_schedule_that_is_not_there_is_refused(self):
        self.expect_refused("there is no schedule `other`", city=CITY.replace("base", "other"))

    def test_a_directory_that_is_not_there_is_refused(self):
        status, output, talk = run(TESTS / "Nowhere")
        self.assertEqual((status, output), (2, ""))
        self.assertIn("registry.yaml", talk)


if __name__ == "__main__":
    unittest.main()
