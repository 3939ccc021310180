import type { Coordinate } from '../base/diagnostic.js';
import { didYouMean, listOf, quoted } from '../base/words.js';
import type { Followed } from './past-workspace.js';
import type { SpecTimeline } from './spec-timeline.js';
import type { Timeline } from './timeline.js';

/** A spec with the workspace that it stands in. */
export interface FollowedSpec extends Followed {
  readonly spec: SpecTimeline;
}

/** Why no spec, or no single one, is meant. */
export interface NotOneSpec {
  /** `unknown` where no version has it, `ambiguous` where several specs are called so. */
  readonly reason: 'unknown' | 'ambiguous';
  /** One sentence, and what to do next. */
  readonly problem: string;
}

/**
 * Finds the spec that somebody means by an id, with its kind in front where two kinds share it: `motor-claim`, `journey:motor-claim`. A former id is
 * found too, unless another spec has it by now; of two that had it, the one that had it last.
 *
 * @param root - Folder of the workspace from the top of the repository, where one is named; also one in which somebody does not work.
 */
export function findSpec(timeline: Timeline, name: string, root?: string): FollowedSpec | NotOneSpec {
  const workspaces = root === undefined ? timeline.workspaces : timeline.everywhere.filter((each) => each.root === root);
  const all = workspaces.flatMap((workspace) => workspace.specs.map((spec): FollowedSpec => ({ timeline, workspace, spec })));
  const current = all.filter(({ spec }) => isCalled(spec.coordinate, name));
  const there = current.filter(({ spec }) => spec.versions.at(-1)!.event !== 'gone');
  const former = all.filter(({ spec }) => spec.versions.some(({ coordinate }) => isCalled(coordinate, name)));
  const found = [there, current, former].find((list) => list.length > 0) ?? [];
  return onlyOne(found, name, all.map(({ spec }) => spec.coordinate));
}

function isCalled(coordinate: Coordinate, name: string): boolean {
  return coordinate === name || coordinate.slice(coordinate.indexOf(':') + 1) === name;
}

function onlyOne(found: readonly FollowedSpec[], name: string, known: readonly Coordinate[]): FollowedSpec | NotOneSpec {
  const kinds = [...new Set(found.map(({ spec }) => spec.coordinate))];
  const roots = [...new Set(found.map(({ workspace }) => workspace.root || '.'))];
  if (name === '') return { reason: 'unknown', problem: 'An empty text is the id of no document. Write the id of one, such as `motor-claim`.' };
  if (found.length === 0) return { reason: 'unknown', problem: `No version of this branch has a document or an entry \`${name}\`. ${proposal(name, known)}`.trim() };
  if (kinds.length > 1) return { reason: 'ambiguous', problem: `\`${name}\` is the id of ${listOf(quoted(kinds))}. Name one of them with its kind.` };
  if (roots.length > 1) return { reason: 'ambiguous', problem: `\`${name}\` stands in ${listOf(quoted(roots))}. Name one of them with --workspace.` };
  return found.at(-1)!;
}

function proposal(name: string, known: readonly Coordinate[]): string {
  return didYouMean(name, new Set(known.map((each) => (name.includes(':') ? each : each.slice(each.indexOf(':') + 1)))));
}
