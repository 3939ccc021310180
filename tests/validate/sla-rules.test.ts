import { describe, expect, it } from 'vitest';
import { activeDocument, activeJourney, draftJourney } from '../../src/validate/example-texts.js';
import { exampleDay, exampleWorkspace } from '../../src/validate/example-workspace.js';
import { rules } from '../../src/validate/rules/index.js';
import { runRules } from '../../src/validate/run-rules.js';

type Files = { readonly [path: string]: string };

/** What the named rules tell, among all others of the promises. */
function told(files: Files, codes: readonly string[], asOf = exampleDay): readonly string[] {
  const running = rules.filter(({ code }) => codes.some((each) => code.startsWith(each)));
  return runRules(exampleWorkspace({ title: '', files }), running, asOf, { profile: 'regulated' }).diagnostics.map(({ code, message }) => `${code} ${message}`);
}

const sla = (id: string, rest: string): string => activeDocument('Sla', id, rest);
const persona = (id: string, tier: string): string => activeDocument('Persona', id, `type: customer\ntier: ${tier}\n`);
const record = (rest: string): string => `apiVersion: waymark/v1\nkind: Record\nid: agreement-1\ntype: agreement\ndate: 2026-08-12\noutcome: signed\n${rest}`;

describe('an agreement is signed by both sides', () => {
  const ola = sla('payout', 'type: ola\nprovider: payments\nconsumer: claims\nagreement: agreement-1\n');
  const partner = activeDocument('Team', 'bank', 'function: partner\n').replace('title: Bank', 'title: Example Bank AG');
  const branch = activeDocument('Team', 'desk', 'function: finance\nparent: payments\n');

  it.each<[string, string, Files]>([
    ['by roles of both', 'by: [claims#lead, payments#lead]\nsubject: [payout]\n', {}],
    ['by one role, with both as parties', 'by: [claims#lead]\nsubject: [payout@1.0.0]\nparties: [claims, payments]\n', {}],
    ['under the name of the company', 'by: [claims#lead]\nsubject: [payout]\nparties: [Example Bank AG]\n', { 'sla.yaml': ola.replace('provider: payments', 'provider: bank'), 'bank.yaml': partner }],
    ['by the team above', 'by: [claims#lead, payments#lead]\nsubject: [payout]\n', { 'sla.yaml': ola.replace('provider: payments', 'provider: desk'), 'desk.yaml': branch }],
    ['by one team alone, which is told of the Record', 'by: [claims#lead]\nsubject: [payout]\n', {}],
  ])('%s', (_, signed, more) => {
    expect(told({ 'sla.yaml': ola, 'record.yaml': record(signed), ...more }, ['SLA-002'])).toEqual([]);
  });

  it('says nothing about a Record that does not exist, because the name is told already', () => {
    expect(told({ 'sla.yaml': ola }, ['SLA-002', 'REF-001'])).toEqual(['REF-001 There is no record `agreement-1`, which `agreement` of SLA `payout` names.']);
  });

  it('leaves the missing sides of a promise to the rule about what an active document owes', () => {
    expect(told({ 'sla.yaml': sla('payout', 'type: ola\n') }, ['SLA-002'])).toEqual([]);
  });
});

