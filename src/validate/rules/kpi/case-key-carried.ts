import { joinProblems, unknownKeys } from '../../../analysis/kpi/case-keys.js';
import { activeDocument, activeJourney } from '../../example-texts.js';
import type { Rule } from '../../rule.js';
import { inKpi } from '../../kpi-finding.js';

const systems = activeDocument('Directory', 'tools', `systems:
  shop: {title: Shop, emits: [{event: order-placed, caseKey: orderNumber}]}
  bank: {title: Bank, emits: [{event: order-paid, caseKey: paymentReference}]}
`);

const journey = (correlation: string, step = ''): string => `${activeJourney('order', 'buy', `      - {id: pay, title: Customer pays, lane: customer, channel: web, end: success${step}}
`)}${correlation}kpis: {primary: [paid]}
`;

const kpi = activeDocument('Kpi', 'paid', `formula: {mean: {duration: {from: order-placed, to: order-paid}}}
`);

/** Events that nobody can bring together, because each system knows the case by another name. */
export const caseKeyCarried: Rule = {
  id: 'kpi/case-key-carried',
  code: 'KPI-006',
  summary: 'Every system that tells events of a journey or a KPI carries the key of the case, or the journey says by which name it knows it.',
  rationale: 'Without a common key the first half of a case lies in one system and the second in another, and no time and no rate can be computed.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M2.5', 'S3.M1.3', 'S4.M3.3'],
  silencedBy: [{ code: 'REF-001', within: 'spec' }],
  examples: {
    valid: [
      {
        title: 'The journey says what the bank calls the order',
        files: { 'systems.yaml': systems, 'kpi.yaml': kpi, 'journey.yaml': journey('correlation: {caseKey: orderNumber, mapping: [{system: bank, key: paymentReference}]}\n', ', events: {start: order-placed, complete: order-paid}') },
      },
    ],
    invalid: [
      {
        title: 'A KPI joins two keys that have nothing in common',
        files: { 'systems.yaml': systems, 'kpi.yaml': kpi, 'journey.yaml': journey('') },
        at: 'order-paid',
        message: 'In KPI `paid`, `bank` knows the case of `order-paid` by `paymentReference`, `shop` that of `order-placed` by `orderNumber`, and no journey says that they are one.',
      },
      {
        title: 'A step ends with an event under a key that the journey does not know',
        files: { 'systems.yaml': systems, 'kpi.yaml': kpi, 'journey.yaml': journey('correlation: {caseKey: orderNumber}\n', ', events: {start: order-placed, complete: order-paid}') },
        at: 'orderNumber',
        message: 'System `bank` knows the case of `order-paid` by `paymentReference`, and journey `order` does not say that this is its `orderNumber`.',
      },
      {
        title: 'An anchor event of other cases',
        files: { 'systems.yaml': systems, 'kpi.yaml': activeDocument('Kpi', 'paid', 'formula: {count: cases, where: {event: order-paid}}\nanchor: order-placed\n'), 'journey.yaml': journey('') },
        at: 'order-placed',
        message: 'In KPI `paid`, `shop` knows the case of the anchor event `order-placed` by `orderNumber`, `bank` that of `order-paid` by `paymentReference`, and no journey says that they are one.',
      },
      {
        title: 'Customers are counted, and nothing says who is the same one',
        files: { 'systems.yaml': systems, 'kpi.yaml': activeDocument('Kpi', 'paid', 'formula: {count: customers, where: {event: order-paid}}\n'), 'journey.yaml': journey('') },
        at: 'customers',
        message: 'In KPI `paid`, the formula counts customers, and journey `order` does not say how one is known again.',
      },
    ],
  },
  *check({ workspace }) {
    for (const each of workspace.all('Kpi')) yield* joinProblems(workspace, each).map((problem) => inKpi(each, problem));
  },
  checkJourneys: ({ workspace }) =>
    function* (judged) {
      const { correlation } = judged.spec.value;
      if (correlation === undefined) return;
      for (const { system, event, key } of unknownKeys(workspace, judged, correlation)) {
        yield {
          at: { spec: judged.spec, path: ['correlation', 'caseKey'] },
          about: [system, key],
          message: `System \`${system}\` knows the case of \`${event}\` by \`${key}\`, and journey \`${judged.id}\` does not say that this is its \`${correlation.caseKey}\`.`,
          hint: `Add \`{system: ${system}, key: ${key}}\` under \`mapping\` of \`correlation\`, or let the system carry \`${correlation.caseKey}\`.`,
        };
      }
    },
};
