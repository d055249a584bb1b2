"""Validates city files with jsonschema-rs, read by PyYAML's C parser: the fastest way from Python.

    python validate_with_jsonschema_rs.py SCHEMA DIR

Days stay text: the schema has strings there, and JSON has no days.
"""

import json
import sys
from pathlib import Path

import jsonschema_rs
import yaml


class Loader(yaml.CSafeLoader):
    """PyYAML's safe loader without days."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def main() -> int:
    schema, directory = sys.argv[1:]
    validator = jsonschema_rs.validator_for(json.loads(Path(schema).read_text(encoding="utf-8")))
    failures = 0
    for path in sorted(Path(directory).glob("*.yaml")):
        document = yaml.load(path.read_bytes(), Loader=Loader)
        for error in validator.iter_errors(document):
            print(f"{path}: {error.message} at {error.instance_path}", file=sys.stderr)
            failures += 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