describe('targets are ordered by the rank of the tiers, on the calendar of the promise', () => {
  const tiers = { 'gold.yaml': persona('fleet', '{name: gold, rank: 1}'), 'silver.yaml': persona('owner', '{name: silver, rank: 2}'), 'basic.yaml': persona('student', '{name: basic, rank: 3}') };
  const office = (more: string): string => activeDocument('Calendar', 'office', `timezone: Europe/Berlin\nweekly: {mon: ["08:00-18:00"]}\n${more}`);
  const promise = (calendar: string, targets: string, more = ''): string => sla('settled', `type: sla\nmetric: duration\nprovider: claims\nconsumer: customer\ncalendar: ${calendar}\ntargets: ${targets}\n${more}`);
  const orders = (calendar: string, targets: string, files: Files = {}): readonly string[] => told({ ...tiers, ...files, 'sla.yaml': promise(calendar, targets) }, ['SLA-008']);

  it('compares hours with days of ten hours', () => {
    const calendar = { 'office.yaml': office('dayLength: 10h\n') };
    expect(orders('office', '[{within: 85h}, {tier: gold, within: 8d}]', calendar)).toEqual([]);
    expect(orders('office', '[{within: 75h}, {tier: gold, within: 8d}]', calendar)).toEqual([expect.stringContaining('promises tier `gold` 8d and the lower tier `silver` 75h')]);
  });

  it('takes the length of a day from the calendar that it extends', () => {
    const calendars = { 'office.yaml': office('dayLength: 10h\n'), 'late.yaml': activeDocument('Calendar', 'late', 'extends: office\n') };
    expect(orders('late', '[{within: 75h}, {tier: gold, within: 8d}]', calendars)).toHaveLength(1);
  });

  it.each([
    ['the calendar does not say how long a day is', ''],
    ['the length of a day is given in days', 'dayLength: 1d\n'],
  ])('compares nothing where %s', (_, more) => {
    expect(orders('office', '[{within: 75h}, {tier: gold, within: 8d}]', { 'office.yaml': office(more) })).toEqual([]);
  });

  it('compares nothing with a week on a business calendar, and does by the clock on the wall', () => {
    expect(orders('office', '[{within: 60h}, {tier: gold, within: 1w}]', { 'office.yaml': office('dayLength: 10h\n') })).toEqual([]);
    expect(orders('24x7', '[{within: 6d}, {tier: gold, within: 1w}]')).toHaveLength(1);
  });

  it('sees that a lower tier with a target of its own is served better than those who have the default', () => {
    expect(orders('24x7', '[{within: 10d}, {tier: basic, within: 9d}]')).toEqual(['SLA-008 SLA `settled` promises tier `silver` 10d and the lower tier `basic` 9d.']);
  });

  it('compares tiers region by region', () => {
    const austria = '{region: AT, within: 5d}, {region: AT, tier: gold, within: 6d}';
    expect(orders('24x7', `[{within: 10d}, {tier: gold, within: 8d}, ${austria}]`)).toEqual(['SLA-008 SLA `settled` promises tier `gold` 6d and the lower tier `silver` 5d.']);
  });

  it('compares percents exactly', () => {
    expect(orders('24x7', '[{within: 10d, percent: 90.0001}, {tier: gold, within: 10d, percent: 90}]')).toEqual(['SLA-008 SLA `settled` keeps its promise to tier `gold` in 90 % of cases and to the lower tier `silver` in 90.0001 %.']);
    expect(orders('24x7', '[{within: 10d}, {tier: gold, within: 8d, percent: 99}]')).toEqual([expect.stringContaining('in 99 % of cases and to the lower tier `silver` in 100 %')]);
  });

  it('judges an availability by its percent alone', () => {
    const available = sla('line', 'type: sla\nmetric: availability\nprovider: claims\nconsumer: customer\ncalendar: 24x7\ntargets: [{percent: 99.9}, {tier: gold, percent: 99.5}]\n');
    expect(told({ ...tiers, 'sla.yaml': available }, ['SLA-008'])).toEqual([expect.stringContaining('in 99.5 % of cases')]);
  });

  it('finds the target of a persona in a country, in a group of countries and in both', () => {
    expect(orders('24x7', '[{within: 10d}, {region: EU, within: 9d}, {region: AT, within: 8d}]')).toEqual([]);
    expect(orders('24x7', '[{within: 10d}, {persona: fleet, within: 7d}, {region: AT, within: 8d}]')).toEqual(['SLA-008 SLA `settled` has two targets for persona `fleet` at once: the one for persona `fleet` and the one for region `AT`.']);
    expect(orders('24x7', '[{within: 10d}, {persona: fleet, within: 7d}, {region: AT, within: 8d}, {persona: fleet, region: AT, within: 6d}]')).toEqual([]);
  });

  it('holds the floor against each target, whichever unit it is written in', () => {
    expect(told({ ...tiers, 'sla.yaml': promise('24x7', '[{within: 240h}, {tier: gold, within: 8d}]', 'floor: 10d\n') }, ['SLA-008'])).toEqual([]);
    expect(told({ ...tiers, 'sla.yaml': promise('24x7', '[{within: 241h}, {tier: gold, within: 8d}]', 'floor: 10d\n') }, ['SLA-008'])).toEqual([expect.stringContaining('promises everybody else 241h')]);
  });
});

