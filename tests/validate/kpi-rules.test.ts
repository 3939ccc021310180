import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { activeDocument, draftDocument, journeySteeredBy } from '../../src/validate/example-texts.js';
import { exampleDay, exampleFiles } from '../../src/validate/example-workspace.js';
import { rules } from '../../src/validate/rules/index.js';
import { runRules } from '../../src/validate/run-rules.js';

const own = rules.filter(({ id }) => id.startsWith('kpi/'));

/** What the rules about KPIs find, each as its code and the text that it points at. */
function found(texts: readonly string[], asked: readonly string[] = own.map(({ code }) => code), asOf = exampleDay): readonly string[] {
  const files = Object.fromEntries(texts.map((text, index) => [`it-${index}.yaml`, text]));
  const { diagnostics } = runRules(loadWorkspaceFrom({ ...exampleFiles, ...files }), own.filter(({ code }) => asked.includes(code)), asOf, { profile: 'regulated' });
  return diagnostics.map(({ code, span }) => `${code} ${span!.source.text.slice(span!.start, span!.end)}`);
}

const kpi = (rest: string, id = 'settled'): string => activeDocument('Kpi', id, rest);
const measured = (measure: string, rest = ''): string => journeySteeredBy(`${rest}measures: [{id: it, ${measure}}]\n`);

describe('the target of a KPI', () => {
  const target = (fields: string): readonly string[] => found([kpi(`${fields}\n`)], ['KPI-004']);
  const baseline = 'baseline: {value: 0.8, period: 2026-Q2, n: 100}';

  it.each([
    ['up to more', 'direction: up', '{value: 0.9}', []],
    ['up to the same', 'direction: up', '{value: 0.8}', []],
    ['up to the same with another number of digits', 'direction: up', '{value: 0.80}', []],
    ['up to less', 'direction: up', '{value: 0.7999999}', ['KPI-004 0.7999999']],
    ['up to a lowest good value', 'direction: up', '{from: 0.7, to: 0.95}', ['KPI-004 0.7']],
    ['down to less', 'direction: down', '{value: 0.7}', []],
    ['down to more', 'direction: down', '{value: 0.9}', ['KPI-004 0.9']],
    ['down to a highest good value', 'direction: down', '{to: 0.9}', ['KPI-004 0.9']],
    ['down to a lowest value, which says nothing', 'direction: down', '{from: 0.1}', ['KPI-004 target']],
    ['a band around it', 'direction: band', '{from: 0.7, to: 0.9}', []],
    ['a band beside it', 'direction: band', '{from: 0.9, to: 0.95}', []],
    ['a band of one value', 'direction: band', '{from: 0.9, to: 0.9}', []],
    ['a band backwards', 'direction: band', '{from: 0.9, to: 0.7}', ['KPI-004 0.9']],
    ['a band with one value alone', 'direction: band', '{value: 0.9}', ['KPI-004 target']],
    ['no direction yet', '', '{value: 0.1}', []],
  ])('%s', (_, direction, aim, expected) => {
    expect(target(`${direction}\n${baseline}\ntarget: ${aim}`)).toEqual(expected);
  });

  it('says how to mend a share that was written into percent, and the other way round', () => {
    const hintOf = (fields: string): string => runRules(loadWorkspaceFrom({ ...exampleFiles, 'it.yaml': kpi(fields) }), own.filter(({ code }) => code === 'KPI-004'), exampleDay, { profile: 'regulated' }).diagnostics[0]!.hint!;
    expect(hintOf('unit: percent\ndirection: up\nbaseline: {value: 71}\ntarget: {value: 0.78}\n')).toMatch(/78 and not 0\.78/);
    expect(hintOf('unit: ratio\ndirection: down\nbaseline: {value: 0.1}\ntarget: {value: 3}\n')).toMatch(/0\.78 and not 78/);
    expect(hintOf('unit: currency(EUR)\ndirection: down\nbaseline: {value: 0.9}\ntarget: {value: 3}\n')).toMatch(/change `direction`/);
  });

  it('is not asked for while the KPI is a draft', () => {
    expect(found([draftDocument('Kpi', 'settled', `direction: up\n${baseline}\ntarget: {value: 0.1}\n`)])).toEqual([]);
  });
});

