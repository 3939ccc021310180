import { fieldOf, isArray, isObject, sameJson, withValueAt, type JsonObject, type JsonValue, type Path } from '../../base/json.js';
import { unmadeVariants } from '../../analysis/unmade-variants.js';
import { onceFor } from '../../base/remembering.js';
import { memoryTree } from '../../load/file-tree.js';
import { loadDocuments, type LoadedFiles } from '../../load/load-documents.js';
import { coordinateOf, documentPartOf, type Spec } from '../../model/spec.js';
import { buildWorkspace, type Workspace } from '../../model/workspace.js';
import { freeze } from '../freeze.js';
import { generateWith, type Generation } from '../generate.js';
import { covers } from '../losses.js';
import { resolveOptions } from '../../analysis/settings.js';
import { provenanceOf, type Provenance } from '../provenance.js';
import { whyNoTarget } from '../target-form.js';
import type { OptionValues, Target } from '../target.js';
import { elsewhere } from './elsewhere.js';
import { fieldEdits, type FieldEdit } from './field-edits.js';
import { inOtherOrders, withOtherKeyOrders } from './shuffles.js';

/**
 * Tries a target on a workspace: it has to write the same in whatever order documents are read and their fields are written, on another day and in another time zone, and leave the
 * documents as they are; and each field that the workspace writes has to be carried, or told as lost, and never both. For that each value is written
 * otherwise, and a list with one entry gets a second, so it takes a while: some seconds for a small workspace. Meanwhile the process has another clock now and then: nothing else should run in it.
 *
 * @param files - Texts by path, as {@link loadWorkspaceFrom} takes them: a workspace that writes all that the target carries
 * @returns what is wrong, in sentences, also where the workspace is not fit to show it; empty for a target that keeps its word
 */
export async function checkTarget(target: Target, files: { readonly [path: string]: string }, options: OptionValues = {}): Promise<readonly string[]> {
  const missing = whyNoTarget(target);
  return missing === undefined ? (await checkTrials([{ target, options }], files))[0]! : [`This is no target${missing}.`];
}

/** A target with settings. */
export interface Trial {
  readonly target: Target;
  readonly options: OptionValues;
  /** True to try only what the settings can matter to: what the target says to carry, and what it tells as lost with them or without them alone. */
  readonly isBrief?: boolean;
}

/** The same for several trials, where each edit is read once for all of them: what is wrong in each. */
export async function checkTrials(trials: readonly Trial[], files: { readonly [path: string]: string }): Promise<readonly (readonly string[])[]> {
  const loaded = loadDocuments(memoryTree(files));
  for (const { value } of loaded.documents) freeze(value);
  const standard = buildWorkspace(loaded);
  if (standard.problems.length > 0 || standard.documents.some(({ problems }) => problems.length > 0) || unmadeVariants(standard).length > 0) return trials.map(() => ['Nothing can be tried, because the documents have problems: look at them with `validate` first.']);
  const edits = fieldEdits(standard);
  const runs = await Promise.all(trials.map((trial) => begin(trial, standard)));
  for (const { run, first, found } of runs) for (const fault of await purityFaults(run, first, loaded)) found.add(fault);
  for (const edit of edits) {
    const concerned = runs.filter(({ concerns }) => concerns(edit));
    if (concerned.length === 0) continue;
    const workspace = buildWorkspace({ ...loaded, documents: loaded.documents.map((document) => (document === edit.before ? edit.after : document)) });
    // A variant that leads nowhere stops every target.
    if (unmadeVariants(workspace).length > 0) continue;
    const places = placesOf(edit, standard, workspace);
    for (const { run, first, found, inPart, silent } of concerned) {
      const after = await run(workspace);
      if (isSilent(places, first, after) && leadsAstray(places, standard, workspace)) {
        silent.add(edit);
        continue;
      }
      const fault = faultOf(places, first, after);
      if (fault !== undefined) found.add(fault);
      noteInPart(inPart, places, first, after);
    }
  }
  return runs.map(({ target, isBrief = false, found, inPart, silent }) => [...found, ...(isBrief ? [] : vainPatterns(target, edits.filter((edit) => !silent.has(edit)))), ...hollowParts(inPart)]);
}

/** A trial while it goes on. */
interface Running extends Trial {
  readonly run: Run;
  /** What is written and lost before anything is edited. */
  readonly first: Outcome;
  readonly concerns: (edit: FieldEdit) => boolean;
  readonly found: Set<string>;
  readonly inPart: Map<string, boolean>;
  /** Other names that lead nowhere and of which nothing is written or told. */
  readonly silent: Set<FieldEdit>;
}

