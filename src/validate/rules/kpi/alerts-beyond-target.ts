import { impossibleValues, type ImpossibleValue } from '../../../analysis/kpi/possible-values.js';
import { aimOf, badSides, isBehindBaseline, isFurtherOut, missingEnds, ringsForGood, type Aim, type Side } from '../../../analysis/kpi-goals.js';
import { compareDurations, parseDuration } from '../../../base/duration.js';
import { sameJson } from '../../../base/json.js';
import { listOf, quoted } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import type { KpiAlert } from '../../../schema/kinds/kpi.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Place, Rule } from '../../rule.js';

const kpi = (alerts: string): string => activeDocument('Kpi', 'claims-paid', `direction: up\ndimensions: [region]\ntarget: {value: 0.92}\nalerts: [${alerts}]\n`);

/** An alert that rings when all is well, that nobody can place, or that wakes people before it warns them. */
export const alertsBeyondTarget: Rule = {
  id: 'kpi/alerts-beyond-target',
  code: 'KPI-011',
  summary: 'An alert rings on the bad side of the target, a page further out than a warning, and for dimensions that the KPI has.',
  rationale: 'An alert that rings when all is well is switched off, and then nobody is told when it matters.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M3.3'],
  examples: {
    valid: [
      { title: 'A warning, and a page further out', files: { 'kpi.yaml': kpi('{severity: warn, below: 0.85, segment: [region]}, {severity: page, below: 0.8}') } },
      { title: 'A page when a warning has lasted', files: { 'kpi.yaml': kpi('{severity: warn, below: 0.85, for: P1D}, {severity: page, below: 0.85, for: P7D}') } },
    ],
    invalid: [
      {
        title: 'It rings for values that meet the target',
        files: { 'kpi.yaml': kpi('{severity: warn, below: 0.95}') },
        at: '0.95',
        message: 'An alert of KPI `claims-paid` rings below 0.95, though values from 0.92 on meet its target.',
      },
      {
        title: 'It rings when the KPI becomes better',
        files: { 'kpi.yaml': kpi('{severity: warn, above: 0.85}') },
        at: '0.85',
        message: 'An alert of KPI `claims-paid` rings above 0.85, and the KPI is better when it goes up.',
      },
      {
        title: 'It pages before it warns',
        files: { 'kpi.yaml': kpi('{severity: warn, below: 0.8}, {severity: page, below: 0.85}') },
        at: '0.85',
        message: 'KPI `claims-paid` pages somebody below 0.85, before it warns below 0.8.',
      },
      {
        title: 'An alert for a dimension that the KPI does not have',
        files: { 'kpi.yaml': kpi('{severity: warn, below: 0.85, segment: [channel]}') },
        at: 'channel',
        message: 'An alert of KPI `claims-paid` watches `channel`, and the KPI is not split by it.',
      },
      {
        title: 'An alert without a value',
        files: { 'kpi.yaml': kpi('{severity: warn, for: P7D}') },
        at: 'warn',
        message: 'An alert of KPI `claims-paid` does not say at which value it rings.',
      },
    ],
  },
  *check({ workspace }) {
    for (const each of workspace.all('Kpi')) {
      const impossible = impossibleValues(workspace)(each);
      for (const index of (each.value.alerts ?? []).keys()) yield* judge({ spec: each, impossible }, index);
    }
  },
};

const sides: readonly Side[] = ['below', 'above'];

/** A KPI, and where it has values that it can never reach. These are told by themselves: against them nothing can be weighed. */
interface Judged {
  readonly spec: Spec<'Kpi'>;
  readonly impossible: readonly ImpossibleValue[];
}

function* judge(judged: Judged, index: number): Iterable<Finding> {
  const { spec } = judged;
  const alert = spec.value.alerts![index]!;
  if (alert.below === undefined && alert.above === undefined) {
    const path = ['alerts', index, ...(alert.severity === undefined ? [] : ['severity'])];
    yield { at: { spec, path }, message: `An alert of KPI \`${spec.id}\` does not say at which value it rings.`, hint: 'Add `below:` or `above:` with the value.' };
  }
  for (const side of sides) if (isPossible(judged, index, side)) yield* judgeSide(judged, index, alert, side);
  yield* unknownSegments(spec, index, alert);
}

function isPossible({ impossible }: Judged, index: number, side: Side): boolean {
  return !impossible.some(({ path }) => sameJson(path, ['alerts', index, side]));
}

