import { impossibleValues, type ImpossibleValue } from '../../../analysis/kpi/possible-values.js';
import type { Span } from '../../../analysis/kpi/unit.js';
import type { Spec } from '../../../model/spec.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const desk = activeDocument('System', 'desk', 'emits: [{event: claim-opened}, {event: claim-paid}, {event: claim-rated, attributes: [{name: ease, type: integer}]}]\n');
const paid = '{ratio: {numerator: {count: cases, where: {all: [{event: claim-opened}, {event: claim-paid}]}}, denominator: {count: cases, where: {event: claim-opened}}}}';

const kpi = (unit: string, formula: string, rest: string): { readonly [path: string]: string } => ({
  'desk.yaml': desk,
  'kpi.yaml': activeDocument('Kpi', 'claims-paid', `unit: ${unit}\ndirection: up\nformula: ${formula}\n${rest}`),
});

/** A target that nobody can reach, because the formula never gives such a value. */
export const valuesPossible: Rule = {
  id: 'kpi/values-possible',
  code: 'KPI-019',
  summary: 'Target, baseline, alerts and benchmark of a KPI are values that its formula can give, in its unit.',
  rationale: 'A target beyond the end of the scale is never met, and an alert there never rings. Most often one number is a part of a hundred and the other a part of one.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S0.P1.3.1', 'S3.M3.3'],
  examples: {
    valid: [
      { title: 'A share of one', files: kpi('ratio', paid, 'baseline: {value: 0.8, period: 2026-Q2, n: 4480}\ntarget: {value: 1}\nalerts: [{severity: warn, below: 0.75}]\n') },
      { title: 'The same in percent', files: kpi('percent', paid, 'baseline: {value: 80, period: 2026-Q2, n: 4480}\ntarget: {value: 92}\n') },
      { title: 'A ratio that is no share may be above one', files: kpi('ratio', '{ratio: {numerator: {count: events, where: {event: claim-paid}}, denominator: {count: cases, where: {event: claim-opened}}}}', 'target: {value: 1.4}\n') },
      { title: 'Points on their scale', files: kpi('score(1,7)', '{mean: {attribute: claim-rated.ease}}', 'target: {value: 5.5}\nalerts: [{severity: warn, below: 4.5}]\n') },
    ],
    invalid: [
      {
        title: 'A share that is aimed for in percent',
        files: kpi('ratio', paid, 'baseline: {value: 0.8, period: 2026-Q2, n: 4480}\ntarget: {value: 92}\n'),
        at: '92',
        message: 'The value of KPI `claims-paid` lies between 0 and 1, and its target is 92.',
      },
      {
        title: 'More than all',
        files: kpi('percent', paid, 'baseline: {value: 80, period: 2026-Q2, n: 4480}\ntarget: {value: 110}\n'),
        at: '110',
        message: 'The value of KPI `claims-paid` lies between 0 and 100, and its target is 110.',
      },
      {
        title: 'An alert in percent for a part of one',
        files: kpi('ratio', paid, 'target: {value: 0.92}\nalerts: [{severity: warn, below: 85}]\n'),
        at: '85',
        message: 'The value of KPI `claims-paid` lies between 0 and 1, and an alert rings below 85.',
      },
      {
        title: 'A target beyond the scale of the answers',
        files: kpi('score(1,5)', '{mean: {attribute: claim-rated.ease}}', 'target: {value: 5.5}\n'),
        at: '5.5',
        message: 'The value of KPI `claims-paid` lies between 1 and 5, and its target is 5.5.',
      },
      {
        title: 'A count below nothing',
        files: kpi('count', '{count: cases, where: {event: claim-paid}}', 'target: {value: 100}\nalerts: [{severity: warn, below: 0}]\n'),
        at: '0',
        message: 'The value of KPI `claims-paid` is never below 0, and an alert rings below 0.',
      },
    ],
  },
  *check({ workspace }) {
    for (const each of workspace.all('Kpi')) yield* judge(each, impossibleValues(workspace)(each));
  },
};

/** Values on another scale are one slip, however many of them there are. */
function* judge(spec: Spec<'Kpi'>, [first, ...others]: readonly ImpossibleValue[]): Iterable<Finding> {
  if (first === undefined) return;
  yield {
    at: { spec, path: first.path },
    message: `The value of KPI \`${spec.id}\` ${spanWords(first.span)}, and ${statement(first)}.`,
    hint: otherScale(spec, [first, ...others]) ?? `Write a value that the KPI can have. If the value is right, mend \`formula\` or \`unit: ${spec.value.unit}\`.`,
    related: others.map(({ path }) => ({ message: 'The same is true of this value.', at: { spec, path } })),
  };
}

function spanWords({ least, most }: Span): string {
  return Number.isFinite(most) ? `lies between ${least} and ${most}` : `is never below ${least}`;
}

function statement({ is, value, path }: ImpossibleValue): string {
  return is === 'alert' ? `an alert rings ${String(path.at(-1))} ${value}` : `its ${is} is ${value}`;
}

/** Parts of a hundred where parts of one are meant: the usual slip, and no wrong aim. */
function otherScale({ value: { unit } }: Spec<'Kpi'>, values: readonly ImpossibleValue[]): string | undefined {
  const [first] = values;
  if (unit !== 'ratio' || !values.every(({ value, span }) => span.most === 1 && value > 1 && value <= 100)) return undefined;
  return `The unit is \`ratio\`: write ${Number((first!.value / 100).toPrecision(12))}, or write \`unit: percent\` and all values as parts of a hundred.`;
}
