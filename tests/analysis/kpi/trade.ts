import { load } from 'js-yaml';
import type { Formula } from '../../../src/schema/kinds/kpi.js';

/** A KPI that the trade knows, written in the grammar of formulas. */
export interface TradeKpi {
  readonly formula: string;
  /** The same in another notation. */
  readonly same: string;
  /** Something near that is not the same. */
  readonly near: string;
  /** The type that is computed. */
  readonly type: string;
  /** Units that a KPI may state it in, the first one as the trade does. */
  readonly stated: readonly string[];
  /** Units that would be wrong. */
  readonly wrong: string;
  readonly sentence: string;
  readonly anchor?: string;
}

export function formulaFrom(yaml: string): Formula {
  return load(yaml) as Formula;
}

/** Events of the systems below, by name. */
export const systems = `apiVersion: waymark/v1
kind: System
id: hub
title: Hub
version: 1.0.0
status: active
owner: claims
emits:
  - {event: contact-opened, caseKey: claimNumber, attributes: [{name: reason, type: string}, {name: channel, type: string}]}
  - {event: contact-closed, caseKey: claimNumber, attributes: [{name: cost, type: money}, {name: handling, type: duration}, {name: transfers, type: integer}]}
  - {event: case-opened, caseKey: claimNumber}
  - {event: case-resolved, caseKey: claimNumber}
  - {event: case-escalated, caseKey: claimNumber}
  - {event: queue-left, caseKey: claimNumber}
  - {event: queue-entered, caseKey: claimNumber}
  - {event: visit-begun, caseKey: claimNumber}
  - {event: visit-done, caseKey: claimNumber}
  - {event: survey-sent, caseKey: claimNumber}
  - {event: survey-answered, caseKey: claimNumber, timestamp: at, attributes: [{name: ease, type: integer}, {name: satisfaction, type: integer}, {name: recommend, type: integer}, {name: comment, type: string}]}
  - {event: feedback-received, caseKey: claimNumber}
  - {event: feedback-answered, caseKey: claimNumber}
  - {event: session-started, caseKey: sessionId, attributes: [{name: intent, type: string}]}
  - {event: session-ended, caseKey: sessionId, attributes: [{name: done, type: boolean}]}
  - {event: order-placed, caseKey: orderNumber, attributes: [{name: value, type: money}, {name: margin, type: money}, {name: costToServe, type: money}, {name: items, type: integer}]}
  - {event: campaign-paid, caseKey: campaign, attributes: [{name: spend, type: money}]}
  - {event: customer-joined, caseKey: customer}
  - {event: customer-left, caseKey: customer}
  - {event: customer-active, caseKey: customer}
  - {event: feature-offered, caseKey: customer}
  - {event: feature-used, caseKey: customer}
  - {event: prediction-checked, caseKey: claimNumber, attributes: [{name: right, type: boolean}, {name: likelihood, type: number}]}
`;

const ratio = (numerator: string, denominator: string): string => `{ratio: {numerator: ${numerator}, denominator: ${denominator}}}`;
const count = (of: string, where: string): string => `{count: ${of}, where: ${where}}`;

