import { describe, expect, it } from 'vitest';
import { bumps } from '../../src/control/bumps.js';
import type { Change } from '../../src/diff/change.js';
import { diff } from '../../src/diff/diff.js';
import type { Deed } from '../../src/diff/difference.js';
import { kindOf } from '../../src/diff/kind-of.js';
import type { TypeExpression } from '../../src/schema/language.js';
import { shapeOf } from '../../src/schema/type-at.js';
import { changes, files, sound, told, type Replacement } from './harness.js';

/** The only change that some edits make. */
function only(...edits: readonly Replacement[]): Change {
  const list = changes(...edits);
  expect(list.map(({ kind }) => kind)).toHaveLength(1);
  return list[0]!;
}

function sole(...edits: readonly Replacement[]): string {
  const { kind, level, regulated, harms } = only(...edits);
  return `${kind} ${level}${regulated ? ' regulated' : ''}, harms ${harms.join(' and ') || 'nobody'}`;
}

const confirm = '      - {id: confirm, title: We confirm, lane: frontstage, channel: email, message: {subject: We have it}}\n';
const refuse = '      - {id: refuse, title: Customer is told, lane: frontstage, channel: email, message: {subject: We cannot pay, textFile: texts/refusal.md}, end: failure}\n';
const again = '      - {id: inspect-again, title: Second visit, lane: frontstage, next: [decide, {to: inspect, when: nobody there, repeats: 2}]}\n';
const pay = '      - {id: pay, title: Pay, lane: backstage, events: {complete: claim-paid}, end: success}\n';
const active: Replacement = ['sketch.yaml', 'version: 0.1.0\nstatus: draft', 'version: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}'];

describe('viewpoint: tightened and loosened are seen from those who rely on it', () => {
  it('harms who has to keep what is stricter, and who relies on what is looser', () => {
    expect(sole(['promise.yaml', 'within: 8d', 'within: 7d'])).toBe('sla-target-tightened breaking, harms provider');
    expect(sole(['promise.yaml', 'within: 8d', 'within: 9d'])).toBe('sla-target-loosened breaking, harms customer');
  });

  it('harms both where nobody can say which it is', () => {
    expect(sole(['promise.yaml', 'calendar: office\ntargets:\n  - {within: 10d', 'calendar: 24x7\ntargets:\n  - {within: 10d'])).toBe('sla-calendar-changed breaking, harms customer and provider');
  });
});

describe('what is regulated spreads', () => {
  it('to whatever is more than editorial in a spec under a regime, before or after', () => {
    expect(sole(['complaint.yaml', 'channel: phone', 'channel: [phone, app]'])).toBe('step-channel-added compatible regulated, harms nobody');
    expect(sole(['complaint.yaml', 'title: We file it', 'title: We note it'])).toBe('step-title-changed editorial, harms nobody');
    expect(told(changes(['complaint.yaml', 'regulated: [conduct]\nslas', 'slas'], ['complaint.yaml', 'channel: phone', 'channel: [phone, app]']))).toEqual(['journey-regime-removed journey:complaint breaking regulated', 'step-channel-added journey:complaint#call regulated']);
  });

  it('to a step under a regime, and to no other step of its journey', () => {
    const regulated: Replacement = ['journey.yaml', 'id: inspect, title: Inspector visits', 'id: inspect, regulated: [conduct], title: Inspector visits'];
    const edit = (from: string, to: string): readonly string[] => told(diff(sound(files(regulated)), sound(files(regulated, ['journey.yaml', from, to]))));
    expect(edit('{after: 2d, to: inspect-again', '{after: 1d, to: inspect-again')).toEqual(['timer-after-tightened journey:claim#inspect regulated']);
    expect(edit('channel: [app, phone]', 'channel: [app, phone, web]')).toEqual(['step-channel-added journey:claim#submit']);
  });

  it('to data of the class confidential or above', () => {
    expect(sole(['journey.yaml', 'collects: [reference]', 'collects: [reference, photo]'])).toBe('personal-element-added compatible regulated, harms data-subject');
    expect(sole(['journey.yaml', 'collects: [reference]', 'collects: [reference, other]'])).toBe('step-data-collected-element-added compatible, harms data-subject');
  });
});

