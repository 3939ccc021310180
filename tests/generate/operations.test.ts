import { describe, expect, it } from 'vitest';
import { fieldOf, isArray, type JsonObject, type JsonValue } from '../../src/base/json.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { render } from '../../src/render/render.js';
import { contentOf, example, examples, generated } from './generated.js';
import { rowsOf, writtenDocuments } from './register-files.js';

function listOf(value: JsonValue | undefined): readonly JsonObject[] {
  return isArray(value) ? (value as readonly JsonObject[]) : [];
}

function stepsOf(journey: JsonObject): readonly JsonObject[] {
  return listOf(journey['stages']).flatMap((stage) => listOf(stage['steps']));
}

describe.each(examples)('the tables of operations over %s', (name) => {
  const journeys = writtenDocuments(name, 'Journey').filter((journey) => journey['extends'] === undefined && journey['status'] !== 'draft');
  const ids = new Set(journeys.map(({ id }) => id));
  const slas = new Map(writtenDocuments(name, 'Sla').map((sla) => [sla['id'], sla]));
  const teams = new Map<JsonValue | undefined, JsonValue>([...writtenDocuments(name, 'Team').map((team) => [team['id'], team] as const), ...writtenDocuments(name, 'Directory').flatMap((directory) => Object.entries(directory['teams'] ?? {}))]);

  it('say of each stage who is responsible, as the picture does', async () => {
    const workspace = example(name);
    const rows = rowsOf(await generated(workspace, 'operations'), 'raci');
    for (const { id, stages } of workspace.journeys.filter(({ spec }) => spec.status === 'active')) {
      const drawn = render(workspace, 'raci', { journey: id });
      if ('problem' in drawn) throw new Error(drawn.problem);
      const own = rows.filter(({ journey }) => journey === id);
      expect(own.map(({ stage }) => stage)).toEqual(stages.map((stage) => stage.id));
      expect(own.map(({ title }) => title)).toEqual(drawn.tables[0]!.rows.map((row) => row[0]));
      expect(own.map(({ responsible, accountable, consulted, informed }) => [responsible, accountable, consulted, informed].map((list) => (list as readonly string[]).length))).toEqual(drawn.tables[0]!.rows.map((row) => row.slice(1).map((cell) => (cell === '' ? 0 : cell.split(/, (?![^(]*\))/).length))));
    }
  });

  it('have each rung of each ladder with whoever can be reached', async () => {
    const roleOf = (to: JsonValue | undefined): JsonValue | undefined => listOf(fieldOf(teams.get(String(to).split('#')[0]), 'roles')).find(({ id }) => id === String(to).split('#')[1]);
    const expected = journeys.flatMap((journey) => listOf(journey['escalations']).flatMap((escalation) => listOf(escalation['rungs']).map((rung, index) => {
      const [[kind, trigger]] = Object.entries(escalation['trigger']!) as [[string, string]];
      return [journey['id'], escalation['id'], kind === 'sla' ? 'promise' : kind, trigger, kind === 'sla' ? listOf(slas.get(trigger)!['targets']).length : 0, index + 1, rung['after'], rung['to'], fieldOf(roleOf(rung['to']), 'contact'), rung['action']];
    })));
    const rows = rowsOf(await generated(example(name), 'operations'), 'escalation-sheet').filter(({ journey }) => ids.has(journey as string));
    expect(rows.map((row) => [row['journey'], row['escalation'], row['sort'], row['trigger'], (row['targets'] as readonly string[]).length, row['rung'], row['after'], row['to'], row['contact'], row['action']]).toSorted()).toEqual(expected.toSorted());
  });

  it('have each training, and at each step the trainings of its teams', async () => {
    const generation = await generated(example(name), 'operations');
    const expected = journeys.flatMap((journey) => listOf(journey['training']).map(({ audience, material, version, covers, due }) => [journey['id'], audience, material, String(version), covers, due]));
    const rows = rowsOf(generation, 'training-matrix').filter(({ journey }) => ids.has(journey as string));
    expect(rows.map((row) => [row['journey'], row['audience'], row['material'], row['version'], row['covers'], row['due']]).toSorted()).toEqual(expected.toSorted());
    const work = rowsOf(generation, 'work').filter(({ journey }) => ids.has(journey as string));
    expect(work.map(({ step }) => step)).toEqual(journeys.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1)).flatMap((journey) => stepsOf(journey).map(({ id }) => id)));
    expect(work.filter(({ trainings }) => (trainings as readonly string[]).length > 0).length).toBeGreaterThan(0);
  });

  it('hold the version that a training teaches against the journey in which it stands', async () => {
    const standing = new Map(writtenDocuments(name, 'Journey').map((journey) => [journey['id'], journey]));
    const rows = rowsOf(await generated(example(name), 'operations'), 'training-matrix');
    for (const { journey, forJourney, forVersion, journeyVersion } of rows) {
      const { training, extends: base } = standing.get(journey as string)!;
      const taught = standing.get(training === undefined ? String(base).split('@')[0]! : journey!)!;
      expect({ journey, forJourney, journeyVersion }).toEqual({ journey, forJourney: taught['id'], journeyVersion: taught['version'] });
      expect(listOf(taught['training']).map((each) => each['for'])).toContain(forVersion);
    }
  });

  it('have each role of each team that binds', async () => {
    const rows = rowsOf(await generated(example(name), 'operations'), 'contacts');
    const expected = [...teams].flatMap(([id, team]) => {
      const roles = listOf(fieldOf(team, 'roles'));
      return roles.length === 0 ? [[id, undefined, undefined]] : roles.map((role) => [id, role['id'], role['contact']]);
    });
    expect(rows.map(({ team, role, contact }) => [team, role, contact]).toSorted()).toEqual(expected.toSorted());
  });

  it('say the same on the page', async () => {
    const generation = await generated(example(name), 'operations');
    const lines = contentOf(generation, 'operations.md').split('\n').filter((line) => line.startsWith('| '));
    const counted = ['raci', 'escalation-sheet', 'contacts', 'training-matrix'].map((register) => rowsOf(generation, register).length);
    expect(lines.length).toBe(counted.reduce((sum, rows) => sum + rows + (rows > 0 ? 1 : 0), 0));
  });
});

