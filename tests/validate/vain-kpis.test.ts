import { describe, expect, it } from 'vitest';
import { loadDocuments } from '../../src/load/load-documents.js';
import { memoryTree } from '../../src/load/file-tree.js';
import { buildWorkspace } from '../../src/model/workspace.js';
import { activeDocument, activeJourney } from '../../src/validate/example-texts.js';
import { exampleDay, exampleFiles } from '../../src/validate/example-workspace.js';
import { validate } from '../../src/validate/validate.js';

const shop = activeDocument('System', 'shop', `emits:
  - {event: asked, caseKey: order, timestamp: at}
  - {event: placed, caseKey: order, timestamp: at, attributes: [{name: price, type: money}, {name: country, type: string}, {name: kind, type: string}]}
  - {event: packed, caseKey: order, timestamp: at}
  - {event: paid, caseKey: order, timestamp: at, attributes: [{name: price, type: money}]}
  - {event: cancelled, caseKey: order, timestamp: at}
  - {event: returned, caseKey: order, timestamp: at}
  - {event: rated, caseKey: order, timestamp: at, attributes: [{name: stars, type: integer}]}
`);

const journey = (pay = '', more = ''): string => activeJourney('order', 'buy', `      - {id: place, title: Customer places an order, lane: customer, channel: web, events: {start: asked, complete: placed}}
      - {id: pack, title: We pack, lane: backstage, systems: [crm], events: {complete: packed}}
      - {id: check, title: We check, lane: backstage, systems: [crm]}
      - {id: pay, title: Customer pays, lane: customer, channel: web, events: {complete: paid}${pay === '' ? ', end: success' : pay}}
${more}`);

const calendar = (id: string, hours: string): string => activeDocument('Calendar', id, `timezone: Europe/Berlin
weekly: {${['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => `${day}: ["${hours}"]`).join(', ')}}
horizon: {from: 2026-01-01, until: 2028-01-01}
`);

const good: { readonly [path: string]: string } = {
  ...exampleFiles,
  'shop.yaml': shop,
  'order.yaml': journey(),
  'hours.yaml': [calendar('office', '08:00-18:00'), calendar('desk', '08:00-18:00'), calendar('shift', '06:00-22:00'), calendar('open', '00:00-24:00')].join('---\n'),
};

const kpi = (unit: string, formula: string, more = ''): string => activeDocument('Kpi', 'orders', `unit: ${unit}\ndirection: up\nformula: ${formula}\n${more}`);

const about = /^KPI-0(?:02|04|05|06|09|11|15|19|20)|^REF-00[12]|^STR-00[236]/;

/** What is found about the meaning of a KPI, each with the text that it points at. */
function found(text: string, files: { readonly [path: string]: string } = {}): readonly (readonly [code: string, at: string, message: string])[] {
  const { diagnostics } = validate(buildWorkspace(loadDocuments(memoryTree({ ...good, ...files, 'kpi.yaml': text }))), { asOf: exampleDay, profile: 'regulated' });
  const told = diagnostics.filter(({ code }) => about.test(code));
  for (const { hint } of told) expect(hint).toMatch(/^[A-Z].*[.?]$/s);
  return told.map(({ code, message, span }) => [code, span!.source.text.slice(span!.start, span!.end), message.replace(/^In KPI `orders`, /, '')]);
}

const ratio = (numerator: string, denominator: string): string => `{ratio: {numerator: ${numerator}, denominator: ${denominator}}}`;
const cases = (where: string): string => `{count: cases, where: ${where}}`;
const share = ratio(cases('{all: [{event: placed}, {event: paid}]}'), cases('{event: placed}'));

it('the workspace has nothing else to tell', () => {
  expect(found(kpi('ratio', share, 'anchor: placed\nbaseline: {value: 0.8, period: 2026-Q2, n: 900}\ntarget: {value: 0.92}\nalerts: [{severity: warn, below: 0.85}, {severity: page, below: 0.7}]\n'))).toEqual([]);
});

