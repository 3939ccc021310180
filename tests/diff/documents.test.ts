import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/diff/change.js';
import { diff } from '../../src/diff/diff.js';
import { changes, files, sound, told, type Replacement } from './harness.js';

/** Edits of the example, and all that they change. */
const cases: readonly (readonly [string, readonly Replacement[], readonly string[]])[] = [
  ['the default target is stricter: who has a target of their own keeps it', [['promise.yaml', 'within: 10d', 'within: 9d']], ['sla-target-tightened sla:settled breaking']],
  ['a tier that gets a worse target than the default', [['thin.yaml', 'targets: [', 'targets: [{within: 8h}, {tier: bronze, within: 16h}, ']], ['sla-target-added sla:answered breaking', 'sla-target-added sla:answered breaking']],
  ['a tier with a worse target than the default had', [['promise.yaml', '{tier: gold, within: 8d, percent: 90}', '{tier: gold, within: 8d, percent: 90}\n  - {tier: bronze, within: 12d, percent: 90}']], ['sla-target-loosened sla:settled breaking']],
  ['a tier that loses its better target', [['promise.yaml', '  - {tier: gold, within: 8d, percent: 90}\n', '']], ['sla-target-loosened sla:settled breaking']],
  ['a tier that says what the default says', [['promise.yaml', '{tier: gold, within: 8d, percent: 90}', '{tier: gold, within: 8d, percent: 90}\n  - {tier: bronze, within: 10d, percent: 90}']], ['notation-changed sla:settled editorial']],
  ['time and percent in one direction', [['promise.yaml', 'within: 8d, percent: 90', 'within: 7d, percent: 95']], ['sla-target-tightened sla:settled breaking']],
  ['the days of a calendar are shorter', [['hours.yaml', 'dayLength: 10h', 'dayLength: 8h']], ['calendar-day-length-tightened calendar:office breaking']],
  ['days are written as hours of their calendar', [['promise.yaml', 'within: 8d', 'within: 80h']], ['notation-changed sla:settled editorial']],
  ['days that look like hours of a day on the clock are more on a calendar', [['promise.yaml', 'within: 10d, percent: 90', 'within: 240h, percent: 90']], ['sla-target-loosened sla:settled breaking']],
  ['shorter opening hours of one day', [['hours.yaml', 'fri: ["08:00-18:00"]', 'fri: ["08:00-14:00"]']], ['calendar-hours-loosened calendar:office breaking']],
  ['opening hours of one day with a break', [['hours.yaml', 'fri: ["08:00-18:00"]', 'fri: ["08:00-12:00", "13:00-18:00"]']], ['calendar-hours-loosened calendar:office breaking']],
  ['opening hours of one day in two parts', [['hours.yaml', 'fri: ["08:00-18:00"]', 'fri: ["12:00-18:00", "08:00-12:00"]']], ['notation-changed calendar:office editorial']],
  ['opening hours of one more day', [['hours.yaml', 'fri: ["08:00-18:00"]', 'fri: ["08:00-18:00"], sat: ["08:00-12:00"]']], ['calendar-hours-tightened calendar:office breaking']],
  ['a calendar that was meant anyway', [['waymark.yaml', 'currency: EUR', 'currency: EUR\ndefaultCalendar: office'], ['thin.yaml', 'calendar: office\n', '']], ['notation-changed sla:answered editorial', 'workspace-default-calendar-changed workspace:example breaking']],
  ['a calendar of longer days on which days are promised', [['thin.yaml', 'within: 2h', 'within: 2d'], ['thin.yaml', 'calendar: office', 'calendar: 24x7']], ['sla-calendar-changed sla:answered breaking', 'sla-target-loosened sla:answered breaking']],
  ['another measure that the journey goes by', [['journey.yaml', 'kpis: {primary: [completion]}', 'kpis: {primary: [other]}']], ['journey-kpis-primary-changed journey:claim breaking']],
  ['a formula in another notation', [['measure.yaml', '{count: cases, where: {outcome: success}}', '{where: {all: [{outcome: success}]}, count: cases}']], ['notation-changed kpi:completion editorial']],
  ['an alert that comes later', [['measure.yaml', 'below: 0.6,', 'below: 0.5,']], ['kpi-alert-below-loosened kpi:completion breaking']],
  ['an alert that comes earlier', [['measure.yaml', 'below: 0.6,', 'below: 0.7,']], ['kpi-alert-below-tightened kpi:completion']],
  ['a class of data is raised', [['data.yaml', 'class: internal', 'class: restricted']], ['data-element-class-tightened data-catalog:catalogue#elements/reference breaking regulated']],
  ['a class of data is lowered', [['data.yaml', 'class: confidential', 'class: internal']], ['data-element-class-loosened data-catalog:catalogue#elements/photo breaking regulated']],
  ['a period in another notation', [['data.yaml', 'period: P1Y', 'period: P12M']], ['notation-changed data-catalog:catalogue#elements/reference editorial']],
  ['a title of protected data is only a title', [['data.yaml', 'title: Photo', 'title: Picture']], ['data-element-title-changed data-catalog:catalogue#elements/photo editorial']],
  ['a limit that allows more', [['policy.yaml', 'variantsPerJourney: 24', 'variantsPerJourney: 48']], ['limits-variants-per-journey-loosened policy:default breaking regulated']],
  ['a limit that allows less', [['policy.yaml', 'variantsPerJourney: 24', 'variantsPerJourney: 12']], ['limits-variants-per-journey-tightened policy:default']],
  ['notice that is shorter', [['policy.yaml', 'notice: P14D', 'notice: P7D']], ['regulated-demand-notice-loosened policy:default breaking regulated']],
  ['a time of keeping that the Policy allows, shorter', [['policy.yaml', 'confidential: P3Y}', 'confidential: P2Y}']], ['data-policy-retention-max-tightened policy:default']],
  ['a time of keeping that the Policy allows, longer', [['policy.yaml', 'confidential: P3Y}', 'confidential: P4Y}']], ['data-policy-retention-max-loosened policy:default breaking regulated']],
  ['a rule that becomes an error, whatever it was', [['policy.yaml', 'severity: {', 'severity: {KPI-003: error, ']], ['policy-severity-tightened policy:default#severity/KPI-003']],
  ['a rule that is off, whatever it was', [['policy.yaml', 'severity: {', 'severity: {KPI-003: off, ']], ['policy-severity-loosened policy:default#severity/KPI-003 breaking regulated']],
  ['a rule of which nobody can say whether it weighs more than before', [['policy.yaml', 'severity: {', 'severity: {KPI-003: warning, ']], ['policy-severity-added policy:default#severity/KPI-003 breaking regulated']],
  ['a channel that may carry more', [['policy.yaml', 'email: internal', 'email: restricted']], ['policy-channel-loosened policy:default#channels/email breaking regulated']],
  ['the order of phases', [['policy.yaml', '[acquire, use, leave]', '[acquire, leave, use]']], ['policy-lifecycle-order-changed policy:default breaking']],
  ['the order of a list without order', [['measure.yaml', 'dimensions: [channel]', 'dimensions: [channel]'], ['directory.yaml', 'channels: [app, web]', 'channels: [web, app]']], []],
  ['a system that is back later', [['directory.yaml', 'rto: 4h', 'rto: 8h']], ['recovery-rto-loosened system:core breaking']],
  ['a system that aims for more', [['directory.yaml', 'target: 99.5', 'target: 99.9']], ['objective-target-tightened system:core#objectives/availability']],
  ['an event that carries an attribute less', [['directory.yaml', ', attributes: [{name: amount, type: money}]', '']], ['event-attribute-removed system:core#emits/claim-decided breaking']],
  ['a status word that a system calls otherwise', [['words.yaml', '[WORK]', '[WORKING]']], ['status-word-per-system-removed glossary:words#statuses/in-work breaking', 'status-word-per-system-added glossary:words#statuses/in-work']],
  ['a term that no system goes by', [['words.yaml', 'preferred: claim', 'preferred: case']], ['term-word-changed glossary:words#terms/claim']],
  ['a holiday that is called otherwise is the same day off', [['hours.yaml', 'name: Christmas', 'name: Christmas Day']], ['holiday-name-changed calendar:office#holidays/2026-12-25 editorial']],
  ['a class of data more, and a status word less', [['data.yaml', 'purposes:\n', 'classes: [{id: secret, rank: 4}]\npurposes:\n'], ['words.yaml', 'statuses:\n  - {code: in-work, preferred: We are working on it, order: 1, perSystem: {core: [WORK]}}\n', '']], ['data-catalog-class-added data-catalog:catalogue#classes/secret regulated', 'glossary-status-removed glossary:words#statuses/in-work breaking']],
  ['a persona that is recognised otherwise', [['directory.yaml', 'op: gte, value: 5', 'op: gte, value: 10']], ['criterion-value-changed persona:fleet#criteria/fleet-size breaking']],
];