describe('what is regulated spreads out of an entry that comes or goes whole', () => {
  it('from the data of a step that is new', () => {
    const step = (data: string): string | undefined => told(changes(['question.yaml', '      - {id: reply,', `      - {id: look, title: We look, lane: backstage, data: {collects: [${data}]}}\n      - {id: reply,`])).find((each) => each.startsWith('step-added'));
    expect(step('photo')).toMatch(/ regulated$/);
    expect(step('reference')).toBeDefined();
    expect(step('reference')).not.toContain('regulated');
  });

  it('from a step under a regime with the stage that it stands in', () => {
    const stage = '  - id: look-back\n    title: Looking back\n    steps:\n      - {id: thank, title: We thank, lane: frontstage, regulated: [conduct], end: success}\n';
    const before = (text: string): Replacement => ['question.yaml', 'stages:\n', `stages:\n${text}`];
    const gone = (text: string): readonly string[] => told(diff(sound(files(before(text))), sound(files())));
    expect(gone(stage).some((each) => each.startsWith('stage-removed') && each.endsWith('regulated'))).toBe(true);
    expect(gone(stage.replace(' regulated: [conduct],', '')).some((each) => each.endsWith('regulated'))).toBe(false);
  });

  it('from what customers are told, what is proved and how data are protected, with the entry that takes them along', () => {
    const before = '      - {id: reply,';
    const step = (rest: string): readonly string[] => told(diff(sound(files(['question.yaml', before, `      - {id: look, title: We look, lane: frontstage${rest}}\n${before}`])), sound(files())));
    expect(step(', disclosures: [reasons]').find((each) => each.startsWith('step-removed'))).toMatch(/ regulated$/);
    expect(step('').find((each) => each.startsWith('step-removed'))).toMatch(/ breaking$/);
    const guarded = files(['directory.yaml', 'channels: [app, web]}', 'channels: [app, web], security: {measures: [encryption]}}']);
    expect(told(diff(sound(guarded), sound(files())))).toEqual(['system-security-removed system:portal breaking regulated']);
  });

  it('from a criterion of a persona and from what one system passes on to another', () => {
    const criterion = (element: string): Replacement => ['directory.yaml', 'op: gte, value: 5}', `op: gte, value: 5}, {variable: ${element}, op: eq, value: yes-please}`];
    const passes = (element: string): Replacement => ['directory.yaml', 'channels: [app, web]}', `channels: [app, web], integrations: [{to: core, elements: [${element}]}]}`];
    for (const edit of [criterion, passes]) {
      expect(told(changes(edit('photo'))).some((each) => each.endsWith('regulated'))).toBe(true);
      expect(told(changes(edit('reference'))).some((each) => each.endsWith('regulated'))).toBe(false);
    }
  });
});

describe('a machine in the place of a person', () => {
  const check = 'automation: {how: assisted, risk: high}';
  const weighs = (was: string, is: string): readonly string[] => diff(sound(files(['journey.yaml', `        ${check}\n`, was === '' ? '' : `        automation: ${was}\n`])), sound(files(['journey.yaml', `        ${check}\n`, is === '' ? '' : `        automation: ${is}\n`]))).map(({ kind, level, regulated, harms }) => `${kind} ${level}${regulated ? ' regulated' : ''}, harms ${harms.join(' and ') || 'nobody'}`);

  it.each<[string, string, readonly string[]]>([
    ['{how: human, risk: high}', '{how: automated, risk: high}', ['automation-how-loosened breaking regulated, harms customer']],
    ['{how: human, risk: high}', 'automated', ['automation-how-loosened breaking regulated, harms customer', 'automation-risk-removed breaking regulated, harms customer and regulator']],
    ['{how: human, risk: high}', '{how: automated, risk: medium}', ['automation-how-loosened breaking regulated, harms customer', 'automation-risk-loosened breaking regulated, harms customer and regulator']],
    ['{how: human, risk: medium}', '{how: automated, risk: high}', ['automation-how-loosened breaking regulated, harms customer', 'automation-risk-tightened compatible, harms nobody']],
    ['{how: human, risk: medium}', 'automated', ['automation-how-loosened breaking, harms customer', 'automation-risk-removed breaking, harms customer and regulator']],
    ['human', 'automated', ['automation-how-loosened breaking, harms customer']],
  ])('is regulated where much is at stake before or after: from %s to %s', (was, is, expected) => {
    expect(weighs(was, is)).toEqual(expected);
  });

  it('is for compliance to judge where only the word is dropped that much is at stake', () => {
    expect(weighs('{how: human, risk: high}', 'human')).toEqual(['automation-risk-removed breaking regulated, harms customer and regulator']);
    expect(weighs('{how: human, risk: high}', '{how: human, risk: low}')).toEqual(['automation-risk-loosened breaking regulated, harms customer and regulator']);
    expect(weighs('{how: human, risk: high}', '')).toEqual(['step-automation-removed breaking regulated, harms customer and regulator']);
    expect(weighs('{how: human, risk: medium}', '{how: human, risk: low}')).toEqual(['automation-risk-loosened breaking, harms customer and regulator']);
  });

  it('breaks as well where nobody had said who does the step', () => {
    expect(weighs('', 'automated')).toEqual(['step-automation-added breaking, harms customer']);
    expect(weighs('', 'assisted')).toEqual(['step-automation-added breaking, harms customer']);
    expect(weighs('', '{how: automated, risk: high}')).toEqual(['step-automation-added breaking regulated, harms customer']);
    expect(weighs('', '{how: human, risk: high}')).toEqual(['step-automation-added compatible, harms nobody']);
  });
});

