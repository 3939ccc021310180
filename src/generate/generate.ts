import { leftOutSpecs } from '../analysis/doubled-specs.js';
import { repeatedClaims, sharedClaims } from '../analysis/shared-ids.js';
import { resolveOptions } from '../analysis/settings.js';
import { isObject } from '../base/json.js';
import { didYouMean, listOf, quoted } from '../base/words.js';
import { unmadeVariants, unmadeWords } from '../analysis/unmade-variants.js';
import type { KindName } from '../schema/generated/language-table.js';
import type { Workspace } from '../model/workspace.js';
import { isFolderBelow, pathProblems } from './file-paths.js';
import { freeze } from './freeze.js';
import { formProblems } from './generated-form.js';
import { lossesOf, reasonToLeaveOut } from './losses.js';
import { provenanceOf } from './provenance.js';
import { whyNoTarget } from './target-form.js';
import type { Generated, GeneratedFile, GeneratorInput, Loss, OptionValues, Target } from './target.js';
import { targets } from './targets/index.js';

/** What was written for a target, and what of the specs is not in it. */
export interface Generation {
  readonly target: string;
  /** Sorted by path. */
  readonly files: readonly GeneratedFile[];
  readonly losses: readonly Loss[];
}

/** Why nothing was written. */
export interface NotGenerated {
  readonly problems: readonly string[];
}

/** Where a workspace lies. */
export interface WorkspacePlace {
  /** From the top of its repository, such as `our/journeys`; empty for the top. */
  readonly folder?: string;
}

/**
 * Writes a workspace out for another system, as texts: nothing is put on a disk. The same workspace and settings give the same files on any machine,
 * in any time zone and on any day. Documents with problems are not in a workspace: whoever must not lose an alert to a typing error looks at its `problems` first.
 *
 * @param target the id of a target that comes with Waymark, such as `typescript`, or one of your own, made with {@link defineGenerator}
 * @param options settings by name; those that are left out have their default
 * @param place where the workspace lies in its repository, for files that name paths
 * @returns files and losses, or in `problems` what is wrong with the call, which ids are given twice, or which variants have no base
 */
export async function generate(workspace: Workspace, target: string | Target, options: OptionValues = {}, place: WorkspacePlace = {}): Promise<Generation | NotGenerated> {
  const problem = callProblem(workspace, target, options, place);
  if (problem !== undefined) return { problems: [problem] };
  const found = typeof target === 'string' ? targets.find(({ id }) => id === target)! : target;
  const broken = [...doubledNames(workspace), ...unmadeVariants(workspace).map((variant) => unmadeWords(workspace, variant))];
  if (broken.length > 0) return { problems: broken };
  const resolved = resolveOptions(found, options);
  if ('problems' in resolved) return { problems: resolved.problems.map((each) => each.problem) };
  return generateWith(workspace, found, resolved.options, { folder: place.folder ?? '', provenance: (sources) => provenanceOf(found.id, sources) });
}

/** What is wrong with a call from a program whose types nobody has checked. */
function callProblem(workspace: unknown, target: unknown, options: unknown, place: unknown): string | undefined {
  if (!isObject(workspace) || !Array.isArray(workspace['specs'])) return 'What is written out has to be a workspace, as `loadWorkspace` gives it.';
  if (typeof target === 'string' && !targets.some(({ id }) => id === target)) return unknownTarget(target);
  const missing = typeof target === 'string' ? undefined : whyNoTarget(target);
  if (missing !== undefined) return `This is no target${missing}. Name one, such as \`typescript\`, or make one with \`defineGenerator\`.`;
  if (!isObject(options)) return "Settings have to be values by name, such as `{imports: 'bare'}`.";
  if (!isObject(place) || !['string', 'undefined'].includes(typeof place['folder'])) return "Where the workspace lies has to be `{folder}` with a text, such as `{folder: 'journeys'}`.";
  return isFolderBelow(String(place['folder'] ?? '')) ? undefined : `\`${String(place['folder'])}\` is no folder as seen from the top of a repository: write \`our/journeys\`, without \`..\`, and nothing for the top.`;
}

/** Of two things with one id the workspace holds the one that comes first, and what is written must not depend on the names of files. */
function doubledNames(workspace: Workspace): readonly string[] {
  const documents = leftOutSpecs(workspace).map(({ coordinate }) => `\`${coordinate}\``);
  const entries = repeatedClaims(sharedClaims(workspace)).map(({ claim: { noun, id } }) => `${noun} \`${id}\``);
  const told = (names: readonly string[], what: string): readonly string[] => [...new Set(names)].map((name) => `There is more than one ${name}, and nothing but ${what} says which of them counts: give each an id of its own, or delete what is not meant.`);
  return [...told(documents, 'the names of their files'), ...told(entries, 'where they stand')];
}

/** Says that there is no such target, and which was meant. */
export function unknownTarget(id: string): string {
  const known = targets.map((each) => each.id);
  return `There is no target \`${id}\`. ${[didYouMean(id, new Set(known)), `The targets are ${listOf(quoted(known))}.`].join(' ').trim()}`;
}

/** What a target is told that does not stand in the documents. */
type Surroundings = Pick<GeneratorInput, 'folder' | 'provenance'>;

/** The same with another account of where files come from: whoever asks whether a field is carried leaves digests out, which carry everything. */
export async function generateWith(workspace: Workspace, target: Target, options: OptionValues, around: Surroundings): Promise<Generation | NotGenerated> {
  const generated = await givenBy(target, inputOf(workspace, target, options, around));
  if ('faults' in generated) return { problems: generated.faults.map((fault) => `The generator of \`${target.id}\` is at fault. ${fault}`) };
  const problems = pathProblems(target.id, generated.files.map(({ path }) => path));
  if (problems.length > 0) return { problems };
  const files = generated.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return { target: target.id, files, losses: lossesOf(target, workspace, generated) };
}

/**
 * A fault of our own is no problem of the call; one of somebody else's is told as theirs. Theirs is given documents that nobody can write into, because
 * other targets are written from the same.
 */
async function givenBy(target: Target, input: GeneratorInput): Promise<Generated | { readonly faults: readonly string[] }> {
  if (targets.includes(target)) return target.generate(input);
  try {
    for (const { value } of input.workspace.specs) freeze(value);
    const given = copied(await target.generate(input));
    const faults = formProblems(given, input.workspace);
    return faults.length > 0 ? { faults } : (given as Generated);
  } catch (error) {
    return { faults: [`It stopped with: ${error instanceof Error ? error.message : String(error)}`] };
  }
}

/** What is looked at is what is written, even where a program makes each anew that is asked for. The documents that it names stay themselves. */
function copied(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || !('files' in given)) return given;
  const { files, losses } = given as { readonly files: unknown; readonly losses?: unknown };
  const each = (list: unknown): unknown => (Array.isArray(list) ? Array.from(list as readonly unknown[], (entry) => (typeof entry === 'object' && entry !== null ? { ...entry } : entry)) : list);
  return { files: each(files), ...(losses === undefined ? {} : { losses: each(losses) }) };
}

function inputOf(workspace: Workspace, target: Target, options: OptionValues, around: Surroundings): GeneratorInput {
  return {
    workspace,
    options,
    all: <Kind extends KindName>(kind: Kind) => workspace.all(kind).filter((spec) => reasonToLeaveOut(target, spec) === undefined).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ...around,
  };
}
