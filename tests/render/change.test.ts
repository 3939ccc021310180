import { describe, expect, it } from 'vitest';
import { diff } from '../../src/diff/diff.js';
import type { Workspace } from '../../src/model/workspace.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { render } from '../../src/render/render.js';
import { randomCase } from '../proof/oracle/random-case.js';
import { toYaml } from '../proof/oracle/to-yaml.js';
import { more, seed } from '../support/property.js';
import { drawnWorkspace } from './support/drawn-workspace.js';
import { plainSteps, plainWays } from './support/plain-ways.js';
import { understood, type Understood } from './support/real-mermaid.js';

const withoutBidi = (words: string): string => words.replaceAll(/[\u2066-\u2069]/g, '');

type Files = { readonly [path: string]: string };

const before = titled(drawnWorkspace('Words'));

/** Every step by its id, so that one is told from the other. */
function titled(files: Files): Files {
  return { ...files, 'journey.yaml': files['journey.yaml']!.replaceAll(/\{id: (\w+), title: "Words"/g, '{id: $1, title: Step $1') };
}

function edited(...edits: readonly (readonly [file: string, from: string, to: string])[]): Files {
  return edits.reduce((files, [file, from, to]) => {
    if (!files[file]!.includes(from)) throw new Error(`${file} has no ${from}`);
    return { ...files, [file]: files[file]!.replace(from, to) };
  }, before);
}

async function changeFrom(after: Files): Promise<Understood> {
  const [was, is] = [loadWorkspaceFrom(before), loadWorkspaceFrom(after)];
  expect(is.documents.flatMap(({ problems }) => problems)).toEqual([]);
  const rendering = render(is, 'change', { journey: 'ask', before: { workspace: was, changes: diff(was, is) } });
  if ('problem' in rendering) throw new Error(rendering.problem);
  return understood(rendering.diagrams[0]!.text);
}

/** Labels with a sign: `+` came, `−` went, `~` is different, `!` lies on a way that breaks a promise, `?` where something is missing for a proof. */
function signed({ things, links }: Understood): { readonly boxes: readonly string[]; readonly arrows: readonly string[] } {
  const titles = new Map(things.map(({ name, label }) => [name, label.replace(/^[+−~!?] /, '')]));
  const hasSign = (label: string): boolean => /^[+−~!?](?: |$)/.test(label);
  return { boxes: things.map(({ label }) => label).filter(hasSign).sort(), arrows: links.filter(({ label }) => hasSign(label)).map(({ from, to, label }) => `${label.charAt(0)} ${titles.get(from)} -> ${titles.get(to)}`).sort() };
}

describe('the picture of a change, as the real Mermaid reads it', () => {
  it('has no sign where nothing differs', async () => {
    expect(signed(await changeFrom(before))).toEqual({ boxes: [], arrows: [] });
  });

  it('marks a step that came with its ways, and the way that it replaces', async () => {
    const after = edited(['journey.yaml', 'promise: {within: 2h}, next: wrap}', 'promise: {within: 2h}, next: check}\n      - {id: check, title: Step check, lane: backstage, actor: desk, next: wrap}'], ['journey.yaml', 'waitsFor: [sort, tell]', 'waitsFor: [check, tell]']);
    expect(signed(await changeFrom(after))).toEqual({ boxes: ['+ Step check', '~ Step wrap'], arrows: ['+ Step check -> Step wrap', '+ Step sort -> Step check', '− Step sort -> Step wrap'] });
  });

  it('keeps a step that went in the picture, with the ways that went with it', async () => {
    const after = edited(['journey.yaml', /.*id: remind.*\n/.exec(before['journey.yaml']!)![0], ''], ['journey.yaml', ', meanwhile: [{title: "Words", after: 1h, times: 1, to: remind}]', '']);
    expect(signed(await changeFrom(after))).toEqual({ boxes: ['~ Step tell', '− Step remind', '− Words'], arrows: ['− Step remind -> Words', '− Step tell -> Step remind'] });
  });

  it('takes a step under a new id that says what it was called for the same step', async () => {
    const after = edited(['journey.yaml', '{id: sort, title: Step sort', '{id: arrange, aliases: [sort], title: Step sort'], ['journey.yaml', '{all: [sort, tell]}', '{all: [arrange, tell]}'], ['journey.yaml', 'waitsFor: [sort, tell]', 'waitsFor: [arrange, tell]']);
    expect(signed(await changeFrom(after)).boxes.filter((label) => /^[+−]/.test(label))).toEqual([]);
  });

  it('tells of a promise that moved, and marks the way on which it breaks', async () => {
    const after = edited(['part.yaml', 'within: 9h', 'within: 11h']);
    const { boxes, arrows } = signed(await changeFrom(after));
    expect(boxes).toContain('! Words');
    expect(boxes.filter((label) => label.startsWith('! Step')).length).toBeGreaterThan(2);
    expect(arrows.every((arrow) => arrow.startsWith('! '))).toBe(true);
  });

  it('tells of a promise that is not proved any more, with what is missing, and marks the steps and ways to be mended', async () => {
    const picture = await changeFrom(edited(['part.yaml', 'stop: answered', 'stop: ask.wrap.completed']));
    const { boxes, arrows } = signed(picture);
    expect(boxes).toEqual(['? Step wrap', '? Words']);
    expect(arrows).toEqual(['? Step wrap -> Step done', '? Step wrap -> Step done', '? Step wrap -> Step visit', '? Step wrap -> Step visit']);
    expect(picture.things.at(-1)!.detail).toBe('proved → not proved missing: No part of `answer` covers the time from `asked` to `wrap fails`: what begins there stops elsewhere. missing: No part of `answer` covers the time from `ask.wrap.completed` to `ask.visit.started`. and 1 more');
  });

  it('marks the way whose parts promise too little together', async () => {
    const { boxes, arrows } = signed(await changeFrom(edited(['sla.yaml', 'within: 10h', 'within: 10h, percent: 98'], ['part.yaml', 'within: 9h', 'within: 9h, percent: 90'])));
    expect(boxes).toEqual(['? Step done', '? Step sort', '? Step start', '? Step wrap', '? Words']);
    expect(arrows).toEqual(expect.arrayContaining(['? Step start -> Step sort', '? Step sort -> Step wrap', '? Step wrap -> Step done']));
  });

  it('tells that something else is missing for a promise that was not proved before', () => {
    const [was, is] = ['ask.wrap.completed', 'ask.sort.completed'].map((stop) => loadWorkspaceFrom(edited(['part.yaml', 'stop: answered', `stop: ${stop}`])));
    const rendering = render(is!, 'change', { journey: 'ask', before: { workspace: was!, changes: diff(was!, is!) } });
    if ('problem' in rendering) throw new Error(rendering.problem);
    const [chart, rows] = [rendering.diagrams[0]!.chart, rendering.tables.find(({ title }) => title === 'Promises that moved')!.rows];
    expect(chart.type === 'flow' && chart.nodes.at(-1)).toMatchObject({ mark: 'unproved', detail: 'still not proved' });
    expect(rows.map(([, , , missing]) => missing)).toEqual([expect.stringContaining('Put a promise on the way to step `tell`')]);
  });

  it('tells one of two ways between the same steps that went, and an end that came', async () => {
    const two = edited(['journey.yaml', '{to: done, label: "Words", share: 0.5}]', '{to: done, label: rich, share: 0.3}, {to: done, label: poor, share: 0.2}]']);
    const [was, is] = [loadWorkspaceFrom(two), loadWorkspaceFrom(edited(['journey.yaml', '{to: done, label: "Words", share: 0.5}]', '{to: done, label: poor, share: 0.2}]'], ['journey.yaml', 'end: side, endsAs: "Words"', 'end: abandon']))];
    const rendering = render(is, 'change', { journey: 'ask', before: { workspace: was, changes: diff(was, is) } });
    if ('problem' in rendering) throw new Error(rendering.problem);
    const { boxes, arrows } = signed(await understood(rendering.diagrams[0]!.text));
    expect(arrows).toContain('− Step wrap -> Step done');
    expect(boxes).toContain('~ Given up');
  });

  it('calls an end an end, and no step, in the table of what is marked', () => {
    const [was, is] = [before, edited(['journey.yaml', 'end: side, endsAs: "Words"', 'end: abandon'])].map((files) => loadWorkspaceFrom(files));
    const rendering = render(is!, 'change', { journey: 'ask', before: { workspace: was!, changes: diff(was!, is!) } });
    if ('problem' in rendering) throw new Error(rendering.problem);
    const rows = rendering.tables.find(({ title }) => title === 'Marks in the picture')!.rows;
    expect(rows.filter(([, which]) => which === 'Given up')).toEqual([['end', 'Given up', 'is different']]);
    expect(rows.map(([what]) => what)).toContain('step');
  });

  it('marks the one of two ways between the same steps that is taken otherwise, whatever their order', async () => {
    const ways = (...labels: readonly string[]): Files => edited(['journey.yaml', '{to: done, label: "Words", share: 0.5}]', `${labels.map((label) => `{to: done, label: ${label}, share: ${0.5 / labels.length}}`).join(', ')}]`]);
    const arrowsOf = (was: Files, is: Files): readonly string[] => {
      const [then, now] = [was, is].map((files) => loadWorkspaceFrom(files));
      const rendering = render(now!, 'change', { journey: 'ask', before: { workspace: then!, changes: diff(then!, now!) } });
      if ('problem' in rendering) throw new Error(rendering.problem);
      const { chart } = rendering.diagrams[0]!;
      return chart.type === 'flow' ? chart.edges.flatMap(({ mark, from, to, label }) => (mark === undefined ? [] : [`${mark} ${from} -> ${to}: ${withoutBidi(label ?? '')}`])) : [];
    };
    expect(arrowsOf(ways('rich'), ways('wealthy'))).toEqual(['changed wrap -> done: ~ wealthy, 50 %']);
    expect(arrowsOf(ways('rich', 'poor'), ways('poor', 'wealthy'))).toEqual(['changed wrap -> done: ~ wealthy, 25 %']);
    expect(arrowsOf(ways('rich', 'poor'), ways('poor', 'rich'))).toEqual([]);
    expect(arrowsOf(ways('rich'), ways('rich', 'poor')).filter((words) => !words.includes('rich'))).toEqual(['added wrap -> done: + poor, 25 %']);
  });

  it('marks a way of which something else is said than its label', () => {
    const said = (words: string): Files => edited(['journey.yaml', '{to: done, label: "Words", share: 0.5}]', `{to: done, label: rich, share: 0.5${words}}]`]);
    const arrowsOf = (was: string, is: string): readonly string[] => {
      const [then, now] = [was, is].map((words) => loadWorkspaceFrom(said(words)));
      const rendering = render(now!, 'change', { journey: 'ask', before: { workspace: then!, changes: diff(then!, now!) } });
      if ('problem' in rendering) throw new Error(rendering.problem);
      return rendering.tables.find(({ title }) => title === 'Marks in the picture')!.rows.filter(([what, , how]) => what === 'way' && how === 'is different').map(([, which, how]) => `${withoutBidi(which!)} ${how}`);
    };
    const marked = [expect.stringMatching(/^~? ?.* -> .*rich.* is different$/)];
    for (const words of [', when: Somebody has asked', ', repeats: 1', ', sla: part', ', sla: none, reason: The same system', ', hands: [photo]', ', outcome: success']) {
      expect([words, arrowsOf('', words)]).toEqual([words, marked]);
      expect([words, arrowsOf(words, '')]).toEqual([words, marked]);
      expect([words, arrowsOf(words, words)]).toEqual([words, []]);
    }
    expect(arrowsOf(', hands: [photo, address]', ', hands: [address, photo]')).toEqual([]);
  });

  it('marks no way for readers who may not know of all that is said of it', () => {
    const [was, is] = ['', ', sla: part'].map((words) => loadWorkspaceFrom(edited(['journey.yaml', '{to: done, label: "Words", share: 0.5}]', `{to: done, label: rich, share: 0.5${words}}]`], ['part.yaml', 'id: part', 'id: part\naccess: restricted'])));
    const isMarked = (subject: { readonly audience?: 'internal' | 'restricted' }): boolean => {
      const rendering = render(is!, 'change', { ...subject, journey: 'ask', before: { workspace: was!, changes: diff(was!, is!) } });
      if ('problem' in rendering) throw new Error(rendering.problem);
      return rendering.tables.some(({ rows }) => rows.some(([what, which, how]) => what === 'way' && which!.includes('rich') && how === 'is different'));
    };
    expect([isMarked({}), isMarked({ audience: 'restricted' }), isMarked({ audience: 'internal' })]).toEqual([true, true, false]);
  });

  it('marks no step for readers from whom all that differs in it is kept', () => {
    const versionOf = (words: string, access: string): Workspace => loadWorkspaceFrom(edited(['journey.yaml', 'lane: frontstage, actor: field,', `lane: frontstage, actor: field,${words}`], ['part.yaml', 'id: part', `id: part\naccess: ${access}`]));
    const isMarked = (words: string, access: string, audience: 'internal' | 'restricted'): boolean => {
      const [was, is] = [versionOf('', access), versionOf(words, access)];
      const rendering = render(is, 'change', { audience, journey: 'ask', before: { workspace: was, changes: diff(was, is) } });
      if ('problem' in rendering) throw new Error(rendering.problem);
      return rendering.tables.some(({ rows }) => rows.some(([what, , how]) => what === 'step' && how === 'is different'));
    };
    expect([isMarked(' sla: part,', 'restricted', 'restricted'), isMarked(' sla: part,', 'restricted', 'internal'), isMarked(' sla: part,', 'internal', 'internal'), isMarked(' description: Somebody comes by,', 'restricted', 'internal')]).toEqual([true, false, true, true]);
  });

  it.each([
    ['way', 'when: "Words"', 'when: {element: first}', 'when: {element: second}'],
    ['way', 'label: "Words"', 'label: ask first', 'label: ask second'],
    ['way', 'entry: "Words"', 'entry: from first', 'entry: from somewhere'],
    ['end', 'end: success, endsAs: "Words"', 'end: success, endsAs: somebody has it', 'end: success, endsAs: second has it'],
  ])('marks no %s for readers who may not know what it said or says in place of %s', (sort, from, ...texts) => {
    const catalog = 'apiVersion: waymark/v1\nkind: DataCatalog\nid: secrets\ntitle: Secrets\nversion: 1.0.0\nstatus: active\nowner: desk\naccess: restricted\nelements: [{id: first, title: First}, {id: second, title: Second}]\n';
    const [was, is] = texts.map((text) => loadWorkspaceFrom({ ...edited(['journey.yaml', from, text.replace(/(?<=element: \w+)/, ', op: eq, value: 1')]), 'catalog.yaml': catalog }));
    const isMarked = (audience: 'internal' | 'restricted'): boolean => {
      const rendering = render(is!, 'change', { audience, journey: 'ask', before: { workspace: was!, changes: diff(was!, is!) } });
      if ('problem' in rendering) throw new Error(rendering.problem);
      return rendering.tables.find(({ title }) => title === 'Marks in the picture')!.rows.some(([what, , how]) => what === sort && how === 'is different');
    };
    expect([isMarked('restricted'), isMarked('internal')]).toEqual([true, false]);
  });

  it('marks a promise that is new and cannot be kept, or is not proved, as such', () => {
    const marksOf = (part: string): readonly (string | undefined)[] => {
      const after = edited(['part.yaml', 'within: 9h', part]);
      const [was, is] = [{ ...after, 'journey.yaml': after['journey.yaml']!.replace('slas: [answer]\n', '') }, after].map((files) => loadWorkspaceFrom(files));
      const rendering = render(is!, 'change', { journey: 'ask', before: { workspace: was!, changes: diff(was!, is!) } });
      if ('problem' in rendering) throw new Error(rendering.problem);
      const { chart } = rendering.diagrams[0]!;
      return chart.type === 'flow' ? chart.nodes.filter(({ role }) => role === 'measure').map(({ mark }) => mark) : [];
    };
    expect([marksOf('within: 9h'), marksOf('within: 11h'), marksOf('within: 9h, percent: 90')]).toEqual([['added'], ['broken'], ['unproved']]);
  });

  it('tells what was promised before and what is promised after, each in its own column', () => {
    const [was, is] = [before, edited(['part.yaml', 'within: 9h', 'within: 11h'])].map((files) => loadWorkspaceFrom(files));
    const tableOf = (then: Workspace, now: Workspace): readonly (readonly string[])[] => {
      const rendering = render(now, 'change', { journey: 'ask', before: { workspace: then, changes: diff(then, now) } });
      if ('problem' in rendering) throw new Error(rendering.problem);
      return rendering.tables.find(({ title }) => title === 'Promises that moved')!.rows.map((row) => row.map(withoutBidi));
    };
    const forth = tableOf(was!, is!);
    expect(forth).toEqual([[expect.any(String), expect.stringMatching(/^proved: /), expect.stringMatching(/^violated: /), '']]);
    expect(tableOf(is!, was!).map(([name, then, now]) => [name, now, then])).toEqual(forth.map((row) => row.slice(0, 3)));
  });
});

describe('the picture of a change of a journey made at random', () => {
  const seeds = Array.from({ length: Math.ceil(40 * more) }, (_, index) => seed + index);

  it('marks the steps and ways that came and went, no others so, and the step that is called otherwise', async () => {
    let changed = 0;
    for (const each of seeds) {
      const files = toYaml(randomCase(each));
      const both = [loadWorkspaceFrom(files), loadWorkspaceFrom({ ...files, 'journey.yaml': withEdits(files['journey.yaml']!, each) })];
      const [was, is] = (each % 2 === 0 ? both : both.toReversed()) as [Workspace, Workspace];
      const { id } = was.journeys[0]!;
      const rendering = render(is, 'change', { journey: id, before: { workspace: was, changes: diff(was, is) } });
      if ('problem' in rendering) throw new Error(rendering.problem);
      const picture = await understood(rendering.diagrams.map(({ text }) => text).join(''));
      const [then, now] = [was, is].map(plainParts);
      const { boxes, arrows } = signed(picture);
      const [came, went] = [now!.steps.filter((title) => !then!.ids.has(now!.idOf(title))), then!.steps.filter((title) => !now!.ids.has(then!.idOf(title)))];
      expect({ each, boxes: boxes.filter((label) => /^[+−] (?:Step|Beside)/.test(label)) }).toEqual({ each, boxes: [...came.map((title) => `+ ${title}`), ...went.map((title) => `− ${title}`)].sort() });
      const renamed = now!.steps.filter((title) => !came.includes(title) && then!.title(now!.idOf(title)) !== title);
      for (const title of renamed) expect({ each, title, marked: boxes.some((label) => /^[~!?] /.test(label) && label.endsWith(title)) }).toEqual({ each, title, marked: true });
      expect({ each, arrows: arrows.filter((words) => /^[+−] .* -> (?:Step|Beside)/.test(words) && !words.includes(' Start ->')) }).toEqual({ each, arrows: [...without(now!.ways, then!.ways).map((way) => `+ ${now!.named(way)}`), ...without(then!.ways, now!.ways).map((way) => `− ${way.split(' > ').map((step) => (now!.ids.has(step) ? now! : then!).title(step)).join(' -> ')}`)].sort() });
      changed += came.length + went.length + renamed.length;
    }
    expect(changed).toBeGreaterThan(seeds.length);
  });
});

/** One step is called otherwise, and a step comes before it. */
function withEdits(journey: string, each: number): string {
  const lines = journey.split('\n');
  const plain = lines.flatMap((line, index) => (/\{id: (\w+), title: Step \1, lane: backstage/.test(line) ? [index] : []));
  const at = plain[each % plain.length]!;
  const renamed = lines.map((line, index) => (index === at ? line.replace(/title: [^,}]*/, '$& anew') : line));
  return [...renamed.slice(0, at), '      - {id: new, title: Step new, lane: customer}', ...renamed.slice(at)].join('\n');
}

interface PlainParts {
  readonly ids: ReadonlySet<string>;
  readonly steps: readonly string[];
  readonly ways: readonly string[];
  idOf(title: string): string;
  title(id: string): string;
  named(way: string): string;
}

/** Steps and ways of a journey as its document has them. */
function plainParts({ journeys }: Workspace): PlainParts {
  const { value } = journeys[0]!.spec;
  const steps = plainSteps(value);
  const title = (id: string): string => steps.find((step) => step.id === id)!.title;
  return { ids: new Set(steps.map(({ id }) => id)), steps: steps.map((step) => step.title), ways: plainWays(value, (id) => id).map(({ from, to }) => `${from.id} > ${to.id}`), idOf: (name) => steps.find((step) => step.title === name)!.id, title, named: (way) => way.split(' > ').map(title).join(' -> ') };
}

/** What is in a list more often than in another. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return list.filter((each) => (left.includes(each) ? (left.splice(left.indexOf(each), 1), false) : true));
}

describe('steps, stages and states that are called like parts of a picture', () => {
  const odd = (files: Files): Files => ({ ...files, 'journey.yaml': files['journey.yaml']!.replaceAll('{id: start,', '{id: begin,').replace('- id: before\n    title: "Words"', '- id: promises\n    title: Making').replaceAll('code: got', 'code: start').replaceAll('[got]', '[start]').replaceAll('[over]', '[end]'), 'glossary.yaml': files['glossary.yaml']!.replace('{code: got, preferred: "Words"}', '{code: start, preferred: Begun}').replace('{code: over, preferred: "Words"}', '{code: end, preferred: Ended}') });

  it.each(['flow', 'blueprint', 'change', 'lifecycle'])('%s keeps them apart', async (view) => {
    const workspace = loadWorkspaceFrom(odd(before));
    expect(workspace.documents.flatMap(({ problems }) => problems)).toEqual([]);
    const rendering = render(workspace, view, { journey: 'ask' });
    if ('problem' in rendering) throw new Error(rendering.problem);
    const { things, links, groups } = await understood(rendering.diagrams[0]!.text);
    const labels = things.map(({ label }) => label);
    expect(new Set(things.map(({ name }) => name)).size).toBe(things.length);
    expect(links.every(({ from, to }) => from !== to)).toBe(true);
    if (view === 'lifecycle') expect([labels.includes('Begun'), labels.includes('Ended'), links.length]).toEqual([true, true, 4]);
    else expect([labels.includes('Start'), labels.includes('Step start'), new Set(groups.map(({ label }) => label)).size]).toEqual([true, true, groups.length]);
  });
});
