import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actingIn } from '../../src/analysis/roles.js';
import { approvalsFound } from '../../src/audit/approvals-found.js';
import { fieldHistory } from '../../src/audit/field-history.js';
import { meaningOf } from '../../src/audit/version-changes.js';
import { workspaceInForce, type AsOf } from '../../src/audit/workspace-in-force.js';
import { remembering } from '../../src/base/remembering.js';
import type { Workspace } from '../../src/model/workspace.js';
import { validate } from '../../src/validate/validate.js';
import { buildRepository } from '../../tools/example-histories/build-repository.js';
import { exampleDomain, exampleStates, type ExampleName } from '../../tools/example-histories/index.js';
import { newFolder, repositoryIn } from '../support/git-repository.js';
import { followed, story, timelineOf } from './past.js';

const histories = remembering(built);

function built(name: ExampleName): ReturnType<typeof timelineOf> {
  const folder = join(newFolder(), name);
  buildRepository(folder, exampleStates(name), exampleDomain[name]);
  return timelineOf(repositoryIn(folder));
}

/** What was in force in the only workspace of an example. */
function then(timeline: ReturnType<typeof timelineOf>, question: AsOf): Workspace {
  return workspaceInForce({ timeline, workspace: timeline.workspaces[0]! }, question)!.workspace;
}

describe('questions that an auditor asks of the motor claim', () => {
  const claims = histories('insurance');

  const remarksOn = (asOf: string): readonly (readonly [string, string])[] => workspaceInForce({ timeline: claims, workspace: claims.workspaces[0]! }, { asOf })!.answers.get('sla:motor-claim-settlement')!.remarks.filter(({ kind }) => kind !== 'back-dated').map(({ kind, message }) => [kind, message]);

  it('1. What were customers promised before the renewed promise held, and was it still promised on 31 August?', () => {
    const { version, targets } = then(claims, { asOf: '2026-08-31' }).find('Sla', 'motor-claim-settlement')!.value;
    expect([version, targets]).toEqual(['1.1.0', [{ within: '10d', percent: 90, each: 'tier' }, { tier: 'gold', within: '8d', percent: 90 }]]);
    expect(remarksOn('2026-08-30')).toEqual([['expires', 'From 2026-08-31 on it holds no longer, by its `expires`.']]);
    expect(remarksOn('2026-08-31')).toEqual([['expired', 'It has not held since 2026-08-31, by its `expires`: it is the version whose days 2026-08-31 falls into, and promises nothing on that day.']]);
    expect(then(claims, { asOf: '2026-09-01' }).find('Sla', 'motor-claim-settlement')!.value.version).toBe('1.2.0');
  });

  it('2. Who answered for it on that day, and who spoke for the team?', () => {
    const workspace = then(claims, { asOf: '2026-08-31' });
    const { owner } = workspace.find('Sla', 'motor-claim-settlement')!;
    expect([owner, actingIn(workspace, `${owner}#journey-owner`)[0]?.person.id]).toEqual(['claims-cx', 'a-huber']);
  });

  it('3. Who is said to have approved what changed in Austria on 19 August, and was it just that?', () => {
    const found = followed(claims, 'motor-claim-at');
    const version = found.spec.versions.at(-1)!;
    expect(meaningOf(found, version)).toMatchObject({ level: 'breaking', regulated: true });
    expect(approvalsFound(found, version).map(({ record, filed, covers, approval }) => [record, filed, covers, approval.role, approval.person])).toEqual([
      ['change-2026-044', 'with', true, 'claims-at#journey-owner', 'l-gruber'],
      ['change-2026-044', 'with', true, 'compliance#at', 'p-steiner'],
    ]);
  });

  it('4. Which steps held in Austria on 1 September: the variant on the base of that day?', () => {
    const before = then(claims, { asOf: '2026-09-01' }).journey('motor-claim-at')!;
    const after = then(claims, { asOf: '2026-09-02' }).journey('motor-claim-at')!;
    const added = after.steps.filter(({ id }) => before.step(id) === undefined).map(({ id }) => id);
    expect([before.spec.value.version, after.spec.value.version, added.length]).toEqual(['1.5.0', '2.0.0', 1]);
  });

  it('5. When was the first stage called otherwise, though it was renamed?', () => {
    const changes = fieldHistory(followed(claims, 'motor-claim'), 'stages.report.title');
    if ('problem' in changes) throw new Error(changes.problem);
    expect(changes.map(({ version, before, after }) => [version.version, version.moment.recorded, before, after])).toEqual([
      ['2.2.1', '2026-07-21', undefined, 'First notice'],
      ['2.3.0', '2026-08-18', 'First notice', 'Report'],
    ]);
  });

  it('6. From how many vehicles on was somebody a fleet on 9 August, and from when on otherwise?', () => {
    const version = (asOf: string): string => then(claims, { asOf }).find('Persona', 'fleet-manager')!.value.version;
    expect([version('2026-08-09'), version('2026-08-10')]).toEqual(['1.1.0', '2.0.0']);
  });

  it('7. Was the cost of one contact deprecated on 5 August, and is it by now?', () => {
    const status = (asOf: string): string => then(claims, { asOf }).find('Kpi', 'cost-per-interaction')!.status;
    expect([status('2026-07-31'), status('2026-08-05'), status('2026-08-10')]).toEqual(['active', 'deprecated', 'active']);
    expect(story(claims, 'cost-per-interaction')).toEqual(['0 new 1.0.0', '2 changed 1.1.0', '3 changed 1.2.0']);
  });
});

describe('questions that an auditor asks of the parcel exception', () => {
  const parcels = histories('parcel');

  it('8. Under which id did the words of parcels stand before, and what was in force then?', () => {
    expect(followed(parcels, 'parcel-words').spec.versions.map(({ id }) => id)).toEqual(['exception-words', 'parcel-words', 'parcel-words']);
    expect(then(parcels, { asOf: '2026-07-26' }).all('Glossary').map(({ id }) => id)).toEqual(['exception-words']);
    expect(then(parcels, { asOf: '2026-07-27' }).all('Glossary').map(({ id }) => id)).toEqual(['parcel-words']);
  });

  it('9. What did we believe on 8 August would hold for lockers from September on, and what held?', () => {
    const version = (question: AsOf): string => then(parcels, question).find('Sla', 'contract-locker-loading')!.value.version;
    expect([version({ asOf: '2026-09-01', recordedBy: '2026-08-08' }), version({ asOf: '2026-09-01' })]).toEqual(['2.0.0', '2.1.0']);
  });
});

describe('a question that an auditor asks of the broadband order', () => {
  it('10. Who owned the order hub on 31 August, and who from the day after?', () => {
    const orders = histories('broadband');
    const owner = (asOf: string): string => then(orders, { asOf }).find('System', 'order-hub')!.owner;
    const [was, is] = [owner('2026-08-31'), owner('2026-09-01')];
    expect([was === is, is]).toEqual([false, 'order-management']);
  });
});

describe('every day with a commit', () => {
  it.each<ExampleName>(['insurance', 'broadband', 'parcel'])('finds the %s sound, as it was known then', (name) => {
    const timeline = histories(name);
    const days = [...new Set(timeline.moments.map(({ recorded }) => recorded))];
    const errors = days.flatMap((day) => validate(then(timeline, { asOf: day, recordedBy: day }), { asOf: day }).diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => `${day}: ${message}`));
    expect(errors).toEqual([]);
  });
});
