import { repetitions } from '../../../analysis/kpi/repetitions.js';
import { vainProblems } from '../../../analysis/kpi/vain-formula.js';
import { activeDocument, activeJourney } from '../../example-texts.js';
import { inKpi } from '../../kpi-finding.js';
import type { Finding, Rule } from '../../rule.js';

const desk = activeDocument('System', 'desk', 'emits: [{event: claim-opened, caseKey: claim}, {event: claim-decided, caseKey: claim}, {event: claim-paid, caseKey: claim}]\n');
const office = activeDocument('Calendar', 'office', 'timezone: Europe/Berlin\nweekly: {mon: ["08:00-18:00"], tue: ["08:00-18:00"]}\nhorizon: {from: 2026-01-01, until: 2028-01-01}\n');
const journey = activeJourney('claim', 'settle', `      - {id: decide, title: We decide, lane: backstage, systems: [crm], events: {start: claim-opened, complete: claim-decided}}
      - {id: pay, title: We pay, lane: backstage, systems: [crm], events: {complete: claim-paid}, end: success}
`);

const kpi = (unit: string, formula: string, more = ''): { readonly [path: string]: string } => ({
  'desk.yaml': desk,
  'office.yaml': office,
  'journey.yaml': journey,
  'kpi.yaml': activeDocument('Kpi', 'claims', `unit: ${unit}\nformula: ${formula}\n${more}`),
});

const cases = (where: string): string => `{count: cases, where: ${where}}`;
const ratio = (numerator: string, denominator: string): string => `{ratio: {numerator: ${numerator}, denominator: ${denominator}}}`;
const touch = (clock: string): string => `{sum: {touch: {steps: claim#decide, clock: ${clock}}}}`;
const elapsed = (clock: string): string => `{sum: {duration: {from: claim-opened, to: claim-paid, clock: ${clock}}}}`;

/** A formula that can be computed and tells nothing, or something else than its unit says. */
export const formulaTells: Rule = {
  id: 'kpi/formula-tells',
  code: 'KPI-020',
  summary: 'What a formula gives is not known beforehand: its conditions can be met and missed, its times run forward and in the same hours, and a share is a part of its whole.',
  rationale: 'A number that cannot but be nothing, or one, or above one, looks like any other on a page, and people are steered by it.',
  severity: 'error',
  preset: 'starter',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S1.K1', 'S1.K3', 'S1.K9', 'S1.K10'],
  examples: {
    valid: [
      { title: 'A part of a whole', files: kpi('ratio', ratio(cases('{all: [{event: claim-opened}, {not: {event: claim-paid}}]}'), cases('{event: claim-opened}'))) },
      { title: 'How many come to one', files: kpi('count', ratio(cases('{event: claim-opened}'), cases('{all: [{event: claim-opened}, {event: claim-paid}]}'))) },
      { title: 'Work and time that passes, in the same hours', files: kpi('ratio', ratio(touch('office'), elapsed('office'))) },
    ],
    invalid: [
      {
        title: 'Nothing is both',
        files: kpi('count', cases('{all: [{event: claim-paid}, {not: {event: claim-paid}}]}')),
        at: '{not: {event: claim-paid}}',
        message: 'In KPI `claims`, it cannot be that `claim-paid` happened and `claim-paid` did not happen, so nothing meets the condition.',
      },
      {
        title: 'Everything is one of both',
        files: kpi('count', cases('{any: [{outcome: success}, {not: {outcome: success}}]}')),
        at: '{not: {outcome: success}}',
        message: 'In KPI `claims`, it is always so that the case ended in success or the case did not end in success, so the condition leaves nothing out.',
      },
      {
        title: 'The anchor event is left out',
        files: kpi('count', cases('{not: {event: claim-paid}}'), 'anchor: claim-paid\n'),
        at: '{not: {event: claim-paid}}',
        message: 'In KPI `claims`, whatever is counted has the anchor event `claim-paid`, so nothing meets the condition that `claim-paid` did not happen.',
      },
      {
        title: 'The same condition twice',
        files: kpi('count', cases('{all: [{event: claim-opened}, {event: claim-opened}]}')),
        at: '{event: claim-opened}',
        message: 'In KPI `claims`, a condition says twice that `claim-opened` happened.',
      },
      {
        title: 'Divided by itself',
        files: kpi('ratio', ratio(cases('{event: claim-paid}'), cases('{event: claim-paid}'))),
        at: '{numerator: {count: cases, where: {event: claim-paid}}, denominator: {count: cases, where: {event: claim-paid}}}',
        message: 'In KPI `claims`, the formula divides something by itself, so its value is always 1.',
      },
      {
        title: 'A share upside down',
        files: kpi('ratio', ratio(cases('{event: claim-opened}'), cases('{all: [{event: claim-opened}, {event: claim-paid}]}'))),
        at: '{numerator: {count: cases, where: {event: claim-opened}}, denominator: {count: cases, where: {all: [{event: claim-opened}, {event: claim-paid}]}}}',
        message: 'In KPI `claims`, everything that the `denominator` counts is counted in the `numerator` too, so the value is never below 1.',
      },
      {
        title: 'A share of something else',
        files: kpi('percent', ratio(cases('{outcome: success}'), cases('{outcome: failure}'))),
        at: '{numerator: {count: cases, where: {outcome: success}}, denominator: {count: cases, where: {outcome: failure}}}',
        message: 'In KPI `claims`, nothing that the `denominator` counts is counted in the `numerator`: below the line the case ended in failure, above it the case ended in success.',
      },
      {
        title: 'Work at any hour, and time that passes in office hours',
        files: kpi('ratio', ratio(touch('24x7'), elapsed('office'))),
        at: `{numerator: ${touch('24x7')}, denominator: ${elapsed('office')}}`,
        message: 'In KPI `claims`, the time of work is counted in all hours, and the time that it is compared with in the hours of `office`.',
      },
      {
        title: 'A time from the end to the beginning',
        files: kpi('duration', '{mean: {duration: {from: claim-paid, to: claim-opened}}}'),
        at: '{from: claim-paid, to: claim-opened}',
        message: 'In KPI `claims`, the time is measured from `claim-paid` to `claim-opened`, and in every journey `claim-paid` comes only after `claim-opened`.',
      },
    ],
  },
  *check({ workspace }) {
    for (const each of workspace.all('Kpi')) {
      const problems = vainProblems(workspace, each);
      yield* problems.map((problem): Finding => inKpi(each, problem));
      if (problems.length === 0) yield* repetitions(each.value).map((problem): Finding => ({ ...inKpi(each, problem), severity: 'warning' }));
    }
  },
};
