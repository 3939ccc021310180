import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { Approver } from '../../src/analysis/approvers.js';
import { namedTexts } from '../../src/analysis/named-texts.js';
import { demands } from '../../src/control/demands.js';
import { diff } from '../../src/diff/diff.js';
import { generate } from '../../src/generate/generate.js';
import type { Loss, OptionValues } from '../../src/generate/target.js';
import { patternOf } from '../../src/generate/text/codeowners.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { documentPartOf } from '../../src/model/spec.js';
import type { Workspace } from '../../src/model/workspace.js';
import { fits, ownersIn, readCodeowners, type OwnersFile } from '../support/codeowners-oracle.js';
import { hostileTexts } from '../support/hostile-texts.js';
import { root } from '../support/imports.js';

async function textOf(workspace: Workspace, options: OptionValues = {}): Promise<string> {
  const generation = await generate(workspace, 'codeowners', options);
  if ('problems' in generation) throw new Error(generation.problems.join());
  return generation.files[0]!.content;
}

async function lossesOf(workspace: Workspace, options: OptionValues): Promise<readonly Loss[]> {
  const generation = await generate(workspace, 'codeowners', options);
  return 'problems' in generation ? [] : generation.losses;
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted();
}

async function ownersFile(workspace: Workspace, options: OptionValues = {}): Promise<OwnersFile> {
  return readCodeowners(await textOf(workspace, options));
}

describe('the reader of CODEOWNERS in these tests', () => {
  it.each([
    ['claim', ['claim', 'claim/a', 'x/claim', 'x/claim/a'], ['claim.yaml', 'x/a']],
    ['/claim', ['claim', 'claim/a'], ['x/claim', 'claims']],
    ['claim/', ['claim/a', 'x/claim/a'], ['claim', 'x/claim']],
    ['a/b', ['a/b', 'a/b/c'], ['x/a/b', 'a/bc']],
    ['/a/b/', ['a/b/c', 'a/b/c/d'], ['a/b', 'x/a/b/c']],
    ['*', ['a', 'a/b'], []],
    ['/*', ['a'], ['a/b']],
    ['c*', ['c', 'claim', 'x/claim', 'claim/a'], ['x/a']],
    ['/a/*', ['a/b'], ['a/b/c', 'a', 'x/a/b']],
    ['/a/*.yaml', ['a/b.yaml'], ['a/b/c.yaml', 'a/b']],
    ['/a/*/c', ['a/b/c', 'a/b/c/d'], ['a/c', 'a/b/b/c']],
    ['/a?b', ['a b', 'a#b', 'a[b', 'aüb'], ['a/b', 'ab', 'aaab']],
    ['**/a', ['a', 'x/a', 'x/y/a/b'], ['x/b']],
    ['/a/**', ['a/b', 'a/b/c'], ['a', 'x/a/b']],
    ['/a/**/c', ['a/c', 'a/b/c', 'a/b/b/c/d'], ['c', 'x/a/c']],
    ['/a/[b]/c', ['a/[b]/c'], ['a/b/c']],
    ['/a/é.yaml', ['a/é.yaml'], ['a/e.yaml']],
    ['/Claim', ['Claim'], ['claim']],
    ['a\\ b', ['a b'], ['a', 'b']],
    ['/claim/', ['claim/a', 'claim/a/b'], ['claim', 'x/claim/a']],
    ['a/b/', ['a/b/c', 'a/b/c/d'], ['a/b', 'x/a/b/c']],
    ['/c*', ['c', 'claim', 'claims/a/b'], ['x/claim', 'a']],
    ['c*/', ['claims/a', 'x/claims/a/b'], ['claim', 'x/claim']],
    ['/*/', ['a/b', 'a/b/c'], ['a']],
    ['/c*/', ['claims/a', 'claims/a/b'], ['claims', 'x/claims/a']],
    ['a\\*b', ['a*b', 'x/a*b'], ['aab', 'ab', 'a/b']],
    ['a\\?b', ['a?b', 'x/a?b/c'], ['aab', 'a b']],
    ['a/*', ['a/b', 'a/.b'], ['a', 'a/b/c', 'x/a/b']],
    ['a/*.md', ['a/b.md', 'a/.md'], ['a/b/c.md', 'x/a/b.md', 'a/b.mdx']],
    ['**/a/b', ['a/b', 'x/a/b', 'x/y/a/b/c'], ['a/x/b', 'xa/b']],
    ['**/*claim*', ['claim', 'x/my-claims.yaml', 'claims/a'], ['x/clam', 'a']],
    ['a/**/', ['a/b', 'a/b/c'], ['a', 'x/a/b']],
    ['a/**/b/c*', ['a/b/c', 'a/x/b/claim', 'a/x/y/b/c/d'], ['a/b/x', 'b/c', 'a/b']],
    ['a/b:c/**/*', ['a/b:c/d', 'a/b:c/d/e'], ['a/b:c', 'a/bc/d']],
    ['a/b/^c', ['a/b/^c', 'a/b/^c/d'], ['a/b/c', 'x/a/b/^c']],
  ])('fits %s as the code hosts do', (pattern, inside, outside) => {
    expect(inside.filter((path) => !fits(pattern, path))).toEqual([]);
    expect(outside.filter((path) => fits(pattern, path))).toEqual([]);
  });

  it('takes the last line that fits, in each section, and reads no comment', () => {
    const file = readCodeowners('# @nobody\n* @a #@b\n/x/y @b @c\n\n[Data][2]\n/x/ @d\n/x/y\n');
    expect(['q', 'x/y', 'x/z'].map((path) => ownersIn(file, path))).toEqual([['@a'], ['@b', '@c'], ['@a', '@d']]);
  });

  const vectors = process.env['WAYMARK_CODEOWNERS_PATTERNS'];

  it.skipIf(vectors === undefined)('agrees with every decision of a foreign reader (skipped unless WAYMARK_CODEOWNERS_PATTERNS names its patterns.json)', () => {
    const patterns = JSON.parse(readFileSync(vectors!, 'utf8')) as readonly { readonly pattern: string; readonly paths: { readonly [path: string]: boolean } }[];
    const decisions = patterns.flatMap(({ pattern, paths }) => Object.entries(paths).map(([path, isInside]) => ({ pattern, path, isInside })));
    expect(decisions.length).toBeGreaterThan(100);
    expect(decisions.filter(({ pattern, path, isInside }) => fits(pattern, path) !== isInside)).toEqual([]);
  });
});