describe('what begins to hold or leaves carries its content', () => {
  it('weighs what the heaviest of its content weighs, and is regulated where any of it is', () => {
    expect(sole(active)).toBe('spec-activated compatible, harms nobody');
    expect(sole(active, ['sketch.yaml', 'lane: frontstage', 'lane: frontstage, promise: {within: 1d}'])).toContain('spec-activated breaking');
    expect(sole(active, ['sketch.yaml', 'lane: frontstage', 'lane: frontstage, regulated: [conduct]'])).toBe('spec-activated compatible regulated, harms nobody');
  });

  it('is regulated where it names protected data, or asks people for something about themselves', () => {
    const withData = (data: string): string => sole(active, ['sketch.yaml', 'lane: frontstage', `lane: frontstage, data: {${data}}`]);
    expect(withData('writes: [photo]')).toBe('spec-activated compatible regulated, harms nobody');
    expect(withData('writes: [reference]')).toBe('spec-activated compatible, harms nobody');
    expect(withData('collects: [reference]')).toBe('spec-activated compatible, harms nobody');
    const scores = (element: string): readonly string[] => told(changes(['directory.yaml', 'systems:\n', `systems:\n  scores: {title: Scores, type: other, integrations: [{to: portal, elements: [${element}]}]}\n`]));
    expect(scores('photo')).toContain('spec-activated system:scores regulated');
    expect(scores('reference')).toContain('spec-activated system:scores');
    const gone = ['directory.yaml', '  scores: {title: Scores, type: other, integrations: [{to: portal, elements: [photo]}]}\n', ''] as const;
    const there = files(['directory.yaml', 'systems:\n', `systems:\n${gone[1]}`]);
    expect(told(diff(sound(there), sound(files())))).toContain('spec-deleted system:scores breaking regulated');
  });

  it('weighs against what it said when it held last, where that is known', () => {
    const promising = (days: number): Replacement => ['sketch.yaml', 'lane: frontstage', `lane: frontstage, promise: {within: ${days}d}`];
    const held = sound(files(active, promising(1)));
    const anew = (days: number, before = sound(files(promising(1)))): Change => diff(before, sound(files(active, promising(days))), { formerly: () => held }).find(({ kind }) => kind === 'spec-activated')!;
    const { 'sketch.yaml': _, ...without } = files();
    expect(anew(3)).toMatchObject({ level: 'breaking', harms: ['customer'] });
    expect(anew(3).message).toContain('Since it held last, as 1.0.0, it says something else. The `within` of the `promise` of step');
    expect(anew(1)).toMatchObject({ level: 'compatible', harms: [] });
    expect(anew(1).message).toContain('It says what it said when it held last, as 1.0.0.');
    expect(anew(3, sound(without))).toMatchObject({ level: 'breaking', harms: ['customer'] });
    expect(diff(sound(without), sound(files(active, promising(3))), { formerly: () => sound(files(promising(1))) })[0]!.message).not.toContain('held last');
  });

  it('is deleted in whatever way it leaves: its id is another, it is ignored, its file is gone', () => {
    expect(told(changes(['words.yaml', 'id: words', 'id: terms']))).toContain('spec-deleted glossary:words breaking');
    expect(told(changes(['waymark.yaml', 'regions: [DE]', 'regions: [DE]\nignore: ["words.yaml"]']))).toContain('spec-deleted glossary:words breaking');
    const { 'words.yaml': _, ...rest } = files();
    expect(told(diff(sound(files()), sound(rest)))).toEqual(['spec-deleted glossary:words breaking']);
  });
});

