import { doubledKpis } from '../../../analysis/kpi/doubles.js';
import { activeDocument } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const kpi = (id: string, formula: string): string => activeDocument('Kpi', id, `formula: ${formula}
window: P1M
`);

const shop = activeDocument('System', 'shop', `emits: [{event: order-placed}, {event: order-paid}]
`);

/** One number under two names. */
export const kpiSaidOnce: Rule = {
  id: 'kpi/said-once',
  code: 'KPI-015',
  summary: 'No two KPIs compute the same, whatever the order in which their formulas are written.',
  rationale: 'Two names for one number become two numbers: each is changed by itself, and meetings begin with the question which one is right.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M8.1'],
  examples: {
    valid: [
      {
        title: 'Orders and paid orders',
        files: { 'shop.yaml': shop, 'a.yaml': kpi('orders', '{count: cases, where: {event: order-placed}}'), 'b.yaml': kpi('paid', '{count: cases, where: {event: order-paid}}') },
      },
    ],
    invalid: [
      {
        title: 'The same conditions in another order',
        files: {
          'shop.yaml': shop,
          'a.yaml': kpi('paid', '{count: cases, where: {all: [{event: order-placed}, {event: order-paid}]}}'),
          'b.yaml': kpi('sales', '{count: cases, where: {all: [{event: order-paid}, {event: order-placed}]}}'),
        },
        at: '{count: cases, where: {all: [{event: order-paid}, {event: order-placed}]}}',
        message: 'KPI `sales` computes the same as KPI `paid`.',
      },
    ],
  },
  *check({ workspace }) {
    for (const { first, double } of doubledKpis(workspace)) {
      yield {
        at: { spec: double, path: ['formula'] },
        about: [first.id, double.id],
        message: `KPI \`${double.id}\` computes the same as KPI \`${first.id}\`.`,
        hint: `Keep one of them, let the journeys name it, and set \`status: retired\` for the other. If they differ, say in the formula how.`,
        related: [{ message: 'The other one.', at: { spec: first, path: ['formula'] } }],
      };
    }
  },
};
