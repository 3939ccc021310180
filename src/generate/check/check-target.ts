import { fieldOf, type JsonObject, type JsonValue, type Path } from '../../base/json.js';
import { memoryTree } from '../../load/file-tree.js';
import { loadDocuments, type LoadedFiles } from '../../load/load-documents.js';
import { coordinateOf, documentPartOf, type Spec } from '../../model/spec.js';
import { buildWorkspace, type Workspace } from '../../model/workspace.js';
import { generateWith, type Generation } from '../generate.js';
import { covers } from '../losses.js';
import { resolveOptions } from '../../analysis/settings.js';
import { provenanceOf, type Provenance } from '../provenance.js';
import type { OptionValues, Target } from '../target.js';
import { fieldEdits, type FieldEdit } from './field-edits.js';

/**
 * Tries a target on a workspace: it has to write the same in whatever order documents are read, and each field that the workspace writes has to be
 * carried, or told as lost, and never both. For that every field is written otherwise twice, so it takes a while: some seconds for a small workspace.
 *
 * @param files - Texts by path, as {@link loadWorkspaceFrom} takes them: a workspace that writes what the target is about
 * @returns what is wrong, in sentences; empty for a target that keeps its word
 */
export async function checkTarget(target: Target, files: { readonly [path: string]: string }, options: OptionValues = {}): Promise<readonly string[]> {
  return (await checkTargets([target], files, options)).get(target.id)!;
}

/** The same for several targets, where each edit is read once for all of them. */
export async function checkTargets(targets: readonly Target[], files: { readonly [path: string]: string }, options: OptionValues = {}): Promise<ReadonlyMap<string, readonly string[]>> {
  const loaded = loadDocuments(memoryTree(files));
  const standard = buildWorkspace(loaded);
  const runs = targets.map((target) => ({ target, found: new Set<string>(), run: runnerOf(target, options) }));
  const first = await Promise.all(runs.map(async ({ run }) => run(standard)));
  for (const [index, { run, found }] of runs.entries()) for (const fault of await orderFaults(run, first[index]!, loaded)) found.add(fault);
  for (const edit of fieldEdits(standard)) {
    const workspace = buildWorkspace({ ...loaded, documents: loaded.documents.map((document) => (document === edit.before ? edit.after : document)) });
    for (const [index, { run, found }] of runs.entries()) {
      const fault = faultOf(edit, first[index]!, await run(workspace));
      if (fault !== undefined) found.add(fault);
    }
  }
  return new Map(runs.map(({ target, found }) => [target.id, [...found]]));
}

type Run = (workspace: Workspace) => Promise<Generation | { readonly problems: readonly string[] }>;

function runnerOf(target: Target, options: OptionValues): Run {
  const resolved = resolveOptions(target, options);
  if ('problems' in resolved) return () => Promise.resolve({ problems: resolved.problems.map(({ problem }) => problem) });
  return (workspace) => generateWith(workspace, target, resolved.options, { folder: '', provenance: withoutDigests(target) });
}

/** A digest tells every change by itself; what a file says of its sources besides is names: all of them here, because the list beside the files has them all. */
function withoutDigests(target: Target): (sources: readonly Spec[]) => Provenance {
  return (sources) => {
    const { sources: named } = provenanceOf(target.id, sources);
    return { sources: named, digest: 'sha256:0', lines: named.map(({ spec, version, status }) => `${spec} ${version} ${status}`) };
  };
}

async function orderFaults(run: Run, first: Awaited<ReturnType<Run>>, loaded: LoadedFiles): Promise<readonly string[]> {
  if ('problems' in first) return first.problems;
  const turned = await run(buildWorkspace({ ...loaded, documents: loaded.documents.toReversed() }));
  return 'problems' in turned || textsOf(turned) !== textsOf(first) ? ['What is written depends on the order in which documents are read: sort what is listed.'] : [];
}

function faultOf(edit: FieldEdit, before: Awaited<ReturnType<Run>>, after: Awaited<ReturnType<Run>>): string | undefined {
  if ('problems' in before) return undefined;
  if ('problems' in after) return after.problems.join(' ');
  const place = placeOf(edit);
  if (isLost(inPartOf(before), place)) return undefined;
  const isCarried = textsOf(before) !== textsOf(after);
  const isTold = isLost(before, place) && isLost(after, place);
  if (isCarried && isTold && isHeadOfSource(before, place)) return undefined;
  return isCarried === isTold ? `${edit.field} (${place.subjects[0]} ${place.field}) is ${isCarried ? 'carried and told as lost' : 'neither carried nor told as lost'}.` : undefined;
}

/** What says of itself that it is carried and lost, each in part. */
function inPartOf({ losses, ...rest }: Generation): Generation {
  return { ...rest, losses: losses.filter(({ inPart }) => inPart === true) };
}

function textsOf({ files }: Generation): string {
  return JSON.stringify(files.map(({ path, content }) => [path, content]));
}

/** Where losses tell of an edited field. What stands at the head of a Directory holds for all that it declares, and each of these is a document to them. */
interface ToldAt {
  readonly subjects: readonly string[];
  readonly field: string;
  readonly path: Path;
  /** The Directory, where the place is at its head. */
  readonly head?: string;
}

const entryKinds: { readonly [list: string]: string } = { teams: 'team', systems: 'system', personas: 'persona', calendars: 'calendar' };
const inherited = new Set(['version', 'status', 'effective', 'owner']);

function placeOf({ before: { kind, value }, path }: FieldEdit): ToldAt {
  const names = path.filter((part) => typeof part === 'string');
  const own = coordinateOf(kind ?? '', String(value['id']));
  const entry = kind === 'Directory' ? entryKinds[names[0]!] : undefined;
  if (entry !== undefined) return { subjects: [`${entry}:${names[1]}`], field: names.slice(2).join('.'), path: path.slice(2) };
  const whole = { field: names.join('.'), path };
  return kind === 'Directory' && inherited.has(names[0]!) ? { ...whole, subjects: heirsOf(value, names[0]!), head: own } : { ...whole, subjects: [own] };
}

/** A Directory that a file is made from is named at the head of that file, whatever becomes of the entries. */
function isHeadOfSource({ files }: Generation, { head }: ToldAt): boolean {
  return head !== undefined && files.some(({ sources }) => sources.some(({ coordinate }) => coordinate === head));
}

/** The entries of a Directory that do not say themselves what its head says. */
function heirsOf(value: JsonObject, field: string): readonly string[] {
  const isOwn = (entry: JsonValue): boolean => fieldOf(entry, field) !== undefined;
  return Object.entries(entryKinds).flatMap(([list, entry]) => Object.entries((value[list] ?? {}) as JsonObject).flatMap(([id, said]) => (isOwn(said) ? [] : [`${entry}:${id}`])));
}

function isLost({ losses }: Generation, { subjects, field, path }: ToldAt): boolean {
  return subjects.every((subject) => losses.some((loss) => documentPartOf(loss.subject) === subject && (loss.field === '' || loss.field === field || field.startsWith(`${loss.field}.`)) && covers(loss.at, path)));
}
