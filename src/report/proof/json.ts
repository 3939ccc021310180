import type { Budget, PartOnPath, Premise, PromiseProof, ProofPath, Remark, TargetProof } from '../../analysis/proof/verdict.js';
import type { Position, Span } from '../../base/source.js';
import { printJson } from '../escape/json.js';
import { placeOf } from '../place.js';
import { eachOf } from '../../analysis/proof/promise-words.js';
import { spanOf, targetPlace } from './proof-findings.js';
import { countVerdicts, promisesOf, type ProofReporter, type ProofResults, type ProvedJourney, type WorkspaceProofs } from './proof-results.js';
import { repairsOf } from './repairs.js';

/** Everything that is known of the promises, for programs. `schemas/output/proof.schema.json` describes it. */
export const json: ProofReporter = {
  id: 'json',
  report(results, { failOn }) {
    const { tool, command, asOf, asked, workspaces } = results;
    return printJson({ format: 'waymark-proof/1', tool: { name: tool.name, version: tool.version }, command, asOf, asked, failOn, counts: countsOf(results), workspaces: workspaces.map(workspaceFields) });
  },
};

function countsOf({ workspaces }: ProofResults): object {
  const { proved, violated, 'not-proved': notProved } = countVerdicts(workspaces);
  return {
    promises: proved + violated + notProved,
    proved,
    violated,
    notProved,
    journeys: new Set(promisesOf(workspaces).map(({ journey }) => journey)).size,
    unread: workspaces.reduce((sum, { unread }) => sum + (unread?.count ?? 0), 0),
  };
}

/** Fields that have no value are left out when printed, as JSON has no `undefined`. */
function workspaceFields({ root, title, documents, journeys, unread }: WorkspaceProofs): object {
  return { root, title, documents, unread: unread && { count: unread.count, first: { message: unread.first.message, location: unread.first.span && locationFields(unread.first.span) } }, journeys: journeys.map(journeyFields) };
}

function journeyFields({ status, proof }: ProvedJourney): object {
  return { journey: proof.journey, title: proof.title, status, promises: proof.promises.map(promiseFields) };
}

function promiseFields(promise: PromiseProof): object {
  const { spec, title, metric, verdict, targets, outside } = promise;
  const { start, stop } = spec.value.clock ?? {};
  return {
    promise: promise.promise,
    title,
    status: spec.status,
    metric,
    verdict,
    clock: { start: [start ?? []].flat(), stop: [stop ?? []].flat() },
    location: locationOf({ spec, path: [] }),
    targets: targets.map((target) => targetFields(promise, target)),
    outside: outside.map((wait) => ({ ...remarkFields(wait), from: wait.from, to: wait.to })),
  };
}

function targetFields(promise: PromiseProof, target: TargetProof): object {
  const { group, verdict, premises, assumptions, paths, pathCount, counterExample, slack, rooms, horizon } = target;
  return {
    group: { tier: group.tier, persona: group.persona, region: group.region },
    verdict,
    target: { ...budgetFields(target.target), each: eachOf(promise, target) },
    location: locationOf(targetPlace(promise, target)),
    premises: premises.map(premiseFields),
    repairs: repairsOf(promise, target),
    assumptions,
    paths: paths.map(pathFields),
    pathCount,
    counterExample: counterExample && pathFields(counterExample),
    slack: slack && { seconds: slack.seconds, shortfall: slack.shortfall },
    rooms: rooms.map(({ part, seconds, shortfall }) => ({ part, seconds, shortfall })),
    horizon: horizon && { from: horizon.from, until: horizon.until },
  };
}

function budgetFields({ within, seconds, kept, calendar, window }: Budget): object {
  return { within, seconds, kept, calendar, window };
}

function pathFields({ steps, parts, seconds, shortfall, isTooLong, isTooUncertain, worstStart }: ProofPath): object {
  return { steps, parts: parts.map(partFields), seconds, shortfall, isTooLong, isTooUncertain, worstStart };
}

function partFields({ part, title, from, to, target, provider }: PartOnPath): object {
  return { part, title, from, to, provider, target: budgetFields(target) };
}

function premiseFields(premise: Premise): object {
  return { kind: premise.kind, ...remarkFields(premise), hint: premise.hint };
}

function remarkFields({ message, at }: Remark): object {
  return { message, location: locationOf(at) };
}

function locationOf(at: Remark['at']): object {
  return locationFields(spanOf(at));
}

function locationFields(span: Span): object {
  const { uri, start, end } = placeOf(span);
  return { uri, start: positionFields(start), end: positionFields(end) };
}

function positionFields({ line, column }: Position): object {
  return { line, column };
}
