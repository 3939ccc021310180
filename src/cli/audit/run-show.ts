import { actingIn } from '../../analysis/roles.js';
import { approvalsFound } from '../../audit/approvals-found.js';
import type { FollowedSpec } from '../../audit/find-spec.js';
import { inForce, type InForce } from '../../audit/in-force.js';
import type { SpecVersion } from '../../audit/spec-timeline.js';
import { digestsOf } from '../../audit/version-digests.js';
import { seenBy, workspaceInForce, type AsOf, type WorkspaceInForce } from '../../audit/workspace-in-force.js';
import type { JsonObject } from '../../base/json.js';
import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import type { HeldThen, InForceResults, OwnerThen } from '../../report/in-force/in-force-results.js';
import { inForceReporters } from '../../report/in-force/index.js';
import type { ShowOptions } from '../commands/show.js';
import type { Console } from '../console.js';
import { shapeOf } from '../../schema/type-at.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { publishEach, refuseToOverwrite } from '../publish.js';
import { tool } from '../tool.js';
import { openBranch, specOnBranch } from './open-branch.js';

/** Shows a spec as it was in force. Where nothing was, it says why, and ends like every verb that finds nothing. */
export function runShow(console: Console, id: string, options: ShowOptions): ExitCode {
  refuseToOverwrite(console, options);
  const timeline = openBranch(console, options.ref);
  const found = specOnBranch(timeline, id, options.workspace);
  const { recordedBy, asOf = recordedBy ?? console.today() } = options;
  const question: AsOf = { asOf, ...(recordedBy === undefined ? {} : { recordedBy }) };
  const seen = seenBy(timeline, recordedBy);
  if (seen === undefined) throw new Failure(exitCodes.unreadable, `By the end of ${recordedBy} this branch held nothing: its first commit counts from ${timeline.moments[0]!.recorded}.`);
  const then = workspaceInForce(found, question);
  const answer = answerFor(found, question, then);
  const held = then === undefined || answer.version === undefined ? undefined : heldThen(found, then, answer.version);
  const results: InForceResults = {
    tool,
    command: 'show',
    branch: { label: timeline.label, commit: timeline.tip.id },
    root: found.workspace.root === '' ? '.' : found.workspace.root,
    misdated: timeline.misdated,
    ...question,
    seen,
    spec: found.spec.coordinate,
    title: found.spec.versions.at(-1)!.title,
    answer,
    ...(held === undefined ? {} : { held }),
  };
  publishEach(console, { ...options, failOn: 'never', maxProblems: Infinity }, (format, view) => inForceReporters.find((reporter) => reporter.id === format)!.report(results, view));
  return held === undefined ? exitCodes.unreadable : exitCodes.clean;
}

/** An entry of a Directory is in force as the Directory is that holds it. */
function answerFor({ spec }: FollowedSpec, { asOf }: AsOf, then: WorkspaceInForce | undefined): InForce {
  const versions = spec.versions;
  const answer = inForce(versions, asOf, then?.seen ?? { place: -1 });
  const directory = versions.findLast((version) => version.directory !== undefined && then?.versions.has(version.directory) === true)?.directory;
  if (then === undefined || directory === undefined || then.versions.has(spec.coordinate)) return answer;
  const held = then.versions.get(directory)!;
  const own = versions.findLast((version) => version.directory === directory && version.moment.place <= held.moment.place);
  const about = [...then.answers].find(([, each]) => each.version === held)?.[1];
  return about === undefined || own === undefined || own.event === 'gone' ? answer : { ...about, version: own };
}

function heldThen(found: FollowedSpec, { workspace, seen }: WorkspaceInForce, version: SpecVersion): HeldThen | undefined {
  const spec = workspace.specAt(version.coordinate);
  if (spec === undefined) return undefined;
  const base = workspace.variants.find((variant) => variant.spec === spec)?.base;
  const owner = ownerOf(workspace, spec);
  return {
    value: inOrder(spec),
    digests: digestsOf(found, version),
    approvals: approvalsFound(found, version, seen),
    ...(base === undefined ? {} : { base: { id: base.id, version: base.value.version } }),
    ...(owner === undefined ? {} : { owner }),
  };
}

/** What comes from several documents, in the order in which the language declares it. */
function inOrder({ kind, value }: Spec): JsonObject {
  const ranks = Object.keys(shapeOf(kind));
  return Object.fromEntries(Object.entries(value as unknown as JsonObject).sort(([a], [b]) => ranks.indexOf(a) - ranks.indexOf(b)));
}

function ownerOf(workspace: Workspace, { owner }: Spec): OwnerThen | undefined {
  const team = workspace.find('Team', owner);
  if (owner === '') return undefined;
  const roles = (team?.value.roles ?? []).map(({ id }) => `${owner}#${id}`);
  return { team: owner, title: team?.value.title ?? 'nobody who was in force then', people: roles.flatMap((role) => actingIn(workspace, role).slice(0, 1).map(({ person }) => ({ role, person: person.id }))) };
}