const examples = ['insurance', 'broadband', 'parcel'] as const;

function filesOf(example: string): { readonly [path: string]: string } {
  const folder = join(root, 'journeys', example);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)).filter((path) => statSync(path).isFile());
  return Object.fromEntries(paths.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}

/** Each document with an owner, and each entry of a Directory, gets the next team with somebody in it; the settings, which have no owner, get a region more. */
function withOtherOwners(workspace: Workspace, files: { readonly [path: string]: string }): { readonly [path: string]: string } {
  const teams = workspace.all('Team').filter(({ value }) => (value.people ?? []).length > 0).map(({ id }) => id).toSorted();
  return Object.fromEntries(Object.entries(files).map(([path, text]) => {
    if (!path.endsWith('.yaml')) return [path, text];
    const documents = parseAllDocuments(text);
    for (const document of documents) {
      const value = document.toJS() as { readonly [field: string]: unknown };
      for (const at of [['owner'], ...['teams', 'personas', 'systems', 'calendars'].flatMap((list) => Object.keys(value[list] ?? {}).map((id) => [list, id, 'owner']))]) {
        const owner = at.reduce<unknown>((inner, key) => (inner as { readonly [key: string]: unknown } | undefined)?.[key], value);
        if (typeof owner === 'string') document.setIn(at, teams[(teams.indexOf(owner) + 1) % teams.length]);
      }
      if (value['kind'] === 'Workspace') document.set('regions', [...(value['regions'] as readonly string[]), 'LU']);
    }
    return [path, documents.map(String).join('---\n').replaceAll(/---\n(?=---\n)/g, '')];
  }));
}

/** The names of who is asked, told anew: the team's where it has some, else those of people. */
function namesOf(workspace: Workspace, { role, people }: Approver, by: string): readonly string[] {
  const handles = workspace.find('Team', role.split('#')[0]!)?.value.codeHandles ?? [];
  return by === 'teams' && handles.length > 0 ? handles : people.flatMap((person) => person.handles.map((handle) => `@${handle}`));
}

