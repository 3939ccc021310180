import { figureName, primaryFigures, type Figure, type NamedFigure } from '../../../analysis/kpi-roles.js';
import { isLonger, planOf } from '../../../analysis/review-plan.js';
import { formatCycle } from '../../../base/duration.js';
import { sentence } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import { activeDocument, journeySteeredBy } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const kpi = (rest: string): string => activeDocument('Kpi', 'claims-paid', rest);
const journey = (measures = ''): string => journeySteeredBy(`review: {cycle: P3M}\nkpis: {primary: [claims-paid]}\n${measures}`);

/**
 * What is left to ask of the people who use a KPI: that it has an owner is a matter of form, and the cadence is owed with
 * what else an active document owes.
 */
export const readyForReview: Rule = {
  id: 'kpi/ready-for-review',
  code: 'KPI-007',
  summary: 'What a journey is steered by is reported at least as often as the journey is reviewed, and is aimed at something.',
  rationale: 'A review that finds no new number, or a number without a target, can only be told how people feel about it.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S0.P1.3.3'],
  examples: {
    valid: [
      { title: 'Monthly numbers for a review each quarter', files: { 'journey.yaml': journey(), 'kpi.yaml': kpi('cadence: P1M\ntarget: {value: 0.92}\n') } },
      { title: 'A cadence that is still missing is told with what else the KPI owes', files: { 'journey.yaml': journey(), 'kpi.yaml': kpi('target: {value: 0.92}\n') } },
    ],
    invalid: [
      {
        title: 'Yearly numbers for a review each quarter',
        files: { 'journey.yaml': journey(), 'kpi.yaml': kpi('cadence: P1Y\ntarget: {value: 0.92}\n') },
        at: 'claims-paid',
        message: 'KPI `claims-paid` is reported every year, and journey `claim`, which it steers, is reviewed every 3 months.',
      },
      { title: 'Nothing to reach', files: { 'journey.yaml': journey(), 'kpi.yaml': kpi('cadence: P1M\n') }, at: 'claims-paid', message: 'KPI `claims-paid` steers journey `claim` and has no target.' },
      {
        title: 'A measure without anything to reach',
        files: { 'journey.yaml': journeySteeredBy('kpis: {primary: [time-to-settle]}\nmeasures: [{id: time-to-settle, of: cycle-time, now: 9d}]\n') },
        at: 'time-to-settle',
        message: 'Measure `time-to-settle` steers journey `claim` and has no target.',
      },
    ],
  },
  checkJourneys({ workspace }) {
    return function* ({ spec }) {
      for (const each of primaryFigures(spec, workspace) ?? []) yield* judge(spec, each);
    };
  },
};

function* judge(spec: Spec<'Journey'>, { figure, path }: NamedFigure): Iterable<Finding> {
  if (targetOf(figure) === undefined) {
    yield { at: { spec, path }, message: `${sentence(figureName(figure))} steers journey \`${spec.id}\` and has no target.`, hint: `Add \`target:\` to the ${figure.kind === 'kpi' ? 'KPI' : 'measure'} with the value that is aimed for${figure.kind === 'kpi' ? ', and `by` when' : ''}.`, ...causeOf(figure, 'target') };
  }
  const [cadence, cycle] = [figure.kind === 'kpi' ? figure.kpi.value.cadence : undefined, planOf(spec)?.cycle];
  if (cadence === undefined || cycle === undefined || !isLonger(cadence, cycle)) return;
  yield {
    at: { spec, path },
    message: `${sentence(figureName(figure))} is reported every ${formatCycle(cadence)}, and journey \`${spec.id}\`, which it steers, is reviewed every ${formatCycle(cycle)}.`,
    hint: `Write \`cadence: ${cycle}\` or a shorter one at the KPI, or name another KPI that is known at the time of the review.`,
    ...causeOf(figure, 'cadence'),
  };
}

function targetOf(figure: Figure): unknown {
  return figure.kind === 'kpi' ? figure.kpi.value.target : figure.measure.target;
}

/** What is wrong with a KPI shows in each journey that it steers. A measure is the journey's own. */
function causeOf({ kind, id }: Figure, field: string): Pick<Finding, 'cause'> {
  return kind === 'kpi' ? { cause: `${id} ${field}` } : {};
}