describe('approvals and notifications in critical stages', () => {
  const critical = (steps: string): string => activeJourney('lost-card', 'block', steps).replace('    title: Block\n', '    title: Block\n    critical: true\n');
  const notice = '      - {id: tell, title: We tell the customer, lane: frontstage, type: notify, channel: email, end: success}\n';

  it('are told once, and not once more for their stage', () => {
    expect(told({ 'journey.yaml': critical(notice) }, ['SLA-006', 'SLA-007'])).toEqual([expect.stringMatching(/^SLA-006/)]);
  });

  it('may be timed by a promise whose clock stops with the event of the step', () => {
    const events = critical(notice.replace('type: notify', 'type: notify, events: {complete: told}'));
    const system = activeDocument('System', 'hub', 'emits: [{event: told}]\n');
    expect(told({ 'journey.yaml': events, 'system.yaml': system, 'sla.yaml': sla('told-fast', 'clock: {start: lost-card.tell.started, stop: [told]}\n') }, ['SLA-006', 'SLA-007'])).toEqual([]);
    expect(told({ 'journey.yaml': events, 'system.yaml': system, 'sla.yaml': sla('told-fast', 'clock: {start: told, stop: [asked]}\n') }, ['SLA-006'])).toHaveLength(1);
  });

  it('may be timed in a variant by a promise whose clock stops with the step of its base', () => {
    const variant = activeDocument('Journey', 'lost-card-at', 'extends: lost-card@^1\noverlay: [{op: set, path: stages.block.title, value: Blocking, reason: another word}]\n');
    expect(told({ 'journey.yaml': critical(notice), 'variant.yaml': variant, 'sla.yaml': sla('told-fast', 'clock: {start: lost-card.tell.started, stop: lost-card#tell}\n') }, ['SLA-006', 'SLA-007'])).toEqual([]);
  });

  it('may be timed by the promise with which a regime is kept', () => {
    expect(told({ 'journey.yaml': critical(notice.replace('type: notify', 'type: notify, regulated: [{regime: gdpr, sla: answered}]')) }, ['SLA-006'])).toEqual([]);
  });

  it('ask nothing of a retired promise, nor of a draft', () => {
    const retired = sla('told-fast', 'clock: {start: lost-card.tell.started, stop: lost-card#tell}\n').replace('status: active', 'status: retired');
    expect(told({ 'journey.yaml': critical(notice), 'sla.yaml': retired }, ['SLA-006'])).toHaveLength(1);
    expect(told({ 'journey.yaml': critical(notice).replace('status: active', 'status: draft') }, ['SLA-006', 'SLA-007'])).toEqual([]);
  });
});

describe('work that changes teams has a time', () => {
  const refund = (decide: string, more = ''): string => activeJourney('refund', 'refund', `      - {id: decide, title: We decide, lane: backstage${decide}}
      - {id: pay, title: Money is sent, lane: support, actor: payments, end: success}
${more}`);

  it('is asked for once it is said what is handed over, so that one missing handoff is one finding', () => {
    expect(told({ 'journey.yaml': refund('') }, ['GRF-010', 'SLA-010'])).toEqual([expect.stringMatching(/^GRF-010/)]);
    expect(told({ 'journey.yaml': refund(', next: [{to: pay, hands: []}]') }, ['GRF-010', 'SLA-010'])).toEqual([expect.stringMatching(/^SLA-010/)]);
  });

  it('is still asked of the second handoff when the first says nothing', () => {
    const two = `${refund(', next: [{to: pay, when: paid back}, {to: tell, hands: []}]')}      - {id: tell, title: Payments call, lane: frontstage, actor: payments, end: failure}\n`;
    expect(told({ 'journey.yaml': two }, ['GRF-010', 'SLA-010'])).toEqual([expect.stringMatching(/^GRF-010.*`decide` and `pay`/), expect.stringMatching(/^SLA-010.*`decide` and `tell`/)]);
  });

  it('may stand in an entry beside the way, where the reason may stand as well', () => {
    expect(told({ 'journey.yaml': refund('', 'handoffs: [{from: decide, to: pay, hands: [], sla: none, reason: by itself}]\n') }, ['SLA-010'])).toEqual([]);
    expect(told({ 'journey.yaml': refund(', next: [{to: pay, hands: [], sla: none}]', 'handoffs: [{from: decide, to: pay, reason: by itself}]\n') }, ['SLA-010'])).toEqual([]);
  });

  it('asks nothing of work that goes to the customer, or comes from there', () => {
    const steps = '      - {id: ask, title: Customer asks, lane: customer, channel: phone}\n      - {id: answer, title: We answer, lane: frontstage, channel: phone}\n      - {id: read, title: Customer reads, lane: customer, channel: email, end: success}\n';
    expect(told({ 'journey.yaml': activeJourney('question', 'ask', steps) }, ['SLA-010'])).toEqual([]);
  });
});