describe.each(examples)('the code owners of %s', (example) => {
  const files = filesOf(example);
  const before = loadWorkspaceFrom(files);
  const after = loadWorkspaceFrom(withOtherOwners(before, files));
  const asked = demands({ before, after }, diff(before, after, { today: '2026-11-01' as never }));
  const documents = new Map(before.specs.map((spec) => [spec.coordinate, before.pathOf(spec.document.source.uri)]));
  const paths = Object.keys(files).filter((path) => path.endsWith('.yaml'));

  /** Whom a review asks about the documents of a file. Whom only regulated changes ask is told as lost, and is no part of this. */
  function reviewed(path: string, by: string): readonly string[] {
    const own = asked.filter(({ subject, approver, changes }) => documents.get(documentPartOf(subject)) === path && !(approver === 'compliance' && changes.every(({ regulated }) => regulated)));
    return sorted(own.flatMap(({ approvers }) => approvers.flatMap((approver) => namesOf(before, approver, by))));
  }

  it.each(['teams', 'people'])('are, before and after all owners change, exactly those whom a review asks: as %s', async (by) => {
    for (const forge of ['github', 'gitlab']) {
      const [old, now] = [await ownersFile(before, { names: by, forge }), await ownersFile(after, { names: by, forge })];
      const told = paths.map((path) => [path, sorted([...ownersIn(old, path), ...(path === 'waymark.yaml' ? [] : ownersIn(now, path))])]);
      expect(told).toEqual(paths.map((path) => [path, reviewed(path, by)]));
      expect(told.filter(([path, owners]) => owners!.length === 0 && !String(path).includes('records/'))).toEqual([]);
    }
  });

  it('name for each text that a document names those who own such documents', async () => {
    const file = await ownersFile(before, { names: 'people' });
    for (const path of Object.keys(files).filter((each) => each.endsWith('.md') && ownersIn(file, each).length > 0)) {
      const named = before.specs.filter(({ value, kind }) => kind === 'Journey' && JSON.stringify(value).includes(path));
      expect([path, ownersIn(file, path)]).toEqual([path, sorted(named.flatMap(({ document }) => ownersIn(file, before.pathOf(document.source.uri))))]);
    }
  });

  it('tell as lost whom only some changes ask, and that on GitHub one of several is enough', async () => {
    const losses = await lossesOf(before, {});
    expect(losses).toContainEqual(expect.objectContaining({ subject: 'policy:default', field: 'roles.compliance' }));
    const isShared = ({ subject, reason }: Loss): boolean => subject === 'policy:default' && reason.includes('one of those on the line is enough');
    expect(losses.filter(isShared).map(({ field }) => field)).toEqual(['approvals.compatible.all', 'approvals.kinds.add']);
    expect((await lossesOf(before, { forge: 'gitlab' })).filter(isShared)).toEqual([]);
  });

  it.each(['teams', 'people'])('have each login on a line, or tell of its owner that he or she is not asked, and never both: as %s', async (names) => {
    const lines = new Set((await textOf(before, { names })).split(/\s+/));
    const losses = await lossesOf(before, { names });
    const told = (subject: string, list: 'people' | 'roles', index: number): boolean => losses.some((loss) => loss.subject === subject && loss.field === list && (loss.at === undefined || loss.at[1] === index));
    const logins = before.all('Team').flatMap(({ coordinate, value }) => (value.people ?? []).flatMap(({ handles = [] }, index) => handles.map((handle) => [handle, lines.has(`@${handle}`), told(coordinate, 'people', index)])));
    expect(logins.filter(([, isAsked, isTold]) => isAsked === isTold)).toEqual([]);
    const roles = before.all('Team').flatMap(({ coordinate, value }) => (value.roles ?? []).flatMap(({ id, person }, index) => (told(coordinate, 'roles', index) ? [] : [[coordinate, id, person, value.people?.findIndex((each) => each.id === person) ?? -1] as const])));
    expect(roles.filter(([team, , , index]) => index < 0 || told(team, 'people', index))).toEqual([]);
  });

  it('tell of a text that is not there, and of none that is', async () => {
    const gone = loadWorkspaceFrom(Object.fromEntries(Object.entries(files).filter(([path]) => !path.endsWith('.md'))));
    const named = before.specs.flatMap((spec) => namedTexts(spec).filter(() => spec.kind === 'Journey').map(({ path }) => [spec.coordinate, path]));
    const told = (losses: readonly Loss[]): readonly unknown[] => losses.filter(({ field }) => field.endsWith('textFile')).map(({ subject, at }) => [subject, at]);
    expect(told(await lossesOf(before, {}))).toEqual([]);
    expect(told(await lossesOf(gone, {})).map(String).toSorted()).toEqual(named.map(String).toSorted());
  });
});

