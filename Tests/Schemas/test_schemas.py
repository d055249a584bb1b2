"""Holds the schemas that `visafee schema` prints and the forms that `visafee validate` reads by to each other.

Both are written from one list of keys and forms, and still may disagree: a pattern may say more or less than a reader does.
So files are made at random by the schemas, and valid files are broken at random, and both are asked:

- every file of a registry is what its schema says;
- a file made by its schema breaks no rule of form, except those in BEYOND_SCHEMAS, each for a reason;
- a file that its schema refuses breaks a rule of form.

A rule of form is one that reading a file by its expected types finds; what the values mean is not a schema's business.
"""

import json
import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import unittest

import jsonschema

import random_files
import registry_yaml

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("VISAFEE", str(PACKAGE / ".build/debug/visafee"))
REGISTRIES = [PACKAGE / "cities", PACKAGE / "Tests/Fixtures/fictional", PACKAGE / "Tests/Fixtures/examples"]

FORM_RULES = {
    "empty-list", "empty-value", "exactly-one-of", "impossible-date", "malformed-amount", "malformed-hours",
    "malformed-months", "malformed-nationality", "malformed-number", "malformed-share", "malformed-word", "missing-key",
    "not-one-of", "repeated-word", "timeline-order", "unknown-key", "unquoted-date", "unquoted-number", "wrong-kind",
}  # fmt: skip

BEYOND_SCHEMAS = {
    "impossible-date": "a pattern knows digits and not calendars: 30 February, or a span that ends before it begins",
    "malformed-amount": "to a schema 168.5 and 168.50 are one number",
    "malformed-hours": "a pattern cannot see that closing comes after opening",
    "malformed-months": "a schema cannot compare the upper edge with the lower",
    "malformed-number": "a schema cannot compare a receipt's 'at-most' with its 'length'",
    "timeline-order": "to a schema the keys of a group have no order",
}


def run(*arguments, folder="/"):
    return subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, timeout=300)


def schema(name):
    loaded = json.loads(run("schema", name).stdout)
    jsonschema.Draft202012Validator.check_schema(loaded)
    return loaded


SCHEMAS = {name: schema(name) for name in ["registry", "city", "fees", "calendar"]}
VALIDATORS = {name: jsonschema.Draft202012Validator(schema) for name, schema in SCHEMAS.items()}


def kind(path, registry):
    name = path.relative_to(registry).as_posix()
    return {"registry.yaml": "registry", "calendar.yaml": "calendar"}.get(
        name, "fees" if name.startswith("fees/") else "city"
    )


def registry_files():
    for registry in REGISTRIES:
        for path in sorted(registry.rglob("*.yaml")):
            yield kind(path, registry), path


def findings(files):
    """The rules that each of some files breaks, by name; all in one registry, so that one run judges hundreds."""
    with tempfile.TemporaryDirectory(prefix="visafee-test-") as scratch:
        folder = pathlib.Path(scratch) / "cities"
        shutil.copytree(PACKAGE / "Tests/Fixtures/fictional", folder)
        for name, text in files.items():
            (folder / name).write_text(text)
        done = run("validate", "cities", "--format", "json", folder=scratch)
        assert done.returncode in (0, 1), done.stderr.decode()
        broken = {name: {} for name in files}
        for finding in json.loads(done.stdout)["findings"]:
            name = pathlib.PurePosixPath(finding["file"]).relative_to("cities").as_posix()
            if name in broken:
                broken[name].setdefault(finding["rule"], finding["message"])
        return broken


def in_registries(made):
    """Files of any kind, put into as few registries as hold them: each has one registry.yaml and one calendar."""
    queues = {"city": [], "fees": [], "registry": [], "calendar": []}
    for index, (kind, text) in enumerate(made):
        name = {"city": f"made-{index}.yaml", "fees": f"fees/made-{index}.yaml"}.get(kind, f"{kind}.yaml")
        queues[kind].append((index, name, text))
    rules = [None] * len(made)
    while any(queues.values()):
        batch = queues["city"][:100] + queues["fees"][:100] + queues["registry"][:1] + queues["calendar"][:1]
        queues = {kind: queue[100 if kind in ("city", "fees") else 1 :] for kind, queue in queues.items()}
        found = findings({name: text for _, name, text in batch})
        for index, name, _ in batch:
            rules[index] = found[name]
    return rules


