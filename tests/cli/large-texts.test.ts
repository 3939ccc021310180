import { describe, expect, it } from 'vitest';
import { waymark } from './harness.js';
import { linesOf, pullRequest, reviewed, type PullRequest } from './pull-request.js';
import { workspace, type Files } from '../support/git-repository.js';

function header(kind: string, id: string, more: string): string {
  return `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\n${more}`;
}

/** A journey that tells its customer what stands in a file. */
function telling(file: string): Files {
  return {
    'waymark.yaml': workspace,
    'claims.yaml': header('Team', 'claims', 'function: service\npeople: [{id: a-huber, handles: [a-huber]}]\nroles: [{id: journey-owner, person: a-huber}]\n'),
    'claim.yaml': header('Journey', 'claim', `customerGoal: Get my money\nstages:\n  - id: decision\n    title: Decision\n    steps:\n      - {id: decide, title: We decide, lane: frontstage, message: {subject: Our decision, language: en, textFile: ${file}}, end: success}\n`),
  };
}

const large = (letter: string): string => letter.repeat(2_000_000);

function swapped(file: string): PullRequest {
  return pullRequest({ ...telling(file), [file]: large('a') }, { [file]: large('b') });
}

describe.each(['terms.pdf', 'terms.docx', 'terms.markdown', 'terms.md'])('words for customers in %s that are too large to be read', (file) => {
  const differs = `The text of the \`message\` of step \`decide\` in journey \`claim\`, in \`${file}\`, says something else, and nobody is shown what: a file of more than 1 MiB is not read.`;

  it('are compared all the same, in commits and in files on disk', async () => {
    const { repository } = swapped(file);
    for (const versions of [['main', 'proposal'], ['main']]) expect(linesOf(await waymark(repository.folder, ['diff', ...versions, '--no-color'])).join(' ')).toContain(differs);
    expect((await waymark(repository.folder, ['diff', 'proposal', '--no-color'])).out).toContain('no changes');
    expect((await waymark(repository.folder, ['diff', 'proposal', '.', '--no-color'])).out).toContain('no changes');
  });

  it('are agreed to as they were at the commit that was approved', async () => {
    const { repository, base } = swapped(file);
    const approved = repository.git('rev-parse', 'proposal');
    const owed = async (): Promise<boolean> => (await reviewed({ repository, base, commits: [repository.git('rev-parse', 'proposal')] }, { approvedBy: ['a-huber'], approvedAt: approved })).out.includes('has to agree to');
    expect(await owed()).toBe(false);
    repository.commit({ [file]: large('c') });
    expect(await owed()).toBe(true);
  });

  it('are told as too large and not as absent', async () => {
    const { repository } = pullRequest({ ...telling(file), [file]: large('a') }, {});
    const { out } = await waymark(repository.folder, ['validate', '--no-color']);
    expect(out).toContain(`The file \`${file}\`, which the message of step \`decide\` names, is larger than 1 MiB and is not read.`);
    expect(out).not.toContain('There is no file');
  });
});