describe.each(examples)('the words of %s', (name) => {
  const glossaries = writtenDocuments(name, 'Glossary');

  it('lead from what a system says to what the customer reads', async () => {
    const expected = glossaries.flatMap((glossary) => listOf(glossary['statuses'])).flatMap(({ code, preferred, perSystem = {} }) => {
      const told = Object.entries(perSystem as JsonObject).flatMap(([system, words]) => (words as readonly string[]).map((word) => [system, word, code, preferred]));
      return told.length > 0 ? told : [[undefined, undefined, code, preferred]];
    });
    expect(rowsOf(await generated(example(name), 'status-words'), 'status-words').map(({ system, word, code, text }) => [system, word, code, text]).toSorted()).toEqual(expected.toSorted());
  });

  it('are said or never said', async () => {
    const terms = [...glossaries.flatMap((glossary) => listOf(glossary['terms'])), ...writtenDocuments(name, 'Directory').flatMap((directory) => Object.entries(directory['terms'] ?? {}).map(([id, term]): JsonObject => (typeof term === 'string' ? { id, preferred: term } : { id, ...(term as JsonObject) })))];
    const expected = terms.flatMap(({ id, preferred, forbidden = [], perChannel = {}, perLanguage = {} }) => [
      [id, 'say', preferred, undefined, undefined],
      ...Object.entries(perChannel as JsonObject).map(([channel, word]) => [id, 'say', word, channel, undefined]),
      ...Object.entries(perLanguage as JsonObject).map(([language, word]) => [id, 'say', word, undefined, language]),
      ...(forbidden as readonly string[]).map((word) => [id, 'never say', word, undefined, undefined]),
    ]);
    expect(rowsOf(await generated(example(name), 'status-words'), 'words').map(({ term, use, word, channel, language }) => [term, use, word, channel, language]).toSorted()).toEqual(expected.toSorted());
  });
});