class SchemaTests(unittest.TestCase):
    def test_the_rules_of_form_are_rules(self):
        known = {rule["id"] for rule in json.loads(run("rules", "--format", "json").stdout)["rules"]}
        self.assertLessEqual(FORM_RULES, known)
        self.assertLessEqual(set(BEYOND_SCHEMAS), FORM_RULES)

    def test_every_file_of_a_registry_is_what_its_schema_says(self):
        files = list(registry_files())
        self.assertGreater(len(files), 30)
        for kind, path in files:
            with self.subTest(path.name):
                errors = [error.message for error in VALIDATORS[kind].iter_errors(registry_yaml.read(path.read_text()))]
                self.assertEqual(errors, [])

    def test_a_file_made_by_its_schema_breaks_no_rule_of_form_that_a_schema_could_know(self):
        made = []
        for seed, (kind, count) in enumerate([("city", 300), ("fees", 200), ("registry", 40), ("calendar", 40)]):
            numbers = random.Random(seed)
            for _ in range(count):
                value = random_files.Writer(SCHEMAS[kind], numbers).file()
                VALIDATORS[kind].validate(value)
                made.append((kind, registry_yaml.file(value)))
        beyond = {}
        for (kind, text), rules in zip(made, in_registries(made)):
            for rule in FORM_RULES & set(rules):
                beyond[rule] = beyond.get(rule, 0) + 1
                if rule not in BEYOND_SCHEMAS:
                    self.fail(f"the schema of {kind} accepts what {rule} refuses: {rules[rule]}\n{text[:4000]}")
        # An exception that nothing needs any more is taken off the list.
        self.assertEqual(set(beyond), set(BEYOND_SCHEMAS))

    def test_a_file_that_its_schema_refuses_breaks_a_rule_of_form(self):
        numbers = random.Random(7)
        originals = [(kind, registry_yaml.read(path.read_text())) for kind, path in registry_files()]
        made = []
        kinds = {}
        while len(made) < 600:
            # A registry.yaml or a calendar takes a run of its own.
            file_kind, value = numbers.choice(originals)
            if file_kind in ("registry", "calendar") and numbers.random() < 0.8:
                continue
            slip = random_files.broken(value, numbers)
            if slip is None or VALIDATORS[file_kind].is_valid(slip[2]):
                continue
            kinds[slip[0]] = kinds.get(slip[0], 0) + 1
            made.append((file_kind, registry_yaml.file(slip[2]), slip[:2]))
        self.assertEqual(len(kinds), 6)
        rules_of = in_registries([(kind, text) for kind, text, _ in made])
        for (kind, text, slip), rules in zip(made, rules_of):
            with self.subTest(slip):
                self.assertTrue(FORM_RULES & set(rules), f"{kind}: {slip}, found only {sorted(rules)}")

    def test_a_form_that_is_broken_in_a_valid_file_is_refused_by_both(self):
        """Slips that can be nothing else: each of them both refuse, whatever file and place it is in."""
        numbers = random.Random(8)
        originals = [(kind, registry_yaml.read(path.read_text())) for kind, path in registry_files()]
        made = []
        for kind, value in originals:
            for slip in ["unknown key", "a list of lists"]:
                wanted = None
                while wanted is None or wanted[0] != slip or len(wanted[1]) != 1:
                    wanted = random_files.broken(value, numbers)
                self.assertFalse(VALIDATORS[kind].is_valid(wanted[2]), wanted[:2])
                made.append((kind, registry_yaml.file(wanted[2])))
        for (kind, text), rules in zip(made, in_registries(made)):
            self.assertTrue(FORM_RULES & set(rules), f"{kind}: {text[:400]}")


if __name__ == "__main__":
    unittest.main()