describe('values that the formula never gives', () => {
  const told = (at: string, span: string, says: string): readonly (readonly [string, string, string])[] => [['KPI-019', at, `The value of KPI \`orders\` ${span}, and ${says}.`]];

  it('are told of a share that is stated as a ratio or in percent', () => {
    const between = 'lies between 0 and 1';
    expect(found(kpi('ratio', share, 'baseline: {value: 0.8, period: 2026-Q2, n: 900}\ntarget: {value: 92}\n'))).toEqual(told('92', between, 'its target is 92'));
    expect(found(kpi('ratio', share, 'target: {value: -0.1}\n'))).toEqual(told('-0.1', between, 'its target is -0.1'));
    expect(found(kpi('ratio', share, 'benchmark: {source: Trade, value: 88, date: 2026-09-01}\n'))).toEqual(told('88', between, 'its benchmark is 88'));
    expect(found(kpi('percent', share, 'target: {value: 120}\n'))).toEqual(told('120', 'lies between 0 and 100', 'its target is 120'));
    expect(found(kpi('ratio', '{cohort: {start: {event: placed}, lost: {event: cancelled}, result: lost}}', 'target: {value: 5}\n'))).toEqual(told('5', between, 'its target is 5'));
    expect(found(kpi('percent', '{scoreShare: {of: rated.stars, values: [4, 5]}}', 'target: {value: 101}\n'))).toEqual(told('101', 'lies between 0 and 100', 'its target is 101'));
    expect(found(kpi('score(-100,100)', '{diff: {minuend: {scoreShare: {of: rated.stars, values: [5]}}, subtrahend: {scoreShare: {of: rated.stars, values: [1]}}}}', 'target: {value: 140}\n'))).toEqual(told('140', 'lies between -100 and 100', 'its target is 140'));
  });

  it('are told of cases divided by the events that each of them has', () => {
    const gross = ratio(cases('{all: [{event: paid}, {contacts: {event: placed, eq: 1}}]}'), '{count: events, where: {event: placed}}');
    expect(found(kpi('ratio', gross, 'baseline: {value: 0.62, period: 2026-Q2, n: 900}\ntarget: {value: 75}\n'))).toEqual(told('75', 'lies between 0 and 1', 'its target is 75'));
    expect(found(kpi('ratio', ratio(cases('{event: paid}'), '{count: events, where: {event: returned}}'), 'target: {value: 75}\n'))).toEqual([]);
  });

  it('are told of a scale, a length of time, a count and a band', () => {
    expect(found(kpi('score(1,5)', '{mean: {attribute: rated.stars}}', 'target: {value: 5.5}\n'))).toEqual(told('5.5', 'lies between 1 and 5', 'its target is 5.5'));
    expect(found(kpi('score(1,5)', '{median: {attribute: rated.stars}}', 'target: {value: 0}\n'))).toEqual(told('0', 'lies between 1 and 5', 'its target is 0'));
    expect(found(kpi('duration(h)', '{mean: {duration: {from: placed, to: paid}}}', 'baseline: {value: -4, period: 2026-Q2, n: 900}\n'))).toEqual(told('-4', 'is never below 0', 'its baseline is -4'));
    expect(found(kpi('ratio', share, 'target: {from: 0.7, to: 1.2}\n').replace('direction: up', 'direction: band'))).toEqual(told('1.2', 'lies between 0 and 1', 'its target is 1.2'));
  });

  it('are told once where a KPI is written on another scale throughout, and nothing is weighed against them', () => {
    const all = 'baseline: {value: 80, period: 2026-Q2, n: 900}\ntarget: {value: 0.92}\nalerts: [{severity: warn, below: 85}, {severity: page, below: 70}]\n';
    expect(found(kpi('ratio', share, all))).toEqual(told('80', 'lies between 0 and 1', 'its baseline is 80'));
    expect(found(kpi('ratio', share, 'target: {value: 0.92}\nalerts: [{severity: warn, below: 85}]\n'))).toEqual(told('85', 'lies between 0 and 1', 'an alert rings below 85'));
    expect(found(kpi('ratio', share, 'target: {value: 0.92}\nalerts: [{severity: warn, below: 0.85}, {severity: page, below: 70}]\n'))).toEqual(told('70', 'lies between 0 and 1', 'an alert rings below 70'));
  });

  it('are told of an alert at the end of what is possible, where it never rings', () => {
    expect(found(kpi('ratio', share, 'alerts: [{severity: warn, below: 0}]\n'))).toEqual(told('0', 'lies between 0 and 1', 'an alert rings below 0'));
    expect(found(kpi('ratio', share, 'alerts: [{severity: warn, above: 1}]\n').replace('up', 'down'))).toEqual(told('1', 'lies between 0 and 1', 'an alert rings above 1'));
  });

  it('and a second mistake in another value is still told', () => {
    const two = 'target: {value: 92}\nalerts: [{severity: warn, above: 0.85}]\n';
    expect(found(kpi('ratio', share, two)).map(([code]) => code).sort()).toEqual(['KPI-011', 'KPI-019']);
  });

  it('are not told where the value may be right', () => {
    for (const text of [
      kpi('ratio', share, 'target: {value: 1}\nbaseline: {value: 0, period: 2026-Q2, n: 900}\n'),
      kpi('percent', share, 'target: {value: 0.92}\n'),
      kpi('ratio', ratio('{count: events, where: {event: returned}}', cases('{event: placed}')), 'target: {value: 1.4}\n'),
      kpi('ratio', ratio(cases('{event: paid}'), cases('{event: placed}')), 'target: {value: 92}\n'),
      kpi('currency(EUR)', '{diff: {minuend: {sum: {attribute: paid.price}}, subtrahend: {sum: {attribute: placed.price}}}}', 'target: {value: -5}\n'),
      kpi('count', '{diff: {minuend: {count: events, where: {event: paid}}, subtrahend: {count: events, where: {event: returned}}}}', 'target: {value: -5}\n'),
      kpi('score(1,5)', '{sum: {attribute: rated.stars}}', 'target: {value: 500}\n'),
      kpi('score(1,5)', '{mean: {attribute: rated.stars}}', 'target: {value: 5}\n'),
      kpi('percent', `{diff: {minuend: ${share}, subtrahend: {scoreShare: {of: rated.stars, values: [1]}}}}`, 'target: {value: -20}\n'),
    ]) expect(found(text)).toEqual([]);
  });
});