describe('the target of a measure', () => {
  it.each([
    ['faster', 'of: cycle-time, now: 2-9d, target: 6d', false],
    ['slower', 'of: cycle-time, now: 2-5d, target: 6d', true],
    ['as slow as the slowest today', 'of: cycle-time, now: 2-5d, target: 5d', false],
    ['slower in another unit', 'of: cycle-time, now: 30m, target: 1h', true],
    ['the same in another unit', 'of: cycle-time, now: 60m, target: 1h', false],
    ['hours against a day whose length nobody knows', 'of: cycle-time, now: 1d, target: 20h', false],
    ['hours that are more than any day', 'of: cycle-time, now: 1d, target: 30h', true],
    ['today without an upper end', 'of: cycle-time, now: 2d+, target: 9d', false],
    ['today below something', 'of: cycle-time, now: <4h, target: 5h', true],
    ['about so much today', 'of: touch-time, now: ~25m, target: 30m', true],
    ['a higher share', 'of: completion, now: 62%, target: 75%', false],
    ['a lower share', 'of: completion, now: 62%, target: 60%', true],
    ['percent against a share', 'of: completion, now: 0.62, target: 75%', false],
    ['a lower percent against a share', 'of: completion, now: 0.62, target: 61%', true],
    ['the same share in both notations', 'of: completion, now: 0.62, target: 62%', false],
    ['percent without its sign', 'of: completion, now: 62%, target: 60', false],
    ['the lower end of a range counts when up is better', 'of: fcr, now: 40-60%, target: 50%', false],
    ['below the lower end', 'of: fcr, now: 40-60%, target: 39.5%', true],
    ['fewer who ask again', 'of: re-contact, now: 31%, target: 22%', false],
    ['more who ask again', 'of: re-contact, now: 31%, target: 32%', true],
    ['scores', 'of: csat, now: 4.2, target: 4.1', true],
    ['a score against percent', 'of: csat, now: 0.8, target: 70%', false],
    ['scores below zero', 'of: nps, now: -12, target: -20', true],
    ['effort, whose scale runs either way', 'of: ces, now: 5, target: 4', false],
    ['a way that may be wanted or not', 'of: path-share, now: 50%, target: 20%', false],
    ['an amount whose comma may mean anything', 'of: cycle-time, now: "1,200m", target: 1300m', false],
    ['a number whose comma may mean anything', 'of: rework, now: "1,200", target: 1300', false],
    ['a number that is no number', 'of: rework, now: 1.2.3, target: 5', false],
  ])('%s', (_, measure, isWrong) => {
    expect(found([measured(measure)], ['KPI-004'])).toEqual(isWrong ? [`KPI-004 ${/target: (.*)$/.exec(measure)![1]!}`] : []);
  });

  it('is told once of a journey and its variants', () => {
    const variant = activeDocument('Journey', 'claim-at', 'extends: claim@^1\n');
    expect(found([measured('of: cycle-time, now: 2d, target: 6d', 'kpis: {primary: [it]}\n'), variant], ['KPI-001', 'KPI-004'])).toEqual(['KPI-001 primary', 'KPI-004 6d']);
  });
});

