import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../src/report/columns.js';
import { text } from '../../../src/report/proof/text.js';
import { broken, byPhoto, byVisit, fullProofs, gap, hours, journey, made, part, payment, promise, proofs, target, triage, unproved, unreadFinding, view, way, workspace } from './harness.js';

const hour = 3600;

describe('a promise that is asked for', () => {
  test('is told with its ways, the account of each part, the room and how far it reaches', () => {
    expect(text.report(proofs(made(target({ assumptions: ['Every start is counted once.'] })), 'settlement'), view)).toBe(`\
== Motor claim (motor-claim) ==

Claim settled (settlement): proved
  Promised by claims-ops to the customer. The clock runs from registered to paid or declined.

  For everybody: 6d on claims-hours (60 h) for 94 % of the cases of each tier, per month
  Proved: if every part keeps its own target, the whole keeps this promise. On the way that leaves
  least: 6 h left, no percent left.

  Of 2 ways the one that leaves least: classify -> visit -> transfer
    part                    target  calendar      kept  may miss
    Claim is classified        4 h  claims-hours  98 %       2 %
      ola-triage, kept by claims-ops: registered -> classified
    Car is inspected          30 h  claims-hours  98 %       2 %
      ola-inspection, kept by field-inspection: classified -> inspected
    Bank pays the customer    20 h  claims-hours  98 %       2 %
      bank-transfer, kept by house-bank: inspected -> paid
    ------------------------------------------------------------
    together                  54 h  claims-hours             6 %
    promised                  60 h  claims-hours  94 %       6 %
    left                       6 h                          none

  Other ways:
    classify -> transfer: 26 h, may miss 5 %

  Parts of the other ways:
    part                  target  calendar      kept  may miss
    Estimate from photos     2 h  claims-hours  99 %       1 %
      ola-photo, kept by claims-ops: classified -> inspected

  Room for one part alone, before the proof fails:
    - ola-triage, ola-inspection and bank-transfer: 6 h and no percent
    - ola-photo: 34 h and 1 %

  Taken for granted:
    - Every start is counted once.

  How far this reaches:
    - The guarantee is for the cases that end in the same month, counted for each tier. It says
      nothing about a single case.

1 promise: 1 proved in 1 journey
`);
  });

  test('tells the same ways once for all its targets', () => {
    const gold = target({ group: { tier: 'gold' }, target: hours(55, 940_000), slack: { seconds: hour, shortfall: 0 } });
    const output = text.report(proofs(made(target({}), gold), 'settlement'), view);
    expect(output.match(/the one that leaves least/g)).toHaveLength(1);
    expect(output).toContain('For everybody else: 6d on claims-hours (60 h)');
    expect(output).toContain('For tier gold: 55h on claims-hours for 94 % of these cases, per month');
    expect(output).toContain('  As above: the ways and their parts and the room of the parts.\n');
  });

  test('says for which days it holds, and when they are over', () => {
    const until = (day: string): string => text.report(proofs(made(target({ horizon: { from: '2026-01-01', until: day } })), 'settlement'), { ...view, columns: 200 });
    expect(until('2027-12-31')).toContain('- The calendars are known from 2026-01-01 to 2027-12-31, and the verdict holds for these days only.');
    expect(until('2027-12-31')).not.toContain('are over');
    expect(until('2026-09-30')).toContain('- On 2026-10-01 they are over: continue the calendars.');
  });

  test('shows two ways where one takes longest and another leaves least certainty', () => {
    const uncertain = way(['classify', 'transfer'], [triage, part('ola-photo', 'Photos', 'classified', 'inspected', hours(2, 950_000)), payment]);
    const output = text.report(proofs(made(target({ paths: [byVisit, uncertain] })), 'settlement'), view);
    expect(output).toContain('The way that takes longest: classify -> visit -> transfer');
    expect(output).toContain('The way that most cases may miss: classify -> transfer');
  });

  test('explains why times do not add up on several calendars and on branches', () => {
    const other = part('ola-photo', 'Photos', 'a', 'b', hours(2, 990_000, { calendar: '24x7' }));
    const mixed = way(['a'], [other], { seconds: 5 * hour, worstStart: '2026-12-24T17:00:00Z' });
    expect(text.report(proofs(made(target({ paths: [mixed] })), 'settlement'), { ...view, columns: 200 })).toContain('The parts run on several calendars. Together they are counted in hours of claims-hours, for a case that starts at the worst moment, 2026-12-24T17:00:00Z.');
    const parallel = { ...byVisit, seconds: 50 * hour };
    expect(text.report(proofs(made(target({ paths: [parallel] })), 'settlement'), { ...view, columns: 200 })).toContain('Of branches that run at the same time the longest counts for the time, and all count for what may be missed.');
  });

  test('counts what branches beside the way may miss', () => {
    const beside = { ...byVisit, shortfall: 80_000 };
    expect(text.report(proofs(made(target({ paths: [beside] })), 'settlement'), { ...view, columns: 200 })).toContain('all count for what may be missed.');
    expect(text.report(proofs(made(target({})), 'settlement'), { ...view, columns: 200 })).not.toMatch(/Of branches|less may be missed/);
  });

  test('counts over all ways where one alone may miss too many', () => {
    const rare = { ...byVisit, isTooUncertain: true };
    const shared = target({ target: hours(60, 945_000, { within: '6d' }), paths: [rare, byPhoto], slack: { seconds: 6 * hour, shortfall: 2_000 } });
    expect(text.report(proofs(made(shared), 'settlement'), { ...view, columns: 200 })).toContain('This way alone may miss too many. Over all ways, each as often as cases take it, 5.3 % may be missed.');
  });

  test('says why less may be missed than the sum', () => {
    const independent = { ...byVisit, shortfall: 58_808 };
    const output = text.report(proofs(made(target({ paths: [independent] })), 'settlement'), { ...view, columns: 200 });
    expect(output).toContain('Together less may be missed than the sum of what each may miss, because of what is taken for granted.');
    expect(output).toContain('5.8808 %');
  });

  test.each([
    ['motor-claim#acknowledge/promise', 'promise of step acknowledge'],
    ['motor-claim#stages/triage/promise', 'promise of stage triage'],
    ['ola-triage', 'ola-triage'],
  ])('calls the part %s `%s`', (id, words) => {
    const only = way(['a'], [part(id, 'A part', 'a', 'b', hours(2, 990_000))]);
    expect(text.report(proofs(made(target({ paths: [only] })), 'settlement'), view)).toContain(`      ${words}, kept by claims-ops: a -> b\n`);
  });

  test('counts the ways that it does not list', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...byPhoto, steps: [`step-${index}`] }));
    const output = text.report(proofs(made(target({ paths: [byVisit, ...many], pathCount: 1_000 })), 'settlement'), view);
    expect(output).toContain('step-9: 26 h, may miss 5 %\n    ... and 989 more');
    expect(output).not.toContain('step-10');
  });

  test('says nothing of time where none is promised', () => {
    const { seconds: _, within: _within, ...budget } = hours(0, 999_500, { calendar: '24x7' });
    const up = target({ target: budget, paths: [], pathCount: 0, rooms: [], slack: { seconds: 0, shortfall: 500 } });
    const output = text.report(proofs([workspace({ journeys: [journey({ promises: [promise({ metric: 'availability', targets: [up] })] })] })], 'settlement'), { ...view, columns: 200 });
    expect(output).toContain('For everybody: available 99.95 % of the time on 24x7, per month');
    expect(output).toContain('On the way that leaves least: 0.05 % left.');
  });
});

