#!/usr/bin/env python3
"""Verifies a Waymark ledger without Waymark: python3 verify_ledger.py LEDGER [--checkpoint FILE | SIZE HEAD]"""
import base64, hashlib, json, re, sys

DIGEST, OBJECT = r"sha256:[0-9a-f]{64}", r"[0-9a-f]{40}|[0-9a-f]{64}"
TEXT, OPTIONAL = r"(?s).+", "?"
APPROVAL = {"record": TEXT, "role": TEXT, "person?": TEXT, "at?": TEXT, "set?": TEXT, "names?": [TEXT]}
ENTRY = {
    "v": int, "seq": int, "ledger": TEXT, "prev": DIGEST, "digest": DIGEST, "type": "released|changed|removed|drafted",
    "subject": r"[a-z][a-z-]*:[a-z0-9][a-z0-9-]*", "version": TEXT, "status": "active|deprecated|retired",
    "effective?": {"from?": TEXT, "until?": TEXT}, "commit": OBJECT,
    "committed?": r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", "file": TEXT, "blob": OBJECT,
    "sourceDigest": DIGEST, "contentDigest": DIGEST, "effectiveDigest?": DIGEST,
    "texts?": [{"file": TEXT, "blob": OBJECT, "sourceDigest": DIGEST}], "level?": "editorial|compatible|breaking", "regulated?": bool, "approvals": [APPROVAL],
    "judgedBy?": {"waymark": TEXT, "changes": DIGEST},
    "previous?": {"subject": TEXT, "version": TEXT, "contentDigest": DIGEST},
}


def digest(what, content):
    return "sha256:" + hashlib.sha256(what + b"\0" + content).hexdigest()


def fits(value, form):
    if isinstance(form, str):
        return isinstance(value, str) and re.fullmatch(form, value) is not None
    if isinstance(form, list):
        return isinstance(value, list) and all(fits(each, form[0]) for each in value)
    if not isinstance(form, dict):
        return type(value) is form
    fields = {name.rstrip(OPTIONAL): name for name in form}
    return isinstance(value, dict) and all(name in fields for name in value) and all(
        fits(value[name], form[written]) if name in value else written.endswith(OPTIONAL) for name, written in fields.items())


def canonical(value):
    """RFC 8785, for what an entry may hold: no fractions, and names of fields in ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def read(line):
    """The entry in a line, or the word for what is wrong with the line by itself."""
    if re.match(rb"<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>", line):
        return "conflict"
    try:
        entry = json.loads(line.decode("utf-8"))
        if not fits(entry, ENTRY) or entry["v"] != 1 or not 0 < entry["seq"] < 2**53 or canonical(entry) != line:
            return "edited"
    except (ValueError, RecursionError):
        return "edited"
    rest = {name: value for name, value in entry.items() if name != "digest"}
    return entry if digest(b"jl1-self", canonical(rest)) == entry["digest"] else "edited"


def verify(content, size=None, head=None, name=None):
    """(word, line, entries, heads): the word is `sound`, or what is wrong first; the line is None where no line can be named."""
    *lines, rest = content.split(b"\n")
    entries, heads = [], []
    for number, line in enumerate(lines, 1):
        entry = read(line)
        if isinstance(entry, str):
            return entry, number, entries, heads
        ledger = entries[0]["ledger"] if entries else entry["ledger"]
        if entry["ledger"] != ledger:
            return "foreign", number, entries, heads
        if entry["seq"] != number:
            rival = entries[entry["seq"] - 1] if entry["seq"] < number else None
            is_fork = rival and rival["prev"] == entry["prev"] and rival["digest"] != entry["digest"]
            return "forked" if is_fork else "moved", number, entries, heads
        if entry["prev"] != (heads[-1] if heads else digest(b"jl1-name", ledger.encode("utf-8"))):
            behind = read(lines[number]) if number < len(lines) else ""
            is_rival = isinstance(behind, dict) and behind["prev"] != digest(b"jl1-entry", line)
            is_certain = size == number - 1 and bool(heads) and heads[-1] == head
            return "edited", number if number == 1 or is_rival or is_certain else number - 1, entries, heads
        entries.append(entry)
        heads.append(digest(b"jl1-entry", line))
    if rest:
        return "torn", len(lines) + 1, entries, heads
    if size is None:
        return "sound", None, entries, heads
    if name is not None and entries and entries[0]["ledger"] != name:
        return "foreign", 1, entries, heads
    if len(entries) < size:
        return "truncated", len(entries) + 1, entries, heads
    return ("sound" if heads[size - 1] == head else "forked"), None, entries, heads


def read_checkpoint(path):
    with open(path, "rb") as file:
        name, size, head, end = file.read().decode("utf-8").split("\n")
    raw = base64.b64decode(head)
    if end or not name or not re.fullmatch("[1-9][0-9]{0,14}", size) or len(raw) != 32 or base64.b64encode(raw).decode() != head:
        raise ValueError("this is no checkpoint")
    return int(size), "sha256:" + raw.hex(), name


def main(args):
    is_named = args[1:2] == ["--checkpoint"] or re.fullmatch("[1-9][0-9]{0,14} " + DIGEST, " ".join(args[1:]))
    if len(args) != 1 and (len(args) != 3 or not is_named):
        print("usage: python3 verify_ledger.py LEDGER [--checkpoint FILE | SIZE HEAD]", file=sys.stderr)
        return 2
    try:
        with open(args[0], "rb") as file:
            content = file.read()
        anchor = () if len(args) == 1 else read_checkpoint(args[2]) if args[1] == "--checkpoint" else (int(args[1]), args[2])
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    except ValueError:
        print(args[2] + " is no checkpoint: three lines with the name, the number of entries and the digest of the last line", file=sys.stderr)
        return 2
    word, line, entries, heads = verify(content, *anchor)
    print(word, line or "-", len(entries) if word == "sound" else "-", heads[-1] if word == "sound" and heads else "-")
    return 0 if word == "sound" else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
