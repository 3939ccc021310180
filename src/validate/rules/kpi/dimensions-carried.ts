import { dimensionProblems } from '../../../analysis/kpi/dimensions.js';
import { Proposals } from '../../../base/proposals.js';
import { activeDocument } from '../../example-texts.js';
import type { Rule } from '../../rule.js';
import { inKpi } from '../../kpi-finding.js';

const shop = activeDocument('System', 'shop', `emits: [{event: order-placed, attributes: [{name: country, type: string}]}]
`);

const kpi = (rest: string): { readonly [path: string]: string } => ({
  'shop.yaml': shop,
  'kpi.yaml': activeDocument('Kpi', 'orders', `formula: {count: cases, where: {event: order-placed}}
${rest}`),
});

/** A split that no event carries. */
export const dimensionsCarried: Rule = {
  id: 'kpi/dimensions-carried',
  code: 'KPI-009',
  summary: 'What a KPI is split by is an attribute of its anchor event, or what every case has: its journey, stage, channel, persona or region.',
  rationale: 'A split by something that no event carries is an empty column in every report.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M3.5'],
  examples: {
    valid: [{ title: 'An attribute of the anchor event, and the persona', files: kpi('anchor: order-placed\ndimensions: [country, persona]\n') }],
    invalid: [
      {
        title: 'The anchor event does not carry it',
        files: kpi('anchor: order-placed\ndimensions: [depot]\n'),
        at: 'depot',
        message: 'In KPI `orders`, the value is split by `depot`, which its anchor event `order-placed` does not carry.',
      },
      {
        title: 'No anchor event',
        files: kpi('dimensions: [country]\n'),
        at: 'country',
        message: 'In KPI `orders`, the value is split by `country`, and no anchor event says where that stands.',
      },
      {
        title: 'An alert watches parts into which nothing is split',
        files: kpi('anchor: order-placed\ndimensions: [country]\nalerts: [{severity: warn, below: 10, segment: [region]}]\n'),
        at: 'region',
        message: 'In KPI `orders`, an alert watches each `region`, and the value is not split by it.',
      },
    ],
  },
  *check({ workspace }) {
    const proposals = new Proposals();
    for (const each of workspace.all('Kpi')) yield* dimensionProblems(workspace, each, proposals).map((problem) => inKpi(each, problem));
  },
};