describe('a promise that is violated', () => {
  test('is shown by the way that breaks it, with what would have to change', () => {
    const output = text.report(proofs(made(broken)), view);
    expect(output).toContain(`\
  Violated: every part may keep its own target, and this promise is broken all the same. A case that
  goes classify -> visit -> transfer may take 54 h, 4 h longer than promised.

  The way that breaks the promise: classify -> visit -> transfer
`);
    expect(output).toContain(`\
  What would have to change:
    - Make the parts of the longest way shorter by 4 h together, for example \`ola-inspection\` from
      30 h to 26 h.
    - Or promise what the parts can keep: 6d (54 h are needed) for 94 % of the cases of each tier.
`);
    expect(output).toContain('    left                    4 h too much                          none\n');
  });
});

describe('a promise that is not proved', () => {
  test('is told with what is missing, where, and the next step', () => {
    expect(text.report(proofs(made(unproved(gap))), { ...view, quiet: true })).toBe(`\
== Motor claim (motor-claim) ==

Claim settled (settlement): not proved
  Promised by claims-ops to the customer. The clock runs from registered to paid or declined.

  For everybody: 6d on claims-hours (60 h) for 94 % of the cases of each tier, per month
  Not proved: neither a proof nor a counter-example follows from what is declared. One thing is
  missing.

  Missing for a proof:

  slas/settlement.yaml:15:9
    Nobody promises how long it takes from \`inspected\` to \`paid\`.
    fix: Write a promise whose clock runs from \`inspected\` to \`paid\`.
`);
  });

  test('is told once for targets that miss the same', () => {
    const output = text.report(proofs(made(unproved(gap), { ...unproved(gap), group: { tier: 'gold' } })), view);
    expect(output.match(/Nobody promises/g)).toHaveLength(1);
    expect(output).toContain('  The same is missing as above.');
  });

  test('is told with the promise that the parts can keep, where only percent is short', () => {
    const budget = { ...gap, kind: 'budget' as const, message: 'The parts may miss 6 %, and 4 % may be missed.' };
    const tooUncertain = target({ verdict: 'not-proved', target: hours(60, 960_000, { within: '6d' }), paths: [{ ...byVisit, isTooUncertain: true }], premises: [budget], rooms: [] });
    const output = text.report(proofs(made(tooUncertain)), { ...view, columns: 200 });
    expect(output).toContain('- Let the parts of a way keep 2 % more of the cases together: what each may miss is added up, because the cases that miss may all be different ones.');
    expect(output).toContain('- Or promise what the parts can keep: 6d for 94 % of the cases of each tier.');
  });
});