/** Every KPI of the trade's table, with what must be said of it. */
export const trade: { readonly [name: string]: TradeKpi } = {
  'first contact resolution, net': {
    formula: ratio(count('cases', '{all: [{event: case-resolved}, {contacts: {event: contact-opened, eq: 1, within: P7D}}]}'), count('cases', '{event: contact-opened}')),
    same: ratio(count('cases', '{all: [{contacts: {within: 1w, eq: 1, event: [contact-opened]}}, {event: case-resolved}, {event: case-resolved}]}'), count('cases', '{not: {not: {event: contact-opened}}}')),
    near: ratio(count('cases', '{all: [{event: case-resolved}, {contacts: {event: contact-opened, eq: 1, within: P8D}}]}'), count('cases', '{event: contact-opened}')),
    type: 'share',
    stated: ['ratio', 'percent'],
    wrong: 'count',
    sentence: 'Of all cases in which `contact-opened` happened, the part in which `case-resolved` happened and the customer was in contact (`contact-opened`) exactly once within 7 days of the first contact.',
  },
  'first contact resolution, gross': {
    formula: ratio(count('cases', '{all: [{event: case-resolved}, {contacts: {event: contact-opened, eq: 1}}]}'), count('events', '{event: contact-opened}')),
    same: ratio(count('cases', '{all: [{contacts: {event: contact-opened, gte: 1, lte: 1}}, {all: [{event: case-resolved}]}]}'), count('events', '{any: [{event: contact-opened}]}')),
    near: ratio(count('cases', '{all: [{event: case-resolved}, {contacts: {event: contact-opened, eq: 1}}]}'), count('cases', '{event: contact-opened}')),
    type: 'rate',
    stated: ['ratio', 'percent'],
    wrong: 'duration',
    sentence: 'The number of cases in which `case-resolved` happened and the customer was in contact (`contact-opened`) exactly once, divided by the number of `contact-opened` events.',
  },
  'customer effort score': {
    formula: '{mean: {attribute: survey-answered.ease}}',
    same: '{mean: {attribute: survey-answered.ease}, where: {all: []}}',
    near: '{median: {attribute: survey-answered.ease}}',
    type: 'points',
    stated: ['score(1,7)', 'score(1,5)'],
    wrong: 'ratio',
    sentence: 'The mean of `ease` of `survey-answered`.',
  },
  'customer effort score, as a share': {
    formula: '{scoreShare: {of: survey-answered.ease, values: [5, 6, 7]}}',
    same: '{scoreShare: {values: [7, 5, 6, 5], of: survey-answered.ease}}',
    near: '{scoreShare: {of: survey-answered.ease, values: [6, 7]}}',
    type: 'share',
    stated: ['percent', 'ratio'],
    wrong: 'score(1,7)',
    sentence: 'The part of the answers `ease` of `survey-answered` that are from 5 to 7.',
  },
  'customer satisfaction': {
    formula: '{scoreShare: {of: survey-answered.satisfaction, values: [4, 5]}}',
    same: '{scoreShare: {of: survey-answered.satisfaction, values: [5, 4]}}',
    near: '{scoreShare: {of: survey-answered.ease, values: [4, 5]}}',
    type: 'share',
    stated: ['percent'],
    wrong: 'count',
    sentence: 'The part of the answers `satisfaction` of `survey-answered` that are 4 or 5.',
  },
  'net promoter score': {
    formula: '{diff: {minuend: {scoreShare: {of: survey-answered.recommend, values: [9, 10]}}, subtrahend: {scoreShare: {of: survey-answered.recommend, values: [0, 1, 2, 3, 4, 5, 6]}}}}',
    same: '{diff: {subtrahend: {scoreShare: {of: survey-answered.recommend, values: [6, 5, 4, 3, 2, 1, 0]}}, minuend: {scoreShare: {of: survey-answered.recommend, values: [10, 9]}}}}',
    near: '{diff: {minuend: {scoreShare: {of: survey-answered.recommend, values: [0, 1, 2, 3, 4, 5, 6]}}, subtrahend: {scoreShare: {of: survey-answered.recommend, values: [9, 10]}}}}',
    type: 'share',
    stated: ['score(-100,100)', 'percent'],
    wrong: 'score(0,10)',
    sentence: 'The part of the answers `recommend` of `survey-answered` that are 9 or 10, minus the part of the answers `recommend` of `survey-answered` that are from 0 to 6.',
  },
  'customer lifetime value, historic': {
    formula: ratio('{diff: {minuend: {sum: {attribute: order-placed.margin, discount: 0.08}}, subtrahend: {sum: {attribute: order-placed.costToServe, discount: 0.08}}}}', count('customers', '{event: order-placed}')),
    same: ratio('{diff: {minuend: {sum: {discount: 0.08, attribute: order-placed.margin}}, subtrahend: {sum: {discount: 0.08, attribute: order-placed.costToServe}}}}', count('customers', '{repeat: {event: order-placed, atLeast: 1}}')),
    near: ratio('{diff: {minuend: {sum: {attribute: order-placed.margin}}, subtrahend: {sum: {attribute: order-placed.costToServe}}}}', count('customers', '{event: order-placed}')),
    type: 'money',
    stated: ['currency(EUR)'],
    wrong: 'ratio',
    sentence: '(The sum of `margin` of `order-placed`, discounted by 8 % a year, minus the sum of `costToServe` of `order-placed`, discounted by 8 % a year), divided by the number of customers for whom `order-placed` happened.',
  },
  'customer lifetime value, simple': {
    formula: `{product: [{mean: {attribute: order-placed.value}}, ${ratio(count('events', '{event: order-placed}'), count('customers', '{event: order-placed}'))}, ${ratio(count('customers', '{event: customer-active}'), count('customers', '{event: customer-left}'))}, ${ratio('{sum: {attribute: order-placed.margin}}', '{sum: {attribute: order-placed.value}}')}]}`,
    same: `{product: [${ratio('{sum: {attribute: order-placed.margin}}', '{sum: {attribute: order-placed.value}}')}, {product: [${ratio(count('events', '{event: order-placed}'), count('customers', '{event: order-placed}'))}, {mean: {attribute: order-placed.value}}]}, ${ratio(count('customers', '{event: customer-active}'), count('customers', '{event: customer-left}'))}]}`,
    near: `{product: [{mean: {attribute: order-placed.value}}, ${ratio(count('customers', '{event: customer-left}'), count('customers', '{event: customer-active}'))}]}`,
    type: 'money',
    stated: ['currency(EUR)'],
    wrong: 'count',
    sentence: 'The mean of `value` of `order-placed`, times (the number of `order-placed` events, divided by the number of customers for whom `order-placed` happened), times (the number of customers for whom `customer-active` happened, divided by the number of customers for whom `customer-left` happened), times (the sum of `margin` of `order-placed`, divided by the sum of `value` of `order-placed`).',
  },
  churn: {
    formula: '{cohort: {start: {event: customer-active}, lost: {event: customer-left}, result: lost}}',
    same: '{cohort: {result: lost, lost: {all: [{event: customer-left}]}, start: {event: customer-active}}}',
    near: '{cohort: {start: {event: customer-active}, lost: {event: customer-left}, result: kept}}',
    type: 'share',
    stated: ['ratio', 'percent'],
    wrong: 'count',
    sentence: 'Of all customers for whom at the start `customer-active` happened, the part for whom afterwards `customer-left` happened.',
  },
  retention: {
    formula: '{cohort: {start: {event: customer-active}, lost: {event: customer-left}, result: kept}}',
    same: '{cohort: {start: {any: [{event: customer-active}, {event: customer-active}]}, lost: {event: customer-left}, result: kept}}',
    near: '{cohort: {start: {event: customer-joined}, lost: {event: customer-left}, result: kept}}',
    type: 'share',
    stated: ['ratio', 'percent'],
    wrong: 'duration',
    sentence: 'Of all customers for whom at the start `customer-active` happened, the part for whom it was not so that afterwards `customer-left` happened.',
  },
  'retention by those who are there at the end': {
    formula: '{cohort: {start: {event: customer-active}, new: {event: customer-joined}, result: kept}}',
    same: '{cohort: {start: {not: {not: {event: customer-active}}}, new: {event: customer-joined}, result: kept}}',
    near: '{cohort: {start: {event: customer-active}, lost: {event: customer-joined}, result: kept}}',
    type: 'share',
    stated: ['ratio'],
    wrong: 'currency(EUR)',
    sentence: 'Of all customers for whom at the start `customer-active` happened, the part that is there at the end without those for whom in between `customer-joined` happened.',
  },
  'customer acquisition cost': {
    formula: ratio('{sum: {attribute: campaign-paid.spend}}', count('customers', '{event: customer-joined}')),
    same: ratio('{sum: {attribute: campaign-paid.spend, discount: 0}}', count('customers', '{any: [{event: customer-joined}]}')),
    near: ratio('{sum: {attribute: campaign-paid.spend}}', count('events', '{event: customer-joined}')),
    type: 'money',
    stated: ['currency(EUR)'],
    wrong: 'percent',
    sentence: 'The sum of `spend` of `campaign-paid`, divided by the number of customers for whom `customer-joined` happened.',
  },
  'cost per interaction': {
    formula: ratio('{sum: {attribute: contact-closed.cost}}', count('events', '{event: contact-closed}')),
    same: `{ratio: {denominator: ${count('events', '{all: [{event: contact-closed}]}')}, numerator: {sum: {attribute: contact-closed.cost}}}}`,
    near: ratio('{sum: {attribute: contact-closed.cost}}', count('events', '{all: [{event: contact-closed}, {attribute: {name: contact-closed.transfers, op: eq, value: 0}}]}')),
    type: 'money',
    stated: ['currency(EUR)', 'currency(CHF)'],
    wrong: 'count',
    sentence: 'The sum of `cost` of `contact-closed`, divided by the number of `contact-closed` events.',
  },
  'digital containment': {
    formula: ratio(
      count('cases', '{all: [{attribute: {name: session-started.intent, op: in, value: [pay, report]}}, {attribute: {name: session-ended.done, op: eq, value: true}}, {contacts: {event: contact-opened, eq: 0, within: 3d, after: session-ended}}]}'),
      count('cases', '{attribute: {name: session-started.intent, op: in, value: [pay, report]}}'),
    ),
    same: `{ratio: {numerator: ${count('cases', '{all: [{contacts: {event: contact-opened, eq: 0, within: P3D, after: session-ended}}, {attribute: {name: session-ended.done, op: in, value: true}}]}')}, denominator: {count: cases}}, where: {attribute: {name: session-started.intent, op: in, value: [report, pay, pay]}}}`,
    near: ratio(
      count('cases', '{all: [{attribute: {name: session-started.intent, op: in, value: [pay, report]}}, {attribute: {name: session-ended.done, op: eq, value: true}}, {contacts: {event: contact-opened, eq: 0, within: 72h, after: session-ended}}]}'),
      count('cases', '{attribute: {name: session-started.intent, op: in, value: [pay, report]}}'),
    ),
    type: 'share',
    stated: ['ratio', 'percent'],
    wrong: 'duration',
    sentence: 'Of all cases in which `intent` of `session-started` is `pay` or `report`, the part in which `done` of `session-ended` is `true` and the customer was not in contact (`contact-opened`) within 3 days after `session-ended`.',
  },
  completion: {
    formula: ratio(count('cases', '{outcome: success}'), count('cases', '{event: case-opened}')),
    same: ratio(count('cases', '{not: {not: {outcome: success}}}'), count('cases', '{event: case-opened}')),
    near: ratio(count('cases', '{outcome: open}'), count('cases', '{event: case-opened}')),
    type: 'share',
    stated: ['ratio'],
    wrong: 'count',
    anchor: 'case-opened',
    sentence: 'Of all cases in which `case-opened` happened, the part in which the case ended in success.',
  },
  'total resolution time': {
    formula: '{percentile: {duration: {from: case-opened, to: case-resolved, clock: office}, p: 90}}',
    same: '{percentile: {p: 90, duration: {clock: office, to: case-resolved, from: case-opened}}}',
    near: '{percentile: {duration: {from: case-opened, to: case-resolved}, p: 90}}',
    type: 'duration',
    stated: ['duration', 'duration(h)'],
    wrong: 'count',
    sentence: 'The 90th percentile of the time from `case-opened` to `case-resolved` in the hours of `office`.',
  },
  'total resolution time, median': {
    formula: '{median: {duration: {from: case-opened, to: case-resolved}}}',
    same: '{percentile: {duration: {from: case-opened, to: case-resolved, clock: 24x7}, p: 50}}',
    near: '{percentile: {duration: {from: case-opened, to: case-resolved}, p: 51}}',
    type: 'duration',
    stated: ['duration(d)'],
    wrong: 'ratio',
    sentence: 'The median of the time from `case-opened` to `case-resolved`.',
  },
  're-contact': {
    formula: ratio(count('cases', '{contacts: {event: contact-opened, gte: 2, within: P14D, same: reason}}'), count('cases', '{event: contact-opened}')),
    same: ratio(count('cases', '{contacts: {event: [contact-opened], gte: 2, within: 2w, same: reason}}'), count('cases', '{event: contact-opened}')),
    near: ratio(count('cases', '{contacts: {event: contact-opened, gte: 2, within: P14D}}'), count('cases', '{event: contact-opened}')),
    type: 'share',
    stated: ['ratio'],
    wrong: 'duration',
    sentence: 'Of all cases in which `contact-opened` happened, the part in which the customer was in contact (`contact-opened`) at least twice about the same `reason` within 14 days of the first contact.',
  },
  'rework rate': {
    formula: ratio('{visits: {step: claim#inspect, counted: repeats}}', '{visits: {step: claim#inspect, counted: all}}'),
    same: ratio('{visits: {step: [claim#inspect], counted: repeats}}', '{visits: {counted: all, step: claim#inspect}}'),
    near: ratio('{visits: {step: claim#inspect, counted: all}}', '{visits: {step: claim#inspect, counted: all}}'),
    type: 'share',
    stated: ['ratio', 'percent'],
    wrong: 'duration',
    sentence: 'The number of times that a case came back to step `inspect` of journey `claim`, divided by the number of visits of step `inspect` of journey `claim`.',
  },
  'wait at a handoff': {
    formula: '{mean: {duration: {from: queue-entered, to: queue-left}}}',
    same: '{mean: {duration: {to: queue-left, from: queue-entered}}}',
    near: '{mean: {duration: {from: queue-left, to: queue-entered}}}',
    type: 'duration',
    stated: ['duration(m)'],
    wrong: 'percent',
    sentence: 'The mean of the time from `queue-entered` to `queue-left`.',
  },
  'flow efficiency': {
    formula: ratio('{sum: {touch: {steps: [claim#inspect, claim#decide]}}}', '{sum: {duration: {from: case-opened, to: case-resolved}}}'),
    same: ratio('{sum: {touch: {steps: [claim#decide, claim#inspect], clock: 24x7}}}', '{sum: {duration: {from: case-opened, to: case-resolved}}}'),
    near: ratio('{sum: {touch: {steps: claim#inspect}}}', '{sum: {duration: {from: case-opened, to: case-resolved}}}'),
    type: 'rate',
    stated: ['ratio', 'percent'],
    wrong: 'duration',
    sentence: 'The sum of the time of work in steps `claim#inspect` and `claim#decide`, divided by the sum of the time from `case-opened` to `case-resolved`.',
  },
  'attainment of a promise': {
    formula: ratio(count('cases', '{promise: {sla: settled, is: kept}}'), count('cases', '{promise: {sla: settled, is: due}}')),
    same: `{ratio: {numerator: ${count('cases', '{all: [{promise: {is: kept, sla: settled}}]}')}, denominator: ${count('cases', '{promise: {sla: settled, is: due}}')}}}`,
    near: ratio(count('cases', '{promise: {sla: settled, is: missed}}'), count('cases', '{promise: {sla: settled, is: due}}')),
    type: 'share',
    stated: ['ratio', 'percent'],
    wrong: 'count',
    sentence: 'Of all cases in which promise `settled` was due, the part in which promise `settled` was kept.',
  },
  conformance: {
    formula: ratio(count('cases', '{replays: claim}'), '{count: cases}'),
    same: ratio(count('cases', '{any: [{replays: claim}]}'), '{count: cases, where: {all: []}}'),
    near: ratio(count('cases', '{not: {replays: claim}}'), '{count: cases}'),
    type: 'share',
    stated: ['ratio'],
    wrong: 'count',
    sentence: 'Of all cases, the part in which the case took only ways that journey `claim` draws.',
  },
  adoption: {
    formula: ratio(count('customers', '{all: [{event: feature-offered}, {event: feature-used}]}'), count('customers', '{event: feature-offered}')),
    same: ratio(count('customers', '{all: [{event: feature-used}, {event: feature-offered}]}'), count('customers', '{event: feature-offered}')),
    near: ratio(count('customers', '{any: [{event: feature-offered}, {event: feature-used}]}'), count('customers', '{event: feature-offered}')),
    type: 'share',
    stated: ['ratio', 'percent'],
    wrong: 'count',
    sentence: 'Of all customers for whom `feature-offered` happened, the part for whom `feature-used` happened.',
  },
  'escalation rate': {
    formula: ratio(count('cases', '{event: case-escalated}'), count('cases', '{event: case-opened}')),
    same: ratio(count('cases', '{repeat: {event: case-escalated, atLeast: 1}}'), count('cases', '{event: case-opened}')),
    near: ratio(count('cases', '{repeat: {event: case-escalated, atLeast: 2}}'), count('cases', '{event: case-opened}')),
    type: 'share',
    stated: ['ratio'],
    wrong: 'currency(EUR)',
    anchor: 'case-opened',
    sentence: 'Of all cases in which `case-opened` happened, the part in which `case-escalated` happened.',
  },
  'response rate': {
    formula: ratio(count('cases', '{all: [{event: survey-sent}, {event: survey-answered}]}'), count('cases', '{event: survey-sent}')),
    same: `{ratio: {numerator: ${count('cases', '{event: survey-answered}')}, denominator: {count: cases}}, where: {event: survey-sent}}`,
    near: ratio(count('cases', '{event: survey-answered}'), count('cases', '{event: survey-sent}')),
    type: 'share',
    stated: ['percent'],
    wrong: 'duration',
    sentence: 'Of all cases in which `survey-sent` happened, the part in which `survey-answered` happened.',
  },
  'closed-loop rate': {
    formula: ratio(count('cases', '{all: [{event: feedback-received}, {repeat: {event: feedback-answered, atLeast: 1, within: 48h, after: feedback-received}}]}'), count('cases', '{event: feedback-received}')),
    same: ratio(count('cases', '{all: [{repeat: {after: feedback-received, within: PT48H, event: feedback-answered, atLeast: 1}}, {event: feedback-received}]}'), count('cases', '{event: feedback-received}')),
    near: ratio(count('cases', '{all: [{event: feedback-received}, {event: feedback-answered}]}'), count('cases', '{event: feedback-received}')),
    type: 'share',
    stated: ['ratio'],
    wrong: 'count',
    sentence: 'Of all cases in which `feedback-received` happened, the part in which `feedback-answered` happened at least once within 48 hours after `feedback-received`.',
  },
  'predictive accuracy': {
    formula: ratio(count('events', '{attribute: {name: prediction-checked.right, op: eq, value: true}}'), count('events', '{event: prediction-checked}')),
    same: ratio(count('events', '{attribute: {name: prediction-checked.right, op: in, value: [true, true]}}'), count('events', '{event: prediction-checked}')),
    near: ratio(count('events', '{attribute: {name: prediction-checked.right, op: ne, value: false}}'), count('events', '{event: prediction-checked}')),
    type: 'share',
    stated: ['ratio', 'percent'],
    wrong: 'duration',
    sentence: 'Of all `prediction-checked` events, the part where `right` of `prediction-checked` is `true`.',
  },
  'churn after a stage': {
    formula: ratio(count('cases', '{precededBy: {dimension: stage, event: customer-left, within: P30D}}'), count('cases', '{event: case-opened}')),
    same: ratio(count('cases', '{precededBy: {within: 30d, event: customer-left, dimension: stage}}'), count('cases', '{event: case-opened}')),
    near: ratio(count('cases', '{precededBy: {dimension: stage, event: customer-left}}'), count('cases', '{event: case-opened}')),
    type: 'share',
    stated: ['ratio'],
    wrong: 'count',
    anchor: 'case-opened',
    sentence: 'Of all cases in which `case-opened` happened, the part in which `customer-left` happened at most 30 days after a `stage`, under whose name the case counts.',
  },
};
