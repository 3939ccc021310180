import { sourceProblems } from '../../../analysis/kpi/sources.js';
import { Proposals } from '../../../base/proposals.js';
import { activeDocument, draftJourney } from '../../example-texts.js';
import type { Rule } from '../../rule.js';
import { inKpi } from '../../kpi-finding.js';

const shop = activeDocument('System', 'shop', `emits: [{event: order-placed, caseKey: orderNumber, attributes: [{name: price, type: money}]}]
`);

const journey = draftJourney('order', 'buy', '      - {id: pay, title: Customer pays, lane: customer, channel: web, end: success}\n');

const kpi = (formula: string): { readonly [path: string]: string } => ({
  'shop.yaml': shop,
  'journey.yaml': journey,
  'kpi.yaml': activeDocument('Kpi', 'orders', `formula: ${formula}
anchor: order-placed
`),
});

/** A KPI that reads what no system tells. */
export const inputsTold: Rule = {
  id: 'kpi/inputs-told',
  code: 'KPI-005',
  summary: 'Every event and attribute that a KPI is computed from is told by a system.',
  rationale: 'A KPI that nobody can compute is found out when the board asks for its first value.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M1.3'],
  examples: {
    valid: [{ title: 'The shop tells the event with its price', files: kpi('{sum: {attribute: order-placed.price}}') }],
    invalid: [
      {
        title: 'An attribute that the event does not carry',
        files: kpi('{sum: {attribute: order-placed.margin}}'),
        at: 'order-placed.margin',
        message: 'In KPI `orders`, system `shop` tells `order-placed` without an attribute `margin`.',
      },
      {
        title: 'An event that only follows from a step',
        files: kpi('{ratio: {numerator: {count: cases, where: {event: order.pay.completed}}, denominator: {count: cases, where: {event: order-placed}}}}'),
        at: 'order.pay.completed',
        message: 'In KPI `orders`, no system tells event `order.pay.completed`, so it cannot be counted.',
      },
      {
        title: 'A misspelt event before the dot',
        files: kpi('{sum: {attribute: order-plced.price}}'),
        at: 'order-plced.price',
        message: 'In KPI `orders`, there is no event `order-plced`.',
      },
      {
        title: 'Visits of a step that nobody sees',
        files: kpi('{visits: {step: order#pay, counted: repeats}}'),
        at: 'order#pay',
        message: 'In KPI `orders`, nobody sees cases in step `order#pay`: no system tells `order.pay.started` or `order.pay.completed`.',
      },
    ],
  },
  *check({ workspace }) {
    const proposals = new Proposals();
    for (const each of workspace.all('Kpi')) {
      for (const problem of sourceProblems(workspace, each, proposals)) yield { ...inKpi(each, problem), cause: problem.cause };
    }
  },
};
