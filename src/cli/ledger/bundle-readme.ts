import type { Checkpoint } from '../../audit/ledger/checkpoint.js';
import type { LedgerNames } from '../../audit/ledger/ledger-names.js';
import { markdownText } from '../../base/escape/markdown.js';
import { visible } from '../../base/escape/visible.js';
import { namesWords } from '../../report/ledger/names-words.js';
import { signatureNamespace } from './ssh-keygen.js';

/** What an auditor is told who has nothing but this folder and ordinary tools. */
export interface BundleFacts {
  readonly checkpoint: Checkpoint;
  /** The branch, as people are told of it. */
  readonly branch: string;
  /** The day that Records and proofs are of. */
  readonly day: string;
  readonly isSigned: boolean;
  /** What the comparison with the branch found when the bundle was written, and what it cannot exclude, each a sentence. */
  readonly told: readonly string[];
  /** What else is to be known of the ledger's name. */
  readonly names: LedgerNames;
}

/** The page that lies in a bundle. */
export function bundleReadme({ checkpoint: { ledger, size, head }, branch, day, isSigned, told, names }: BundleFacts): string {
  return `# Audit bundle of ${visible(ledger)}

Written from ${visible(branch)}. The ledger has ${size} entries; the digest of its last line is
\`${head}\`.${namesWords(ledger, names).map((each) => `\n\n${visible(each)}`).join('')}

| | |
|---|---|
| \`ledger.jsonl\` | one line for each version that was released, each with the digest of the line before |
| \`checkpoint\` | name, number of entries and digest of the last line, as they were when this was written${isSigned ? '; `checkpoint.sig` is its signature' : '; it is not signed'} |
| \`sources/\` | each sealed file as its bytes were, under their SHA-256: the \`sourceDigest\` of its entry |
| \`contents/\` | what each sealed document says as canonical JSON (RFC 8785), under its SHA-256: the \`contentDigest\` or \`effectiveDigest\` |
| \`texts/\` | each sealed file with words for customers, under its SHA-256; there where a document names one |
| \`records/\` | the Records as of ${day}: reviews, approvals, waivers |
| \`records.jsonl\` | one line for each of these Records: the \`commit\` of the branch that holds it, its \`file\` there, its \`blob\` in git and its SHA-256 |
| \`proofs.json\` | whether the promises in force on ${day} follow from what their parts promise |
| \`verify_ledger.py\` | verifies the ledger, with Python 3 and nothing else |
| \`manifest.sha256\` | SHA-256 of every other file |

## Verify it

Waymark is not needed, only \`sha256sum\`, \`python3\`, \`ssh-keygen\` and for the last step \`git\`. Run the first steps in a shell in this folder.

1. The files are those of the manifest:

   \`\`\`sh
   sha256sum -c --quiet manifest.sha256 && echo whole
   \`\`\`

2. Each line of the ledger follows the one before, and it is the ledger of the checkpoint. It prints \`sound\`, the number of entries and the
   digest of the last line:

   \`\`\`sh
   python3 -I verify_ledger.py ledger.jsonl --checkpoint checkpoint
   \`\`\`

   **A checkpoint that came with this folder proves little**: whoever wrote the folder wrote it. Take one that you were given earlier, and keep this
   one for the next time. \`python3 -I verify_ledger.py ledger.jsonl --checkpoint EARLIER\` tells whether anything up to there was touched since.
   The script came with this folder as well; the same text stands in the documentation of Waymark, under "The ledger". \`-I\` keeps Python from taking
   parts of itself from a folder that somebody else has filled.

${signatureStep(isSigned)}

4. What was sealed is what lies here, and nothing lies here that is no part of the bundle. It lists what is missing, or was put into the folder:

   \`\`\`sh
   python3 -I -c '
   import hashlib, json, os, sys
   named = {${['README.md', 'ledger.jsonl', 'checkpoint', ...(isSigned ? ['checkpoint.sig'] : []), 'verify_ledger.py', 'proofs.json', 'records.jsonl', 'manifest.sha256'].map((name) => `"${name}"`).join(', ')}}
   sealed = set()
   for line in open("ledger.jsonl", encoding="utf-8"):
       entry = json.loads(line)
       if entry["type"] in ("removed", "drafted"):
           continue
       sealed.add("sources/" + entry["sourceDigest"][7:] + ".yaml")
       sealed.update("texts/" + text["sourceDigest"][7:] for text in entry.get("texts", []))
       sealed.update("contents/" + entry[name][7:] + ".json" for name in ("contentDigest", "effectiveDigest") if name in entry)
   named |= sealed | {json.loads(line)["path"] for line in open("records.jsonl", encoding="utf-8")}
   here = {os.path.relpath(os.path.join(folder, name), ".").replace(os.sep, "/") for folder, inner, names in os.walk(".")
           for name in names + [each for each in inner if os.path.islink(os.path.join(folder, each))]}
   if here != named:
       sys.exit("\\n".join([("never sealed, and no part of the bundle: " if path in here else "not here: ") + path for path in sorted(here ^ named)]))
   for path in sorted(sealed):
       if hashlib.sha256(open(path, "rb").read()).hexdigest() != path.split("/")[1][:64]:
           sys.exit("not as sealed: " + path)
   print("sealed")
   '
   \`\`\`

5. The branch held it. This takes a whole clone of the repository, and is run **in the clone**. Make it yourself, from the code host: git believes what lies in
   the folder of a clone, so one that somebody has handed to you is first asked with \`git fsck --full\` whether its bytes are what their ids say. \`BUNDLE\` is this folder,
   as it is called from there; \`BRANCH\` is the branch that this bundle was written from, as the clone has it: \`origin/main\`, for example. A tag of that name is not taken for it. Of each entry its commit is one that the branch was at, and held the file, byte by byte, as
   it was sealed. So it is of the Records, which no line of the ledger holds. It prints \`held\` and how many there were:

   \`\`\`sh
   python3 -I -c '
   import hashlib, json, os, subprocess, sys
   bundle, branch = sys.argv[1:]
   bare = {**os.environ, "GIT_NO_REPLACE_OBJECTS": "1", "GIT_GRAFT_FILE": os.devnull}
   def git(*args):
       return subprocess.run(["git", *args], capture_output=True, env=bare)
   def lines(name):
       return [json.loads(line) for line in open(bundle + "/" + name, encoding="utf-8")]
   isId = len(branch) in (40, 64) and not set(branch) - set("0123456789abcdef")
   refs = [branch] if isId else [ref for ref in (branch, "refs/remotes/" + branch, "refs/heads/" + branch) if ref.startswith("refs/") and git("show-ref", "--verify", "--quiet", ref).returncode == 0]
   if len(refs) != 1:
       sys.exit("no branch, or more than one: " + branch)
   commits = set(git("rev-list", "--first-parent", refs[0], "--").stdout.decode().split())
   def check(what, commit, file, digest):
       found = git("cat-file", "blob", commit + ":" + file)
       if commit not in commits or found.returncode != 0 or "sha256:" + hashlib.sha256(found.stdout).hexdigest() != digest:
           sys.exit("not held: " + what)
   entries, records = lines("ledger.jsonl"), lines("records.jsonl")
   for entry in entries:
       what = "line " + str(entry["seq"])
       if entry["type"] in ("removed", "drafted"):
           if entry["commit"] not in commits:
               sys.exit("not held: " + what)
           continue
       for held in [entry, *entry.get("texts", [])]:
           check(what, entry["commit"], held["file"], held["sourceDigest"])
   for record in records:
       here = open(bundle + "/" + record["path"], "rb").read()
       check(record["path"], record["commit"], record["file"], "sha256:" + hashlib.sha256(here).hexdigest())
   listed = {record["path"] for record in records}
   folder = bundle + "/records"
   for name in sorted(os.listdir(folder) if os.path.isdir(folder) else []):
       if "records/" + name not in listed:
           sys.exit("not held: records/" + name)
   print("held", len(entries), "entries,", len(records), "Records")
   ' BUNDLE BRANCH
   \`\`\`

## What was found when this was written

Waymark compared every field of every entry with ${visible(branch)}:

${told.map((each) => `- ${markdownText(each)}`).join('\n')}

These sentences came with this folder, so whoever wrote it could have left one out: \`waymark ledger verify\` tells them again, in a clone.

## What the steps do not compare

- What an entry says beside the files: \`type\`, \`version\`, \`status\`, \`effective\`, \`level\`, \`regulated\`, \`judgedBy\`, \`approvals\`, \`previous\`. Of an entry of type \`removed\`
  or \`drafted\`, only that its commit is one of the branch.
- Whether all that the branch has released stands in the ledger, and in its order. Nobody can read this off the ledger alone.
- Whether \`contents/\` says what \`sources/\` says: each is what was sealed, by its digest.
- Dates: \`committed\` is what the commit says, and anybody can write any.

\`waymark ledger verify\` in a clone compares all of it with the branch, save for the dates and for who judged. How far a change went is judged anew by the Waymark that verifies: verify with the one
that \`judgedBy\` names.

## What protects which part

| part | what protects it |
|---|---|
| \`ledger.jsonl\` | the chain of its lines, as far as a checkpoint reaches that you have from elsewhere (steps 2 and 3) |
| \`sources/\`, \`contents/\`, \`texts/\` | the digests in the ledger (step 4) |
| \`records/\`, \`records.jsonl\` | nothing in this folder: the branch, in a clone (step 5). That no Record is missing here is shown by the branch alone |
| \`proofs.json\` | nothing in this folder. Waymark worked it out from what was in force on ${day}; \`waymark prove --as-of ${day} --ref BRANCH\` in a clone does so again |
| \`manifest.sha256\` | nothing: it shows an accident on the way, and whoever changes a file here can write it anew |

## What this proves, and what it cannot

The ledger shows that what is read here is what was sealed, in this order, as far as a checkpoint reaches that you have from elsewhere. Without
one, entries may have been cut off at the end, or all of it written anew. It does not show that what was sealed was true. Nobody is
authenticated: who committed and who approved is what commits and Records claim, and the code host knows it. Whether two readers were
shown the same ledger is found out by comparing checkpoints.
`;
}

function signatureStep(isSigned: boolean): string {
  if (!isSigned) return '3. The checkpoint is not signed, so there is nobody whose word for it can be verified.';
  return `3. The checkpoint is signed by somebody whom you trust. \`KEYS\` is a list of keys that you have from that person and not from this folder, one
   line for each: \`auditor@example.org ssh-ed25519 AAAA...\`. The name in front of the key is the one behind \`-I\`:

   \`\`\`sh
   ssh-keygen -Y verify -n ${signatureNamespace} -f KEYS -I auditor@example.org -s checkpoint.sig < checkpoint
   \`\`\``;
}