describe('what applies is compared, not what is written', () => {
  it('is looser for a tier that gets a worse target than the default was', () => {
    expect(told(changes(['promise.yaml', '  - {tier: gold', '  - {tier: bronze, within: 12d, percent: 90}\n  - {tier: gold']))).toEqual(['sla-target-loosened sla:settled breaking']);
  });

  it('asks of a calendar that takes over other hours which these are', () => {
    const base = (from: string, to: string): string => sole(['directory.yaml', from, to]);
    const twin: Replacement = ['directory.yaml', 'calendars:\n', 'calendars:\n  twin: {title: Twin, extends: office, timezone: Europe/Berlin, dayLength: 10h, horizon: {from: 2026-01-01, until: 2027-12-31}}\n'];
    expect(base('helpline: {title: Helpline, extends: office', 'helpline: {title: Helpline, extends: 24x7')).toBe('calendar-extends-tightened breaking, harms provider');
    const desk = (hours: string): Replacement => ['directory.yaml', 'calendars:\n', `calendars:\n  desk: {title: Desk, extends: ${hours}, timezone: Europe/Berlin, horizon: {from: 2026-01-01, until: 2027-12-31}}\n`];
    expect(told(diff(sound(files(desk('office'))), sound(files(desk('24x7'))))), 'longer hours, and longer days').toEqual(['calendar-extends-changed calendar:desk breaking']);
    const [was, is] = [sound(files(twin)), sound(files(twin, ['directory.yaml', 'helpline: {title: Helpline, extends: office', 'helpline: {title: Helpline, extends: twin']))];
    expect(told(diff(was, is))).toEqual(['notation-changed calendar:helpline editorial']);
    expect(told(changes(['hours.yaml', 'timezone: Europe/Berlin\n', 'timezone: Europe/Berlin\nextends: 24x7\n']))).toEqual(['notation-changed calendar:office editorial']);
  });

  it('asks of a promise in the place of another what it promises', () => {
    expect(sole(['complaint.yaml', 'slas: [quick]', 'slas: [swift]'])).toBe('promise-reference-changed editorial, harms nobody');
    expect(sole(['complaint.yaml', 'slas: [quick]', 'slas: [settled]'])).toBe('promise-changed breaking regulated, harms customer and provider');
  });

  it('tells of a promise that a journey no longer has', () => {
    expect(sole(['journey.yaml', 'slas: [settled]\n', ''])).toBe('journey-sla-removed breaking, harms customer');
  });
});

describe('one target, one change', () => {
  it('takes time and percent together; in opposite directions they harm both', () => {
    expect(sole(['promise.yaml', 'within: 8d, percent: 90', 'within: 7d, percent: 95'])).toBe('sla-target-tightened breaking, harms provider');
    expect(sole(['promise.yaml', 'within: 8d, percent: 90', 'within: 7d, percent: 85'])).toBe('sla-target-changed breaking, harms customer and provider');
    expect(sole(['journey.yaml', 'within: 4h, percent: 95', 'within: 3h, percent: 90'])).toBe('promise-changed breaking, harms customer and provider');
  });
});

describe('notation', () => {
  it('is editorial where the value is the same, though one of them follows the length of a day and the other does not', () => {
    expect(sole(['promise.yaml', 'within: 8d', 'within: 80h'])).toBe('notation-changed editorial, harms nobody');
    expect(sole(['promise.yaml', 'within: 8d', 'within: 192h'])).toBe('sla-target-loosened breaking, harms customer');
    expect(sole(['data.yaml', 'period: P1Y', 'period: P12M'])).toBe('notation-changed editorial, harms nobody');
  });
});