describe('ladders are measured against every target of their promise', () => {
  const ladder = (trigger: string, rungs: string): string => activeJourney('refund', 'refund', `      - {id: decide, title: We decide, lane: backstage, end: success}\nescalations: [{id: late, trigger: {${trigger}}, rungs: [${rungs}]}]\n`);
  const office = activeDocument('Calendar', 'office', 'timezone: Europe/Berlin\nweekly: {mon: ["08:00-18:00"]}\ndayLength: 10h\n');
  const settled = (calendar: string, targets: string, metric = 'duration'): string => sla('settled', `type: sla\nmetric: ${metric}\nprovider: claims\nconsumer: customer\ncalendar: ${calendar}\ntargets: ${targets}\n`);
  const climbs = (promise: string, rungs: string): readonly string[] => told({ 'office.yaml': office, 'sla.yaml': promise, 'journey.yaml': ladder('sla: settled', rungs) }, ['SLA-011']);
  const end = '{after: 150%, to: claims#lead, decisionRight: true}';

  it('rises for 100 h and not for the 80 h of gold', () => {
    const rungs = `{after: 90h, to: payments#lead}, {after: 95%, to: claims#lead}, {after: 110%, to: payments#lead, decisionRight: true}`;
    expect(climbs(settled('24x7', '[{within: 100h}]'), rungs)).toEqual([]);
    expect(climbs(settled('24x7', '[{within: 100h}, {tier: gold, within: 80h}]'), rungs)).toEqual([
      'SLA-011 In escalation `late`, rung `95%` does not come after rung `90h` for tier `gold`, who are promised 80h.',
    ]);
  });

  it('names nobody when it rises for none of them', () => {
    expect(climbs(settled('24x7', '[{within: 100h}, {tier: gold, within: 80h}]'), `{after: 70%, to: payments#lead}, {after: 70%, to: claims#lead}, {after: 110%, to: payments#lead, decisionRight: true}`)).toEqual([
      'SLA-011 In escalation `late`, rung `70%` does not come after rung `70%`.',
    ]);
  });

  it('counts days in the calendar of the clock', () => {
    const rungs = `{after: 7d, to: payments#lead}, {after: 75h, to: claims#lead}, {after: 110%, to: payments#lead, decisionRight: true}`;
    expect(climbs(settled('office', '[{within: 10d}]'), rungs)).toEqual([]);
    expect(climbs(settled('24x7', '[{within: 10d}]'), rungs)).toEqual([expect.stringContaining('`75h` does not come after rung `7d`')]);
  });

  it('counts a rung at the very end of the target as one after it', () => {
    const rungs = '{after: 70%, to: payments#lead}, {after: 10d, to: claims#lead, decisionRight: true}';
    expect(climbs(settled('office', '[{within: 10d}]'), rungs)).toEqual([]);
    expect(climbs(settled('office', '[{within: 10d}]'), rungs.replace('10d', '99h'))).toEqual(['SLA-011 Escalation `late` tells nobody once SLA `settled` is broken.']);
    expect(climbs(settled('office', '[{within: 10d}]'), `{after: 100h, to: payments#lead}, ${end}`)).toEqual(['SLA-011 Escalation `late` tells nobody before SLA `settled` is broken.']);
  });

  it('asks a promise of availability for no share of time', () => {
    expect(climbs(settled('24x7', '[{percent: 99.5}]', 'availability'), `{after: 30m, to: payments#lead}, {after: 2h, to: claims#lead, decisionRight: true}`)).toEqual([]);
    expect(climbs(settled('24x7', '[{percent: 99.5}]', 'availability'), `{after: 70%, to: payments#lead}, ${end}`)).toEqual([expect.stringContaining('Rung `70%` of escalation `late` is a share of a target')]);
  });

  it('says nothing about a promise that does not exist, or says no time yet', () => {
    expect(told({ 'journey.yaml': ladder('sla: settled', `{after: 90h, to: payments#lead}`) }, ['SLA-011'])).toEqual([]);
    expect(climbs(sla('settled', 'type: sla\n'), `{after: 70%, to: payments#lead}, ${end}`)).toEqual([]);
  });

  it('rises without a promise by hours alone', () => {
    expect(told({ 'journey.yaml': ladder('event: refund.decide.started', '{after: 2h, to: payments#lead}, {after: 30m, to: claims#lead, decisionRight: true}') }, ['SLA-011'])).toEqual([
      'SLA-011 In escalation `late`, rung `30m` does not come after rung `2h`.',
    ]);
  });
});