describe('everything', () => {
  test('is a line for each promise, and in full what is violated or not proved', () => {
    const output = text.report(fullProofs(), view);
    expect(output).toContain('Workspace "Broadband" in b\n');
    expect(output).toContain('  proved      Claim settled (settlement): everybody else 6 h left, no percent left; tier gold 1 h\n              left, no percent left\n');
    expect(output).toContain('  violated    Claim settled (settlement): 54 h may be needed, 50 h are promised\n');
    expect(output).toContain('  not proved  Claim settled (settlement): 1 thing missing\n');
    expect(output).not.toContain('the one that leaves least');
    expect(output).toMatch(/3 promises: 1 violated, 1 not proved, 1 proved in 3 journeys\n`waymark prove settlement` shows how a promise is proved, --all shows all of them\n$/);
    expect(text.report(fullProofs(), { ...view, all: true })).toContain('the one that leaves least');
  });

  test('says what could not be read before any verdict', () => {
    expect(text.report(proofs([workspace({ unread: { count: 1, first: unreadFinding } })]), view)).toMatch(/^1 document with problems is left out, and the verdicts hold only for what could be read\./);
  });

  test('prints nothing when quiet and nothing is wrong', () => {
    expect(text.report(proofs([workspace({})]), { ...view, quiet: true })).toBe('');
  });

  test('says where promises are named when there are none', () => {
    expect(text.report(proofs([workspace({ journeys: [] })]), view)).toBe('No journey makes a promise. A journey names its promises in `slas`.\n');
  });

  test('says that what is not proved fails no run unless it is asked to', () => {
    const results = proofs(made(unproved(gap)));
    expect(text.report(results, view)).toContain('What is not proved does not fail this run (--fail-on not-proved)');
    expect(text.report(results, { ...view, failOn: 'warning' })).not.toContain('does not fail');
    expect(text.report(results, { ...view, failOn: 'never' })).toContain('Nothing fails this run');
  });

  test('says that a violated draft fails no run', () => {
    const draft = journey({ status: 'draft', promises: [promise({ targets: [broken] })] });
    expect(text.report(proofs([workspace({ journeys: [draft] })]), view)).toContain('\nA violated draft does not fail this run (--fail-on not-proved)\n');
    const both = [draft, journey({ promises: [promise({ targets: [unproved(gap)] })] })];
    expect(text.report(proofs([workspace({ journeys: both })]), view)).toContain('\nWhat is not proved, or is violated as a draft, does not fail this run (--fail-on not-proved)\n');
  });

  test('tells of drafts and of promises that are not in force', () => {
    const draft = [workspace({ journeys: [journey({ status: 'draft' })] })];
    expect(text.report(proofs(draft, 'settlement'), { ...view, columns: 200 })).toContain('The journey is a draft: nobody is promised anything by it yet.');
    const on = (asOf: string): string => text.report({ ...proofs(made(target({})), 'settlement'), asOf }, { ...view, columns: 200 });
    expect(on('2026-08-31')).toContain('On 2026-08-31 it is not in force yet: it begins on 2026-09-01.');
    expect(on('2027-08-31')).toContain('On 2027-08-31 it is over: it ended on 2027-08-31.');
    expect(on('2027-08-30')).not.toMatch(/it is over|not in force/);
    expect(text.report(proofs([workspace({ journeys: [journey({ status: 'retired' })] })], 'settlement'), { ...view, columns: 200 })).toContain('The journey is retired: nobody is promised anything by it any more.');
  });

  test('says of a promise without a target that there is nothing to prove', () => {
    const output = text.report(proofs([workspace({ journeys: [journey({ promises: [promise({ targets: [], verdict: 'not-proved' })] })] })]), { ...view, columns: 200 });
    expect(output).toContain('not proved  Claim settled (settlement): no target');
    expect(output).toContain('It has no target, so there is nothing to prove: write in `targets` what is promised.');
  });
});

test.each([60, 80, 120])('no line is wider than %i columns unless a word is', (columns) => {
  const lines = text.report(fullProofs(), { ...view, all: true, columns }).split('\n');
  expect(lines.filter((line) => columnsOf(line) > columns)).toEqual([]);
});

test('colours change nothing but colours', () => {
  const colored = text.report(fullProofs(), { ...view, all: true, color: true });
  expect(colored).toContain('\u001b[31m');
  expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(text.report(fullProofs(), { ...view, all: true }));
});

test('of too many promises the worst are told in full and the rest is counted', () => {
  const promises = [promise({ targets: [unproved(gap)] }), promise({ targets: [broken] })];
  const output = text.report(proofs([workspace({ journeys: [journey({ promises })] })]), { ...view, maxProblems: 1 });
  expect(output).toContain('Violated: ');
  expect(output).not.toContain('Not proved: ');
  expect(output).toContain('\n... and 1 more promise (--max-problems tells how many are told in full)\n');
});
