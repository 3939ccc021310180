import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/canonical-json.js';
import { fieldOf, type JsonObject, type Path } from '../base/json.js';
import { describePlace } from '../schema/names.js';
import { sentence } from '../base/words.js';
import { isActive, type Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Audience, SymbolicApprover } from './change.js';
import { contentMeaning } from './content-meaning.js';
import type { Released } from './diff.js';
import type { Difference } from './difference.js';
import { kindNamed } from './kind-of.js';
import type { SpecPair } from './match-specs.js';
import { judgesChanges } from './judging-specs.js';
import { holdsProtected, holdsRegulated, losesProtection } from './regulated.js';
import { isInSameDirectory } from './same-directory.js';
import type { Judgement, Place } from './tell.js';
import type { Versions } from './versions.js';

/** A spec that is new: a draft binds nobody, an active one carries all that it says. */
export function judgeAdded({ after, today }: Versions, spec: Spec): Judgement {
  if (spec.kind === 'Record') return told('record-added', { after: spec }, `${name(spec)} is new.`, contentOf(spec));
  if (!isActive(spec)) return told('spec-added', { after: spec }, `${name(spec)} is new, as ${spec.status === 'draft' ? 'a draft' : `\`${spec.status}\``}.`, { status: spec.status });
  const from = fieldOf(fieldOf(spec.value, 'effective'), 'from') as string | undefined;
  const isAhead = today !== undefined && from !== undefined && from > today;
  return activated(after, { after: spec }, `${name(spec)} is new and holds ${isAhead ? `from ${from} on` : 'at once'}.`);
}

/**
 * A spec that has left the workspace, in whatever way.
 *
 * @param released - Of a draft that was released before and has not ended since: what was released last.
 */
export function judgeRemoved({ before }: Versions, spec: Spec, released?: Released): Judgement {
  if (released !== undefined) return asEnding(before, spec, judgeReleasedRemoved(spec, released));
  if (spec.status === 'draft') return asEnding(before, spec, told('spec-draft-removed', { before: spec }, `The draft of ${name(spec)} is gone.`, { status: spec.status }));
  return asEnding(before, spec, told('spec-deleted', { before: spec }, `${name(spec)} has left the workspace, though it was \`${spec.status}\`.`, contentOf(spec)));
}

/** What was put back to draft went on to hold, and ends when the draft leaves: it weighs what that weighs which was released. */
function judgeReleasedRemoved(spec: Spec, { workspace, spec: last }: Released): Judgement {
  const number = 'version' in last.value ? `, as ${last.value.version}` : '';
  const judgement = told('spec-deleted', { before: last }, `${name(spec)} has left the workspace. It was a draft by then, and \`${last.status}\` before that${number}.`, contentOf(spec));
  return { ...asEnding(workspace, last, judgement), subject: spec.coordinate, before: { spec, path: [] } };
}

/** Evidence is corrected by more evidence. */
export function judgeEditedRecord(pair: SpecPair): Judgement {
  return told('record-changed', pair, `${name(pair.after)} was edited.`, { was: contentOf(pair.before)['content']!, is: contentOf(pair.after)['content']! });
}

/** A draft binds nobody, so whatever is changed in it takes nothing away; but a Policy and a team judge as drafts as well. */
export function asDraft(versions: Versions, { before, after }: SpecPair, judgement: Judgement): Judgement {
  if (before.status !== 'draft' || after.status !== 'draft' || judgesChanges(versions.before, before)) return judgement;
  const level = (judgement.level ?? judgement.kind.level) === 'editorial' ? 'editorial' : 'compatible';
  return { ...judgement, level, regulated: false, harms: [] };
}

/** What became of the spec as a whole: its name and its standing. `carries` is true where that tells of all its content as well. */
export function judgeLife(versions: Versions, pair: SpecPair): { readonly judgements: readonly Judgement[]; readonly carries: boolean } {
  const standing = standingOf(versions, pair);
  const renamed = renamedOf(pair);
  return { judgements: [...(renamed === undefined ? [] : [renamed]), ...(standing === undefined ? [] : [standing])], carries: standing !== undefined && standing.covers === undefined };
}

function renamedOf({ before, after }: SpecPair): Judgement | undefined {
  if (before.id === after.id) return undefined;
  if (after.kind === 'Workspace') return onlyOf([['id']], told('workspace-id-renamed', { before, after }, `${name(before)} is now called \`${after.id}\`: the same workspace under another name.`, { was: before.id, is: after.id }));
  const judgement = told('spec-id-renamed', { before, after }, `${name(before)} is now called \`${after.id}\`, and its \`aliases\` say so.`, { was: before.id, is: after.id });
  return onlyOf([['id'], ['aliases']], judgement);
}

