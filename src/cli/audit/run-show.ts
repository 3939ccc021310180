import type { FollowedSpec } from '../../audit/find-spec.js';
import type { InForce } from '../../audit/in-force.js';
import { workspaceAt } from '../../audit/past-workspace.js';
import { withLapse } from '../../audit/promise-lapse.js';
import { versionNumbered } from '../../audit/released-version.js';
import type { Moment } from '../../audit/spec-timeline.js';
import { knownUntil, seenBy, specInForce, workspaceInForce, type AsOf, type WorkspaceInForce } from '../../audit/workspace-in-force.js';
import type { InForceResults, NumberedResults } from '../../report/in-force/in-force-results.js';
import { inForceReporters } from '../../report/in-force/index.js';
import type { ShowOptions } from '../commands/show.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { publishWhole, refuseToOverwrite } from '../publish.js';
import { heldThen } from './held-then.js';
import { openBranch, pastHead, specOnBranch } from './open-branch.js';

/**
 * Shows a spec as it was in force on a day, or as it stood under a version number. Where nothing was, it says why, and ends like every verb that finds
 * nothing.
 */
export function runShow(console: Console, id: string, number: string | undefined, options: ShowOptions): ExitCode {
  refuseToOverwrite(console, options);
  const timeline = openBranch(console, options.ref, options.workspace !== undefined);
  const found = specOnBranch(console, timeline, id, options.workspace);
  const { recordedBy } = options;
  const seen = seenBy(timeline, recordedBy);
  if (seen === undefined) throw new Failure(exitCodes.unreadable, `By the end of ${recordedBy} this branch held nothing: its first commit counts from ${timeline.moments[0]!.recorded}.`);
  const results = number === undefined ? onDay(console, found, seen, options) : underNumber(found, seen, number, recordedBy);
  publishWhole(console, options, results, inForceReporters);
  return results.held === undefined ? exitCodes.unreadable : exitCodes.clean;
}

function onDay({ today }: Console, found: FollowedSpec, seen: Moment, { recordedBy, asOf = recordedBy ?? today() }: ShowOptions): InForceResults {
  const question: AsOf = { asOf, ...(recordedBy === undefined ? {} : { recordedBy }) };
  const then = workspaceInForce(found, question);
  const days = answerFor(found, question, then);
  const answer = then === undefined ? days : withLapse(days, then.workspace);
  const held = then === undefined || answer.version === undefined ? undefined : heldThen(found, then.workspace, answer.version, then.seen);
  return { ...shownHead(found, seen), ...question, seen, knownUntil: knownUntil(found.timeline, recordedBy, seen), answer, ...(held === undefined ? {} : { held }) };
}

/** Only what was known counts, also of the numbers. */
function underNumber(found: FollowedSpec, seen: Moment, number: string, recordedBy: string | undefined): NumberedResults {
  const { spec } = found;
  const numbered = versionNumbered({ ...found, spec: { ...spec, versions: spec.versions.filter(({ moment }) => moment.place <= seen.place) } }, number);
  if ('problem' in numbered) throw new Failure(exitCodes.unreadable, numbered.problem);
  const held = heldThen(found, workspaceAt(found, numbered.version.moment), numbered.version, seen);
  return { ...shownHead(found, seen), number, ...(recordedBy === undefined ? {} : { recordedBy }), seen, found: numbered, ...(held === undefined ? {} : { held }) };
}

function shownHead(found: FollowedSpec, seen: Moment): Omit<NumberedResults, 'number' | 'seen' | 'found'> {
  return { ...pastHead('show', found, seen), spec: found.spec.coordinate, title: found.spec.versions.at(-1)!.title };
}

/** An entry of a Directory is in force as the Directory is that holds it. */
function answerFor(found: FollowedSpec, { asOf }: AsOf, then: WorkspaceInForce | undefined): InForce {
  const { spec } = found;
  const { versions } = spec;
  const answer = specInForce(found, versions, asOf, then?.seen ?? { place: -1 });
  const directory = versions.findLast((version) => version.directory !== undefined && then?.versions.has(version.directory) === true)?.directory;
  if (then === undefined || directory === undefined || then.versions.has(spec.coordinate)) return answer;
  const held = then.versions.get(directory)!;
  const own = versions.findLast((version) => version.directory === directory && version.moment.place <= held.moment.place);
  const about = [...then.answers].find(([, each]) => each.version === held)?.[1];
  return about === undefined || own === undefined || own.event === 'gone' ? answer : { ...about, version: own };
}
