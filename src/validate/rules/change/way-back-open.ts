import { aimOf, badSides, isBehindBaseline, missingEnds, ringsForGood, type Side } from '../../../analysis/kpi-goals.js';
import { readReference } from '../../../analysis/written-reference.js';
import { atLeastVersion, isAbove, isVersion } from '../../../base/versions.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { RollbackTrigger } from '../../../schema/kinds/journey.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const blocked = activeDocument('Kpi', 'cards-blocked', 'direction: up\ntarget: {value: 0.95}\n');

/** Ways back that lead nowhere, or that are taken when all is well. */
export const wayBackOpen: Rule = {
  id: 'change/way-back-open',
  code: 'CHG-010',
  summary: 'A way back leads to an earlier version that was in force, and is taken when a KPI goes wrong.',
  rationale: 'Whoever has to go back in a hurry has no time to find out that there is nothing to go back to.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M8.5', 'S3.M4.6'],
  examples: {
    valid: [
      { title: 'Back to the version before, when too few succeed', files: { 'journey.yaml': lostCard('{toVersion: 1.2.0, trigger: {kpi: cards-blocked, below: 0.8, window: P1W}, owner: claims}'), 'kpi.yaml': blocked } },
      { title: 'Somebody decides when', files: { 'journey.yaml': lostCard('{toVersion: 1.2.0, owner: claims}') } },
    ],
    invalid: [
      {
        title: 'Back to where it is',
        files: { 'journey.yaml': lostCard('{toVersion: 2.0.0, owner: claims}') },
        at: '2.0.0',
        message: 'The way back of journey `lost-card` leads to version 2.0.0, which is this one.',
      },
      {
        title: 'Back to a version to come',
        files: { 'journey.yaml': lostCard('{toVersion: 2.1.0, owner: claims}') },
        at: '2.1.0',
        message: 'The way back of journey `lost-card` leads to version 2.1.0, which is later than this one, 2.0.0.',
      },
      {
        title: 'Back to what was only a draft',
        files: { 'journey.yaml': lostCard('{toVersion: 0.9.0, owner: claims}') },
        at: '0.9.0',
        message: 'The way back of journey `lost-card` leads to version 0.9.0, and what is below 1.0.0 was never in force.',
      },
      {
        title: 'No value at which it is taken',
        files: { 'journey.yaml': lostCard('{toVersion: 1.2.0, trigger: {kpi: cards-blocked, window: P1W}, owner: claims}'), 'kpi.yaml': blocked },
        at: 'cards-blocked',
        message: 'Nobody can tell at which value of `cards-blocked` the way back of journey `lost-card` is taken.',
      },
      {
        title: 'It is taken when all goes better',
        files: { 'journey.yaml': lostCard('{toVersion: 1.2.0, trigger: {kpi: cards-blocked, above: 0.8}, owner: claims}'), 'kpi.yaml': blocked },
        at: '0.8',
        message: 'The way back of journey `lost-card` is taken above 0.8, and `cards-blocked` is better when it goes up.',
      },
      {
        title: 'It is taken although the target is met',
        files: { 'journey.yaml': lostCard('{toVersion: 1.2.0, trigger: {kpi: cards-blocked, below: 0.97}, owner: claims}'), 'kpi.yaml': blocked },
        at: '0.97',
        message: 'The way back of journey `lost-card` is taken below 0.97, though values from 0.95 on meet the target of `cards-blocked`.',
      },
    ],
  },
  checkJourneys: ({ workspace }) =>
    function* (journey) {
      const { trigger } = journey.spec.value.resilience?.rollback ?? {};
      if (!isInherited(workspace, journey)) yield* wrongVersion(journey);
      if (trigger !== undefined) yield* wrongTrigger(journey, trigger, workspace.find('Kpi', readReference(trigger.kpi).id));
    },
};

/** The way back of a base journey is one of the base's own versions. */
function isInherited(workspace: Workspace, { base, spec }: JourneyModel): boolean {
  const theirs = base === undefined ? undefined : workspace.journey(base)?.spec.value.resilience?.rollback?.toVersion;
  return theirs !== undefined && theirs === spec.value.resilience?.rollback?.toVersion;
}

/** What was never in force has no version to count from yet. */
function* wrongVersion({ id, spec }: JourneyModel): Iterable<Finding> {
  const { version, resilience } = spec.value;
  const back = resilience?.rollback?.toVersion;
  if (back === undefined || !isVersion(back) || !isVersion(version) || isDraft(version)) return;
  const wrong = back === version ? 'which is this one' : isAbove(back, version) ? `which is later than this one, ${version}` : isDraft(back) ? 'and what is below 1.0.0 was never in force' : undefined;
  if (wrong === undefined) return;
  yield {
    at: { spec, path: ['resilience', 'rollback', 'toVersion'] },
    message: `The way back of journey \`${id}\` leads to version ${back}, ${wrong}.`,
    hint: 'Write the version that was in force before this one: `waymark changelog --all` lists them.',
  };
}

function isDraft(version: string): boolean {
  return !atLeastVersion(version, '1.0.0');
}

function* wrongTrigger({ id, spec }: JourneyModel, trigger: RollbackTrigger, kpi: Spec<'Kpi'> | undefined): Iterable<Finding> {
  const path = ['resilience', 'rollback', 'trigger'];
  if (trigger.below === undefined && trigger.above === undefined) {
    yield { at: { spec, path: [...path, 'kpi'] }, message: `Nobody can tell at which value of \`${trigger.kpi}\` the way back of journey \`${id}\` is taken.`, hint: 'Add `below:` or `above:` with the value to `trigger`.' };
  }
  if (kpi === undefined) return;
  for (const side of ['below', 'above'] as const) {
    const problem = trigger[side] === undefined ? undefined : againstKpi(kpi, side, trigger[side]);
    if (problem !== undefined) yield { at: { spec, path: [...path, side] }, message: `The way back of journey \`${id}\` is taken ${side} ${trigger[side]}, ${problem.why}.`, hint: problem.hint };
  }
}

/** A target on the wrong side of the baseline has a finding of its own: against it nothing can be weighed. */
function againstKpi({ id, value }: Spec<'Kpi'>, side: Side, threshold: number): { readonly why: string; readonly hint: string } | undefined {
  const { direction } = value;
  if (direction === undefined || isBehindBaseline(value)) return undefined;
  if (!badSides(direction).includes(side)) return { why: `and \`${id}\` is better when it goes ${direction}`, hint: `Write \`${side === 'below' ? 'above' : 'below'}\` for \`${side}\`.` };
  const aim = aimOf(value);
  if (aim === undefined || missingEnds(direction, aim).length > 0 || !ringsForGood(aim, side, threshold)) return undefined;
  const good = side === 'below' ? `values from ${aim.least} on` : `values up to ${aim.most}`;
  return { why: `though ${good} meet the target of \`${id}\``, hint: `Go back only where the target is missed, ${side} ${side === 'below' ? aim.least : aim.most} or further out.` };
}

function lostCard(rollback: string): string {
  return activeDocument('Journey', 'lost-card', `effective: {from: 2026-12-01}
resilience: {rollback: ${rollback}}
stages: [{id: report, title: Report, steps: [{id: block, title: We block the card, lane: frontstage, end: success}]}]
`).replace('version: 1.0.0', 'version: 2.0.0');
}