function* judgeSide(judged: Judged, index: number, alert: KpiAlert, side: Side): Iterable<Finding> {
  const threshold = alert[side];
  if (threshold === undefined) return;
  const { spec } = judged;
  const at: Place = { spec, path: ['alerts', index, side] };
  const problem = againstTarget(judged, side, threshold);
  const others = spec.value.alerts!.filter((_, place) => isPossible(judged, place, side));
  const warning = problem === undefined && alert.severity === 'page' ? warningAfter(others, alert, side) : undefined;
  if (problem !== undefined) yield { at, ...problem };
  if (warning !== undefined) {
    const words = warning[side] === threshold ? `no later than it warns` : `before it warns ${side} ${warning[side]}`;
    yield { at, message: `KPI \`${spec.id}\` pages somebody ${side} ${threshold}, ${words}.`, hint: `Let the page ring further out than the warning, ${side === 'below' ? 'at a lower' : 'at a higher'} value, or at the same value after a longer \`for\`.` };
  }
}

/** A target on the wrong side of the baseline, or without a value, has a finding of its own: it or the direction is wrong, not the alerts. */
function againstTarget({ spec: { id, value }, impossible }: Judged, side: Side, threshold: number): Pick<Finding, 'message' | 'hint'> | undefined {
  const { direction } = value;
  if (direction === undefined || isBehindBaseline(value)) return undefined;
  if (!badSides(direction).includes(side)) {
    return { message: `An alert of KPI \`${id}\` rings ${side} ${threshold}, and the KPI is better when it goes ${direction}.`, hint: `Write \`${side === 'below' ? 'above' : 'below'}\` for \`${side}\`, or change \`direction\`. Where too much and too little are both bad, write \`direction: band\`.` };
  }
  const aim = impossible.some(({ is }) => is === 'target') ? undefined : aimOf(value);
  if (aim === undefined || missingEnds(direction, aim).length > 0 || !ringsForGood(aim, side, threshold)) return undefined;
  return { message: `An alert of KPI \`${id}\` rings ${side} ${threshold}, though ${goodValues(aim, side)} meet its target.`, hint: `Let it ring ${side} ${side === 'below' ? aim.least : aim.most} or further out.` };
}

function goodValues({ least, most }: Aim, side: Side): string {
  return side === 'below' ? `values from ${least} on` : `values up to ${most}`;
}

/** The first warning that should have rung before a page, and does not: of those for the same dimensions, or else of all. */
function warningAfter(alerts: readonly KpiAlert[], page: KpiAlert, side: Side): KpiAlert | undefined {
  const warnings = alerts.filter((each) => each.severity === 'warn' && each[side] !== undefined);
  const alike = warnings.filter((each) => sameJson(each.segment ?? [], page.segment ?? []));
  const asked = alike.length > 0 ? alike : warnings;
  return asked.some((warning) => ringsBefore(warning, page, side)) ? undefined : asked[0];
}

function ringsBefore(warning: KpiAlert, page: KpiAlert, side: Side): boolean {
  const [early, late] = [warning[side]!, page[side]!];
  return isFurtherOut(side, late, early) || (late === early && !isAtOnce(warning, page));
}

/** True unless the page surely waits longer than the warning, or nobody can tell. */
function isAtOnce(warning: KpiAlert, page: KpiAlert): boolean {
  const [first, second] = [parseDuration(warning.for ?? '0s'), parseDuration(page.for ?? '0s')];
  const order = 'duration' in first && 'duration' in second ? compareDurations(first.duration, second.duration) : undefined;
  return order !== undefined && order >= 0;
}

function* unknownSegments(spec: Spec<'Kpi'>, index: number, { segment = [] }: KpiAlert): Iterable<Finding> {
  const { dimensions = [] } = spec.value;
  for (const [place, name] of segment.entries()) {
    if (dimensions.includes(name)) continue;
    const known = dimensions.length === 0 ? '' : ` It is split by ${listOf(quoted(dimensions))}.`;
    yield { at: { spec, path: ['alerts', index, 'segment', place] }, message: `An alert of KPI \`${spec.id}\` watches \`${name}\`, and the KPI is not split by it.`, hint: `Add \`${name}\` to the \`dimensions\` of the KPI, or take it out of the alert.${known}` };
  }
}
