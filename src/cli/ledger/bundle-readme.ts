import type { Checkpoint } from '../../audit/ledger/checkpoint.js';
import type { LedgerNames } from '../../audit/ledger/ledger-names.js';
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
  /** How many released versions are not in the ledger. */
  readonly unsealed: number;
  /** What else is to be known of the ledger's name. */
  readonly names: LedgerNames;
}

/** The page that lies in a bundle. */
export function bundleReadme({ checkpoint: { ledger, size, head }, branch, day, isSigned, unsealed, names }: BundleFacts): string {
  return `# Audit bundle of ${visible(ledger)}

Written from ${visible(branch)}. The ledger has ${size} entries; the digest of its last line is
\`${head}\`.${unsealed === 0 ? '' : ` ${unsealed} released versions of the branch are not in the ledger.`}${namesWords(ledger, names).map((each) => `\n\n${visible(each)}`).join('')}

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

Waymark is not needed. Run this in a shell in this folder.

1. The files are those of the manifest:

   \`\`\`sh
   sha256sum -c --quiet manifest.sha256 && echo whole
   \`\`\`

2. Each line of the ledger follows the one before, and it is the ledger of the checkpoint. It prints \`sound\`, the number of entries and the
   digest of the last line:

   \`\`\`sh
   python3 verify_ledger.py ledger.jsonl --checkpoint checkpoint
   \`\`\`

   **A checkpoint that came with this folder proves little**: whoever wrote the folder wrote it. Take one that you were given earlier, and keep this
   one for the next time. \`python3 verify_ledger.py ledger.jsonl --checkpoint EARLIER\` tells whether anything up to there was touched since.
   The script came with this folder as well; the same text stands in the documentation of Waymark, under "The ledger".

3. The checkpoint is signed by somebody whom you trust. \`KEYS\` is a list of keys that you have from that person and not from this folder, one
   line for each: \`auditor@example.org ssh-ed25519 AAAA...\`

   \`\`\`sh
   ssh-keygen -Y verify -n ${signatureNamespace} -f KEYS -I auditor@example.org -s checkpoint.sig < checkpoint
   \`\`\`

4. What was sealed is what lies here:

   \`\`\`sh
   python3 -c '
   import json
   for line in open("ledger.jsonl", encoding="utf-8"):
       entry = json.loads(line)
       if entry["type"] not in ("removed", "drafted"):
           print(entry["sourceDigest"][7:] + "  sources/" + entry["sourceDigest"][7:] + ".yaml")
           for text in entry.get("texts", []):
               print(text["sourceDigest"][7:] + "  texts/" + text["sourceDigest"][7:])
           for name in ("contentDigest", "effectiveDigest"):
               if name in entry:
                   print(entry[name][7:] + "  contents/" + entry[name][7:] + ".json")
   ' | sha256sum -c --quiet && echo sealed
   \`\`\`

5. With a clone of the repository: the branch held it. For each entry, this prints its \`sourceDigest\`, and its \`commit\` is one of the branch:

   \`\`\`sh
   git cat-file blob BLOB | sha256sum
   git merge-base --is-ancestor COMMIT BRANCH && echo held
   \`\`\`

   The same of the Records, which no line of the ledger holds: each is what its commit holds, byte by byte, and the commit is one of the branch.
   \`BUNDLE\` is this folder.

   \`\`\`sh
   python3 -c '
   import json, subprocess, sys
   bundle, branch = sys.argv[1:]
   def git(*args):
       return subprocess.run(["git", *args], capture_output=True)
   for line in open(bundle + "/records.jsonl", encoding="utf-8"):
       record = json.loads(line)
       here = open(bundle + "/" + record["path"], "rb").read()
       there = git("cat-file", "blob", record["commit"] + ":" + record["file"])
       isHeld = git("merge-base", "--is-ancestor", record["commit"], branch).returncode == 0
       if there.returncode != 0 or there.stdout != here or not isHeld:
           sys.exit("not held: " + record["path"])
   print("Records held")
   ' BUNDLE BRANCH
   \`\`\`

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