describe('conditions that are always met, or never', () => {
  const never = (at: string, words: string): readonly (readonly [string, string, string])[] => [['KPI-020', at, `it cannot be that ${words}, so nothing meets the condition.`]];

  it('are told where two of them exclude each other', () => {
    expect(found(kpi('count', cases('{all: [{event: paid}, {not: {event: paid}}]}')))).toEqual(never('{not: {event: paid}}', '`paid` happened and `paid` did not happen'));
    expect(found(kpi('count', cases('{all: [{outcome: success}, {event: paid}, {outcome: failure}]}')))).toEqual(never('{outcome: failure}', 'the case ended in success and the case ended in failure'));
    expect(found(kpi('count', cases('{all: [{not: {event: placed}}, {attribute: {name: placed.country, op: eq, value: DE}}]}')))).toEqual(never('{attribute: {name: placed.country, op: eq, value: DE}}', '`placed` did not happen and `country` of `placed` is `DE`'));
    expect(found(kpi('count', cases('{all: [{event: paid}, {all: [{not: {any: [{event: paid}, {event: packed}]}}]}]}')))).toEqual(never('{not: {any: [{event: paid}, {event: packed}]}}', '`paid` happened and none of `paid` and `packed` happened'));
  });

  it('are told in a part that holds what the whole denies, in a cohort and inside of `any`', () => {
    expect(found(kpi('ratio', `{ratio: {numerator: ${cases('{outcome: failure}')}, denominator: {count: cases}}, where: {outcome: success}}`))).toEqual(never('{outcome: failure}', 'the case ended in success and the case ended in failure'));
    expect(found(kpi('ratio', '{cohort: {start: {all: [{event: placed}, {not: {event: placed}}]}, lost: {event: cancelled}, result: lost}}'))).toHaveLength(1);
    expect(found(kpi('count', cases('{any: [{event: packed}, {all: [{event: paid}, {not: {event: paid}}]}]}')))).toHaveLength(1);
  });

  it('are told where nothing is left out', () => {
    expect(found(kpi('count', cases('{any: [{event: paid}, {not: {event: paid}}]}')))).toEqual([['KPI-020', '{not: {event: paid}}', 'it is always so that `paid` happened or `paid` did not happen, so the condition leaves nothing out.']]);
    expect(found(kpi('count', cases('{any: [{not: {outcome: success}}, {not: {outcome: failure}}]}')))).toHaveLength(1);
    expect(found(kpi('count', cases('{not: {any: [{event: paid}, {not: {event: paid}}]}}')))).toHaveLength(1);
  });

  it('are told where the anchor event is denied, of which all cases have one', () => {
    expect(found(kpi('count', cases('{not: {event: paid}}'), 'anchor: paid\n')).map(([code, at]) => [code, at])).toEqual([['KPI-020', '{not: {event: paid}}']]);
    expect(found(kpi('ratio', ratio(cases('{all: [{event: placed}, {not: {event: paid}}]}'), cases('{event: placed}')), 'anchor: paid\n'))).toHaveLength(1);
  });

  it('are not told where a case may be both', () => {
    for (const where of [
      '{all: [{attribute: {name: placed.country, op: eq, value: DE}}, {attribute: {name: placed.country, op: eq, value: FR}}]}',
      '{all: [{attribute: {name: placed.country, op: eq, value: DE}}, {attribute: {name: placed.country, op: ne, value: DE}}]}',
      '{all: [{event: paid}, {not: {all: [{event: paid}, {event: packed}]}}]}',
      '{all: [{event: paid}, {not: {repeat: {event: paid, atLeast: 2}}}]}',
      '{any: [{event: paid}, {not: {event: packed}}]}',
      '{any: [{outcome: success}, {outcome: failure}]}',
      '{not: {event: packed}}',
    ]) expect(found(kpi('count', cases(where), 'anchor: placed\n')), where).toEqual([]);
  });
});