describe.each(examples)('the decision tables of %s', (name) => {
  const journeys = writtenDocuments(name, 'Journey').filter((journey) => journey['extends'] === undefined && journey['status'] !== 'draft');
  const ids = new Set(journeys.map(({ id }) => id));

  it('have each rule with its tests', async () => {
    const generation = await generated(example(name), 'decision-tables');
    const rules = journeys.flatMap((journey) => listOf(journey['rules']).map((rule) => ({ journey: journey['id'], rule })));
    expect(rowsOf(generation, 'rules').filter(({ journey }) => ids.has(journey as string)).map(({ journey, rule, precedence, when, fallbackDo }) => [journey, rule, precedence, when, fallbackDo]).toSorted()).toEqual(rules.map(({ journey, rule }) => [journey, rule['id'], rule['precedence'], rule['when'], fieldOf(rule['fallback'], 'do')]).toSorted());
    const tests = rules.flatMap(({ journey, rule }) => listOf(rule['tests']).map(({ profile, expect: variant }) => [journey, rule['id'], profile, variant]));
    expect(rowsOf(generation, 'rule-tests').filter(({ journey }) => ids.has(journey as string)).map(({ journey, rule, profile, expect: variant }) => [journey, rule, profile, variant]).toSorted()).toEqual(tests.toSorted());
  });

  it('have each way out of each step', async () => {
    const edgesOf = (next: JsonValue | undefined): readonly JsonValue[] => (next === undefined ? [] : isArray(next) ? next : typeof next === 'string' ? [next] : ((fieldOf(next, 'all') ?? fieldOf(next, 'some')) as readonly JsonValue[]));
    const expected = journeys.flatMap((journey) => stepsOf(journey).flatMap((step) => edgesOf(step['next']).map((edge) => [journey['id'], step['id'], typeof edge === 'string' ? edge : fieldOf(edge, 'to'), typeof edge === 'string' ? undefined : fieldOf(edge, 'share')])));
    const rows = rowsOf(await generated(example(name), 'decision-tables'), 'routing').filter(({ journey, to }) => ids.has(journey as string) && to !== undefined);
    expect(rows.map(({ journey, step, to, share }) => [journey, step, to, share]).toSorted()).toEqual(expected.toSorted());
  });

  it('have what is done without each system, team and piece of data', async () => {
    const expected = journeys.flatMap((journey) => [
      ...stepsOf(journey).flatMap((step) => listOf(step['dependsOn']).map(({ system, fallback }) => [step['id'], system, fieldOf(fallback, 'step') ?? fieldOf(fallback, 'text')])),
      ...stepsOf(journey).flatMap((step) => (step['onFail'] === undefined ? [] : [[step['id'], undefined, step['onFail']]])),
      ...listOf(journey['rules']).flatMap((rule) => (rule['fallback'] === undefined ? [] : [[rule['id'], fieldOf(rule['fallback'], 'when'), fieldOf(rule['fallback'], 'do')]])),
      ...listOf(fieldOf(journey['resilience'], 'scenarios')).map(({ id, loses, fallback }) => [id, fieldOf(loses, 'system') ?? `team ${String(fieldOf(loses, 'team'))}`, fieldOf(fallback, 'step') ?? fieldOf(fallback, 'text')]),
    ]);
    const rows = rowsOf(await generated(example(name), 'decision-tables'), 'fallbacks').filter(({ journey }) => ids.has(journey as string));
    expect(rows.map(({ id, without, step, text }) => [id, without, step ?? text]).toSorted()).toEqual(expected.toSorted());
  });
});