async function begin(trial: Trial, standard: Workspace): Promise<Running> {
  const run = runnerOf(trial.target, trial.options);
  const first = await run(standard);
  const concerns = trial.isBrief === true ? brieflyConcerns(trial.target, first, await runnerOf(trial.target, {})(standard)) : () => true;
  return { ...trial, run, first, concerns, found: new Set(), inPart: new Map(), silent: new Set() };
}

function brieflyConcerns({ carries }: Target, own: Outcome, usual: Outcome): (edit: FieldEdit) => boolean {
  const patterns = carries.map((pattern) => pattern.split('.'));
  return (edit) => {
    const place = placeOf(edit);
    return waysOf(place).some((way) => patterns.some((pattern) => isWithin(way, pattern))) || ('losses' in own && 'losses' in usual && isLost(own, place) !== isLost(usual, place));
  };
}

type Outcome = Generation | { readonly problems: readonly string[] };

type Run = (workspace: Workspace) => Promise<Outcome>;

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

async function purityFaults(run: Run, first: Outcome, loaded: LoadedFiles): Promise<readonly string[]> {
  if ('problems' in first) return first.problems;
  if (first.files.length === 0) return ['It writes no file here, so nothing is tried: give it documents that it writes.'];
  const differs = async (other: ReturnType<Run>): Promise<boolean> => {
    const second = await other;
    return 'problems' in second || textsOf(second) !== textsOf(first);
  };
  const differsIn = async (others: readonly LoadedFiles[]): Promise<boolean> => (await Promise.all(others.map((other) => differs(run(buildWorkspace(other)))))).includes(true);
  const turned = await differsIn(inOtherOrders(loaded));
  const mixed = await differsIn(withOtherKeyOrders(loaded));
  const moved = await differs(elsewhere(() => run(buildWorkspace(loaded))));
  return [
    ...(turned ? ['What is written depends on the order in which documents are read: sort what is listed.'] : []),
    ...(mixed ? ['What is written depends on the order of the fields and names within documents, which says nothing: sort them.'] : []),
    ...(moved ? ['What is written depends on the clock, the time zone or chance: write what the documents say and nothing else.'] : []),
  ];
}

/** What the target says to carry and no document writes, so that nobody knows. */
function vainPatterns({ carries }: Target, edits: readonly FieldEdit[]): readonly string[] {
  const tried = edits.flatMap((edit) => waysOf(placeOf(edit)));
  return carries.filter((pattern) => !tried.some((way) => isWithin(way, pattern.split('.')))).map((pattern) => `Nothing shows whether it carries \`${pattern}\`: no document here writes that in a way that can be written otherwise.`);
}

/** The field below the kind of its document; at the head of a Directory also below that of an entry. */
function waysOf({ subjects, field, head }: ToldAt): readonly (readonly string[])[] {
  return [subjects[0], head].flatMap((subject) => (subject === undefined ? [] : [[subject.split(':')[0]!, ...field.split('.')]]));
}

function isWithin(way: readonly string[], [kind, ...fields]: readonly string[]): boolean {
  return coordinateOf(kind!, '').startsWith(`${way[0]}:`) && fields.every((field, index) => field === '**' || field === '*' || field === way[index + 1]);
}

function faultOf({ where, told }: Edited, before: Outcome, after: Outcome): string | undefined {
  if ('problems' in before) return undefined;
  if ('problems' in after) return after.problems.join(' ');
  if (isLostAt(inPartOf(before), told)) return undefined;
  const isCarried = textsOf(before) !== textsOf(after);
  const lost = [before, after].filter((generation) => isLostAt(generation, told)).length;
  if (isCarried) return lost < 2 || told.some((place) => isHeadOfSource(before, place)) ? undefined : `${where} is carried and told as lost.`;
  // One of the two values may be there already for another reason, and the other one be told.
  return lost > 0 ? undefined : `${where} is neither carried nor told as lost.`;
}

/** True where nothing comes of an edit. */
function isSilent({ told }: Edited, before: Outcome, after: Outcome): boolean {
  return !('problems' in before) && !('problems' in after) && textsOf(before) === textsOf(after) && ![before, after].some((generation) => isLostAt(generation, told));
}

