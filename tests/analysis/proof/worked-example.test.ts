import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proveJourney } from '../../../src/analysis/proof/prove-journey.js';
import type { TargetProof } from '../../../src/analysis/proof/verdict.js';
import { filesBelow } from '../../support/files.js';
import { root } from '../../support/imports.js';
import { workspaceOf } from '../../support/journeys.js';

const folder = join(root, 'journeys/insurance');
const shipped: Readonly<Record<string, string>> = Object.fromEntries(filesBelow(folder).filter((path) => path.endsWith('.yaml')).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));

type Edit = readonly [file: string, from: string, to: string];

/** The targets of the settlement promise in the shipped workspace, with some texts changed. */
function settlement(edits: readonly Edit[] = [], journey = 'motor-claim'): readonly TargetProof[] {
  const files = { ...shipped };
  for (const [file, from, to] of edits) {
    expect(files[file]).toContain(from);
    files[file] = files[file]!.replace(from, to);
  }
  return proveJourney(workspaceOf(files), journey)!.promises.find(({ promise }) => promise === 'motor-claim-settlement')!.targets;
}

const hours = (seconds: number): number => seconds / 3600;
const parts = 'slas/motor-claim-parts.yaml';
const whole = 'slas/motor-claim-settlement.yaml';
const claim = 'journeys/motor-claim.yaml';

/** The text of one part, found by its id. */
function partText(id: string): string {
  return shipped[parts]!.split(/^---$/m).find((text) => text.includes(`\nid: ${id}\n`))!;
}

/** Changes inside of one part. */
function inPart(id: string, from: string, to: string): Edit {
  const text = partText(id);
  expect(text).toContain(from);
  return [parts, text, text.replace(from, to)];
}

describe('the motor claim on a calendar of ten-hour days', () => {
  const [all, gold] = settlement() as [TargetProof, TargetProof];

  it('is proved, by inspection with 78 of 100 hours and 10 of 10 percent', () => {
    const byInspection = all.paths.find(({ steps }) => steps.includes('visit') && steps.includes('transfer'))!;
    expect(all.verdict).toBe('proved');
    expect(hours(all.target.seconds!)).toBe(100);
    expect(byInspection.parts.map(({ target }) => hours(target.seconds!))).toEqual([4, 2, 30, 2, 20, 20]);
    expect(byInspection.parts.map(({ target }) => 1_000_000 - target.kept)).toEqual([20_000, 10_000, 20_000, 10_000, 20_000, 20_000]);
    expect([hours(byInspection.seconds), byInspection.shortfall]).toEqual([78, 100_000]);
    expect([hours(all.slack!.seconds), all.slack!.shortfall]).toEqual([22, 0]);
  });

  it('leaves gold customers two hours', () => {
    expect([gold.group, gold.verdict, hours(gold.target.seconds!), hours(gold.slack!.seconds)]).toEqual([{ tier: 'gold' }, 'proved', 80, 2]);
  });

  it('takes 46 hours and 7 percent by photo', () => {
    const byPhoto = all.paths.filter(({ steps }) => !steps.includes('visit'));
    expect(byPhoto.map(({ seconds, shortfall }) => [hours(seconds), shortfall])).toEqual([[46, 70_000], [46, 70_000]]);
    expect(byPhoto[0]!.parts.map(({ target }) => hours(target.seconds!))).toEqual([4, 2, 20, 20]);
  });

  it('lets each part grow by what the paths through it leave', () => {
    expect(Object.fromEntries(all.rooms.map(({ part, seconds, shortfall }) => [part, [hours(seconds), shortfall]]))).toMatchObject({ 'ola-inspection': [22, 0], 'ola-photo-estimate': [54, 30_000] });
  });

  it('does not multiply the repeat visit, which runs on the same clock', () => {
    expect(settlement([[claim, 'repeats: 1}]', 'repeats: 9}]']])[0]).toMatchObject({ verdict: 'proved', slack: { seconds: 22 * 3600 } });
  });

  it('counts its cases together with those of the variant for Austria, and says so', () => {
    expect(all.assumptions.join(' ')).toContain('are over the cases of `motor-claim-at` as well, and so is that of `motor-claim-settlement`');
  });

  it('is not proved where the variant uses the same parts and promises something else', () => {
    const alone = settlement([['journeys/motor-claim-at.yaml', 'overlay:\n', 'overlay:\n  - {op: set, path: slas, value: [], reason: nothing is promised there}\n']]);
    expect(alone.map(({ verdict, premises }) => [verdict, ...new Set(premises.map(({ kind }) => kind))])).toEqual([['not-proved', 'population'], ['not-proved', 'population']]);
  });

  it('says that the wait before the clock starts is outside of the promise', () => {
    const files = workspaceOf(shipped);
    expect(proveJourney(files, 'motor-claim')!.promises[0]!.outside.map(({ message }) => message).join('\n')).toContain('lies before the clock of `motor-claim-settlement` starts');
  });

  it('is proved in Austria by the partner garage as well', () => {
    const [austria] = settlement([], 'motor-claim-at') as [TargetProof];
    const byPartner = austria.paths.find(({ steps }) => steps.includes('partner-visit'))!;
    expect([austria.verdict, hours(byPartner.seconds), byPartner.shortfall]).toEqual(['proved', 78, 100_000]);
  });
});