describe('alerts of a KPI', () => {
  const alerts = (direction: string, list: string, target = '{value: 0.9}'): readonly string[] => found([kpi(`direction: ${direction}\ndimensions: [region]\ntarget: ${target}\nalerts: [${list}]\n`)], ['KPI-011']);

  it.each([
    ['at the target itself', 'up', '{severity: warn, below: 0.9}', []],
    ['beyond it', 'up', '{severity: warn, below: 0.91}', ['KPI-011 0.91']],
    ['on the other side', 'down', '{severity: warn, below: 0.5}', ['KPI-011 0.5']],
    ['down', 'down', '{severity: warn, above: 0.95}, {severity: page, above: 1.2}', []],
    ['down, on the good side', 'down', '{severity: warn, above: 0.85}', ['KPI-011 0.85']],
    ['down, the page first', 'down', '{severity: warn, above: 1.2}, {severity: page, above: 1.1}', ['KPI-011 1.1']],
    ['a page without a warning', 'up', '{severity: page, below: 0.5}', []],
    ['page and warning at the same value', 'up', '{severity: warn, below: 0.5}, {severity: page, below: 0.5}', ['KPI-011 0.5']],
    ['the page at the same value and after a shorter time', 'up', '{severity: warn, below: 0.5, for: P7D}, {severity: page, below: 0.5, for: P1D}', ['KPI-011 0.5']],
    ['the page at the same value and after a longer time', 'up', '{severity: page, below: 0.5, for: P7D}, {severity: warn, below: 0.5, for: P1D}', []],
    ['a page between two warnings', 'up', '{severity: warn, below: 0.8}, {severity: page, below: 0.7}, {severity: warn, below: 0.6}', []],
    ['a page for a region before the warning for that region', 'up', '{severity: warn, below: 0.8}, {severity: warn, below: 0.6, segment: [region]}, {severity: page, below: 0.7, segment: [region]}', ['KPI-011 0.7']],
    ['a page for all before the warning for all', 'up', '{severity: warn, below: 0.8, segment: [region]}, {severity: page, below: 0.7}, {severity: warn, below: 0.6}', ['KPI-011 0.7']],
    ['a loudness that is not said yet', 'up', '{below: 0.5}, {severity: page, below: 0.6}', []],
    ['one mistake is told once', 'up', '{severity: warn, below: 0.8}, {severity: page, below: 0.95}', ['KPI-011 0.95']],
    ['two dimensions, one of them unknown', 'up', '{severity: warn, below: 0.8, segment: [region, depot]}', ['KPI-011 depot']],
  ])('%s', (_, direction, list, expected) => {
    expect(alerts(direction, list)).toEqual(expected);
  });

  it.each([
    ['outside', '{severity: warn, below: 0.7, above: 0.9}', []],
    ['at its ends', '{severity: warn, below: 0.75, above: 0.85}', []],
    ['inside at both ends', '{severity: warn, below: 0.78, above: 0.82}', ['KPI-011 0.78', 'KPI-011 0.82']],
    ['a page inside of a warning on one side', '{severity: warn, below: 0.7, above: 0.9}, {severity: page, below: 0.6, above: 0.88}', ['KPI-011 0.88']],
  ])('around a band: %s', (_, list, expected) => {
    expect(alerts('band', list, '{from: 0.75, to: 0.85}')).toEqual(expected);
  });

  it('are not blamed for a target or a direction that is wrong', () => {
    const wrongWay = kpi('direction: down\nbaseline: {value: 0.8, period: 2026-Q2, n: 10}\ntarget: {value: 0.9}\nalerts: [{severity: warn, below: 0.75}, {severity: page, below: 0.7}]\n');
    expect(found([wrongWay], ['KPI-004', 'KPI-011'])).toEqual(['KPI-004 0.9']);
    expect(found([wrongWay.replace('below: 0.7}', 'below: 0.78}')], ['KPI-004', 'KPI-011'])).toEqual(['KPI-004 0.9', 'KPI-011 0.78']);
  });
});

describe('the numbers that a journey is steered by', () => {
  const steered = journeySteeredBy('kpis: {primary: [satisfied]}\n');

  it('are not judged while one of them is unknown', () => {
    expect(found([steered], ['KPI-001', 'KPI-016'])).toEqual([]);
  });

  it('are told once where they stand for no result and only for what customers say', () => {
    const satisfied = (rest: string): string => kpi(`category: perception\n${rest}`, 'satisfied');
    expect(found([steered, satisfied('')], ['KPI-001', 'KPI-016'])).toEqual(['KPI-001 primary']);
    expect(found([steered, satisfied('outcome: Customers stay\n')], ['KPI-001', 'KPI-016'])).toEqual(['KPI-016 primary']);
  });

  it('are asked of the base alone where its variants say nothing of their own', () => {
    const variant = activeDocument('Journey', 'claim-at', 'extends: claim@^1\n');
    expect(found([journeySteeredBy(''), variant], ['KPI-001'])).toEqual(['KPI-001 claim']);
    expect(found([journeySteeredBy('').replace('status: active', 'status: draft'), variant], ['KPI-001'])).toEqual(['KPI-001 claim-at']);
  });

  it('may be a measure beside a KPI of the same journey', () => {
    const journey = journeySteeredBy('kpis: {primary: [it, settled]}\nmeasures: [{id: it, of: csat, now: 71%, target: 80%}]\n');
    expect(found([journey, kpi('category: outcome\noutcome: Customers stay\n')], ['KPI-001', 'KPI-016'])).toEqual([]);
  });
});