function standingOf(versions: Versions, pair: SpecPair): Judgement | undefined {
  const { before, after } = pair;
  if (before.status === after.status || isInherited(versions, pair)) return undefined;
  const facts = { was: before.status, is: after.status };
  const isJudge = judgesChanges(versions.before, before);
  if (before.status === 'draft' && isActive(after)) return besideTheRest(isJudge, activated(versions.after, { before, after }, `${name(after)} was a draft and is now \`${after.status}\`.`));
  if (before.status === 'active' && after.status === 'deprecated') return onlyOf([['status']], told('spec-deprecated', { before, after }, `${name(after)} is still in force but deprecated.`, facts));
  if (isReinstated(pair)) return onlyOf(standing, told('spec-deprecation-removed', { before, after }, `${name(after)} is no longer deprecated: it stays in force.`, facts));
  if (after.status === 'retired') return besideTheRest(isJudge, asEnding(versions.before, before, told('spec-retired', { before, after }, `${name(after)} is retired; it was \`${before.status}\`.`, facts)));
  const changed = onlyOf([['status']], told('spec-status-changed', { before, after }, `The \`status\` of ${name(after)} was \`${before.status}\` and is now \`${after.status}\`.`, facts));
  if (judgesChanges(versions.after, after)) return isJudge && !endsBesideJudging(versions.before, before) ? changed : watchedByCompliance(changed);
  return isActive(before) ? asEnding(versions.before, before, changed) : changed;
}

/** What stands in a Directory ends with its standing, though its teams judge as before. */
function endsBesideJudging(workspace: Workspace, directory: Spec): boolean {
  if (directory.kind !== 'Directory' || !isActive(directory)) return false;
  return holdsProtected(workspace, directory) || workspace.specs.some((spec) => spec.directory === directory && spec.kind !== 'Team' && isActive(spec) && losesProtection(workspace, spec));
}

/**
 * What begins to hold, or holds no more, tells of all its content: what else differs between the two texts has bound nobody, or binds nobody any
 * more. By a Policy or a team something was judged all the same, so what else differs in one is told beside it.
 */
function besideTheRest(isJudge: boolean, judgement: Judgement): Judgement {
  return isJudge ? onlyOf([['status']], judgement) : judgement;
}

/** What goes with the standing of a spec that was to go. */
const standing: readonly Path[] = [['status'], ['supersededBy'], ['effective', 'until']];

/** True for a spec that was to go and stays. */
function isReinstated({ before, after }: SpecPair): boolean {
  return before.status === 'deprecated' && after.status === 'active';
}

/** True for what goes with the standing of a spec: one that stays has no successor and no last day. */
export function goesWithStanding(pair: SpecPair, { shape, field, deed }: Difference): boolean {
  return isReinstated(pair) && deed === 'removed' && (field === 'supersededBy' || (shape === 'Effective' && field === 'until'));
}

/** The standing of an entry that says none is that of its Directory, where it is told. */
function isInherited(versions: Versions, pair: SpecPair): boolean {
  return isInSameDirectory(versions, pair) && [pair.before, pair.after].every(({ directory, status }) => directory?.status === status);
}

function activated(workspace: Workspace, specs: Specs & { readonly after: Spec }, message: string): Judgement {
  return { ...told('spec-activated', specs, message, contentOf(specs.after)), ...contentMeaning(workspace, specs.after) };
}

/** What goes takes all that it says with it: about protected data, what a regime asks for, and who judges. */
function asEnding(workspace: Workspace, spec: Spec, judgement: Judgement): Judgement {
  if (judgesChanges(workspace, spec)) return { ...watchedByCompliance(judgement), level: 'breaking', harms: [...new Set<Audience>([...judgement.kind.harms, 'regulator'])] };
  return spec.status !== 'draft' && losesProtection(workspace, spec) ? watchedByCompliance(judgement) : judgement;
}

function watchedByCompliance(judgement: Judgement): Judgement {
  const own = judgement.kind.approvers.filter((each) => each !== 'peer');
  return { ...judgement, regulated: true, approvers: [...new Set<SymbolicApprover>([...(own.length === 0 ? (['journey-owner'] as const) : own), 'compliance'])] };
}

interface Specs {
  readonly before?: Spec;
  readonly after?: Spec;
}

function told(kind: string, { before, after }: Specs, message: string, facts: JsonObject): Judgement {
  const spec = after ?? before!;
  return {
    kind: kindNamed(kind),
    subject: spec.coordinate,
    facts,
    message: sentence(message),
    ...([before, after].some((side) => side !== undefined && isBinding(side) && holdsRegulated(side)) ? { regulated: true } : {}),
    ...(before === undefined ? {} : { before: { spec: before, path: [] } }),
    ...(after === undefined ? {} : { after: { spec: after, path: [] } }),
  };
}

/** It tells of these places, and of nothing else. */
function onlyOf(paths: readonly Path[], judgement: Judgement): Judgement {
  const at = (place: Place | undefined, path: Path): Place | undefined => place && { ...place, path };
  return { ...judgement, covers: paths.map((path) => ({ before: at(judgement.before, path), after: at(judgement.after, path) })) };
}

/** A draft binds nobody, whatever it is under. */
function isBinding({ status }: Spec): boolean {
  return status !== 'draft';
}

/** All that it says, as a digest: with other content it is another change. */
function contentOf(spec: Spec): JsonObject {
  return { content: createHash('sha256').update(canonicalJson(spec.value as unknown as JsonObject)).digest('hex') };
}

function name({ kind, value }: Spec): string {
  return describePlace(kind, value, []);
}
