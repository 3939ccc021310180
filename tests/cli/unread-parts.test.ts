import { describe, expect, it } from 'vitest';
import { newRepository, type Files } from '../support/git-repository.js';
import { journeyTexts } from '../support/journey-texts.js';
import { waymark } from './harness.js';

const insurance = journeyTexts('insurance');
const settlement = 'slas/motor-claim-settlement.yaml';
const tooLate = { [settlement]: edited(settlement, 'within: 8d', 'within: 9d') };

function edited(file: string, from: string, to: string): string {
  expect(insurance[file]).toContain(from);
  return insurance[file]!.replace(from, to);
}

function pullRequest(files: Files): string {
  const made = newRepository();
  made.commit(insurance);
  made.git('switch', '-qc', 'change');
  made.commit(files);
  return made.folder;
}

async function kindsTold(files: Files): Promise<{ readonly code: number; readonly told: readonly string[] }> {
  const { code, out } = await waymark(pullRequest(files), ['diff', '--format', 'json']);
  const { workspaces } = JSON.parse(out) as { readonly workspaces: readonly { readonly changes: readonly { readonly subject: string; readonly kind: string }[] }[] };
  return { code, told: workspaces.flatMap(({ changes }) => changes).map(({ subject, kind }) => `${subject} ${kind}`) };
}

describe('a promise that rests on a document that nobody can read any more', () => {
  it.each([
    ['a calendar', 'slas/claims-hours.yaml', 'dayLength', 'dayLenght'],
    ['an agreement on a step', 'slas/motor-claim-parts.yaml', 'targets', 'tragets'],
  ])('is not told as proved otherwise because of something else: %s', async (_, file, from, to) => {
    const { code, told } = await kindsTold({ [file]: edited(file, from, to), [settlement]: edited(settlement, 'warnAt: 80', 'warnAt: 85') });
    expect(code).toBe(1);
    expect(told).toEqual(['sla:motor-claim-settlement sla-warn-at-loosened']);
  });

  it('is told as proved otherwise once everything can be read', async () => {
    const { code, told } = await kindsTold(tooLate);
    expect(code).toBe(0);
    expect(told).toContain('journey:motor-claim promise-slack-added');
  });

  it('is no promise that a review calls proved otherwise or gone', async () => {
    const files = { 'slas/motor-claim-parts.yaml': edited('slas/motor-claim-parts.yaml', 'targets', 'tragets'), ...tooLate };
    const { code, out } = await waymark(pullRequest(files), ['review', '--no-color']);
    expect(code).not.toBe(0);
    expect(out).toContain('motor-claim-parts.yaml');
    expect(out).not.toMatch(/Promises that are proved otherwise|not promised now/);
  });
});