describe('counterparts', () => {
  it('of what customers say may be anything that shows what they did', () => {
    const judged = (category: string): readonly string[] => found([kpi('category: perception\ncounterpart: other\n'), kpi(category === '' ? '' : `category: ${category}\n`, 'other')], ['KPI-017']);
    expect(['behavioural', 'operational', 'outcome', ''].flatMap(judged)).toEqual([]);
    expect(['compliance', 'financial'].flatMap(judged)).toEqual(['KPI-017 other', 'KPI-017 other']);
  });

  it('are no KPI itself', () => {
    expect(found([kpi('category: perception\ncounterpart: settled\n')], ['KPI-017'])).toEqual(['KPI-017 settled']);
  });

  it('of a rewarded KPI are not asked for while the KPI is unknown', () => {
    const team = (incentive: string): string => activeDocument('Team', 'callers', `function: service\nincentives: [${incentive}]\n`);
    expect(found([team('{kpi: unknown}')], ['KPI-018'])).toEqual([]);
    expect(found([team('{kpi: settled}'), kpi('counterpart: settled\n')], ['KPI-018'])).toEqual(['KPI-018 settled']);
    expect(found([team('{kpi: settled, counterMetric: unknown}'), kpi('')], ['KPI-018'])).toEqual([]);
  });
});

describe('what a review needs', () => {
  const journeyOf = (cycle: string, more = ''): string => journeySteeredBy(`review: {cycle: ${cycle}}\nkpis: {primary: [settled]}\n${more}`);
  const judged = (cycle: string, cadence: string): readonly string[] => found([journeyOf(cycle), kpi(`cadence: ${cadence}\ntarget: {value: 0.9}\n`)], ['KPI-007']);

  it('is known as often, however the two are written', () => {
    expect([judged('P12M', 'P1Y'), judged('P1M', '30d'), judged('P3M', 'P1W'), judged('P1Y', 'P12M')].flat()).toEqual([]);
    expect([judged('P6M', 'P1Y'), judged('P1W', 'P1M')].flat()).toEqual(['KPI-007 settled', 'KPI-007 settled']);
  });

  it('is told once of a KPI that steers many journeys', () => {
    const other = journeyOf('P3M').replace('id: claim', 'id: other');
    expect(found([journeyOf('P3M'), other, kpi('cadence: P1Y\n')], ['KPI-007'])).toEqual(['KPI-007 settled', 'KPI-007 settled']);
    expect(found([journeyOf('P3M'), other, kpi('cadence: P1Y\ntarget: {value: 1}\n')], ['KPI-007'])).toEqual(['KPI-007 settled']);
  });

  it('is asked neither of drafts nor of what only explains', () => {
    expect(found([journeyOf('P3M').replace('status: active', 'status: draft'), kpi('cadence: P1Y\n')], ['KPI-007'])).toEqual([]);
    expect(found([journeyOf('P3M').replace('primary', 'secondary'), kpi('cadence: P1Y\n')], ['KPI-007'])).toEqual([]);
  });
});

describe('what personalising costs and brings', () => {
  const journey = (kpis: string): string => journeySteeredBy(`kpis: {primary: [${kpis}]}\nrules: [{id: a, type: route}, {id: b, type: personalise}, {id: c, type: personalise}]\n`);
  const income = kpi('unit: currency(EUR)\ndirection: up\n', 'income');
  const cost = kpi('category: financial\ndirection: down\n', 'cost');

  it('may both be money', () => {
    expect(found([journey('income, cost'), income, cost], ['KPI-008'])).toEqual([]);
  });

  it('is not shown by one number for both', () => {
    expect(found([journey('income'), income, cost], ['KPI-008'])).toEqual(['KPI-008 personalise']);
  });

  it('is not judged while a name is unknown, nor told beside a journey without numbers', () => {
    expect(found([journey('income, unknown'), income], ['KPI-008'])).toEqual([]);
    expect(found([journey('').replace('kpis: {primary: []}\n', '')], ['KPI-008', 'KPI-001'])).toEqual(['KPI-001 claim']);
  });

  it('may stand at a stage', () => {
    expect(found([journey('income').replace('{id: settle, title: Settle,', '{id: settle, title: Settle, kpis: [cost],'), income, cost], ['KPI-008'])).toEqual([]);
  });
});