describe('what has run out', () => {
  const ola = (rest: string): string => sla('payout', `type: ola\nprovider: payments\nconsumer: claims\n${rest}`);
  const settled = (rest: string): string => sla('settled', `type: sla\nprovider: claims\nconsumer: customer\n${rest}`);
  const signed = (expires: string): string => record(`by: [claims#lead, payments#lead]\nsubject: [payout]\nexpires: ${expires}\n`);

  it('holds up to the day before, and not on the day', () => {
    expect(told({ 'sla.yaml': ola('expires: 2026-11-22\n') }, ['SLA-013'], '2026-11-21')).toEqual([]);
    expect(told({ 'sla.yaml': ola('expires: 2026-11-22\n') }, ['SLA-013'], '2026-11-22')).toHaveLength(1);
  });

  it('is told once, by what ended first', () => {
    const files = { 'sla.yaml': ola('agreement: agreement-1\nexpires: 2026-10-01\nunderpins: [settled]\n'), 'record.yaml': signed('2026-09-01'), 'settled.yaml': settled('expires: 2027-09-01\n') };
    expect(told(files, ['SLA-013'])).toEqual(['SLA-013 SLA `payout` is active, and its agreement `agreement-1` has not held since 2026-09-01.']);
  });

  it('asks nothing of a promise that is retired, nor for the sake of one', () => {
    expect(told({ 'sla.yaml': ola('expires: 2026-10-01\n').replace('status: active', 'status: retired') }, ['SLA-013'])).toEqual([]);
    expect(told({ 'sla.yaml': ola('expires: 2027-01-01\nunderpins: [settled]\n'), 'settled.yaml': settled('expires: 2027-09-01\n').replace('status: active', 'status: retired') }, ['SLA-013'])).toEqual([]);
  });

  it('compares the times in force as well', () => {
    expect(told({ 'sla.yaml': ola('effective: {from: 2026-01-01, until: 2027-01-01}\nunderpins: [settled]\n'), 'settled.yaml': settled('effective: {from: 2026-01-01, until: 2027-06-01}\n') }, ['SLA-013'])).toEqual([
      'SLA-013 SLA `payout` makes SLA `settled` possible and holds until 2027-01-01 only; that one is promised until 2027-06-01.',
    ]);
  });
});