describe('a document', () => {
  it.each(cases)('%s', (_, edits, expected) => {
    expect(told(changes(...edits)).toSorted()).toEqual(expected.toSorted());
  });
});

describe('a term', () => {
  const mapped: Replacement = ['words.yaml', 'code: in-work, preferred: We are working on it', 'code: claim, preferred: We are working on it'];
  const spoken: Replacement = ['words.yaml', 'preferred: We are working on it', 'preferred: claim'];

  it.each<[string, Replacement]>([['has the name of a status that systems go by', mapped], ['is the word of a status that systems go by', spoken]])('breaks them where it %s', (_, edit) => {
    expect(told(diff(sound(files(edit)), sound(files(edit, ['words.yaml', 'id: claim, preferred: claim', 'id: claim, preferred: case']))))).toEqual(['term-preferred-changed glossary:words#terms/claim breaking']);
  });

  it.each<[string, Replacement]>([['has the name of a status that systems go by', mapped], ['is the word of a status that systems go by', spoken]])('breaks them with a word that is not to be used any more where it %s', (_, edit) => {
    const forbidden: Replacement = ['words.yaml', 'forbidden: [damage case]', 'forbidden: [damage case, loss]'];
    expect(told(diff(sound(files(edit)), sound(files(edit, forbidden))))).toEqual(['term-forbidden-word-added glossary:words#terms/claim breaking']);
    expect(told(changes(forbidden))).toEqual(['term-forbidden-word-added glossary:words#terms/claim']);
  });
});

