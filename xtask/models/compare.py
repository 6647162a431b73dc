"""A description's folder -> every difference from the vendor's model that explained.yaml does not explain.

    python compare.py FOLDER

Fails where there is one, and where one that is explained is there no longer.
"""

import json
import sys
from difflib import SequenceMatcher
from pathlib import Path

from ruamel.yaml import YAML

import blind
import description
import model

# what stands where one side has no such place
NOTHING = None


def differences(theirs, ours, place=""):
    """Every place where two trees differ, with what stands there on either side. A list's place names its items."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        for key in theirs | ours:
            yield from differences(theirs.get(key), ours.get(key), f"{place}.{key}".lstrip("."))
        # of other maps the order says nothing
        orders = [[key for key in side if key in theirs and key in ours] for side in (theirs, ours)]
        if place.endswith(".members") and orders[0] != orders[1]:
            yield f"{place} in their order", *orders
    elif isinstance(theirs, list) and isinstance(ours, list):
        marks = [[json.dumps(item) for item in side] for side in (theirs, ours)]
        for kind, *bounds in SequenceMatcher(None, *marks, autojunk=False).get_opcodes():
            if kind != "equal":
                start, end, ours_start, ours_end = bounds
                at = f"{start}" if end - start < 2 else f"{start}..{end - 1}"
                yield f"{place}[{at}]", theirs[start:end] or NOTHING, ours[ours_start:ours_end] or NOTHING
    elif theirs != ours:
        yield place, theirs, ours


def unexplained(found, explained):
    """One line for each difference that is not explained, and for each explanation that explains nothing."""
    waiting = {}
    for group in explained:
        for side in ("model", "description"):
            for place, value in group.get(side, {}).items():
                waiting.setdefault(place, {})[side] = value
    for place, theirs, ours in found:
        sides = {"model": theirs, "description": ours}
        sides = {side: value for side, value in sides.items() if value is not NOTHING}
        if waiting.get(place) == sides:
            del waiting[place]
        else:
            yield f"{place}: the model has {_shown(theirs)}, and the description {_shown(ours)}"
    for place in waiting:
        yield f"{place}: explained.yaml explains a difference that is not there, or is another; take it out"


def _shown(value):
    return "nothing" if value is NOTHING else json.dumps(value, ensure_ascii=False)


def count(node, key):
    """How many entries the maps called `key` have, wherever they are."""
    if not isinstance(node, dict):
        return 0
    return len(node.get(key, ())) + sum(count(value, key) for value in node.values())


def leaves(node):
    """How many values there are."""
    if not isinstance(node, (dict, list)):
        return 1
    return sum(map(leaves, node.values() if isinstance(node, dict) else node))


def main(folder):
    said = description.read(folder)
    raw = model.read(said["service"]["name"])
    theirs, ours = model.description(raw), description.facts(said)
    explained = YAML(typ="base", pure=True).load(Path(__file__).with_name("explained.yaml"))
    problems = list(unexplained(differences(theirs, ours), explained))
    tried = 0
    for place, seen in [*blind.of_model(raw), *blind.of_description(said)]:
        tried += 1
        if not seen:
            problems.append(f"{place}: the comparison does not see it when this is changed")
    print("".join(f"{problem}\n" for problem in problems), end="")
    both = [f"{len(theirs[section].keys() & ours[section].keys())} {section}" for section in description.SECTIONS]
    members = sum(count(theirs[section], "members") for section in description.SECTIONS)
    known = sum(len(group.get(side, {})) for group in explained for side in ("model", "description"))
    print(
        f"{', '.join(both)}, {members} members: {leaves(theirs)} values compared, {known} differences explained; "
        f"{tried} changes tried, to see that the comparison tells"
    )
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
