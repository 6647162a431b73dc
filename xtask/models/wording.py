"""A description's folder -> every documentation that is missing, and every one with words of the vendor's.

    python wording.py FOLDER

The documentation of a description is our own. A run of eight words that stands in the vendor's too is no accident.
"""

import re
import sys

import description
import model

RUN = 8


def words(text):
    """The words of a text, without tags, marks and case."""
    return re.findall(r"[a-z0-9]+", re.sub(r"<[^>]*>|&[a-z]+;", " ", text).lower())


def runs(text):
    """Every run of words in a text, in order."""
    found = words(text)
    return [tuple(found[start : start + RUN]) for start in range(len(found) - RUN + 1)]


def vendors(node):
    """Every documentation in a vendor's model."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "documentation" and isinstance(value, str):
                yield value
            else:
                yield from vendors(value)
    elif isinstance(node, list):
        for value in node:
            yield from vendors(value)


def places(said):
    """What should be documented: each place, and its documentation if it has one."""
    yield "service", said["service"].get("doc")
    for section in description.SECTIONS:
        for name, entry in said[section].items():
            yield f"{section}.{name}", entry.get("doc")
            for member, value in entry.get("members", {}).items():
                yield f"{section}.{name}.members.{member}", value.get("doc")


def problems(said, theirs):
    """One line for each text that is missing or not ours."""
    taken = set().union(*map(runs, theirs))
    for place, text in places(said):
        if not text or not text.strip():
            yield f"{place}: it has no documentation"
        elif copied := [run for run in runs(text) if run in taken]:
            yield f"{place}: the vendor says `{' '.join(copied[0])}` too; say it in other words"


def main(folder):
    said = description.read(folder)
    theirs = list(vendors(model.read(said["service"]["name"])))
    ours = [text for _, text in places(said) if text]
    found = list(problems(said, theirs))
    print("".join(f"{problem}\n" for problem in found), end="")
    print(f"{len(ours)} texts of ours compared with {len(theirs)} of the vendor's, by runs of {RUN} words")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