describe('what stands twice in a list', () => {
  const twice = (text: string): readonly (readonly [string, string])[] => found(text).map(([code, at]) => [code, at]);

  it('is told at the second place', () => {
    expect(twice(kpi('count', cases('{all: [{event: paid}, {event: packed}, {event: paid}]}')))).toEqual([['KPI-020', '{event: paid}']]);
    expect(twice(kpi('count', cases('{any: [{event: paid}, {repeat: {event: paid, atLeast: 1}}]}')))).toEqual([['KPI-020', '{repeat: {event: paid, atLeast: 1}}']]);
    expect(twice(kpi('percent', '{scoreShare: {of: rated.stars, values: [4, 5, 4]}}'))).toEqual([['KPI-020', '4']]);
    expect(twice(kpi('count', cases('{attribute: {name: placed.country, op: in, value: [DE, FR, DE]}}')))).toEqual([['KPI-020', 'DE']]);
    expect(twice(kpi('duration', '{sum: {touch: {steps: [order#place, order#place]}}}'))).toEqual([['KPI-020', 'order#place']]);
    expect(twice(kpi('count', cases('{event: placed}'), 'anchor: placed\ndimensions: [country, kind, country]\n'))).toEqual([['KPI-020', 'country']]);
  });

  it('is not told of factors, nor of what is said above the line and below it', () => {
    expect(twice(kpi('ratio', share))).toEqual([]);
    expect(twice(kpi('ratio', `{product: [${share}, ${share}]}`))).toEqual([]);
  });
});

