import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { isAbove } from '../../src/base/versions.js';
import type { Document } from '../../src/load/document.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';
import type * as language from '../../src/schema/generated/types.js';
import { validate } from '../../src/validate/validate.js';
import { buildRepository } from '../../tools/example-histories/build-repository.js';
import { exampleDomain, exampleHistories, exampleStates, type ExampleName } from '../../tools/example-histories/index.js';
import type { PastCommit, PastState } from '../../tools/example-histories/past.js';
import { filesBelow } from '../support/files.js';
import { newFolder, repositoryIn, writeUserSettings, type TestRepository } from '../support/git-repository.js';
import { root } from '../support/imports.js';

/** One commit: its files as a workspace, and those of the commit before. */
interface Step {
  readonly title: string;
  readonly day: string;
  readonly now: Workspace;
  readonly then: Workspace | undefined;
}

const names = Object.keys(exampleHistories) as readonly ExampleName[];

describe.each(names)('the history of %s', (name) => {
  const states = exampleStates(name);
  const steps = stepsOf(states);

  it('has more than ten commits by people of its teams, one after the other', () => {
    expect(states.length).toBeGreaterThan(10);
    const dates = states.map(({ commit }) => commit.date);
    expect(dates).toEqual([...new Set(dates)].sort());
    for (const { commit } of states) expect(peopleOf(steps[0]!.now), commit.title).toEqual(expect.arrayContaining([commit.author, ...commit.approvedBy]));
  });

  it('is a repository with the same ids on every machine', () => {
    const first = built(name);
    writeUserSettings('[core]\n\tautocrlf = true\n[commit]\n\tgpgsign = true\n[user]\n\tname = Somebody\n[init]\n\tdefaultBranch = trunk\n');
    vi.stubEnv('TZ', 'Pacific/Auckland');
    vi.stubEnv('GIT_AUTHOR_NAME', 'Somebody');
    vi.stubEnv('GIT_DIR', '/nowhere');
    const second = built(name);
    vi.unstubAllEnvs();
    expect(second.ids).toEqual(first.ids);
    expect(first.ids).toHaveLength(states.length);
    expect(first.repository.git('log', '--reverse', '--format=%s|%aI').split('\n')).toEqual(states.map(({ commit: { title, date } }) => `${title}|${date.replace('Z', '+00:00')}`));
  });

  it('begins with its first state and ends with the example as it is, byte for byte', () => {
    const { repository, ids } = built(name);
    expect(repository.git('status', '--porcelain')).toBe('');
    expect(bytesBelow(repository.folder)).toEqual(bytesBelow(join(root, 'journeys', name)));
    repository.git('checkout', '--quiet', ids[0]!);
    expect(bytesBelow(repository.folder)).toEqual(new Map([...states[0]!.texts].map(([path, text]) => [path, Buffer.from(text).toString('latin1')])));
  });

  it('holds no error on the day of any commit', () => {
    const errors = steps.map(({ title, day, now }) => [title, validate(now, { asOf: day }).diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`)]);
    expect(errors).toEqual(steps.map(({ title }) => [title, []]));
  });

  it('changes no Record and loses none', () => {
    for (const { title, now, then } of steps) {
      const kept = new Map((then?.all('Record') ?? []).map(({ id, value }) => [id, value]));
      expect(new Map([...kept.keys()].map((id) => [id, now.find('Record', id)?.value])), title).toEqual(kept);
    }
  });

  it('gives every spec a new version with each change of its content, and that of the draft as well', () => {
    for (const { title, now, then } of steps) {
      const changed = changedIn(now, then).map(([older, newer]) => ({ id: newer.id, from: older.version, to: newer.version }));
      expect(changed.filter(({ from, to }) => !isAbove(to, from)), title).toEqual([]);
    }
  });

  it('lets no change of more than words begin before its commit, and no regulated one within two weeks', () => {
    for (const { title, day, now, then } of steps) {
      const changed = changedIn(now, then).filter(([older, newer]) => withoutPatch(older) !== withoutPatch(newer) && newer.status !== 'draft');
      expect(changed.filter(([, { from }]) => from < day).map(([, { id }]) => id), title).toEqual([]);
      const regulated = newChanges({ title, day, now, then }).filter((change) => change.regulated === true);
      expect(regulated.filter(({ effective }) => (effective?.from ?? '') < twoWeeksAfter(day)).map(({ id }) => id), title).toEqual([]);
    }
  });

  it('has every commit approved by others, and a regulated one by those whom its Record names', () => {
    for (const [at, { commit }] of states.entries()) {
      expect(commit.approvedBy.includes(commit.author), commit.title).toBe(false);
      expect(commit.approvedBy.length, commit.title).toBeGreaterThanOrEqual(at === 0 ? 0 : 1);
      expect(commit.approvedBy, commit.title).toEqual(expect.arrayContaining(newChanges(steps[at]!).flatMap(({ approvals }) => (approvals ?? []).map(({ person }) => person))));
    }
  });

  it('deletes nothing that was ever active', () => {
    for (const { title, now, then } of steps) {
      const gone = headersOf(then).filter((older) => older.status !== 'draft' && counterpart(now, older) === undefined);
      expect(gone.map(({ id }) => id), title).toEqual([]);
    }
  });
});

it('stands in the documentation commit by commit', () => {
  const page = readFileSync(join(root, 'docs/example-histories.md'), 'utf8');
  const told = [...page.matchAll(/^\| (\d{4}-\d{2}-\d{2}) \| (.*?) \|/gm)].map(([, day, title]) => `${day} ${title}`);
  const commits: readonly PastCommit[] = names.flatMap((name) => exampleHistories[name]);
  expect(told).toEqual(commits.map(({ date, title }) => `${date.slice(0, 10)} ${title}`));
});

function built(name: ExampleName): { readonly repository: TestRepository; readonly ids: readonly string[] } {
  const folder = join(newFolder(), 'history');
  const ids = buildRepository(folder, exampleStates(name), exampleDomain[name]);
  return { repository: repositoryIn(folder), ids };
}

function stepsOf(states: readonly PastState[]): readonly Step[] {
  const workspaces = states.map(({ texts }) => loadWorkspaceFrom(Object.fromEntries(texts)));
  return states.map(({ commit }, at) => ({ title: commit.title, day: commit.date.slice(0, 10), now: workspaces[at]!, then: workspaces[at - 1] }));
}

function peopleOf(workspace: Workspace): readonly string[] {
  return workspace.all('Team').flatMap(({ value }) => (value.people ?? []).map(({ id }) => id));
}

/** Records about changes that the commit brought; those of the first commit are about what was before it. */
function newChanges({ now, then }: Step): readonly language.Record[] {
  return now.all('Record').filter(({ id, value }) => then !== undefined && then.find('Record', id) === undefined && value.type === 'change').map(({ value }) => value);
}

function bytesBelow(folder: string): ReadonlyMap<string, string> {
  return new Map(filesBelow(folder).filter((path) => !path.startsWith('.git/')).map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}

/** What a document says of itself, and all that it says. */
interface Header {
  readonly kind: string;
  readonly id: string;
  readonly version: string;
  readonly status: string;
  /** The day from which on it is in force. */
  readonly from: string;
  readonly aliases: readonly string[];
  readonly value: Document['value'];
}

function headersOf(workspace: Workspace | undefined): readonly Header[] {
  return (workspace?.documents ?? []).map(({ kind, value }) => {
    const { id, version, status, effective, aliases } = value as Partial<Header> & { readonly effective?: { readonly from: string } };
    return { kind: kind ?? '', id: id ?? '', version: version ?? '', status: status ?? '', from: effective?.from ?? '', aliases: aliases ?? [], value };
  });
}

/** Documents that say something else than in the commit before. */
function changedIn(now: Workspace, then: Workspace | undefined): readonly (readonly [Header, Header])[] {
  return headersOf(then).flatMap((older) => {
    const newer = counterpart(now, older);
    return newer === undefined || isDeepStrictEqual(newer.value, older.value) ? [] : [[older, newer] as const];
  });
}

function counterpart(now: Workspace, older: Header): Header | undefined {
  return headersOf(now).find(({ kind, id, aliases }) => kind === older.kind && (id === older.id || aliases.includes(older.id)));
}

function withoutPatch({ version }: Header): string {
  return version.split('.').slice(0, 2).join('.');
}

function twoWeeksAfter(day: string): string {
  return new Date(Date.parse(day) + 14 * 86_400_000).toISOString().slice(0, 10);
}