describe('a Directory', () => {
  it('is told once when all of its entries follow it', () => {
    expect(told(changes(['directory.yaml', 'version: 1.0.0', 'version: 1.1.0']))).toEqual(['spec-version-changed directory:example editorial']);
    expect(told(changes(['directory.yaml', 'owner: claims\n', 'owner: payments\n']))).toEqual(['spec-owner-changed directory:example']);
  });

  it('takes in a term and a piece of data that stood elsewhere, as long as it binds as much', () => {
    const term: readonly Replacement[] = [['words.yaml', '  - {id: claim, preferred: claim, forbidden: [damage case]}\n', '  - {id: other, preferred: else}\n'], ['directory.yaml', '', 'terms:\n  claim: {preferred: claim, forbidden: [damage case]}\n']];
    expect(told(changes(...term))).toEqual(['glossary-term-added glossary:words#terms/other']);
    const photo = '  - {id: photo, title: Photo, class: confidential, nature: personal, owner: claims, steward: claims, master: core, retention: {period: P3Y, from: case-close, action: erase}}\n';
    const data = (period: string): Replacement => ['directory.yaml', '', `data:\n  photo: {title: Photo, class: confidential, nature: personal, owner: claims, steward: claims, master: core, retention: {period: ${period}, from: case-close, action: erase}}\n`];
    expect(told(changes(['data.yaml', photo, ''], data('P3Y')))).toEqual([]);
    expect(told(changes(['data.yaml', photo, ''], data('P4Y'))).map((each) => each.split(' ')[0])).toEqual(['data-catalog-element-removed', 'data-catalog-element-added']);
    expect(told(changes(['data.yaml', photo, ''], data('P3Y'), ['directory.yaml', 'owner: claims\n', 'owner: claims\naccess: public\n'])).map((each) => each.split(' ')[0])).toContain('data-catalog-element-removed');
  });

  describe('lets an entry move', () => {
    const legal = 'apiVersion: waymark/v1\nkind: Team\nid: legal\ntitle: Legal\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\n';
    const away: Replacement = ['directory.yaml', '  legal: Legal\n', ''];
    const other = (header: string): Replacement => ['other.yaml', '', `apiVersion: waymark/v1\nkind: Directory\nid: other\ntitle: Other\nversion: 1.0.0\n${header}\nteams: {legal: Legal}\n`];
    const active = 'status: active\neffective: {from: 2026-01-01}\nowner: claims';
    const toldOf = (list: readonly Change[]): readonly string[] => told(list.filter(({ subject }) => subject === 'team:legal'));

    it('to a document of its own', () => {
      expect(changes(away, ['legal.yaml', '', legal])).toEqual([]);
      expect(told(changes(away, ['legal.yaml', '', legal.replace('title: Legal', 'title: Lawyers')]))).toEqual(['spec-title-changed team:legal editorial']);
    });

    it.each<[string, string, string, string]>([
      ['ends there', 'from: 2026-01-01', 'from: 2026-01-01, until: 2026-02-01', 'protection-end-added team:legal breaking regulated'],
      ['begins later', 'from: 2026-01-01', 'from: 2099-01-01', 'effective-from-tightened team:legal'],
      ['belongs to others', 'owner: claims', 'owner: payments', 'spec-owner-changed team:legal'],
      ['is retired', 'status: active', 'status: retired', 'spec-retired team:legal breaking regulated'],
    ])('and tells that it %s: in a document of its own, in another Directory, and on the way back', (_, from, to, expected) => {
      expect(told(changes(away, ['legal.yaml', '', legal.replace(from, to)]))).toEqual([expected]);
      expect(toldOf(changes(away, other(active.replace(from, to))))).toEqual([expected]);
      const alone = files(away, ['legal.yaml', '', legal]);
      expect(toldOf(diff(sound(alone), sound({ ...files(away, other(active.replace(from, to))) })))).toEqual([expected]);
    });

    it('and tells nothing where it is under the same there', () => {
      expect(toldOf(changes(away, other(active)))).toEqual([]);
      expect(toldOf(changes(['directory.yaml', 'id: example\n', 'id: people\naliases: [example]\n']))).toEqual([]);
    });
  });

  it('takes in nothing that is protected for a shorter time there', () => {
    const term: readonly Replacement[] = [['words.yaml', '  - {id: claim, preferred: claim, forbidden: [damage case]}\n', '  - {id: other, preferred: else}\n'], ['directory.yaml', '', 'terms:\n  claim: {preferred: claim, forbidden: [damage case]}\n']];
    const taken = (header: string, today?: string): boolean => {
      const under: Replacement = ['directory.yaml', 'effective: {from: 2026-01-01}', `effective: {${header}}`];
      return told(diff(sound(files(under)), sound(files(under, ...term)), { today })).some((each) => each.startsWith('glossary-term-removed'));
    };
    expect([taken('from: 2026-01-01'), taken('from: 2025-01-01'), taken('from: 2026-06-01', '2026-06-01')]).toEqual([false, false, false]);
    expect([taken('from: 2026-01-01, until: 2026-12-01'), taken('from: 2026-06-01'), taken('from: 2026-06-01', '2026-05-31')]).toEqual([true, true, true]);
  });

  it('begins later with an entry that changes, and is put off with one that does not or names a day of its own', () => {
    const later: readonly Replacement[] = [['directory.yaml', 'effective: {from: 2026-01-01}', 'effective: {from: 2026-06-01}'], ['directory.yaml', 'version: 1.0.0', 'version: 1.1.0']];
    const ofDirectory = (...edits: readonly Replacement[]): readonly string[] => told(diff(sound(files()), sound(files(...later, ...edits)), { today: '2026-05-31' })).filter((each) => each.includes('effective-from') || each.includes('start-loosened')).map((each) => each.split(' ')[0]!);
    const role = 'payments: {title: Payments, function: finance, roles: [{id: lead}';
    expect(ofDirectory()).toEqual(['spec-start-loosened']);
    expect(ofDirectory(['directory.yaml', 'title: Payments', 'title: Paying'])).toEqual(['spec-start-loosened']);
    expect(ofDirectory(['directory.yaml', role, `${role}, {id: second}`])).toEqual(['effective-from-tightened']);
    expect(ofDirectory(['directory.yaml', '  legal: Legal\n', '  legal: Legal\n  audit: Audit\n'])).toEqual(['effective-from-tightened']);
    expect(ofDirectory(['directory.yaml', role, `${role.replace('{title', '{effective: {from: 2026-01-01}, title')}, {id: second}`])).toContain('spec-start-loosened');
  });

  it('lets a short entry say more', () => {
    expect(told(changes(['directory.yaml', 'legal: Legal', 'legal: {title: Legal, function: law}']))).toEqual(['team-function-added team:legal']);
  });

  it('renames an entry with all that name it', () => {
    const renamed = files(['directory.yaml', '  payments: {title: Payments,', '  money: {title: Payments, aliases: [payments],'], ['journey.yaml', 'authority: [payments]', 'authority: [money]'], ['journey.yaml', 'owner: payments', 'owner: money'], ['journey.yaml', 'to: payments#lead', 'to: money#lead']);
    expect(told(diff(sound(files()), sound(renamed)))).toEqual(['spec-id-renamed team:money']);
  });
});