/** A small workspace in which each file has an owner of its own. */
function small(files: { readonly [path: string]: string }, policy = ''): Workspace {
  return loadWorkspaceFrom(smallFiles(files, policy));
}

function smallFiles(files: { readonly [path: string]: string }, policy = ''): { readonly [path: string]: string } {
  const teams = Object.keys(files).map((_, index) => `  team-${index}: {title: Team, function: service, people: [{id: p, handles: [login-${index}]}], roles: [{id: lead, person: p}]}\n`);
  const head = 'version: 0.1.0\nstatus: draft\n';
  return {
    'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\npolicy: default\n',
    'a/directory.yaml': `apiVersion: waymark/v1\nkind: Directory\nid: people\ntitle: People\n${head}owner: office\nteams:\n  office: {title: Office, function: service, codeHandles: ["@example/office"]}\n${teams.join('')}`,
    'a/policy.yaml': `apiVersion: waymark/v1\nkind: Policy\nid: default\ntitle: Rules\n${head}owner: office\n${policy}`,
    ...Object.fromEntries(Object.keys(files).map((path, index) => [path, `apiVersion: waymark/v1\nkind: Persona\nid: persona-${index}\ntitle: Persona\n${head}owner: team-${index}\ntype: customer\n`])),
  };
}

function filesNamed(paths: readonly string[]): { readonly [path: string]: string } {
  return Object.fromEntries(paths.map((path) => [path, '']));
}

describe('file names', () => {
  const strange = ['a b.yaml', 'a#b.yaml', '#a.yaml', '[a].yaml', 'a[b]/c.yaml', 'a!.yaml', '!a.yaml', 'a*.yaml', 'a?c.yaml', 'ab.yaml', 'axb.yaml', 'a\\b.yaml', 'é ü/日本.yaml', 'e\u0301.yaml', ' a .yaml', 'a\tb/c.yaml', '@x.yaml', 'a@b c.yaml', '^a.yaml', '{a,b}.yaml', 'ä  b.yaml', 'a/b/c d/e#f.yaml', 'A b.yaml', '😀 a.yaml', '**/x.yaml', '*/y.yaml'];
  const hostile = [...new Set(hostileTexts.map((text) => text.replace(/[/\n\r\0]/g, '_').slice(0, 60)))].map((text) => `h/${text}.yaml`);

  it.each([['', ''], ['our journeys/#1', 'our journeys/#1/']])('each lead to their own owner, with the workspace in "%s"', async (path, prefix) => {
    const apart = [...strange, ...hostile].filter((file, index, all) => all.findIndex((other) => patternOf(other) === patternOf(file)) === index);
    expect(apart.length).toBeGreaterThan(150);
    const workspace = small(filesNamed(apart));
    expect(workspace.all('Persona').length).toBe(apart.length);
    const file = await ownersFile(workspace, { path });
    const own = (persona: Workspace['specs'][number]): string => workspace.pathOf(persona.document.source.uri);
    expect(workspace.all('Persona').map((persona) => [own(persona), ownersIn(file, `${prefix}${own(persona)}`)])).toEqual(workspace.all('Persona').map((persona) => [own(persona), [`@login-${persona.id.replace('persona-', '')}`]]));
    expect([...file.values()].flat().length).toBe(apart.length + 3);
  });

  it('that no pattern tells apart are asked of both, and that is told', async () => {
    const workspace = small(filesNamed(['a b.yaml', 'a#b.yaml', 'axb.yaml']));
    expect(await textOf(workspace)).toContain('/a?b.yaml @login-0 @login-1\n');
    expect((await lossesOf(workspace, {})).filter(({ reason }) => reason.startsWith('No pattern')).map(({ subject }) => subject)).toEqual(['persona:persona-0', 'persona:persona-1']);
  });
});