it.each(['defaultCalendar: office\n', ''])('a ladder whose promise names no calendar says on which it is counted, with %j in the workspace', async (root) => {
  const head = (kind: string, id: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: desk\n`;
  const generation = await generated(loadWorkspaceFrom({
    'waymark.yaml': `apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n${root}`,
    'sla.yaml': `${head('Sla', 'answered')}targets: [{within: 3h}]\n`,
    'journey.yaml': `${head('Journey', 'ask')}stages: [{id: only, title: Only, steps: [{id: one, title: One, lane: customer, end: success}]}]\nescalations: [{id: late, trigger: {sla: answered}, rungs: [{after: 50%, to: desk#lead}]}, {id: told, trigger: {event: asked}}]\n`,
  }), 'operations');
  expect(rowsOf(generation, 'escalation-sheet').map(({ calendar }) => calendar)).toEqual([root === '' ? '24x7' : 'office', undefined]);
  expect(generation.losses.some(({ subject, field }) => subject === 'workspace:shop' && field === '')).toBe(root === '');
});

it('the rule that wins first stands first', async () => {
  const rows = rowsOf(await generated(example('insurance'), 'decision-tables'), 'rules').filter(({ journey }) => journey === 'motor-claim');
  expect(rows.map(({ rule }) => rule)).toEqual(['no-cross-sell', 'fleet-first', 'slot-offer']);
});

it('of several ways the only one without a condition is taken otherwise, and a single way is no choice', async () => {
  const step = (id: string, next: string): string => `{id: ${id}, title: ${id}, lane: backstage, ${next}}`;
  const workspace = loadWorkspaceFrom({ 'journey.yaml': `apiVersion: waymark/v1\nkind: Journey\nid: ask\ntitle: Ask\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: desk\nstages: [{id: only, title: Only, steps: [${[
    step('a', 'next: [{to: b, when: it rains}, {to: c}]'), step('b', 'next: [{to: c, share: 0.4}, {to: d, share: 0.6}]'), step('c', 'next: [{to: d, when: it is late}]'), step('d', 'end: success'),
  ].join(', ')}]}]\n` });
  expect(rowsOf(await generated(workspace, 'decision-tables'), 'routing').map(({ step: id, how, to }) => [id, how, to])).toEqual([
    ['a', 'choice', 'b'], ['a', 'otherwise', 'c'], ['b', 'choice', 'c'], ['b', 'choice', 'd'], ['c', 'one', 'd'], ['d', 'end', undefined],
  ]);
});

it('pages join: whoever is named in one table is found in another by the same name', async () => {
  const page = contentOf(await generated(example('insurance'), 'operations'), 'operations.md').split('\n');
  const tableBelow = (heading: string): readonly string[] => page.slice(page.indexOf(`## ${heading}`) + 2).slice(0, 4);
  expect(tableBelow('Who can be reached where')[2]).toBe('| claims-at | Claims Austria | lead | Lead of claims Austria | u-egger | `mailto:schaden@wegwart.example` |  |');
  expect(tableBelow('Who is told when')[2]).toContain('| 10d in 90 % (each tier for itself); 8d in 90 % (tier gold) | claims-hours | 70% | `claims-ops#lead` | j-peters |');
  expect(tableBelow('Who learns what')[0]).toContain('| teaches | in version | which by now has |');
});

it('tables for people bear whatever somebody writes', async () => {
  const bar = (title: string): string => `apiVersion: waymark/v1\nkind: Team\nid: desk\ntitle: ${JSON.stringify(title)}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: desk\nroles: [{id: lead}]\n`;
  for (const title of ['a | b', 'a\n| b | c |', '<!-- x --> <b>y</b>', '`a|b`', '[x](https://evil.example) @all']) {
    const lines = contentOf(await generated(loadWorkspaceFrom({ 'team.yaml': bar(title) }), 'operations'), 'operations.md').split('\n').filter((line) => line.startsWith('|'));
    expect(lines.length).toBe(3);
    expect(lines[2]!.replaceAll('\\|', '').split('|').length).toBe(9);
    expect(lines[2]!.replace(/`[^`]*`/g, '')).not.toMatch(/<[a-z!]|\]\(http|@all/);
  }
});

/** `npx vitest run tests/generate/operations.test.ts -u` writes them anew. */
it.each([['operations', 'operations.md'], ['operations', 'escalation-sheet.csv'], ['operations', 'training-matrix.json'], ['status-words', 'status-words.csv'], ['status-words', 'words.csv'], ['decision-tables', 'rules.csv'], ['decision-tables', 'fallbacks.json'], ['decision-tables', 'routing.csv']])('%s of the parcel journeys: %s is what was looked at', async (target, path) => {
  await expect(contentOf(await generated(example('parcel'), target), path)).toMatchFileSnapshot(`golden/${target}/${path}`);
});