describe('data arrive as fast as a rule needs them', () => {
  const data = activeDocument('DataCatalog', 'visit-data', 'elements: [{id: van-position, title: Where the van is, class: internal, nature: none, owner: claims, master: field-app}]\n');
  const system = (id: string, rest: string): string => activeDocument('System', id, rest);
  const passing = (to: string, latency: string): string => `integrations: [{to: ${to}, elements: [van-position], latency: ${latency}}]\n`;
  const needing = (within: string): string => `apiVersion: waymark/v1\nkind: Journey\nid: visit\ntitle: Visit\nversion: 1.0.0\nstatus: active\nowner: claims\nstages: [{id: visit, title: Visit, steps: [{id: visit, title: Visit, lane: frontstage, end: success}]}]\nrules: [{id: offer, uses: [van-position], within: ${within}, explain: {logEvent: slot-offered}}]\n`;
  const planner = system('planner', 'emits: [{event: slot-offered}]\n');

  it('counts the longest of several ways', () => {
    const files = {
      'data.yaml': data,
      'field.yaml': system('field-app', 'integrations: [{to: hub, elements: [van-position], latency: 5m}, {to: planner, elements: [van-position], latency: 1m}]\n'),
      'hub.yaml': system('hub', passing('planner', '20m')),
      'planner.yaml': planner,
    };
    expect(told({ ...files, 'journey.yaml': needing('25m') }, ['SLA-014'])).toEqual([]);
    expect(told({ ...files, 'journey.yaml': needing('24m') }, ['SLA-014'])).toEqual(['SLA-014 Rule `offer` needs `van-position` within 24m, and on its way from `field-app` over `hub` to `planner` it takes up to 25m.']);
  });

  it('goes round no circle of systems twice', () => {
    const files = { 'data.yaml': data, 'field.yaml': system('field-app', passing('hub', '5m')), 'hub.yaml': system('hub', 'integrations: [{to: field-app, elements: [van-position], latency: 1h}, {to: planner, elements: [van-position], latency: 5m}]\n'), 'planner.yaml': planner };
    expect(told({ ...files, 'journey.yaml': needing('10m') }, ['SLA-014'])).toEqual([]);
  });

  it('says nothing where no way is known, or the data are passed on without them', () => {
    expect(told({ 'data.yaml': data, 'field.yaml': system('field-app', passing('hub', '5h')), 'hub.yaml': system('hub', 'type: other\n'), 'planner.yaml': planner, 'journey.yaml': needing('1m') }, ['SLA-014'])).toEqual([]);
  });
});

