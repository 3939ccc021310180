import { atLeastVersion, nextVersion, isAbove, type Step } from '../base/versions.js';
import type { Change } from '../diff/change.js';
import { isUnmade } from '../analysis/unmade-variants.js';
import { isConsequence } from './consequences.js';
import { isNote } from '../diff/notes.js';
import { groupBy } from '../base/groups.js';
import { compareText, type Coordinate } from '../base/diagnostic.js';
import { documentPartOf, type Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { weighedBy } from './levels.js';

/** What a document's version has to be after its changes, and what it is. */
export interface Bump {
  /** The document whose `version` is meant: of an entry of a Directory, the Directory. */
  readonly subject: Coordinate;
  /** The document itself, in the later version. */
  readonly spec: Spec;
  /** Its version before. */
  readonly before: string;
  /** What its file says now. */
  readonly declared: string;
  /** How far it has to be raised: not at all, or as semantic versioning has it. */
  readonly step: Step | 'none';
  /** The least version that is enough. */
  readonly needed: string;
  /**
   * - `enough`: it is raised as far as it has to be;
   * - `too-low`: it has to be raised further;
   * - `lowered`: it is below what it was;
   * - `needless`: it is raised, and nothing has changed. That is allowed.
   */
  readonly verdict: 'enough' | 'too-low' | 'lowered' | 'needless';
  /** The changes that ask for the step, the most harmful first. */
  readonly reasons: readonly Change[];
}

/**
 * Says for every document that is in both versions of a workspace how far its version has to be raised: an editorial change asks
 * for a patch, a compatible one and every regulated one for a minor, a breaking one for a major version. Below 1.0.0 what breaks asks for
 * a minor and everything else for a patch version.
 *
 * @param before - The earlier version of the workspace.
 * @param after - The later version.
 * @param changes - What differs between the two, as `diff` tells it.
 * @param judge - The workspace whose Policy may weigh some kinds of changes otherwise; the earlier version where it is absent.
 * @returns Documents whose version has to be or has been raised, by coordinate; those with nothing to tell are left out.
 */
export function bumps(before: Workspace, after: Workspace, changes: readonly Change[], judge: Workspace = before): readonly Bump[] {
  const byDocument = groupBy(weighedBy(judge, changes).filter((change) => change.kind !== versionChanged && !isNote(change) && !isConsequence(change)), ({ subject }) => (versionedPart(after, subject) ?? versionedPart(before, subject))?.coordinate ?? '');
  const known = after.specs.filter((spec) => !isUnmade(after, spec));
  return known.flatMap((spec) => bumpOf(before, spec, byDocument.get(spec.coordinate) ?? [])).sort((a, b) => compareText(a.subject, b.subject));
}

/** A version that was raised is the answer to other changes, and asks for nothing. */
export const versionChanged = 'spec-version-changed';

/** The document that a change belongs to: an entry of a Directory has the version of the Directory. */
function versionedPart(workspace: Workspace, subject: Coordinate): Spec | undefined {
  const spec = workspace.specAt(documentPartOf(subject));
  return spec?.directory ?? spec;
}

function bumpOf(before: Workspace, spec: Spec, changes: readonly Change[]): readonly Bump[] {
  const [declared, earlier] = [versionOf(spec), versionBefore(before, spec)];
  if (declared === undefined || earlier === undefined) return [];
  const step = stepFor(changes, earlier);
  const needed = step === 'none' ? earlier : nextVersion(earlier, step);
  const verdict = verdictOn(earlier, declared, needed);
  if (step === 'none' && verdict === 'enough') return [];
  return [{ subject: spec.coordinate, spec, before: earlier, declared, step, needed, verdict, reasons: reasonsFor(changes) }];
}

/** An entry of a Directory has no version of its own. */
function versionOf({ value, directory }: Spec): string | undefined {
  return directory === undefined && 'version' in value ? value.version : undefined;
}

/** Under its id, or one that it had before. Of a variant that could not be put together nobody knows what its version said. */
function versionBefore(before: Workspace, { kind, id, value }: Spec): string | undefined {
  const names = [id, ...('aliases' in value ? (value.aliases ?? []) : [])];
  const spec = names.map((name) => before.find(kind, name)).find((each) => each !== undefined);
  return spec === undefined || isUnmade(before, spec) ? undefined : versionOf(spec);
}

function verdictOn(before: string, declared: string, needed: string): Bump['verdict'] {
  if (isAbove(before, declared)) return 'lowered';
  if (!atLeastVersion(declared, needed)) return 'too-low';
  return needed === before && declared !== before ? 'needless' : 'enough';
}

function stepFor(changes: readonly Change[], version: string): Step | 'none' {
  if (changes.length === 0) return 'none';
  const isBreaking = changes.some(({ level }) => level === 'breaking');
  if (!atLeastVersion(version, '1.0.0')) return isBreaking ? 'minor' : 'patch';
  if (isBreaking) return 'major';
  return changes.some(({ level, regulated }) => level === 'compatible' || regulated) ? 'minor' : 'patch';
}

const weights: Readonly<Record<Change['level'], number>> = { breaking: 0, compatible: 1, editorial: 2 };

/** Those of the highest level, and what is regulated. */
function reasonsFor(changes: readonly Change[]): readonly Change[] {
  const highest = Math.min(...changes.map(({ level }) => weights[level]));
  return changes.filter(({ level, regulated }) => weights[level] === highest || regulated).toSorted((a, b) => weights[a.level] - weights[b.level]);
}