describe('what turns the verdict', () => {
  const verdictAnd = (edits: readonly Edit[]): readonly unknown[] => {
    const [all] = settlement(edits);
    return [all!.verdict, ...new Set(all!.premises.map(({ kind }) => kind))];
  };

  it.each(['ola-triage', 'ola-inspection', 'ola-decision', 'ola-decision-letter', 'bank-transfer'])('%s kept one percent less often', (id) => {
    expect(verdictAnd([inPart(id, 'percent: 98', 'percent: 97')])).toEqual(['not-proved', 'budget']);
  });

  it.each(['ola-triage-field', 'ola-field-decision'])('%s kept one percent less often', (id) => {
    expect(verdictAnd([inPart(id, 'percent: 99', 'percent: 98')])).toEqual(['not-proved', 'budget']);
  });

  it('the refusal without its agreement', () => {
    expect(verdictAnd([[claim, '\n        sla: ola-decision-letter\n', '\n'], inPart('ola-decision-letter', 'underpins: [motor-claim-settlement]', '')])).toEqual(['not-proved', 'work']);
  });

  it('the photo under the agreement that begins with the inspection', () => {
    expect(verdictAnd([[claim, 'sla: ola-photo-estimate', 'sla: ola-field-decision'], inPart('ola-photo-estimate', 'underpins: [motor-claim-settlement]', '')])).toEqual(['not-proved', 'gap']);
  });

  it('agreements over all customers together', () => {
    expect(verdictAnd([inPart('ola-inspection', ', each: tier', '')])).toEqual(['not-proved', 'group']);
    expect(settlement([inPart('ola-inspection', ', each: tier', '')])[1]!.premises.map(({ kind }) => kind)).toEqual(['group']);
  });

  it('one part on another calendar', () => {
    const bank: Edit = ['slas/bank-days.yaml', '', ''];
    const calendar = 'apiVersion: waymark/v1\nkind: Calendar\nid: bank-days\ntitle: Bank days\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: payments\ntimezone: Europe/Berlin\nweekly: {tue: ["09:00-15:00"], thu: ["09:00-15:00"]}\ndayLength: 6h\nhorizon: {from: 2026-01-01, until: 2027-12-31}\n';
    const files = { ...shipped, [bank[0]]: calendar, [parts]: shipped[parts]!.replace(partText('bank-transfer'), partText('bank-transfer').replace('calendar: claims-hours', 'calendar: bank-days')) };
    const [all] = proveJourney(workspaceOf(files), 'motor-claim')!.promises[0]!.targets;
    expect(all!.verdict).not.toBe('proved');
    expect(all!.paths[0]).toMatchObject({ isTooLong: true });
    expect(all!.horizon).toBeDefined();
  });

  it('a pause that the promise does not have', () => {
    expect(verdictAnd([inPart('ola-inspection', 'stop: inspection-done', 'stop: inspection-done, pause: [{from: inspection-missed, to: inspection-assigned}]')])).toEqual(['not-proved', 'pause']);
  });

  it('a monthly part under a weekly promise', () => {
    expect(verdictAnd([[whole, 'window: P1M', 'window: P1W']])).toEqual(['not-proved', 'window']);
  });

  it('a path that is too long for certain', () => {
    const [all] = settlement([inPart('ola-inspection', 'within: 30h', 'within: 53h')]);
    expect(all).toMatchObject({ verdict: 'violated', premises: [], counterExample: { isTooLong: true, seconds: 101 * 3600 } });
    expect(all!.counterExample!.steps).toContain('visit');
  });
});
