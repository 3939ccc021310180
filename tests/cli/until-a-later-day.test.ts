import { describe, expect, it } from 'vitest';
import { newRepository, workspace, type TestRepository } from '../support/git-repository.js';
import { waymark } from './harness.js';

const team = 'apiVersion: waymark/v1\nkind: Team\nid: claims\ntitle: Claims\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\nfunction: service\n';
const header = 'apiVersion: waymark/v1\nkind: Sla\nid: settled\ntitle: Claim settled\n';

function promise(version: string, effective: string, within: string): string {
  return `${header}version: ${version}\nstatus: active\neffective: {${effective}}\nowner: claims\ntype: sla\nmetric: duration\nprovider: claims\nconsumer: customer\nclock: {start: claim-reported, stop: claim-paid}\ncalendar: 24x7\ntargets: [{within: ${within}}]\nwindow: P1M\n`;
}

/** A branch that has held some versions of a promise, and a change that brings another one. */
function proposing(versions: readonly string[], next: string): TestRepository {
  const made = newRepository();
  made.commit({ 'waymark.yaml': workspace, 'claims.yaml': team });
  for (const text of versions) made.commit({ 'settled.yaml': text });
  made.git('checkout', '-q', '-b', 'topic');
  made.commit({ 'settled.yaml': next });
  return made;
}

async function reviewed({ folder }: TestRepository): Promise<string> {
  const { out } = await waymark(folder, ['review', 'main', 'topic', '--format', 'json']);
  const { workspaces } = JSON.parse(out) as { readonly workspaces: readonly { readonly changes: readonly { readonly kind: string; readonly message: string }[] }[] };
  return workspaces.flatMap(({ changes }) => changes).find(({ kind }) => /from|start/.test(kind))!.message;
}

/** The version in force on a day once the change is merged; `none` where there is none. */
async function inForce({ folder }: TestRepository, day: string): Promise<string> {
  const { out } = await waymark(folder, ['show', 'settled', '--ref', 'topic', '--as-of', day, '--format', 'json']);
  const answer = JSON.parse(out) as { readonly inForce?: { readonly version: string } };
  return answer.inForce?.version ?? 'none';
}

describe('until a later day a review says what is in force, as the history does', () => {
  it('is what holds now, where it holds already', async () => {
    const made = proposing([promise('1.0.0', 'from: 2026-01-01', '10d')], promise('2.0.0', 'from: 2027-03-01', '9d'));
    expect(await reviewed(made)).toContain('What holds now, version 1.0.0, goes on until 2027-03-01.');
    expect([await inForce(made, '2027-02-28'), await inForce(made, '2027-03-01')]).toEqual(['1.0.0', '2.0.0']);
  });

  it('is nothing once what holds now has ended', async () => {
    const made = proposing([promise('1.0.0', 'from: 2026-01-01, until: 2027-01-01', '10d')], promise('2.0.0', 'from: 2027-03-01', '9d'));
    expect(await reviewed(made)).toContain('What holds now, version 1.0.0, goes on until 2027-01-01, and from then on neither of the two holds until 2027-03-01.');
    expect([await inForce(made, '2026-12-31'), await inForce(made, '2027-01-01'), await inForce(made, '2027-03-01')]).toEqual(['1.0.0', 'none', '2.0.0']);
  });

  it('is what was announced, from its day on, and not where a version before it is brought back for that day', async () => {
    const [first, announced, later] = [promise('1.0.0', 'from: 2026-01-01', '10d'), promise('2.0.0', 'from: 2027-03-01', '9d'), promise('3.0.0', 'from: 2027-09-01', '9d')];
    const made = proposing([first, announced], later);
    expect(await reviewed(made)).toContain('What was announced, version 2.0.0, takes over on 2027-03-01 all the same, and goes on until 2027-09-01. To hold it back, release a version that begins on 2027-03-01 and says what is to hold.');
    expect([await inForce(made, '2027-02-28'), await inForce(made, '2027-03-01'), await inForce(made, '2027-09-01')]).toEqual(['1.0.0', '2.0.0', '3.0.0']);
    const heldBack = proposing([first, announced, promise('2.0.1', 'from: 2027-03-01', '10d')], later);
    expect([await inForce(heldBack, '2027-03-01'), await inForce(heldBack, '2027-09-01')]).toEqual(['2.0.1', '3.0.0']);
  });
});