describe('names that somebody may write', () => {
  const pressed = hostileTexts.map((text) => text.replaceAll(/[\s@#]/g, ''));
  const written = [...hostileTexts, ...hostileTexts.map((text) => `@${text}`), ...hostileTexts.map((text) => `@example/${text}`), ...hostileTexts.map((text) => `${text}@example.org`), ...pressed.map((text) => `${text}@example.org`), '@x @evil', '@x\n* @evil', '@x # y', '@x#y', '@x\\', `@${'x'.repeat(5000)}`, 'a\u0085b@example.org', '!x@example.org', '*@example.org', '/x@example.org'];
  const head = (kind: string, id: string, more: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: Title\nversion: 0.1.0\nstatus: draft\nowner: office\n${more}`;

  /** Those that the form of a document lets pass. */
  function passing(texts: readonly string[], documentOf: (text: string) => string): readonly string[] {
    return [...new Set(texts)].filter((text) => loadWorkspaceFrom({ 'one.yaml': documentOf(text) }).documents.every(({ problems }) => problems.length === 0));
  }

  /** Sections with their lines, sorted, each name as `as` has it. */
  async function linesOf(files: { readonly [path: string]: string }, options: OptionValues, as: (name: string) => string = String): Promise<readonly unknown[]> {
    const workspace = loadWorkspaceFrom({ ...smallFiles(filesNamed(['x.yaml'])), ...files });
    expect(workspace.documents.flatMap(({ problems }) => problems)).toEqual([]);
    const sections = [...(await ownersFile(workspace, options))].map(([section, rules]) => [as(section), rules.map(({ pattern, owners }) => `${pattern} ${owners.map(as).toSorted().join(' ')}`).toSorted()] as const);
    return sections.toSorted(([a], [b]) => (a < b ? -1 : 1));
  }

  const teamOf = (id: string, more: string): string => head('Team', id, `function: service\n${more}`);

  it.each<[string, string, (id: string, name: string) => string, (index: number) => string, (name: string) => string]>([
    ['a team', 'teams', (id, name) => teamOf(id, `codeHandles: [${JSON.stringify(name)}]\n`), (index) => `@usual-${index}`, String],
    ['a person', 'people', (id, name) => teamOf(id, `people: [{id: p, handles: [${JSON.stringify(name)}]}]\nroles: [{id: lead, person: p}]\n`), (index) => `usual-${index}`, (name) => `@${name}`],
  ])('for %s stay one word on the line of the file, whatever they are', async (_, names, documentOf, usual, asOwner) => {
    const texts = passing(written, (text) => documentOf('one', text));
    expect(texts.length).toBeGreaterThan(70);
    const filesWith = (nameOf: (index: number) => string): { readonly [path: string]: string } =>
      Object.fromEntries(texts.flatMap((_text, index) => [[`teams/${index}.yaml`, documentOf(`named-${index}`, nameOf(index))], [`personas/${index}.yaml`, head('Persona', `named-${index}`, 'type: customer\n').replace('owner: office', `owner: named-${index}`)]]));
    const toText = new Map(texts.map((text, index) => [asOwner(usual(index)), asOwner(text)]));
    for (const forge of ['github', 'gitlab']) {
      const found = await linesOf(filesWith((index) => texts[index]!), { forge, names });
      expect(found).toEqual(await linesOf(filesWith(usual), { forge, names }, (name) => toText.get(name) ?? name));
    }
  });

  const policyWith = (roles: { readonly [name: string]: string }, asked: readonly string[]): string => head('Policy', 'default', `roles: ${JSON.stringify(roles)}\napprovals: {compatible: {all: ${JSON.stringify(asked)}}}\n`);
  const rolesNamed = (names: readonly string[]): { readonly [name: string]: string } => Object.fromEntries(names.map((name) => [name, 'team-0#lead']));

  it('for a role of the Policy that nobody asks write no line', async () => {
    const texts = passing(hostileTexts, (text) => policyWith(rolesNamed([text]), ['journey-owner']));
    expect(texts.length).toBeGreaterThan(100);
    for (const forge of ['github', 'gitlab']) expect(await linesOf({ 'a/policy.yaml': policyWith(rolesNamed(texts), ['journey-owner']) }, { forge })).toEqual(await linesOf({}, { forge }));
  });

  it('for a role that is asked head a section of GitLab, and nothing else', async () => {
    const texts = passing(hostileTexts, (text) => policyWith(rolesNamed([text]), [text]));
    const usual = texts.map((_, index) => `usual-${index.toString(2).replaceAll('0', 'o').replaceAll('1', 'i')}`);
    expect(texts.length).toBeGreaterThan(20);
    const toText = new Map(usual.map((name, index) => [name, texts[index]!]));
    const linesWith = (names: readonly string[], as?: (name: string) => string): Promise<readonly unknown[]> => linesOf({ 'a/policy.yaml': policyWith(rolesNamed(names), ['journey-owner', ...names]) }, { forge: 'gitlab' }, as);
    expect(await linesWith(texts)).toEqual(await linesWith(usual, (name) => toText.get(name) ?? name));
  });
});

describe('a file with two documents', () => {
  const policy = 'roles: {dpo: team-2#lead}\napprovals:\n  compatible: {all: [journey-owner, dpo], any: 1, from: [journey-owner]}\n';
  const { 'x.yaml': x, 'y.yaml': y, ...others } = smallFiles(filesNamed(['x.yaml', 'y.yaml', 'z.yaml']), policy);
  const workspace = loadWorkspaceFrom({ ...others, 'both.yaml': `${x}---\n${y}` });

  it('tells on GitHub that one of several owners is enough, and that one of all who have to agree is', async () => {
    expect(ownersIn(await ownersFile(workspace), 'both.yaml')).toEqual(['@login-0', '@login-1', '@login-2']);
    const alone = loadWorkspaceFrom({ 'both.yaml': `${x}---\n${y}`, ...Object.fromEntries(Object.entries(others).filter(([path]) => path !== 'z.yaml')) });
    expect((await lossesOf(alone, {})).filter(({ inPart }) => inPart === true).map(({ subject, field }) => `${subject} ${field}`)).toEqual(['persona:persona-0 owner', 'policy:default approvals.compatible.all', 'policy:default approvals.compatible.from']);
    expect((await lossesOf(alone, { forge: 'gitlab' })).filter(({ inPart }) => inPart === true)).toEqual([]);
  });

  it('is asked on GitLab of each owner in a section of its own, whatever else one of them is asked for', async () => {
    const file = await ownersFile(workspace, { forge: 'gitlab' });
    const asked = [...file].map(([section, rules]) => [section, rules.find(({ pattern }) => fits(pattern, 'both.yaml'))?.owners]);
    expect(asked).toEqual([['dpo', ['@login-2']], ['journey-owner', ['@login-0']], ['journey-owner 2', ['@login-1']]]);
    expect((await textOf(workspace, { forge: 'gitlab' })).match(/# @login-0.*/g)?.length).toBe(3);
  });
});

it.each([
  ['github', ['policy:default approvals.compatible.any: On GitHub one of those on a line is enough, however many have to agree.']],
  ['gitlab', []],
])('how many of a list have to agree is told as lost on %s only where it is', async (forge, lost) => {
  const policy = (any: number): string => `roles: {dpo: team-1#lead, it: team-2#lead}\napprovals: {compatible: {any: ${any}, from: [dpo, it]}}\n`;
  const [one, two] = [1, 2].map((any) => small(filesNamed(['x.yaml', 'y.yaml', 'z.yaml']), policy(any))) as [Workspace, Workspace];
  expect((await lossesOf(two, { forge })).filter(({ field }) => field.endsWith('.any')).map(({ subject, field, reason }) => `${subject} ${field}: ${reason}`)).toEqual(lost);
  const rules = async (workspace: Workspace): Promise<string> => (await textOf(workspace, { forge })).replaceAll(/^#.*\n/gm, '');
  expect((await rules(one)) === (await rules(two))).toBe(lost.length > 0);
});

describe('of two Policies', () => {
  const second = 'apiVersion: waymark/v1\nkind: Policy\nid: other\ntitle: Other rules\nversion: 0.1.0\nstatus: draft\nowner: team-1\nroles: {dpo: team-1#lead}\napprovals: {compatible: {all: [journey-owner, dpo]}}\n';
  const files: { readonly [path: string]: string } = { ...smallFiles(filesNamed(['x.yaml', 'y.yaml'])), 'a/other.yaml': second };
  const goingBy = (policy: string): Workspace => loadWorkspaceFrom({ ...files, 'waymark.yaml': files['waymark.yaml']!.replace('policy: default', `policy: ${policy}`) });

  it('the one that the workspace names asks, and what the other would ask is told as lost', async () => {
    expect(ownersIn(await ownersFile(goingBy('default')), 'x.yaml')).toEqual(['@login-0']);
    expect(ownersIn(await ownersFile(goingBy('other')), 'x.yaml')).toEqual(['@login-0', '@login-1']);
    const lost = (await lossesOf(goingBy('default'), {})).filter(({ subject }) => subject === 'policy:other');
    expect(lost.filter(({ sort }) => sort === 'case').map(({ field }) => field)).toEqual(['approvals', 'roles']);
    expect((await lossesOf(goingBy('other'), {})).filter(({ subject, field }) => subject === 'workspace:shop' && field === 'policy')).toEqual([]);
  });
});

describe('whom the Policy adds by a path', () => {
  const retired = 'apiVersion: waymark/v1\nkind: Kpi\nid: old\ntitle: Old\nversion: 1.0.0\nstatus: retired\nowner: office\n';
  const record = 'apiVersion: waymark/v1\nkind: Record\nid: noted\ntype: baseline\ndate: 2026-01-01\nby: [office#lead]\nsubject: [old]\noutcome: noted\n';
  const toldOf = async (entry: string): Promise<readonly unknown[]> => {
    const workspace = small(filesNamed(['x.yaml', 'y.yaml']), `roles: {dpo: team-1#lead}\napprovals: {kinds: [${entry}]}\n`);
    const files = Object.fromEntries(workspace.documents.map(({ source }) => [source.uri, source.text]));
    const whole = loadWorkspaceFrom({ ...files, 'old.yaml': retired, 'noted.yaml': record });
    expect(whole.documents.flatMap(({ problems }) => problems)).toEqual([]);
    const losses = await lossesOf(whole, { forge: 'gitlab' });
    return losses.filter(({ at }) => at?.[1] === 'kinds').map(({ at, reason }) => [at?.slice(3).join('.'), reason]);
  };
  const some = 'is asked about some changes of a document, and a code host does not tell changes apart.';

  it.each<[string, string]>([
    ['persona.persnoa-0.**', 'No document lies at `persona.persnoa-0.**`, so nobody is added.'],
    ['jorney.**', 'No document lies at `jorney.**`, so nobody is added.'],
    ['journey.**', 'No document lies at `journey.**`, so nobody is added.'],
    ['kpi.old.**', 'What lies at `kpi.old.**` is retired, and has no line.'],
    ['record.**', 'At `record.**` lie only Records, and nobody in particular is asked about these.'],
    ['persona.persona-0.needs', `Whom the Policy adds for \`persona.persona-0.needs\` ${some}`],
    ['**.needs', `Whom the Policy adds for \`**.needs\` ${some}`],
  ])('%s is told as lost with what is so', async (path, reason) => {
    expect(await toldOf(`{path: '${path}', add: [dpo]}`)).toEqual([['add', reason], ['path', reason]]);
  });

  it('and by a kind of change is told the same', async () => {
    expect(await toldOf("{change: journey-removed, path: 'jorney.**', add: [dpo]}")).toEqual(['add', 'path'].map((field) => [field, 'No document lies at `jorney.**`, so nobody is added.']));
    expect(await toldOf('{change: journey-removed, add: [dpo]}')).toEqual([['add', `Whom the Policy adds for \`journey-removed\` ${some}`]]);
  });

  it('which leads to a document is on its line, but for anybody', async () => {
    expect(await toldOf("{path: 'persona.persona-0.**', add: [dpo]}")).toEqual([]);
    expect(await toldOf("{path: 'persona.persona-0.**', add: [dpo, peer]}")).toEqual([['add.1', 'Anybody is nobody in particular to ask.']]);
  });
});

it('each text that several owners share is told as lost', async () => {
  const files = filesOf('insurance');
  const losses = await lossesOf(loadWorkspaceFrom(files), {});
  const told = losses.filter(({ subject, field }) => subject === 'journey:motor-claim' && field === 'owner').map(({ reason }) => reason.split('`')[1]);
  expect(told).toEqual(Object.keys(files).filter((path) => /^texts\/(?:data-notice|reasons|refusal-letter)/.test(path)).toSorted());
});

it('who answers for a variant is told as not asked about its base', async () => {
  const lost = (await lossesOf(loadWorkspaceFrom(filesOf('insurance')), {})).filter(({ subject, field }) => subject === 'journey:motor-claim-at' && field === 'extends');
  expect(lost.map(({ inPart, reason }) => [inPart, reason])).toEqual([[true, 'What changes in `motor-claim` may change this variant. `waymark review` then waits for those who answer for it too: `@wegwart/claims-at`, not on the line of `journeys/motor-claim.yaml`.']]);
});

describe('whoever has no name on the code host', () => {
  it.each(['github', 'gitlab'])('is told as lost on %s, with what to write', async (forge) => {
    const policy = 'roles: {dpo: office#dpo}\napprovals:\n  compatible: {all: [journey-owner, dpo]}\n';
    const files = smallFiles(filesNamed(['x.yaml']), policy);
    const workspace = loadWorkspaceFrom({ ...files, 'a/directory.yaml': files['a/directory.yaml']!.replace('codeHandles: ["@example/office"]', 'people: [{id: q}], roles: [{id: dpo, person: q}]') });
    const losses = await lossesOf(workspace, { forge });
    expect(losses.find(({ field }) => field === 'roles.dpo')).toMatchObject({ subject: 'policy:default', reason: 'Nobody of `office#dpo` has a name on the code host: give the team `codeHandles`, or its people `handles`.' });
    expect(losses.filter(({ reason }) => reason.includes('More than one'))).toEqual([]);
    expect(ownersIn(await ownersFile(workspace, { forge }), 'x.yaml')).toEqual(['@login-0']);
  });
});

describe('the settings', () => {
  it('leave it to the caller in which folder of the repository the workspace lies', async () => {
    const pathsIn = async (options: OptionValues): Promise<string> => {
      const generation = await generate(small(filesNamed(['x.yaml'])), 'codeowners', options, { folder: 'our/journeys' });
      return 'problems' in generation ? '' : generation.files[0]!.content;
    };
    expect(await pathsIn({})).toContain('\n/our/journeys/x.yaml @login-0\n');
    expect(await pathsIn({ path: '.' })).toContain('\n/x.yaml @login-0\n');
    expect(await pathsIn({ path: '/other/' })).toContain('\n/other/x.yaml @login-0\n');
  });

  it.each(['..', '../x', 'a/../b', 'a/..', 'a//b', 'a/./b'])('take no folder with which no line would fit a file: %s', async (path) => {
    expect(await generate(small(filesNamed(['x.yaml'])), 'codeowners', { path })).toEqual({ problems: [`\`${path}\` is not a folder of the repository, such as \`our/journeys\`, without \`..\`.`] });
  });

  it.each([['.', '/x.yaml'], ['./', '/x.yaml'], ['/', '/x.yaml'], ['./a', '/a/x.yaml'], ['a/..b/.c/', '/a/..b/.c/x.yaml'], ['our journeys/#1', '/our?journeys/?1/x.yaml']])('take the folder %s', async (path, line) => {
    expect(await textOf(small(filesNamed(['x.yaml'])), { path })).toContain(`\n${line} @login-0\n`);
  });

  it('give all other files to the owner of the Policy, and no file that has a line', async () => {
    for (const forge of ['github', 'gitlab']) {
      const file = await ownersFile(small(filesNamed(['x.yaml'])), { others: true, forge, path: 'journeys' });
      expect(['journeys/new.yaml', 'journeys/x.yaml', 'elsewhere/new.yaml'].map((path) => ownersIn(file, path))).toEqual([['@example/office'], ['@login-0'], []]);
    }
  });

  it('have each who has to agree asked by a section of GitLab', async () => {
    const policy = 'roles: {dpo: team-1#lead, it: team-2#lead}\napprovals:\n  compatible: {all: [journey-owner, dpo], any: 1, from: [it, dpo]}\n';
    await expect(await textOf(small(filesNamed(['x.yaml', 'y.yaml', 'z.yaml']), policy), { forge: 'gitlab' })).toMatchFileSnapshot('golden/codeowners/gitlab/CODEOWNERS');
  });
});

it('the code owners of an example stand as they stood', async () => {
  await expect(await textOf(loadWorkspaceFrom(filesOf('insurance')), { path: 'journeys/insurance' })).toMatchFileSnapshot('golden/codeowners/insurance/CODEOWNERS');
});