describe('the standing of a document', () => {
  it('begins on the day that it names, where that is still to come', () => {
    const { 'journey.yaml': text = '', ...rest } = files();
    const toldOn = (today: string): string => diff(sound(rest), sound({ ...rest, 'journey.yaml': text.replace('effective: {from: 2026-01-01}', 'effective: {from: 2026-06-01}') }), { today })[0]!.message;
    expect(toldOn('2026-05-31')).toContain('is new and holds from 2026-06-01 on.');
    expect(toldOn('2026-06-01')).toContain('is new and holds at once.');
  });

  it('retires with all that it says', () => {
    expect(told(changes(['words.yaml', 'status: active', 'status: retired'], ['words.yaml', 'preferred: claim', 'preferred: case']))).toEqual(['spec-retired glossary:words breaking']);
  });

  it('stays in force where it was to go, and may differ otherwise', () => {
    const stays: Replacement = ['farewell.yaml', 'status: deprecated', 'status: active'];
    expect(told(changes(stays, ['farewell.yaml', ', until: 2027-01-01', ''], ['farewell.yaml', 'supersededBy: words\n', '']))).toEqual(['spec-deprecation-removed glossary:old-words']);
    expect(told(changes(stays, ['farewell.yaml', 'until: 2027-01-01', 'until: 2026-12-01'], ['farewell.yaml', 'owner: claims', 'owner: payments'])).toSorted()).toEqual(['effective-until-loosened glossary:old-words', 'spec-deprecation-removed glossary:old-words', 'spec-owner-changed glossary:old-words']);
    expect(told(changes(['farewell.yaml', 'supersededBy: words\n', '']))).toEqual(['spec-superseded-by-removed glossary:old-words breaking']);
  });

  const inForce = 'effective: {from: 2026-01-01}';

  it('ends a promise on its last day, so who says an earlier one, or one at all, is asked', () => {
    expect(told(changes(['promise.yaml', inForce, 'effective: {from: 2026-01-01, until: 2026-12-01}']))).toEqual(['spec-end-added sla:settled breaking']);
    const all = diff(sound(files(['promise.yaml', `${inForce}\n`, ''])), sound(files(['promise.yaml', inForce, 'effective: {from: 2026-01-01, until: 2026-12-01}'])));
    expect(all.map(({ kind, message }) => `${kind}: ${message}`)).toEqual(['spec-end-added: The `effective` of SLA `settled` is new. It ends on 2026-12-01.']);
    expect(told(changes(['thin.yaml', 'until: 2028-01-01', 'until: 2026-12-01']))).toEqual(['spec-end-loosened sla:answered breaking']);
    expect(told(changes(['thin.yaml', 'until: 2028-01-01', 'until: 2029-01-01']))).toEqual(['effective-until-tightened sla:answered']);
    expect(told(changes(['complaint.yaml', `status: active\n${inForce}`, 'status: deprecated\neffective: {from: 2026-01-01, until: 2026-12-01}\nsupersededBy: claim']))).toEqual(['spec-deprecated journey:complaint regulated', 'spec-end-added journey:complaint breaking regulated', 'spec-superseded-by-added journey:complaint regulated']);
    expect(told(changes(['words.yaml', inForce, 'effective: {from: 2026-01-01, until: 2026-12-01}']))).toEqual(['effective-until-added glossary:words']);
  });

  it('protects nobody any more after its last day, so that day is regulated where it protects data or governs', () => {
    const ends = 'effective: {from: 2026-01-01, until: 2026-12-01}';
    expect(told(changes(['policy.yaml', inForce, ends]))).toEqual(['protection-end-added policy:default breaking regulated']);
    expect(told(changes(['data.yaml', 'until: 2029-01-01', 'until: 2026-12-01']))).toEqual(['protection-end-loosened data-catalog:catalogue breaking regulated']);
    expect(told(changes(['data.yaml', 'until: 2029-01-01', 'until: 2029-12-01']))).toEqual(['effective-until-tightened data-catalog:catalogue']);
    expect(told(changes(['directory.yaml', inForce, ends]))).toEqual(['spec-end-added directory:example breaking regulated']);
    const named = (until: string): ReturnType<typeof sound> => sound({ ...files(), 'forms.yaml': files()['words.yaml']!.replace('kind: Glossary\nid: words', 'kind: DataCatalog\nid: forms').replace('from: 2026-01-01', `from: 2026-01-01, until: ${until}`).replace(/^terms:[^]*/m, 'entities: [{id: form}]\n') });
    expect(told(diff(named('2029-01-01'), named('2028-01-01')))).toEqual(['protection-end-loosened data-catalog:forms breaking']);
  });

  it('is put off where only words come with a later day, and is announced where something else does', () => {
    const later: Replacement = ['promise.yaml', inForce, 'effective: {from: 2099-01-01}'];
    expect(told(changes(later))).toEqual(['spec-start-loosened sla:settled breaking']);
    expect(told(changes(later, ['promise.yaml', 'version: 1.0.0', 'version: 2.0.0'], ['promise.yaml', 'title: Claim settled', 'title: Claim is settled']))).toContain('spec-start-loosened sla:settled breaking');
    expect(told(changes(later, ['promise.yaml', 'within: 8d', 'within: 9d']))).toEqual(['effective-from-tightened sla:settled', 'sla-target-loosened sla:settled breaking']);
    expect(told(changes(['words.yaml', inForce, 'effective: {from: 2099-01-01}']))).toEqual(['effective-from-tightened glossary:words']);
    expect(told(changes(['sketch.yaml', 'owner: claims', `owner: claims\n${inForce}`]))).toEqual(['spec-effective-added journey:recovery']);
  });

  it.each([
    ['later, with words', '2027-09-01', ['title: Claim settled', 'title: Claim is settled'], 'spec-start-loosened sla:settled breaking'],
    ['later, with less that is promised', '2027-09-01', ['within: 8d', 'within: 9d'], 'spec-start-loosened sla:settled breaking'],
    ['earlier, with more that is promised', '2027-02-15', ['within: 8d', 'within: 7d'], 'effective-from-loosened sla:settled breaking'],
  ] as const)('is judged by the day that was announced: %s', (_, day, [from, to], expected) => {
    const announced = inForce.replace('2026-01-01', '2027-03-01');
    const [before, after] = [files(['promise.yaml', inForce, announced]), files(['promise.yaml', inForce, inForce.replace('2026-01-01', day)], ['promise.yaml', from, to])];
    expect(told(diff(sound(before), sound(after), { today: '2027-02-01' })).filter((each) => /start|from/.test(each))).toEqual([expected]);
  });

  it('is put off whatever changes beside it, where the day that was announced is still to come', () => {
    const announced: Replacement = ['promise.yaml', inForce, 'effective: {from: 2027-03-01}'];
    const before = sound(files(announced));
    const later = (...edits: readonly Replacement[]): ReturnType<typeof sound> => sound(files(announced, ['promise.yaml', 'from: 2027-03-01', 'from: 2027-09-01'], ...edits));
    const small = later(['promise.yaml', 'owner: claims', 'owner: payments']);
    const on = (today?: string, after = small): readonly string[] => told(diff(before, after, { today })).filter((each) => each.includes('start') || each.includes('from'));
    expect(on('2027-02-28')).toEqual(['spec-start-loosened sla:settled breaking']);
    expect(diff(before, small, { today: '2027-02-28' }).find(({ kind }) => kind === 'spec-start-loosened')!.message).toMatch(/ was `2027-03-01` and is now `2027-09-01`, which is later\. It was announced for 2027-03-01 and has not begun, so it is put off to 2027-09-01\. What was announced, version 1\.0\.0, takes over on 2027-03-01 all the same, and goes on until 2027-09-01\. To hold it back, release a version that begins on 2027-03-01 and says what is to hold\.$/);
    expect(on('2027-03-01')).toEqual(['effective-from-tightened sla:settled']);
    expect(on()).toEqual(['effective-from-tightened sla:settled']);
    expect(on('2027-02-28', later(['promise.yaml', 'within: 8d', 'within: 7d']))).toEqual(['spec-start-loosened sla:settled breaking']);
    const journeyLater = (...edits: readonly Replacement[]): ReturnType<typeof sound> => sound(files(['journey.yaml', inForce, 'effective: {from: 2027-09-01}'], ...edits));
    const journey = (...edits: readonly Replacement[]): readonly string[] => told(diff(sound(files(['journey.yaml', inForce, 'effective: {from: 2027-03-01}'])), journeyLater(...edits), { today: '2027-02-28' })).filter((each) => /start|from/.test(each));
    expect(journey(['journey.yaml', 'owner: claims', 'owner: payments'])).toEqual(['spec-start-loosened journey:claim breaking']);
    expect(journey(['journey.yaml', 'slas: [settled]\n', ''])).toEqual(['spec-start-loosened journey:claim breaking']);
    expect(on('2027-03-01', later(['promise.yaml', 'within: 8d', 'within: 7d']))).toEqual(['effective-from-tightened sla:settled']);
  });

  describe('until a later day', () => {
    const said = (before: string, after: string, today?: string, edit: Replacement = ['promise.yaml', 'owner: claims', 'owner: payments']): readonly string[] =>
      diff(sound(files(['promise.yaml', inForce, before])), sound(files(['promise.yaml', inForce, after], edit)), { today }).filter(({ kind }) => /from|start/.test(kind)).map(({ kind, level, message }) => `${kind} ${level}: ${message.replace(/^.* which is later\.\s?/, '')}`);
    const [later, ends] = ['effective: {from: 2027-03-01}', 'effective: {from: 2026-01-01, until: 2027-01-01}'];

    it('goes on as it is where it holds already, and that is told', () => {
      expect(said(inForce, later, '2026-11-22')).toEqual(['effective-from-tightened compatible: What holds now, version 1.0.0, goes on until 2027-03-01.']);
      expect(said('effective: {from: 2026-01-01, until: 2027-03-01}', later, '2026-11-22')).toContain('effective-from-tightened compatible: What holds now, version 1.0.0, goes on until 2027-03-01.');
      expect(said(inForce, later)).toEqual(['effective-from-tightened compatible: ']);
    });

    it('goes on as well where only words change, and that is told', () => {
      expect(said(inForce, later, '2026-11-22', ['promise.yaml', 'title: Claim settled', 'title: Claim is settled'])).toEqual(['spec-start-loosened breaking: Nothing but words changes beside it, so it is put off to 2027-03-01. What holds now, version 1.0.0, goes on until 2027-03-01.']);
    });

    it('says nothing of the time until a day that has come', () => {
      expect(said(inForce, later, '2027-03-01')).toEqual(['effective-from-tightened compatible: ']);
    });

    it('breaks something where what holds ends before', () => {
      expect(said(ends, later, '2026-11-22')).toContain('spec-start-loosened breaking: What holds now, version 1.0.0, goes on until 2027-01-01, and from then on neither of the two holds until 2027-03-01.');
      expect(said(ends, later, '2027-01-01')).toContain('effective-from-tightened compatible: The version before ended on 2027-01-01, and neither of the two holds until then.');
      const card: readonly Replacement[] = [['directory.yaml', '{title: Score,', '{title: Score, effective: {from: 2026-01-01, until: 2027-01-01},']];
      const begins: Replacement = ['directory.yaml', 'effective: {from: 2026-01-01, until: 2027-01-01}', 'effective: {from: 2027-03-01}'];
      expect(told(diff(sound(files(...card)), sound(files(...card, begins, ['directory.yaml', 'vendor: Example Models', 'vendor: Others'])), { today: '2026-11-22' }))).toContain('protection-start-loosened system:score breaking regulated');
    });
  });

  it('is regulated where it is under a regime, but for a draft', () => {
    expect(told(changes(['complaint.yaml', 'status: active', 'status: retired']))).toEqual(['spec-retired journey:complaint breaking regulated']);
    expect(told(changes(['sketch.yaml', 'owner: claims', 'owner: claims\nregulated: [conduct]']))).toEqual(['journey-regime-added journey:recovery']);
    expect(told(changes(['sketch.yaml', 'version: 0.1.0\nstatus: draft', 'version: 1.0.0\nstatus: active'], ['sketch.yaml', 'lane: frontstage', 'lane: frontstage, regulated: [conduct]']))).toEqual(['spec-activated journey:recovery regulated']);
  });

  it('leaves the workspace, however that is done', () => {
    expect(told(changes(['waymark.yaml', 'regions: [DE]', 'regions: [DE]\nignore: ["words.yaml"]']))).toEqual(['spec-deleted glossary:words breaking', 'workspace-ignore-added workspace:example']);
    expect(told(changes(['words.yaml', 'id: words', 'id: terms']))).toEqual(['spec-activated glossary:terms', 'spec-deleted glossary:words breaking']);
  });
});

describe('a measure', () => {
  const kept: Replacement = ['measure.yaml', 'where: {outcome: success}', 'where: {promise: {sla: quick, is: kept}}'];
  const renamed: readonly Replacement[] = [['promise.yaml', 'id: quick\n', 'id: prompt\naliases: [quick]\n'], ['measure.yaml', 'sla: quick', 'sla: prompt']];

  it('counts what it counted where the promise that it names is called otherwise', () => {
    expect(told(diff(sound(files(kept)), sound(files(kept, ...renamed))))).toEqual(['spec-id-renamed sla:prompt']);
  });

  it('still counts something else where the promise is missed instead of kept', () => {
    const swapped: readonly Replacement[] = [...renamed, ['measure.yaml', 'is: kept', 'is: missed']];
    expect(told(diff(sound(files(kept)), sound(files(kept, ...swapped))))).toEqual(['kpi-formula-changed kpi:completion breaking', 'spec-id-renamed sla:prompt']);
  });
});