describe('structure', () => {
  it('tells a step that goes to another stage once, with those that go the same way and the ways around them', () => {
    expect(told(changes(['journey.yaml', again, ''], ['journey.yaml', refuse, ''], ['journey.yaml', pay, again + refuse + pay]))).toEqual(['step-stage-changed journey:claim#inspect-again breaking']);
  });

  it('lets a step that comes or goes take with it the ways and handoffs that it displaces', () => {
    expect(told(changes(['journey.yaml', confirm, '']))).toEqual(['step-removed journey:claim#confirm breaking']);
    expect(told(changes(['journey.yaml', pay, `      - {id: count, title: Count, lane: backstage, actor: legal, next: pay}\n${pay}`], ['journey.yaml', '{to: pay, when: accepted', '{to: count, when: accepted']))).toContain('step-added journey:claim#count');
  });

  it('tells what is handed over on each of two ways between the same steps', () => {
    const twice = (hands: string): Replacement => ['journey.yaml', 'sla: none, reason: same system}', `sla: none, reason: same system}, {to: pay, when: accepted in part, hands: [${hands}], sla: none, reason: same system}`];
    const [more, less, same] = [twice('photo, reference'), twice('photo'), twice('reference')].map((edit) => sound(files(edit)));
    expect(told(diff(more!, less!))).toEqual(['transition-handed-element-removed journey:claim#decide breaking']);
    expect(told(diff(less!, more!))).toEqual(['transition-handed-element-added journey:claim#decide']);
    expect(told(diff(same!, less!))).toHaveLength(2);
    expect(told(diff(less!, less!))).toEqual([]);
  });

  it('tells no handoff as gone that went with its team', () => {
    expect(told(changes(['journey.yaml', '    owner: payments\n', '']))).toEqual(['stage-owner-changed journey:claim#stages/payment']);
  });

  it('says nothing of an order that no way depends on', () => {
    expect(changes(['journey.yaml', refuse, ''], ['journey.yaml', again, refuse + again])).toEqual([]);
    expect(told(changes(['complaint.yaml', '      - {id: file, title: We file it, lane: backstage}\n', ''], ['complaint.yaml', '      - {id: answer', '      - {id: file, title: We file it, lane: backstage}\n      - {id: answer']))).toEqual(['step-order-changed journey:complaint#stages/complain breaking regulated']);
  });
});