describe('samples', () => {
  const emits = (event: string, rate: string): string => `  - {event: ${event}, caseKey: caseId, sampling: {rate: ${rate}}}\n`;
  const system = (...events: readonly string[]): string => activeDocument('System', 'survey', `type: tracking-tool\nemits:\n${events.join('')}`);
  const of = (formula: string, ...events: readonly string[]): readonly string[] => found([kpi(`formula: ${formula}\nminSample: 10\n`), system(...events)], ['KPI-010']);
  const ratio = '{ratio: {numerator: {count: cases, where: {event: a}}, denominator: {count: cases, where: {event: b}}}}';

  it('of the same size on both sides of a division are about right', () => {
    expect(of(ratio, emits('a', '0.25'), emits('b', '0.25'))).toEqual([]);
    expect(of(ratio, emits('a', '0.25'), emits('b', '0.250001'))).toEqual(['KPI-010 a']);
    expect(of(ratio, emits('a', '1'), emits('b', '0.25'))).toEqual(['KPI-010 b']);
    expect(of(ratio, emits('a', '1'), emits('b', '1'))).toEqual([]);
  });

  it('do no harm to a mean, a percentile or the time between two events', () => {
    expect(of('{mean: {attribute: a.score}}', emits('a', '0.1'))).toEqual([]);
    expect(of('{median: {duration: {from: a, to: b}}}', emits('a', '0.1'), emits('b', '1'))).toEqual([]);
    expect(of('{diff: {minuend: {scoreShare: {of: a.score, values: [9, 10]}}, subtrahend: {scoreShare: {of: a.score, values: [0, 1]}}}}', emits('a', '0.1'))).toEqual([]);
  });

  it('are found in sums and differences', () => {
    expect(of('{sum: {attribute: a.cost}}', emits('a', '0.5'))).toEqual(['KPI-010 a.cost']);
    expect(of('{diff: {minuend: {count: events, where: {event: b}}, subtrahend: {count: events, where: {event: a}}}}', emits('a', '0.5'), emits('b', '1'))).toEqual(['KPI-010 a']);
    expect(of('{product: [{count: events, where: {event: a}}, {mean: {attribute: a.cost}}]}', emits('a', '0.5'))).toEqual(['KPI-010 a']);
  });

  it('need a least number unless the KPI only counts', () => {
    const without = (formula: string, more = ''): readonly string[] => found([kpi(`formula: ${formula}\n${more}`)], ['KPI-010']);
    expect(without('{diff: {minuend: {count: cases}, subtrahend: {count: cases}}}')).toEqual([]);
    expect(without('{product: [{count: cases}, {visits: {step: claim#settle, counted: all}}]}')).toEqual([]);
    expect(without('{product: [{count: cases}, {mean: {attribute: a.x}}]}')).toEqual(['KPI-010 settled']);
    expect(without('{diff: {minuend: {mean: {attribute: a.x}}, subtrahend: {count: cases}}}')).toEqual(['KPI-010 settled']);
    expect(without(ratio, 'minSample: 0\n')).toEqual(['KPI-010 0']);
    expect(without(ratio, 'minSample: 50\nbaseline: {value: 1, n: 50}\n')).toEqual([]);
  });
});

describe('the series of a KPI', () => {
  const series = (period: string, breaks: string, asOf = exampleDay): readonly string[] => found([kpi(`baseline: {value: 1, period: ${period}, n: 10}\nbreaks: [${breaks}]\n`)], ['KPI-012'], asOf);

  it.each([
    ['2026-H1', '{date: 2026-01-01}', true],
    ['2026-H1', '{date: 2026-01-02}', false],
    ['2026-H2', '{date: 2026-07-01}', true],
    ['2026-W23', '{date: 2026-06-01}', true],
    ['2026-W23', '{date: 2026-06-02}', false],
    ['2026-06-03', '{date: 2026-06-03}', true],
    ['2026-03/2026-06', '{date: 2026-04-01}', false],
    ['2026-05', '{date: 2026-04-01}, {date: 2026-06-01}', false],
    ['2026-05', '{date: 2026-06-01}, {date: 2026-04-01}', false],
    ['2026-05', '{date: 2026-04-01}, {date: 2025-06-01}', true],
    ['2026-05', '{date: 2026-11-23}', true],
    ['2026-05', '{date: 2026-11-22}', false],
  ])('baseline of %s, breaks %s', (period, breaks, isSound) => {
    expect(series(period, breaks)).toEqual(isSound ? [] : [`KPI-012 ${period}`]);
  });

  const record = (date: string, subject: string): string => `apiVersion: waymark/v1\nkind: Record\nid: numbers\ntype: baseline\ndate: ${date}\nby: [claims#lead]\nsubject: [${subject}]\noutcome: taken\n`;
  const recorded = (version: string, breaks = ''): string => kpi(`baseline: {value: 1, period: 2026-05, n: 10, record: numbers}\n${breaks}`).replace('version: 1.0.0', `version: ${version}`);

  it('is of one piece when the value was computed anew for this major version', () => {
    const breaks = 'breaks: [{date: 2026-07-01}]\n';
    expect(found([recorded('2.1.0', breaks), record('2026-07-01', 'settled@2.0.0')], ['KPI-012'])).toEqual([]);
    expect(found([recorded('2.1.0', breaks), record('2026-07-01', 'settled')], ['KPI-012'])).toEqual([]);
    expect(found([recorded('2.1.0', breaks), record('2026-07-01', 'settled@1.9.0')], ['KPI-012'])).toEqual(['KPI-012 2026-05']);
    expect(found([recorded('2.1.0', breaks)], ['KPI-012'])).toEqual([]);
  });

  it('is broken by another major version, and by no lesser change', () => {
    expect(found([recorded('2.0.0'), record('2026-07-01', 'settled@1.9.0')], ['KPI-012'])).toEqual(['KPI-012 numbers']);
    expect(found([recorded('1.9.0'), record('2026-07-01', 'settled@1.0.0')], ['KPI-012'])).toEqual([]);
    expect(found([recorded('10.0.0'), record('2026-07-01', 'settled@9.0.0')], ['KPI-012'])).toEqual(['KPI-012 numbers']);
    expect(found([recorded('2.0.0'), record('2026-07-01', 'crm@1.0.0')], ['KPI-012'])).toEqual([]);
  });
});

