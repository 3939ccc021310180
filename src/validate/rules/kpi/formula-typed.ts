import { typedKpi } from '../../../analysis/kpi/check-kpi.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';
import { inKpi } from '../../kpi-finding.js';

const survey = activeDocument('System', 'survey', `emits:
  - {event: survey-answered, attributes: [{name: effort, type: integer}, {name: comment, type: string}]}
  - {event: contact-closed, attributes: [{name: cost, type: money}]}
`);

const kpi = (unit: string, formula: string, more = ''): { readonly [path: string]: string } => ({
  'survey.yaml': survey,
  'kpi.yaml': activeDocument('Kpi', 'ease', `unit: ${unit}
direction: up
${more}formula: ${formula}
anchor: survey-answered
window: P1M
`),
});

/** A formula that adds up what cannot be added up, or gives another unit than the KPI says. */
export const formulaTyped: Rule = {
  id: 'kpi/formula-typed',
  code: 'KPI-002',
  summary: 'Every formula can be computed, and gives what the unit of its KPI says.',
  rationale: 'A number in the wrong unit is believed for years. What a formula computes must be certain before anybody is steered by it.',
  severity: 'error',
  preset: 'starter',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S1.K1', 'S1.K2', 'S1.K3', 'S1.K4', 'S1.K5', 'S1.K6', 'S1.K7', 'S1.K8', 'S1.K9', 'S1.K10', 'S1.K12'],
  examples: {
    valid: [
      { title: 'The mean of answers on a scale', files: kpi('score(1,7)', '{mean: {attribute: survey-answered.effort}}') },
      {
        title: 'The net promoter score is a difference of shares',
        files: kpi('score(-100,100)', '{diff: {minuend: {scoreShare: {of: survey-answered.effort, values: [9, 10]}}, subtrahend: {scoreShare: {of: survey-answered.effort, values: [0, 1, 2, 3, 4, 5, 6]}}}}'),
      },
    ],
    invalid: [
      {
        title: 'Money that is called a count',
        files: kpi('count', '{ratio: {numerator: {sum: {attribute: contact-closed.cost}}, denominator: {count: events, where: {event: contact-closed}}}}'),
        at: 'count',
        message: 'In KPI `ease`, the formula computes an amount of money, and the KPI is stated as `count`.',
      },
      {
        title: 'The mean of texts',
        files: kpi('score(1,7)', '{mean: {attribute: survey-answered.comment}}'),
        at: 'survey-answered.comment',
        message: 'In KPI `ease`, `survey-answered.comment` is of the type string, which cannot be added up.',
      },
      {
        title: 'Time is taken away from money',
        files: kpi('currency(EUR)', '{diff: {minuend: {sum: {attribute: contact-closed.cost}}, subtrahend: {mean: {duration: {from: survey-answered, to: contact-closed}}}}}'),
        at: '{minuend: {sum: {attribute: contact-closed.cost}}, subtrahend: {mean: {duration: {from: survey-answered, to: contact-closed}}}}',
        message: 'In KPI `ease`, a length of time is taken away from an amount of money.',
      },
      {
        title: 'Answers without their scale',
        files: kpi('count', '{mean: {attribute: survey-answered.effort}}', 'category: perception\n'),
        at: 'count',
        message: 'In KPI `ease`, answers of customers are told as `count`, and nobody sees on which scale they gave them.',
      },
    ],
  },
  *check({ workspace }) {
    for (const each of workspace.all('Kpi')) yield* typedKpi(workspace, each).problems.map((problem): Finding => inKpi(each, problem));
  },
};
