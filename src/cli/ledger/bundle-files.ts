import { contentText, sourceDigest as digestOfBytes } from '../../base/digests.js';
import type { LedgerEntry } from '../../audit/ledger/ledger-entry.js';
import { hasLeft } from '../../audit/ledger/released-versions.js';
import { documentOf, specOf } from '../../audit/past-workspace.js';
import type { SpecVersion } from '../../audit/spec-timeline.js';
import { workspaceInForce, type WorkspaceInForce } from '../../audit/workspace-in-force.js';
import { canonicalJson } from '../../base/canonical-json.js';
import { proofReporters } from '../../report/proof/index.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { proveWorkspace } from '../prove-workspace.js';
import { tool } from '../tool.js';
import type { GovernedWorkspace } from './governed-branch.js';

/** A file of a bundle. */
export interface BundleFile {
  /** From the top of the bundle. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What each entry is about, under the digest that the entry says: the bytes of the file, and what the document says as canonical JSON. */
export function sealedFiles(governed: GovernedWorkspace, entries: readonly LedgerEntry[]): readonly BundleFile[] {
  const files = new Map<string, BundleFile['content']>();
  for (const [index, entry] of entries.entries()) {
    const { sourceDigest, contentDigest, effectiveDigest, texts = [] } = entry;
    if (hasLeft(entry)) continue;
    const { version } = governed.released[index]!;
    files.set(`sources/${hex(sourceDigest)}.yaml`, bytesOf(governed, version));
    files.set(`contents/${hex(contentDigest)}.json`, contentText(documentOf(governed, version).value));
    for (const each of texts) files.set(`texts/${hex(each.sourceDigest)}`, bytesOf(governed, each));
    if (effectiveDigest !== undefined) files.set(`contents/${hex(effectiveDigest)}.json`, contentText(specOf(governed, version)!.value));
  }
  return [...files].map(([path, content]) => ({ path, content }));
}

function hex(digest: string): string {
  return digest.slice('sha256:'.length);
}

function bytesOf({ timeline }: GovernedWorkspace, { file, blob }: Pick<SpecVersion, 'file' | 'blob'>): Uint8Array {
  const bytes = timeline.history.bytesOf(blob);
  if (bytes === undefined) throw new Failure(exitCodes.unreadable, `The file \`${file}\` that was sealed (${blob.slice(0, 12)}) is not in this clone or is damaged. Clone it anew.`);
  return bytes;
}

/** The Records and proofs of the workspace as it was in force on a day. */
export function evidenceFiles(governed: GovernedWorkspace, day: string): readonly BundleFile[] {
  const held = workspaceInForce(governed, { asOf: day });
  if (held === undefined) throw new Failure(exitCodes.unreadable, `${governed.timeline.label} held nothing of this workspace by ${day}.`);
  return [...recordFiles(governed, held), { path: 'proofs.json', content: proofsOf(governed, held, day) }];
}

/** Each Record as its bytes were, and a list of where the branch holds them. */
function recordFiles(governed: GovernedWorkspace, { versions }: WorkspaceInForce): readonly BundleFile[] {
  const records = [...versions.values()].filter(({ kind }) => kind === 'Record').map((version) => ({ version, path: `records/${version.id}.yaml`, content: bytesOf(governed, version) }));
  const list = records.map(({ version, path, content }) => `${canonicalJson({ path, ...placeOf(governed, version), sourceDigest: digestOfBytes(content) })}\n`);
  return [...records.map(({ path, content }) => ({ path, content })), { path: 'records.jsonl', content: list.join('') }];
}

/** The commit that first held these bytes at that place: what came later may be about the same bytes. */
function placeOf({ workspace }: GovernedWorkspace, version: SpecVersion): { readonly commit: string; readonly file: string; readonly blob: string } {
  const { file, blob } = version;
  const all = workspace.specs.find(({ versions }) => versions.includes(version))?.versions ?? [];
  const { moment } = all.find((each) => each.file === file && each.blob === blob) ?? version;
  return { commit: moment.id, file, blob };
}

function proofsOf({ workspace: { root } }: GovernedWorkspace, { workspace }: WorkspaceInForce, day: string): string {
  const results = { tool, command: 'ledger export', asOf: day, workspaces: [proveWorkspace(workspace, root || '.', undefined)] };
  return proofReporters.find(({ id }) => id === 'json')!.report(results, { color: false, maxProblems: Infinity, quiet: false, all: true, failOn: 'never', columns: 100 });
}