/** True where a name that leads nowhere stands in the place of the only one that is declared: it may say nothing. */
function leadsAstray({ told }: Edited, standard: Workspace, edited: Workspace): boolean {
  const leadsNowhere = ({ unresolved }: Workspace): boolean => unresolved.some(({ from, path }) => told.some(({ subjects, head, path: place }) => [...subjects, head].includes(from.coordinate) && sameJson(path, place)));
  return leadsNowhere(edited) && !leadsNowhere(standard);
}

/** What says of itself that it is carried and lost, each in part. */
function inPartOf({ losses, ...rest }: Generation): Generation {
  return { ...rest, losses: losses.filter(({ inPart }) => inPart === true) };
}

/** Notes of each place that is told as lost in part whether any other value there changed what is written. */
function noteInPart(noted: Map<string, boolean>, { where, told }: Edited, before: Outcome, after: Outcome): void {
  if ('problems' in before || 'problems' in after || !isLostAt(inPartOf(before), told)) return;
  noted.set(where, noted.get(where) === true || textsOf(before) !== textsOf(after));
}

/** What is told as lost in part has to be there in some part. */
function hollowParts(noted: ReadonlyMap<string, boolean>): readonly string[] {
  return [...noted].filter(([, isCarried]) => !isCarried).map(([where]) => `${where} is told as lost in part, and nothing shows that any of it is carried.`);
}

/** What is in the files, and in the list beside them, which names the sources of those that have no room for a head. */
const textsOf = onceFor(({ files }: Generation): string => JSON.stringify(files.map(({ path, content, sources }) => [path, content, sources.map(({ coordinate, status, value }) => [coordinate, status, 'version' in value ? value.version : '']).toSorted()])));

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
  // An entry that is a text alone is a title.
  const inside = path.length === 2 ? ['title'] : path.slice(2);
  if (entry !== undefined) return { subjects: [`${entry}:${names[1]}`], field: inside.filter((part) => typeof part === 'string').join('.'), path: inside };
  const whole = { field: names.join('.'), path };
  const heirs = kind === 'Directory' && inherited.has(names[0]!) ? heirsOf(value, names[0]!) : [];
  return heirs.length > 0 ? { ...whole, subjects: heirs, head: own } : { ...whole, subjects: [own] };
}

/** An edit, in words and by the places at which losses would tell of it. */
interface Edited {
  readonly where: string;
  readonly told: readonly ToldAt[];
}

/** What a variant changes is told where it is changed, and not where the variant says so. */
function placesOf(edit: FieldEdit, standard: Workspace, edited: Workspace): Edited {
  const place = placeOf(edit);
  const where = `${edit.added === undefined ? '' : 'A second entry of '}${edit.field} (${place.subjects[0]} ${place.field})`;
  // Of an entry that is lost, each value may be told by itself.
  if (edit.added !== undefined) return { where, told: edit.added.map((path) => placeOf({ ...edit, path })) };
  if (edit.path[0] !== 'overlay') return { where, told: [place] };
  const [before, after] = [standard, edited].map((workspace) => withBase(workspace, String(edit.before.value['id'])));
  const changed = differences(before!, after!).map((path): ToldAt => ({ ...place, path, field: path.filter((part) => typeof part === 'string').join('.') }));
  return { where, told: changed.length > 0 ? changed : [place] };
}

/** A journey as it is with its base. */
function withBase(workspace: Workspace, id: string): JsonValue {
  return withValueAt(workspace.find('Journey', id)!.value as unknown as JsonValue, ['overlay'], undefined);
}

/** Where two values differ, as deep as they can be compared. */
function differences(one: JsonValue, other: JsonValue, path: Path = []): readonly Path[] {
  if (sameJson(one, other)) return [];
  if (isArray(one) && isArray(other) && one.length === other.length) return one.flatMap((entry, index) => differences(entry, other[index]!, [...path, index]));
  if (!isObject(one) || !isObject(other) || !sameJson(Object.keys(one).toSorted(), Object.keys(other).toSorted())) return [path];
  return Object.keys(one).flatMap((name) => differences(one[name]!, other[name]!, [...path, name]));
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

function isLostAt(generation: Generation, places: readonly ToldAt[]): boolean {
  return places.every((place) => isLost(generation, place));
}

function isLost({ losses }: Generation, { subjects, field, path }: ToldAt): boolean {
  return subjects.every((subject) => losses.some((loss) => documentPartOf(loss.subject) === subject && (loss.field === '' || loss.field === field || field.startsWith(`${loss.field}.`)) && covers(loss.at, path)));
}
