"""Checks the agenda against the formats' own descriptions: iCalendar as read by a library that others wrote, and JSON as
the schema has it that the program prints."""

import datetime
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import icalendar
import jsonschema

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("VISAFEE", str(PACKAGE / ".build/debug/visafee"))
REGISTRIES = ["cities", "Tests/Fixtures/fictional"]
DAYS = ["2026-01-01", "2026-11-02", "2026-11-27", "2027-12-31", "2029-06-01"]


def agenda(registry, *arguments, folder=PACKAGE, environment=None):
    return subprocess.run(
        [PROGRAM, "agenda", registry, *arguments],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
    )


class AgendaTests(unittest.TestCase):
    def each(self, *arguments):
        for registry in REGISTRIES:
            for day in DAYS:
                for language in ["en", "zh"]:
                    options = ["--as-of", day, "--next", "24m", "--lang", language]
                    yield registry, options, agenda(registry, *options, *arguments)

    def document(self, registry, *arguments):
        return json.loads(agenda(registry, "--format", "json", *arguments).stdout)

    def test_json_keeps_the_schema_that_the_program_prints(self):
        printed = subprocess.run([PROGRAM, "schema", "agenda"], capture_output=True, check=True, timeout=60).stdout
        schema = json.loads(printed)
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        kinds = set()
        for registry, options, done in self.each("--format", "json"):
            self.assertEqual(done.returncode, 0, done.stderr)
            document = json.loads(done.stdout)
            self.assertEqual([error.message for error in validator.iter_errors(document)], [])
            self.assertEqual(document["overdue"] + document["ahead"], len(document["entries"]))
            days = [entry["day"] for entry in document["entries"]]
            self.assertEqual(days, sorted(days))
            kinds |= {entry["kind"] for entry in document["entries"]}
            for key in document:
                damaged = {name: value for name, value in document.items() if name != key}
                self.assertFalse(validator.is_valid(damaged), f"{key} may be missing")
            if document["entries"]:
                for key in document["entries"][0]:
                    damaged = json.loads(done.stdout)
                    del damaged["entries"][0][key]
                    self.assertFalse(validator.is_valid(damaged), f"{key} of an entry may be missing")
        self.assertGreaterEqual(kinds, {"goes-stale", "fee-changes", "stage-changes", "calendar-is-missing"})

    def test_a_calendar_program_reads_an_event_for_each_entry(self):
        for registry, options, done in self.each("--format", "ics"):
            self.assertEqual(done.returncode, 0, done.stderr)
            calendar = icalendar.Calendar.from_ical(done.stdout)
            self.assertEqual(calendar.errors, [])
            self.assertEqual(str(calendar["VERSION"]), "2.0")
            self.assertTrue(calendar["PRODID"])
            entries = self.document(registry, *options)["entries"]
            events = calendar.walk("VEVENT")
            self.assertEqual(len(events), len(entries))
            today = datetime.date.fromisoformat(options[1])
            for event, entry in zip(events, entries):
                self.assertEqual(event.errors, [])
                day = datetime.date.fromisoformat(entry["day"])
                self.assertEqual(event["DTSTART"].dt, max(day, today))
                self.assertEqual(str(event["UID"]), "visafee:" + entry["id"])
                self.assertTrue(str(event["SUMMARY"]).endswith(entry["sentence"]))
                lines = str(event["DESCRIPTION"]).split("\n")
                self.assertEqual(lines[1:], [entry["remedy"], "$ " + entry["command"], f"{entry['file']}:{entry['line']}"])
                self.assertEqual(event["DTSTAMP"].dt, datetime.datetime.fromisoformat(options[1] + "T00:00:00+08:00"))
            self.assertEqual(len({str(event["UID"]) for event in events}), len(events))

    def test_lines_of_a_calendar_are_as_long_as_the_standard_allows_and_split_no_character(self):
        folded = 0
        for _, _, done in self.each("--format", "ics"):
            self.assertTrue(done.stdout.endswith(b"\r\n"))
            self.assertNotIn(b"\n", done.stdout.replace(b"\r\n", b""))
            for line in done.stdout.split(b"\r\n"):
                self.assertLessEqual(len(line), 75)
                line.decode("utf-8")
                folded += line.startswith(b" ")
        self.assertGreater(folded, 100)

    def test_an_event_keeps_its_name_when_lines_and_the_folder_move(self):
        with tempfile.TemporaryDirectory(prefix="visafee-test-") as scratch:
            subprocess.run(["cp", "-r", str(PACKAGE / "Tests/Fixtures/fictional"), f"{scratch}/moved"], check=True)
            for path in pathlib.Path(scratch).glob("moved/*.yaml"):
                path.write_bytes(b"# one more line\n" + path.read_bytes())
            options = ["--as-of", "2026-11-27", "--next", "36m"]
            moved = json.loads(agenda("moved", "--format", "json", *options, folder=scratch).stdout)["entries"]
            there = self.document("Tests/Fixtures/fictional", *options)["entries"]
            self.assertEqual(sorted(entry["id"] for entry in moved), sorted(entry["id"] for entry in there))
            self.assertNotEqual([entry["line"] for entry in moved], [entry["line"] for entry in there])

    def test_the_stamp_is_that_of_the_environment_and_the_same_run_gives_the_same_bytes(self):
        environment = {"SOURCE_DATE_EPOCH": "1795392000"}
        first = agenda("cities", "--format", "ics", environment=environment)
        second = agenda("cities", "--format", "ics", environment={**environment, "TZ": "America/Lima", "LC_ALL": "C"})
        self.assertEqual(first.stdout, second.stdout)
        (stamp,) = {event["DTSTAMP"].dt for event in icalendar.Calendar.from_ical(first.stdout).walk("VEVENT")}
        self.assertEqual(stamp, datetime.datetime.fromtimestamp(1795392000, datetime.timezone.utc))

    def test_a_nightly_job_learns_from_the_exit_code_what_there_is(self):
        def code(day, fail_on):
            return agenda(
                "Tests/Fixtures/fictional", "--as-of", day, "--next", "1d", "--fail-on", fail_on
            ).returncode

        # Nothing; something tomorrow; something late.
        self.assertEqual([code("2026-11-02", word) for word in ["none", "overdue", "due"]], [0, 0, 0])
        self.assertEqual([code("2026-11-30", word) for word in ["none", "overdue", "due"]], [0, 0, 1])
        self.assertEqual([code("2029-06-01", word) for word in ["none", "overdue", "due"]], [0, 1, 1])

    def test_bad_input_is_said_in_a_sentence_with_its_own_exit_code(self):
        for period, hint in [
            ("90", "90d"), ("soon", "does not begin with a number"), ("0d", "1d or more"), ("11y", "d for days"),
            ("999w", "ten years"),
        ]:
            done = agenda("cities", "--next", period)
            self.assertEqual((done.returncode, done.stdout), (64, b""))
            self.assertIn(hint, done.stderr.decode())
        done = agenda("no-such-folder")
        self.assertEqual((done.returncode, done.stdout), (3, b""))
        with tempfile.TemporaryDirectory(prefix="visafee-test-") as scratch:
            subprocess.run(["cp", "-r", str(PACKAGE / "Tests/Fixtures/fictional"), f"{scratch}/cities"], check=True)
            pathlib.Path(scratch, "cities/dalian.yaml").write_text("city: 1\n")
            done = agenda("cities", folder=scratch)
            self.assertEqual((done.returncode, done.stdout), (1, b""))
            self.assertIn("not valid", done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