describe('what is new on a way', () => {
  const header = (kind: string, id: string, rest: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: Request\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\n${rest}`;
  const promised = (within: string): string => `promise: {within: ${within}, percent: 98, each: pool}`;
  const served = header('Sla', 'served', 'type: sla\nmetric: duration\nprovider: claims\nconsumer: customer\nclock: {start: request-sent, stop: request-served}\ncalendar: office\ntargets: [{within: 8h, percent: 80}]\nwindow: P1M\n');
  const request = header('Journey', 'request', `slas: [served]
stages:
  - id: only
    title: Request
    steps:
      - {id: ask, title: Customer asks, lane: customer, channel: email, events: {complete: request-sent}}
      - {id: check, title: We check, lane: backstage, ${promised('1h')}, events: {start: request-sent, complete: request-checked}, next: [slow, {to: quick, when: it is plain}]}
      - {id: quick, title: We do it at once, lane: backstage, ${promised('1h')}, events: {start: request-checked, complete: request-done}, next: serve}
      - {id: slow, title: We look closely, lane: backstage, ${promised('3h')}, events: {start: request-checked, complete: request-done}, next: serve}
      - {id: serve, title: We serve, lane: frontstage, channel: email, ${promised('1h')}, events: {start: request-done, complete: request-served}}
      - {id: thank, title: We thank, lane: frontstage, channel: email, end: success}
`);
  type Rewrite = (text: string) => string;
  const fresh = (rest: string): string => `      - {id: fresh, title: Something more, lane: backstage, events: {start: request-looked, complete: request-done}, next: serve, ${rest}}\n`;
  /** A step between another one and the next. */
  const behind = (step: string, rest: string, put: (text: string, line: string) => string = (text, line) => text.replace('      - {id: serve', `${line}      - {id: serve`)): Rewrite => (text) => {
    const line = text.split('\n').find((each) => each.includes(`id: ${step},`))!;
    return put(text.replace(line, line.replace('request-done', 'request-looked').replace('next: serve', 'next: fresh')), fresh(rest));
  };
  /** What is new, and what becomes of the promise. */
  const weighed = (change: Rewrite, { promise = (text) => text, was = (text) => text }: { readonly promise?: Rewrite; readonly was?: Rewrite } = {}): readonly string[] => {
    const [before, after] = [sound({ ...files(), 'request.yaml': was(request), 'served.yaml': was(served) }), sound({ ...files(), 'request.yaml': change(was(request)), 'served.yaml': promise(was(served)) })];
    return told(diff(before, after)).filter((each) => /^(?:step|stage|transition)-added|^promise-/.test(each)).sort();
  };
  const added = 'step-added journey:request#fresh';

  it('breaks something where the longest way of a promise to customers takes longer, or is not proved any more', () => {
    expect(weighed(behind('slow', promised('30m')))).toEqual(['promise-slack-removed journey:request editorial', `${added} breaking`]);
    expect(weighed(behind('slow', promised('9h')))).toEqual(['promise-proof-removed journey:request breaking', `${added} breaking`]);
    expect(weighed(behind('slow', 'channel: email'))).toEqual(['promise-proof-removed journey:request breaking', `${added} breaking`]);
  });

  it('does so where a looser target makes up for it to the minute', () => {
    const always = promised('30m').replace('98', '100');
    const looser = { promise: (text: string) => text.replace('within: 8h', 'within: 8h30m') };
    expect(weighed(behind('slow', always), looser)).toEqual(['promise-path-changed journey:request editorial', `${added} breaking`]);
    expect(weighed(behind('quick', always), looser)).toEqual(['promise-slack-added journey:request editorial', added]);
  });

  it('does so as a stage or as a way', () => {
    expect(weighed(behind('slow', promised('30m'), (text, line) => `${text}  - id: more\n    title: More\n    steps:\n${line}`))).toEqual(['promise-slack-removed journey:request editorial', 'stage-added journey:request#stages/more breaking']);
    expect(weighed((text) => text.replace('request-done}, next: serve', 'request-done}, next: [serve, {to: slow, when: it was not plain}]'))).toEqual(['promise-proof-removed journey:request breaking', 'transition-added journey:request#quick breaking']);
  });

  it('takes nothing away off that way, and on a shorter one, whatever else makes the promise harder to keep', () => {
    const off: Rewrite = (text) => text.replace('      - {id: thank', '      - {id: fresh, title: Something more, lane: backstage}\n      - {id: thank');
    expect(weighed(off)).toEqual([added]);
    for (const change of [off, behind('quick', promised('30m'))]) expect(weighed(change, { promise: (text) => text.replace('within: 8h', 'within: 7h') })).toEqual(['promise-slack-removed journey:request editorial', added]);
  });

  it('takes nothing away where nothing is promised to customers, or the journey is a draft', () => {
    const change = behind('slow', promised('30m'));
    expect(weighed(change, { was: (text) => text.replace('slas: [served]\n', '') })).toEqual([added]);
    expect(weighed(change, { was: (text) => text.replace('type: sla', 'type: ola') })).toEqual(['promise-slack-removed journey:request editorial', added]);
    expect(weighed(change, { was: (text) => (text.includes('kind: Sla') ? text : text.replace('status: active\neffective: {from: 2026-01-01}', 'status: draft')) })).toEqual(['promise-slack-removed journey:request editorial', added]);
  });
});

describe('conditions', () => {
  it('in words are only worded anew, and the journey’s owner agrees', () => {
    const change = only(['journey.yaml', 'when: damage is unclear', 'when: the damage is not clear']);
    expect({ kind: change.kind, level: change.level, approvers: change.approvers }).toEqual({ kind: 'transition-condition-changed', level: 'compatible', approvers: ['journey-owner'] });
  });

  it('that a machine tests route cases otherwise', () => {
    expect(sole(['journey.yaml', 'when: damage is unclear', 'when: {event: claim-opened}'])).toBe('transition-test-changed breaking, harms customer');
  });

  it('go with shares, which take nothing away, and with bounds of loops, of which the higher does', () => {
    expect(sole(['journey.yaml', 'share: 0.4', 'share: 0.3'])).toBe('transition-share-changed compatible, harms nobody');
    expect(sole(['journey.yaml', 'repeats: 2', 'repeats: 3'])).toBe('transition-repeats-loosened breaking, harms customer');
    expect(sole(['journey.yaml', 'repeats: 2', 'repeats: 1'])).toBe('transition-repeats-tightened compatible, harms nobody');
  });

  it('go with fewer tries, which break something where it is the customer who tries', () => {
    const weighs = (from: string, was: string, is: string): readonly string[] => {
      const [before, after] = [was, is].map((bound) => sound(files(['question.yaml', from, `${from.slice(0, -1)}, next: [reply, {to: ask, when: there is more${bound}}]}`])));
      return diff(before!, after!).filter(({ kind }) => kind.startsWith('transition-')).map(({ kind, level, harms }) => `${kind} ${level}, harms ${harms.join(' and ') || 'nobody'}`);
    };
    const ask = '{id: ask, title: Customer asks, lane: customer, channel: email, events: {complete: question-sent}}';
    expect(weighs(ask, ', repeats: 3', ', repeats: 1')).toEqual(['transition-repeats-tightened breaking, harms customer']);
    expect(weighs(ask, '', ', repeats: 1')).toEqual(['transition-repeats-added breaking, harms customer']);
    expect(weighs(ask, ', repeats: 1', ', repeats: 3')).toEqual(['transition-repeats-loosened breaking, harms customer']);
  });
});

describe('what breaks as well', () => {
  const cases: readonly (readonly [string, Replacement, string])[] = [
    ['a window that is longer', ['promise.yaml', 'percent: 90}]\nwindow: P1M', 'percent: 90}]\nwindow: P1Y'], 'sla-window-loosened breaking, harms customer'],
    ['a stage that is no longer critical', ['journey.yaml', 'critical: true', 'critical: false'], 'stage-critical-loosened breaking, harms customer'],
    ['another outcome of an end', ['journey.yaml', 'end: failure', 'end: abandon'], 'step-end-changed breaking, harms customer and analyst and staff'],
    ['another team', ['journey.yaml', 'id: decide\n', 'id: decide\n        actor: legal\n'], 'step-actor-changed breaking, harms customer and staff'],
    ['the persona that is meant when none fits', ['directory.yaml', 'fallback: true', 'fallback: false'], 'persona-fallback-changed breaking, harms customer'],
    ['how all of the criteria count', ['directory.yaml', 'tier: {name: gold, rank: 1}', 'tier: {name: gold, rank: 1}, match: first'], 'persona-match-changed breaking, harms customer'],
    ['another type of an attribute', ['directory.yaml', '{name: amount, type: money}', '{name: amount, type: number}'], 'event-attribute-type-changed breaking, harms analyst and integrator'],
    ['a goal that is to be met later', ['measure.yaml', 'by: 2026-12-31', 'by: 2027-12-31'], 'kpi-target-by-loosened breaking, harms owner and customer'],
  ];

  it.each(cases)('%s', (_, edit, expected) => {
    expect(sole(edit)).toBe(expected);
  });
});

describe('calendars', () => {
  it('break with a holiday on a day that was counted with, and not with a later one', () => {
    expect(sole(['hours.yaml', 'holidays: [', 'holidays: [{date: 2026-12-24, name: Eve}, '])).toContain('calendar-holiday-added breaking');
    expect(sole(['hours.yaml', 'holidays: [', 'holidays: [{date: 2028-12-24, name: Eve}, '])).toBe('later-holiday-added compatible, harms nobody');
  });
});

describe('variants', () => {
  const variant = 'apiVersion: waymark/v1\nkind: Journey\nid: claim-at\ntitle: Claim, Austria\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\nextends: claim@^1.0\noverlay:\n  - {op: set, path: stages.decision.steps.check.promise.within, value: 6h, reason: more to check}\n';
  const moved = (text: string, ...edits: readonly Replacement[]): readonly string[] => told(diff(sound({ ...files(), 'variant.yaml': variant }), sound({ ...files(...edits), 'variant.yaml': text })));

  it('differ by what they come to', () => {
    expect(moved(variant.replace('6h', '8h'))).toEqual(['promise-loosened journey:claim-at#check breaking']);
    expect(moved(variant, ['journey.yaml', 'channel: [app, phone]', 'channel: [app, phone, web]'])).toEqual(['step-channel-added journey:claim#submit', 'step-channel-added journey:claim-at#submit']);
    expect(moved(variant, ['journey.yaml', 'within: 4h', 'within: 3h'])).toEqual(['promise-tightened journey:claim#check breaking']);
  });

  it('are only written otherwise where they come to the same, with another version or without', () => {
    expect(moved(variant.replace('more to check', 'there is more to check'))).toEqual(['notation-changed journey:claim-at editorial']);
    expect(moved(variant.replace('more to check', 'there is more to check').replace('version: 1.0.0', 'version: 1.0.1'))).toEqual(['spec-version-changed journey:claim-at editorial', 'notation-changed journey:claim-at editorial']);
  });

  it('ask for a version of their own when their base moves them', () => {
    const [before, after] = [sound({ ...files(), 'variant.yaml': variant }), sound({ ...files(['journey.yaml', 'percent: 95, calendar', 'percent: 90, calendar']), 'variant.yaml': variant })];
    expect(bumps(before, after, diff(before, after)).map(({ subject, verdict }) => `${subject} ${verdict}`)).toEqual(['journey:claim too-low', 'journey:claim-at too-low']);
  });
});

describe('versions', () => {
  const verdicts = (to: string): readonly string[] => {
    const [before, after] = [sound(files()), sound(files(['words.yaml', 'version: 1.0.0', `version: ${to}`]))];
    return bumps(before, after, diff(before, after)).map(({ verdict }) => verdict);
  };

  it('are never lowered, and may be raised for nothing', () => {
    expect(verdicts('0.9.0')).toEqual(['lowered']);
    expect(verdicts('1.1.0')).toEqual(['needless']);
  });
});

describe('policy', () => {
  const cases: readonly (readonly [string, Replacement, string])[] = [
    ['a limit', ['policy.yaml', 'variantsPerJourney: 24', 'variantsPerJourney: 25'], 'limits-variants-per-journey-loosened'],
    ['a time of keeping', ['policy.yaml', 'confidential: P3Y', 'confidential: P5Y'], 'data-policy-retention-max-loosened'],
    ['a notice', ['policy.yaml', 'notice: P14D', 'notice: P7D'], 'regulated-demand-notice-loosened'],
    ['a channel that may carry more', ['policy.yaml', 'email: internal', 'email: restricted'], 'policy-channel-loosened'],
    ['an approver less', ['policy.yaml', 'regulated: {all: [compliance]', 'regulated: {all: []'], 'regulated-demand-all-removed'],
    ['a regime less', ['policy.yaml', 'regimes:\n  - {id: conduct, title: Insurance conduct}', 'regimes: []'], 'policy-regime-removed'],
  ];

  it.each(cases)('that is looser breaks and is regulated: %s', (_, edit, kind) => {
    expect(told([only(edit)])[0]).toMatch(new RegExp(`^${kind} .* breaking regulated$`));
  });

  it('has a looser side for each of its fields', () => {
    expect(policyFields.filter(([shape, field]) => !['removed', 'loosened', 'changed', 'added'].some((deed) => isLooser(shape, field, deed as Deed))).map((name) => name.join('.'))).toEqual([]);
  });
});

function isLooser(shape: string, field: string, deed: Deed): boolean {
  const { level, regulated } = kindOf({ shape, field, deed }, 'Policy');
  return level === 'breaking' && regulated;
}

/** Fields of the header, and those that say only which entry it is or are for readers. */
const silent = new Set(['id', 'title', 'description', 'name', 'reason', 'label']);
/** Groups of fields say something only through them. */
const isGroup = (type: TypeExpression): boolean => type.type === 'object' && !Object.values(shapeOf(type.shape)).some(({ required }) => required);
const policyFields = shapesIn('Policy').flatMap((shape) => Object.keys(shapeOf(shape)).filter((field) => !silent.has(field) && !isGroup(shapeOf(shape)[field]!.type) && !(shape === 'Policy' && field in shapeOf('Glossary'))).map((field) => [shape, field] as const));

/** Shapes that only a Policy holds. */
function shapesIn(kind: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(kind)) return [];
  seen.add(kind);
  const inside = (type: TypeExpression): readonly string[] => (type.type === 'object' ? [type.shape] : type.type === 'list' || type.type === 'map' ? inside(type.of) : type.type === 'union' ? type.of.flatMap(inside) : []);
  for (const [field, { type }] of Object.entries(shapeOf(kind))) if (kind !== 'Policy' || !(field in shapeOf('Glossary'))) inside(type).forEach((shape) => shapesIn(shape, seen));
  return [...seen];
}
