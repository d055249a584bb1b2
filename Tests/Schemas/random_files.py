"""Files at random by what a schema says, and ways to break one, each from a seeded source of numbers."""

import copy
import re


class Writer:
    """Writes values that a schema accepts."""

    def __init__(self, schema, numbers):
        self.schema = schema
        self.numbers = numbers

    def file(self):
        return self.value(self.schema, 0)

    def value(self, schema, depth):
        if "$ref" in schema:
            return self.value(self.schema["$defs"][schema["$ref"].rsplit("/", 1)[1]], depth)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self.numbers.choice(schema["enum"])
        if "anyOf" in schema and "type" not in schema:
            return self.value(self.numbers.choice(schema["anyOf"]), depth)
        return {
            "object": self.object,
            "array": self.array,
            "string": self.string,
            "integer": lambda schema, _: self.numbers.randint(schema["minimum"], schema["maximum"]),
            "number": self.number,
        }[schema["type"]](schema, depth)

    def object(self, schema, depth):
        properties = schema.get("properties", {})
        names = list(schema.get("required", []))
        for group in schema.get("allOf", []):
            if "oneOf" in group:
                chosen = self.numbers.choice(group["oneOf"])["required"]
                others = {name for other in group["oneOf"] for name in other["required"]}
                properties = {name: form for name, form in properties.items() if name in chosen or name not in others}
                names += chosen
            else:
                names += self.numbers.choice(group["anyOf"])["required"]
        # The deeper, the fewer of what may be left out: files stay of a size that people write.
        likely = 0.7 / (1 + depth)
        names += [name for name in properties if name not in names and self.numbers.random() < likely]
        names = [name for name in dict.fromkeys(names)]
        self.numbers.shuffle(names)
        made = {name: self.value(properties[name], depth + 1) for name in names}
        patterns = schema.get("patternProperties", {})
        for pattern, form in patterns.items():
            for _ in range(self.numbers.randint(0, 2)):
                made[self.text(pattern)] = self.value(form, depth + 1)
        if isinstance(schema.get("additionalProperties"), dict):
            for _ in range(self.numbers.randint(0, 3)):
                name = self.value({"type": "string", **schema["propertyNames"]}, depth)
                # A name that has a form of its own keeps it.
                made.setdefault(name, self.value(properties.get(name, schema["additionalProperties"]), depth + 1))
        if len(made) < schema.get("minProperties", 0):
            name = next(iter(properties))
            made[name] = self.value(properties[name], depth + 1)
        return made

    def array(self, schema, depth):
        length = self.numbers.randint(schema.get("minItems", 0), 3)
        items = [self.value(schema["items"], depth + 1) for _ in range(length)]
        if schema.get("uniqueItems"):
            items = list(dict.fromkeys(items))
        return items

    def number(self, schema, _):
        whole = self.numbers.randint(schema["minimum"], schema["maximum"] - 1)
        return self.numbers.choice([whole, whole + self.numbers.randint(1, 99) / 100])

    def string(self, schema, _):
        if "pattern" in schema:
            return self.text(schema["pattern"])
        length = self.numbers.randint(schema.get("minLength", 1), 12)
        return "".join(self.numbers.choice("abcXYZ019 出入境：#{}[],&*!|>'%@`-") for _ in range(length)).strip() or "text"

    def text(self, pattern):
        """A text that a pattern of the schemas matches: they use groups, choices, classes and few repetitions."""
        text = self.part(re._parser.parse(pattern))
        assert re.search(pattern, text), (pattern, text)
        return text

    def part(self, parts):
        made = ""
        for kind, detail in parts:
            name = str(kind)
            if name == "LITERAL":
                made += chr(detail)
            elif name == "IN":
                made += self.one_of(detail)
            elif name in ("MAX_REPEAT", "MIN_REPEAT"):
                low, high, inner = detail
                count = self.numbers.randint(low, min(int(high), low + 3))
                made += "".join(self.part(inner) for _ in range(count))
            elif name == "SUBPATTERN":
                made += self.part(detail[3])
            elif name == "BRANCH":
                made += self.part(self.numbers.choice(detail[1]))
            elif name != "AT":
                raise ValueError(f"the patterns of the schemas have come to use {name}")
        return made

    def one_of(self, choices):
        kind, detail = self.numbers.choice(choices)
        return chr(detail) if str(kind) == "LITERAL" else chr(self.numbers.randint(*detail))


def places(value, path=()):
    """Every value within one, by the keys and numbers that lead to it."""
    yield path, value
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []
    for name, entry in entries:
        yield from places(entry, path + (name,))


def broken(value, numbers):
    """The same with its form broken in one place, and how."""
    changed = copy.deepcopy(value)
    path, _ = numbers.choice([place for place in places(changed) if place[0]])
    holder = changed
    for name in path[:-1]:
        holder = holder[name]
    last = path[-1]
    kind = numbers.choice(["unknown key", "missing key", "a list of lists", "a group", "another word", "a huge number"])
    if kind == "unknown key":
        if not isinstance(holder, dict):
            return None
        holder["Zz_" + str(numbers.randint(0, 9))] = "zz"
    elif kind == "missing key":
        if not isinstance(holder, dict):
            return None
        del holder[last]
    elif kind == "a list of lists":
        holder[last] = [[["zz"]]]
    elif kind == "a group":
        holder[last] = {"Zz_9": {"Zz_9": "zz"}}
    elif kind == "another word":
        holder[last] = "Zz_9 zz"
    else:
        holder[last] = 10**12
    return kind, path, changed