describe('what systems give together', () => {
  const system = (id: string, rest: string): string => activeDocument('System', id, rest);
  const available = (id: string, target: number, window = 'P1M'): string => system(id, `objectives: [{metric: availability, target: ${target}, window: ${window}, escalation: claims#lead}]\n`);
  const line = (percent: number, window = 'P1M'): string => sla('line', `type: sla\nmetric: availability\nprovider: claims\nconsumer: customer\ncalendar: 24x7\ntargets: [{percent: ${percent}}]\nwindow: ${window}\n`);
  const using = (step: string, more = 'slas: [line]\n'): string => activeJourney('lost-card', 'block', `      - {id: block, title: We block the card, lane: backstage, ${step}, end: success}\n${more}`);

  it('adds up the outages exactly', () => {
    const files = { 'a.yaml': available('a', 99.9), 'b.yaml': available('b', 99.8), 'c.yaml': available('c', 99.7), 'journey.yaml': using('systems: [a, b, c]') };
    expect(told({ ...files, 'sla.yaml': line(99.4) }, ['SLA-015'])).toEqual([]);
    expect(told({ ...files, 'sla.yaml': line(99.4001) }, ['SLA-015'])).toEqual([expect.stringContaining('is available 99.4001 % of the time, and its systems give 99.4 % together: `a` 99.9 %, `b` 99.8 % and `c` 99.7 %')]);
  });

  it('leaves out a system without which the step goes on', () => {
    const files = { 'a.yaml': available('a', 99.9), 'b.yaml': available('b', 90), 'sla.yaml': line(99.9) };
    expect(told({ ...files, 'journey.yaml': using('systems: [a, b], dependsOn: [{system: b, mode: degraded}]') }, ['SLA-015'])).toEqual([]);
    expect(told({ ...files, 'journey.yaml': using('systems: [a, b], dependsOn: [{system: b}]') }, ['SLA-015'])).toHaveLength(1);
  });

  it('counts nothing of an objective over a period that does not fit', () => {
    expect(told({ 'a.yaml': available('a', 99, 'P1Y'), 'sla.yaml': line(99.9), 'journey.yaml': using('systems: [a]') }, ['SLA-015'])).toEqual([]);
    expect(told({ 'a.yaml': available('a', 99), 'sla.yaml': line(99.9, 'P1Y'), 'journey.yaml': using('systems: [a]') }, ['SLA-015'])).toHaveLength(1);
  });

  it('counts the systems of the journey that a step stands for', () => {
    const inner = activeJourney('check', 'check', '      - {id: check, title: We check, lane: backstage, systems: [a], end: success}\n');
    expect(told({ 'a.yaml': available('a', 99), 'sla.yaml': line(99.9), 'inner.yaml': inner, 'journey.yaml': using('journey: check') }, ['SLA-015'])).toHaveLength(1);
  });

  it('asks nothing of a draft that names the promise', () => {
    const draft = draftJourney('lost-card', 'block', '      - {id: block, title: We block the card, lane: backstage, systems: [a], end: success}\nslas: [line]\n');
    expect(told({ 'a.yaml': available('a', 99), 'sla.yaml': line(99.9), 'journey.yaml': draft }, ['SLA-015'])).toEqual([]);
  });

  it('comes back with the slowest of them, or after all of them one by one', () => {
    const files = { 'a.yaml': system('a', 'recovery: {rto: 3h}\n'), 'b.yaml': system('b', 'recovery: {rto: 90m}\n') };
    expect(told({ ...files, 'journey.yaml': using('systems: [a, b]', 'resilience: {rto: 3h}\n') }, ['SLA-017'])).toEqual([]);
    expect(told({ ...files, 'journey.yaml': using('systems: [a, b]', 'resilience: {rto: 4h, recovery: sequential}\n') }, ['SLA-017'])).toEqual([expect.stringContaining('up to 4h 30m when they are brought back one after the other')]);
  });

  it('does not wait for a system that only a reminder needs', () => {
    const steps = `      - {id: wait, title: Customer answers, lane: customer, channel: app, meanwhile: [{every: 1d, times: 2, to: remind}], end: success}
      - {id: remind, title: We remind, lane: frontstage, type: notify, systems: [a], end: side}
resilience: {rto: 1h}
`;
    expect(told({ 'a.yaml': system('a', 'recovery: {rto: 3h}\n'), 'journey.yaml': activeJourney('lost-card', 'block', steps) }, ['SLA-017'])).toEqual([]);
  });
});

describe('systems that are asked again and again', () => {
  const page = (id: string, refresh: string): string => activeJourney(id, 'wait', `      - {id: look, title: Customer looks, lane: customer, channel: web, systems: [tracking, hub], refresh: ${refresh}, end: success}\n`);
  const tracking = (limit: number): string => activeDocument('System', 'tracking', `limits: {perSecond: ${limit}}\n`);
  const asked = (limit: number, files: Files): readonly string[] => told({ 'tracking.yaml': tracking(limit), 'hub.yaml': activeDocument('System', 'hub', ''), ...files }, ['SLA-016']);

  it('adds up journeys exactly: a third and two thirds of a question are one', () => {
    const files = { 'a.yaml': page('parcel', '{every: 3s, atOnce: 1}'), 'b.yaml': page('letter', '{every: 6s, peakEvery: 3s, atOnce: 2}') };
    expect(asked(1, files)).toEqual([]);
    expect(asked(0.9999, files)).toEqual(['SLA-016 System `tracking` can answer 0.9999 questions a second, and at the peak it is asked 1: 1 person every 3s at step `look` of journey `parcel` and 2 people every 3s at step `look` of journey `letter`.']);
  });

  it('counts only the system that is asked', () => {
    expect(asked(1, { 'a.yaml': page('parcel', '{every: 1s, atOnce: 50, asks: hub}') })).toEqual([]);
    expect(asked(1, { 'a.yaml': page('parcel', '{every: 1s, atOnce: 50, asks: tracking}') })).toHaveLength(1);
  });

  it('counts nothing of which nobody says how many look, and nothing that a variant only takes over', () => {
    expect(asked(1, { 'a.yaml': page('parcel', '{every: 1s}') })).toEqual([]);
    const variant = activeDocument('Journey', 'parcel-at', 'extends: parcel@^1\noverlay: [{op: set, path: stages.wait.title, value: Waiting, reason: another word}]\n');
    expect(asked(50, { 'a.yaml': page('parcel', '{every: 1s, atOnce: 50}'), 'variant.yaml': variant })).toEqual([]);
    const busier = activeDocument('Journey', 'parcel-at', 'extends: parcel@^1\noverlay: [{op: set, path: stages.wait.steps.look.refresh, value: {every: 1s, atOnce: 1}, reason: fewer people}]\n');
    expect(asked(50, { 'a.yaml': page('parcel', '{every: 1s, atOnce: 50}'), 'variant.yaml': busier })).toEqual([expect.stringContaining('it is asked 51')]);
  });

  it('counts no draft', () => {
    expect(asked(1, { 'a.yaml': page('parcel', '{every: 1s, atOnce: 50}').replace('status: active', 'status: draft') })).toEqual([]);
  });
});

