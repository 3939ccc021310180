import { describe, expect, it } from 'vitest';
import { active, promise } from '../audit/past.js';
import { newRepository, workspace, type Files } from '../support/git-repository.js';
import { waymark } from './harness.js';

const team = 'apiVersion: waymark/v1\nkind: Team\nid: claims\ntitle: Claims\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\nfunction: service\npeople: [{id: a-huber, handles: [a-huber]}]\nroles: [{id: lead, person: a-huber}]\n';
const decision = (outcome: string, id = 'decision-1'): string => `apiVersion: waymark/v1\nkind: Record\nid: ${id}\ntype: decision\ndate: 2026-11-02\nby: [claims#lead]\nsubject: [one@1.0.0]\noutcome: ${outcome}\n`;

interface Objection {
  readonly code: string;
  readonly severity: string;
  readonly subject: string;
  readonly message: string;
}

/** What stands against a proposal on a branch of some commits, as far as the rules with a code see it: `error sla:one: what is said`. */
async function objections(code: string, commits: readonly Files[], proposal: Files): Promise<readonly string[]> {
  const made = newRepository();
  made.commit({ 'waymark.yaml': workspace, 'claims.yaml': team });
  for (const files of commits) made.commit(files);
  made.git('checkout', '-q', '-b', 'proposal');
  made.commit(proposal);
  const { out } = await waymark(made.folder, ['review', 'main', 'proposal', '-f', 'json']);
  const [told] = (JSON.parse(out) as { readonly workspaces: readonly [{ readonly objections: readonly Objection[] }] }).workspaces;
  return told.objections.filter((each) => each.code === code).map(({ severity, subject, message }) => `${severity} ${subject}: ${message}`);
}

describe('the id of a Record', () => {
  const filed = { 'decision.yaml': decision('keep') };
  const gone = { 'decision.yaml': null };

  it('is not given to another one after the first is gone', async () => {
    expect(await objections('CHG-011', [filed, gone], { 'decision.yaml': decision('drop') })).toEqual([expect.stringMatching(/^error record:decision-1: Another Record was filed as `decision-1` on \d{4}-\d\d-\d\d \([0-9a-f]{12}\) and is gone\.$/)]);
    expect(await objections('CHG-011', [filed, { 'decision.yaml': decision('edited') }, gone], { 'other.yaml': decision('edited') })).toEqual([expect.stringContaining('Another Record was filed as `decision-1`')]);
  });

  it('is that of the Record which is brought back as it was filed, and of one that nobody filed before', async () => {
    expect(await objections('CHG-011', [filed, gone], { 'archive.yaml': decision('keep') })).toEqual([]);
    expect(await objections('CHG-011', [filed, gone], { 'decision.yaml': decision('drop', 'decision-2') })).toEqual([]);
  });
});

describe('a file that nobody could read', () => {
  const broken = { 'one.yaml': 'kind: Sla\n<<<<<<<\n' };
  const held = promise('one', '1.0.0', active('2026-01-01'));

  it('does not leave unseen: what it was is told', async () => {
    expect(await objections('CHG-016', [{ 'one.yaml': held }, broken], { 'one.yaml': null })).toEqual(['error sla:one: What could not be read in `one.yaml` has left the workspace. When it could last be read, it was `sla:one` (active).']);
    expect(await objections('CHG-016', [{ 'one.yaml': `${held}---\n${decision('keep')}` }, broken], { 'one.yaml': null })).toEqual(['error sla:one: What could not be read in `one.yaml` has left the workspace. When it could last be read, it was `sla:one` (active) and `record:decision-1`.']);
  });

  it('may leave where it bound nobody, and is told', async () => {
    expect(await objections('CHG-016', [{ 'one.yaml': held.replace('status: active', 'status: draft') }, broken], { 'one.yaml': null })).toEqual(['warning sla:one: What could not be read in `one.yaml` has left the workspace. When it could last be read, it was `sla:one` (draft).']);
    expect(await objections('CHG-016', [broken], { 'one.yaml': null })).toEqual([expect.stringMatching(/^warning : What could not be read in `one\.yaml` has left the workspace, and nobody knows what it was: /)]);
  });

  it('is not told where it stays, is moved, or is mended in its place or in another file', async () => {
    for (const proposal of [{ 'readme.md': 'x' }, { 'one.yaml': null, 'two.yaml': broken['one.yaml'] }, { 'one.yaml': held }, { 'one.yaml': null, 'two.yaml': held }]) {
      expect(await objections('CHG-016', [{ 'one.yaml': held }, broken], proposal)).toEqual([]);
    }
  });
});