describe('ratios that are no part of a whole', () => {
  const whole = '{event: placed}';
  const part = '{all: [{event: placed}, {event: paid}]}';

  it('are told where something is divided by itself, or taken away from itself', () => {
    const itself = [['KPI-020', expect.anything(), 'the formula divides something by itself, so its value is always 1.']];
    expect(found(kpi('ratio', ratio(cases(whole), cases(whole))))).toEqual(itself);
    expect(found(kpi('ratio', ratio(cases(whole), '{count: cases}'), 'anchor: placed\n'))).toEqual(itself);
    expect(found(kpi('ratio', ratio(cases('{all: [{event: paid}, {event: placed}]}'), cases(part))))).toEqual(itself);
    expect(found(kpi('ratio', ratio('{sum: {attribute: paid.price}}', '{sum: {attribute: paid.price}}')))).toEqual(itself);
    expect(found(kpi('currency(EUR)', '{diff: {minuend: {sum: {attribute: paid.price}}, subtrahend: {sum: {attribute: paid.price}}}}')).map(([, , message]) => message)).toEqual(['the formula takes something away from itself, so its value is always 0.']);
  });

  it('are told where the part stands below the whole', () => {
    const turned = (top: number): readonly (readonly unknown[])[] => [['KPI-020', expect.stringMatching(/^\{numerator/), `everything that the \`denominator\` counts is counted in the \`numerator\` too, so the value is never below ${top}.`]];
    expect(found(kpi('ratio', ratio(cases(whole), cases(part)), 'target: {value: 0.9}\n'))).toEqual(turned(1));
    expect(found(kpi('percent', ratio(cases(whole), cases('{event: paid}')), 'anchor: placed\n'))).toEqual(turned(100));
    expect(found(kpi('ratio', ratio('{visits: {step: order#pack, counted: all}}', '{visits: {step: order#pack, counted: repeats}}')))).toEqual(turned(1));
    expect(found(kpi('ratio', ratio(cases('{promise: {sla: fast, is: due}}'), cases('{promise: {sla: fast, is: kept}}'))), { 'fast.yaml': activeDocument('Sla', 'fast', 'type: sla\nmetric: duration\nprovider: claims\nconsumer: customer\nclock: {start: placed, stop: paid}\ncalendar: 24x7\ntargets: [{within: 4h, percent: 90}]\nwindow: P1M\n') })).toEqual(turned(1));
  });

  it('are told where nothing below the line is counted above it', () => {
    expect(found(kpi('ratio', ratio(cases('{outcome: failure}'), cases('{outcome: success}')), 'target: {value: 0.1}\n').replace('up', 'down'))).toEqual([
      ['KPI-020', expect.anything(), 'nothing that the `denominator` counts is counted in the `numerator`: below the line the case ended in success, above it the case ended in failure.'],
    ]);
    expect(found(kpi('percent', ratio(cases('{all: [{event: placed}, {not: {event: paid}}]}'), cases(part))))).toHaveLength(1);
  });

  it('are told where the time that passes is divided by the work in it', () => {
    const turned = ratio('{sum: {duration: {from: asked, to: paid}}}', '{sum: {touch: {steps: order#place}}}');
    expect(found(kpi('percent', turned, 'target: {value: 45}\n'))).toEqual([['KPI-020', expect.anything(), 'the time that passes is divided by the time of work, so the value is not the part of it in which somebody works.']]);
    expect(found(kpi('count', turned, 'target: {value: 45}\n'))).toEqual([]);
    expect(found(kpi('ratio', turned, 'target: {value: 3}\n'))).toEqual([]);
  });

  it('are told once, and not by the unit or the count that follows from them', () => {
    expect(found(kpi('currency(EUR)', ratio('{sum: {attribute: paid.price}}', '{sum: {attribute: paid.price}}'))).map(([code]) => code)).toEqual(['KPI-020']);
    expect(found(kpi('count', '{count: events, where: {any: [{event: paid}, {not: {event: paid}}]}}')).map(([code]) => code)).toEqual(['KPI-020']);
    expect(found(kpi('currency(EUR)', '{count: events, where: {not: {event: paid}}}')).map(([code]) => code)).toEqual(['KPI-002', 'KPI-002']);
  });

  it('are not told where it may be meant', () => {
    for (const text of [
      kpi('count', ratio(cases(whole), cases(part))),
      kpi('ratio', ratio(cases(whole), cases(part)), 'target: {value: 1.4}\n').replace('up', 'down'),
      kpi('ratio', ratio(cases('{outcome: success}'), cases('{outcome: failure}')), 'target: {value: 9}\n'),
      kpi('count', ratio(cases('{outcome: success}'), cases('{outcome: failure}'))),
      kpi('percent', ratio(cases('{attribute: {name: placed.kind, op: eq, value: new}}'), cases('{attribute: {name: placed.kind, op: eq, value: known}}'))),
      kpi('ratio', ratio('{count: events, where: {event: returned}}', '{count: events, where: {event: placed}}')),
      kpi('ratio', ratio(cases('{event: cancelled}'), cases('{event: placed}'))),
      kpi('ratio', ratio('{mean: {attribute: paid.price}}', '{median: {attribute: paid.price}}')),
    ]) expect(found(text)).toEqual([]);
  });
});

describe('work and time that passes', () => {
  const touch = (clock?: string): string => `{sum: {touch: {steps: [order#place]${clock === undefined ? '' : `, clock: ${clock}`}}}}`;
  const elapsed = (clock?: string): string => `{sum: {duration: {from: asked, to: paid${clock === undefined ? '' : `, clock: ${clock}`}}}}`;

  it('are told where they are counted in other hours', () => {
    const told = (work: string, passing: string): readonly (readonly unknown[])[] => [['KPI-020', expect.anything(), `the time of work is counted ${work}, and the time that it is compared with ${passing}.`]];
    const office = 'in the hours of `office`';
    expect(found(kpi('ratio', ratio(touch(), elapsed('office'))))).toEqual(told('in all hours', office));
    expect(found(kpi('percent', ratio(touch('office'), elapsed('24x7'))))).toEqual(told(office, 'in all hours'));
    expect(found(kpi('ratio', ratio(touch('shift'), elapsed('office'))))).toEqual(told('in the hours of `shift`', office));
    expect(found(kpi('duration', `{diff: {minuend: ${elapsed('office')}, subtrahend: ${touch()}}}`))).toEqual(told('in all hours', office));
  });

  it('are not told in the same hours, of one time on two calendars, nor of a calendar that is not there', () => {
    for (const formula of [ratio(touch('office'), elapsed('office')), ratio(touch(), elapsed('24x7')), ratio(touch('open'), elapsed()), ratio(touch('desk'), elapsed('office')), ratio(elapsed('office'), elapsed())]) {
      expect(found(kpi('ratio', formula)), formula).toEqual([]);
    }
    expect(found(kpi('ratio', ratio(touch('offce'), elapsed('office')))).map(([code]) => code)).toEqual(['REF-001']);
  });
});

describe('a time from an event to another', () => {
  const time = (from: string, to: string): string => kpi('duration', `{mean: {duration: {from: ${from}, to: ${to}}}}`);
  const backward = (from: string, to: string): readonly (readonly unknown[])[] => [['KPI-020', `{from: ${from}, to: ${to}}`, `the time is measured from \`${from}\` to \`${to}\`, and in every journey \`${from}\` comes only after \`${to}\`.`]];

  it('is told where it runs against the journey', () => {
    expect(found(time('paid', 'placed'))).toEqual(backward('paid', 'placed'));
    expect(found(time('placed', 'asked'))).toEqual(backward('placed', 'asked'));
    expect(found(kpi('ratio', ratio('{sum: {duration: {from: paid, to: packed}}}', '{sum: {duration: {from: placed, to: paid}}}')))).toHaveLength(1);
  });

  it('is not told where a case may come back, or nobody knows', () => {
    const rework = journey(', next: [{to: place, when: the order changes}, {to: done, when: default}]', '      - {id: done, title: The order is done, lane: backstage, systems: [crm], end: success}\n');
    expect(found(time('paid', 'placed'), { 'order.yaml': rework })).toEqual([]);
    expect(found(time('returned', 'placed'))).toEqual([]);
    expect(found(time('asked', 'paid'))).toEqual([]);
    const waits = journey(', meanwhile: [{event: placed, to: place, stops: true}], end: success');
    expect(found(time('paid', 'placed'), { 'order.yaml': waits })).toEqual([]);
  });

  it('is told of events that follow from steps, and not where a case may go through the journey again in another one', () => {
    const derived = time('order.check.completed', 'order.check.started');
    const outer = activeJourney('year', 'year', '      - {id: buy, title: Customer orders, lane: customer, journey: order, end: success}\n');
    expect(found(derived).filter(([code]) => code === 'KPI-020')).toHaveLength(1);
    const again = outer.replace('end: success}', 'next: [{to: buy, when: the year is not over}, {to: done, when: default}]}\n      - {id: done, title: The year is over, lane: backstage, systems: [crm], end: success}');
    const told = (year: string): number => found(time('paid', 'placed'), { 'year.yaml': year }).filter(([code]) => code === 'KPI-020').length;
    expect([told(outer), told(again)]).toEqual([1, 0]);
  });

  it('is not told where one journey tells one of the two, and another both', () => {
    const other = activeJourney('again', 'again', '      - {id: again, title: Customer orders again, lane: customer, channel: web, events: {complete: placed}, end: success}\n');
    expect(found(time('paid', 'placed'), { 'again.yaml': other })).toEqual([]);
  });
});

describe('the anchor event', () => {
  const weather = activeDocument('System', 'weather', 'emits: [{event: storm-warned, caseKey: storm, timestamp: at}]\n');
  const counted = (anchor: string): string => kpi('count', cases('{event: placed}'), `anchor: ${anchor}\n`);

  it('is told where it is one of other cases', () => {
    expect(found(counted('storm-warned'), { 'weather.yaml': weather })).toEqual([['KPI-006', 'storm-warned', '`weather` knows the case of the anchor event `storm-warned` by `storm`, `shop` that of `placed` by `order`, and no journey says that they are one.']]);
    expect(found(kpi('duration', '{sum: {touch: {steps: [order#place]}}}', 'anchor: storm-warned\n'), { 'weather.yaml': weather })).toHaveLength(1);
  });

  it('is told once: its system is no source that is forgotten', () => {
    const sources = (anchor: string): readonly string[] => validate(buildWorkspace(loadDocuments(memoryTree({ ...good, 'weather.yaml': weather, 'kpi.yaml': `${counted(anchor)}source: [shop]\n` }))), { asOf: exampleDay }).diagnostics.flatMap(({ code }) => (/^KPI-006|^DAT-014/.test(code) ? [code] : []));
    expect(sources('storm-warned')).toEqual(['KPI-006']);
    expect(sources('placed')).toEqual([]);
  });

  it('is not told where a journey joins the two, or where the key is the same', () => {
    expect(found(counted('cancelled'))).toEqual([]);
    expect(found(counted('storm-warned'), { 'weather.yaml': weather, 'order.yaml': `${journey()}correlation: {caseKey: order, mapping: [{system: weather, key: storm}]}\n` })).toEqual([]);
    expect(found(kpi('ratio', ratio('{count: customers, where: {event: paid}}', '{count: customers, where: {event: placed}}'), 'anchor: storm-warned\n'), { 'weather.yaml': weather })).toEqual([]);
  });
});

describe('currencies and scales', () => {
  const bank = activeDocument('System', 'bank', `emits:
  - {event: settled, caseKey: order, timestamp: at, attributes: [{name: dollars, type: money, unit: currency(USD)}, {name: euros, type: money}, {name: weight, type: number}]}
  - {event: asked-again, caseKey: order, timestamp: at, attributes: [{name: ease, type: integer, unit: "score(1,7)"}, {name: effort, type: integer, unit: "score(1,5)"}, {name: stars, type: integer}]}
`);
  const at = (unit: string, formula: string, more = ''): ReturnType<typeof found> => found(kpi(unit, formula, more), { 'bank.yaml': bank });
  const mean = (name: string): string => `{mean: {attribute: ${name}}}`;

  it('are told where one formula has several of them', () => {
    const told = (message: string): readonly (readonly unknown[])[] => [['KPI-002', expect.anything(), message]];
    expect(at('ratio', ratio('{sum: {attribute: settled.dollars}}', '{sum: {attribute: settled.euros}}'))).toEqual(told('the formula compares money in USD with money in EUR.'));
    expect(at('currency(EUR)', '{diff: {minuend: {sum: {attribute: settled.euros}}, subtrahend: {sum: {attribute: settled.dollars}}}}')).toEqual(told('the formula compares money in EUR with money in USD.'));
    expect(at('count', `{diff: {minuend: ${mean('asked-again.ease')}, subtrahend: ${mean('asked-again.effort')}}}`)).toEqual(told('the formula compares answers from 1 to 7 with answers from 1 to 5.'));
    expect(at('ratio', ratio(mean('asked-again.ease'), mean('asked-again.effort')))).toHaveLength(1);
  });

  it('are told where the KPI is stated in another one', () => {
    expect(at('currency(EUR)', ratio('{sum: {attribute: settled.dollars}}', cases('{event: settled}')))).toEqual([['KPI-002', 'currency(EUR)', 'the formula computes money in USD, and the KPI is stated as `currency(EUR)`.']]);
    expect(at('currency(USD)', '{sum: {attribute: settled.euros}}')).toEqual([['KPI-002', 'currency(USD)', 'the formula computes money in EUR, and the KPI is stated as `currency(USD)`.']]);
    expect(at('score(1,5)', mean('asked-again.ease'))).toEqual([['KPI-002', 'score(1,5)', 'the formula computes answers from 1 to 7, and the KPI is stated as `score(1,5)`.']]);
  });

  it('are told where scores are counted that nobody can give', () => {
    expect(at('percent', '{scoreShare: {of: asked-again.effort, values: [5, 6, 7]}}')).toEqual([['KPI-002', '6', 'the answers `asked-again.effort` are from 1 to 5, and 6 is none of them.']]);
    expect(at('count', cases('{attribute: {name: asked-again.effort, op: gte, value: 9}}'))).toEqual([['KPI-002', '9', 'the answers `asked-again.effort` are from 1 to 5, and 9 is none of them.']]);
  });

  it('are told once where the unit itself is wrong', () => {
    expect(at('currency(EUO)', '{sum: {attribute: settled.euros}}').map(([code]) => code)).toEqual(['STR-006']);
    expect(at('score(7,1)', mean('asked-again.ease'), 'target: {value: 5}\n').map(([code]) => code)).toEqual(['STR-006']);
    expect(found(kpi('score(1,7)', mean('asked-again.ease'), 'target: {value: 5}\n'), { 'bank.yaml': bank.replace('score(1,7)', 'score(7,1)') }).map(([code]) => code)).toEqual(['STR-006']);
    expect(found(kpi('currency(EUR)', '{sum: {attribute: settled.dollars}}'), { 'bank.yaml': bank.replace('type: money, unit: currency(USD)', 'type: money, unit: "score(1,7)"') }).map(([code]) => code)).toEqual(['STR-006']);
  });

  it('are not told where nobody says, or all agree', () => {
    for (const [unit, formula] of [
      ['currency(USD)', '{mean: {attribute: settled.dollars}}'],
      ['currency(EUR)', ratio('{sum: {attribute: settled.euros}}', '{sum: {attribute: settled.weight}}')],
      ['currency(USD)', `{product: [{mean: {attribute: settled.dollars}}, ${ratio('{sum: {attribute: settled.euros}}', '{sum: {attribute: paid.price}}')}]}`],
      ['score(1,7)', mean('asked-again.ease')],
      ['score(1,10)', mean('asked-again.stars')],
      ['count', `{diff: {minuend: ${mean('asked-again.ease')}, subtrahend: ${mean('asked-again.stars')}}}`],
      ['percent', '{scoreShare: {of: asked-again.ease, values: [5, 6, 7]}}'],
      ['count', cases('{attribute: {name: asked-again.effort, op: lt, value: 6}}')],
      ['count', '{sum: {attribute: asked-again.ease}}'],
    ] as const) expect(at(unit, formula), formula).toEqual([]);
  });
});