describe('benchmarks', () => {
  const policyWith = (cycles: string): string => `apiVersion: waymark/v1\nkind: Policy\nid: default\ntitle: Policy\nversion: 1.0.0\nstatus: active\nowner: claims\n${cycles}`;
  const judged = (date: string, cycles: string): readonly string[] => {
    const files = { ...exampleFiles, 'policy.yaml': policyWith(cycles), 'it.yaml': kpi(`benchmark: {source: Others, value: 1, date: ${date}}\n`) };
    const rule = own.filter(({ code }) => code === 'KPI-013');
    return runRules(loadWorkspaceFrom(files), rule, exampleDay, { profile: 'regulated' }).diagnostics.map(({ code }) => code);
  };

  it.each([
    ['2024-11-22', '', []],
    ['2024-11-21', '', ['KPI-013']],
    ['2025-11-22', 'cycles: {kpi: P12M}\n', []],
    ['2025-11-21', 'cycles: {kpi: P12M}\n', ['KPI-013']],
    ['2025-11-22', 'cycles: {kpi: P1M}\n', []],
    ['2023-11-22', 'cycles: {kpi: P3Y}\n', []],
    ['2023-11-21', 'cycles: {kpi: P3Y}\n', ['KPI-013']],
    ['2020-01-01', 'cycles: [kpi]\n', []],
  ])('of %s under a Policy with %j', (date, cycles, expected) => {
    expect(judged(date, cycles)).toEqual(expected);
  });
});

describe('customers kept and customers lost', () => {
  const journey = journeySteeredBy('kpis: {primary: [kept, lost]}\n');
  const desk = activeDocument('System', 'desk', 'emits: [{event: a, attributes: [{name: x, type: integer}]}, {event: b}, {event: c}, {event: d}]\n');
  const pair = (kept: string, lost: string): readonly string[] => found([desk, journey, kpi(`formula: {cohort: {result: kept, ${kept}}}\nwindow: P1Y\n`, 'kept'), kpi(`formula: {cohort: {result: lost, ${lost}}}\nwindow: P1Y\n`, 'lost')], ['KPI-014']);

  it('are of one cohort whatever the order of its conditions', () => {
    expect(pair('start: {all: [{event: a}, {event: b}]}', 'start: {all: [{event: b}, {event: a}]}')).toEqual([]);
    expect(pair('start: {attribute: {name: a.x, op: eq, value: 1}}', 'start: {attribute: {value: 1, op: eq, name: a.x}}')).toEqual([]);
    expect(pair('start: {event: a}, lost: {not: {event: b}}', 'start: {all: [{event: a}]}, lost: {not: {all: [{event: b}]}}')).toEqual([]);
    expect(pair('start: {all: [{event: a}, {event: b}]}', 'start: {any: [{event: b}, {event: a}]}')).toEqual(['KPI-014 cohort']);
  });

  it('may leave open in one what the other says', () => {
    expect(pair('start: {event: a}, new: {event: c}', 'start: {event: a}, lost: {event: b}')).toEqual([]);
    expect(pair('start: {event: a}, new: {event: c}', 'start: {event: a}, new: {event: d}')).toEqual(['KPI-014 cohort']);
  });
});