describe('what is promised against what is observed', () => {
  const block = (step: string, more = ''): string => activeJourney('lost-card', 'block', `      - {id: block, title: We block the card, lane: backstage, ${step}, end: success}\n${more}`);
  const blocked = (targets: string, clock = '{start: lost-card.block.started, stop: lost-card#block}', metric = 'duration'): string => sla('blocked', `type: ola\nmetric: ${metric}\nclock: ${clock}\ncalendar: 24x7\ntargets: ${targets}\n`);

  it('counts what passes before what is worked on', () => {
    expect(told({ 'journey.yaml': block('time: {touch: 10m, elapsed: 2-3h}, promise: {within: 2h}') }, ['SLA-019'])).toEqual(['SLA-019 Step `block` takes up to 3h today, and 2h is promised.']);
  });

  it('reads days of an observation as the calendar of the promise means them', () => {
    const office = activeDocument('Calendar', 'office', 'timezone: Europe/Berlin\nweekly: {mon: ["08:00-18:00"]}\ndayLength: 10h\n');
    expect(told({ 'office.yaml': office, 'journey.yaml': block('time: 1-2d, promise: {within: 20h, calendar: office}') }, ['SLA-019'])).toEqual([]);
    expect(told({ 'office.yaml': office, 'journey.yaml': block('time: 1-2d, promise: {within: 19h, calendar: office}') }, ['SLA-019'])).toHaveLength(1);
    expect(told({ 'journey.yaml': block('time: 1-2d, promise: {within: 19h}') }, ['SLA-019'])).toEqual([]);
  });

  it('takes the calendar of a promise in place from the promise of the journey', () => {
    expect(told({ 'sla.yaml': sla('whole', 'type: sla\ncalendar: 24x7\n'), 'journey.yaml': block('time: 2d, promise: {within: 47h}', 'slas: [whole]\n') }, ['SLA-019'])).toHaveLength(1);
  });

  it('asks no promise that stops before the step is done, or is about the first answer', () => {
    const journey = block('time: 5h, sla: blocked');
    expect(told({ 'journey.yaml': journey, 'sla.yaml': blocked('[{within: 4h}]', '{start: asked, stop: lost-card.block.started}') }, ['SLA-019'])).toEqual([]);
    expect(told({ 'journey.yaml': journey, 'sla.yaml': blocked('[{within: 4h}]', undefined, 'response') }, ['SLA-019'])).toEqual([]);
    expect(told({ 'journey.yaml': journey, 'sla.yaml': blocked('[{within: 4h}]') }, ['SLA-019'])).toHaveLength(1);
  });

  it('asks stages as well', () => {
    const journey = block('time: 1h').replace('    title: Block\n', '    title: Block\n    time: 3-4h\n    promise: {within: 2h}\n');
    expect(told({ 'journey.yaml': journey }, ['SLA-019'])).toEqual(['SLA-019 Stage `block` takes up to 4h today, and 2h is promised.']);
  });

  it('takes the upper end of `<4h`, and is silent about months', () => {
    expect(told({ 'journey.yaml': block('time: <4h, promise: {within: 4h}') }, ['SLA-019'])).toEqual([]);
    expect(told({ 'journey.yaml': block('time: P1M, promise: {within: 4h}') }, ['SLA-019'])).toEqual([]);
  });
});
