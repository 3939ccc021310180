import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { render } from '../../src/render/render.js';
import { views } from '../../src/render/views/index.js';
import { commandTexts, cut, hiddenTexts, hostileTexts } from '../support/hostile-texts.js';
import { withTexts } from '../support/with-texts.js';
import { drawnWorkspace } from './support/drawn-workspace.js';
import { understood, type Understood } from './support/real-mermaid.js';

const benignText = 'Benign words';
const benignFiles = drawnWorkspace(benignText);

/** What a title takes; every label that is compared is one. */
const longestTitle = 120;

/** Of a longer label the rest may give way to dots. */
const beforeCut = 79;

async function pictures(text: string): Promise<{ readonly [view: string]: readonly Understood[] } | 'refused'> {
  const workspace = loadWorkspaceFrom(withTexts(benignFiles, () => text));
  if (workspace.documents.some(({ problems }) => problems.length > 0)) return 'refused';
  const drawn = views.map(async ({ id }) => {
    const rendering = render(workspace, id, { journey: 'ask' });
    if ('problem' in rendering) throw new Error(rendering.problem);
    return [id, await Promise.all(rendering.diagrams.map((diagram) => understood(diagram.text)))] as const;
  });
  return Object.fromEntries(await Promise.all(drawn));
}

/** What an eye sees: white space is one space, what nobody can see is nothing, and look-alikes are what they look like. */
function seen(label: string): string {
  const plain = label.replace(/[\s\u2060]+/gu, (found) => (found.includes('\u2060') ? '' : ' ')).trim();
  return plain.replace(/[\uff03\u037e\u201a\u2236\uff5b\uff5d]/g, (character) => ({ '\uff03': '#', '\u037e': ';', '\u201a': ',', '\u2236': ':', '\uff5b': '{', '\uff5d': '}' })[character]!);
}

/** Everything that is pictured, with labels as an eye sees them. Of what a way or a message says, the part that is drawn whole. */
function shapeOf(pictured: readonly Understood[], inWords: (label: string) => string): unknown {
  return pictured.map(({ type, title, accTitle, things, links, groups }) => ({
    type,
    title: inWords(title),
    accTitle: inWords(accTitle),
    things: things.map(({ label, actors, detail: _, ...rest }) => ({ ...rest, label: inWords(label), actors: actors?.map(inWords) })),
    links: links.map(({ from, to, isDotted, label, detail }) => [from, to, isDotted, inWords([label, detail ?? ''].join(' ')).slice(0, beforeCut - 1)]),
    groups: groups.map(({ label, things: inside }) => [inWords(label), inside]),
  }));
}

describe('whatever somebody writes into a field', () => {
  const benign = pictures(benignText);

  it('the small workspace has something to show in every view but the table', async () => {
    const drawn = await benign;
    if (drawn === 'refused') throw new Error('the small workspace has mistakes');
    expect(Object.entries(drawn).filter(([, list]) => list.length === 0).map(([id]) => id)).toEqual(['raci']);
    expect(hostileTexts.length).toBeGreaterThan(200);
  });

  it.each([...hostileTexts, ...commandTexts].map((text) => ({ name: JSON.stringify(cut(text, 60)), text })))('$name is read as these words, and nothing else is added or lost', async ({ text }) => {
    const [usual, drawn] = [await benign, await pictures(text)];
    if (drawn === 'refused' || usual === 'refused') throw new Error('the text is refused before it is drawn');
    const inPicture = (label: string): string => (text.length > beforeCut ? cut(seen(label), beforeCut) : seen(label));
    const asUsual = (label: string): string => inPicture(label.replaceAll(benignText, () => cut(text, longestTitle)));
    for (const { id } of views) expect({ id, shape: shapeOf(drawn[id]!, inPicture) }).toEqual({ id, shape: shapeOf(usual[id]!, asUsual) });
  });

  it.each(hiddenTexts)('%j is never drawn: a document that holds it is refused', async (text) => {
    expect(await pictures(text)).toBe('refused');
  });

  it('the longest text is cut in a picture and stands whole in the table', async () => {
    const long = `${'long '.repeat(300)}end`;
    const workspace = loadWorkspaceFrom(drawnWorkspace('Benign words'));
    expect(workspace.documents.every(({ problems }) => problems.length === 0)).toBe(true);
    const files = { ...drawnWorkspace('Benign words'), 'journey.yaml': drawnWorkspace('Benign words')['journey.yaml']!.replace('when: "Benign words", share', `when: ${JSON.stringify(long)}, share`) };
    const rendering = render(loadWorkspaceFrom(files), 'flow', { journey: 'ask' });
    if ('problem' in rendering) throw new Error(rendering.problem);
    const [picture] = await Promise.all(rendering.diagrams.map(({ text }) => understood(text)));
    expect(Math.max(...picture!.links.map(({ label }) => label.length))).toBe(80);
    expect(rendering.tables.flatMap(({ rows }) => rows.flat()).some((cell) => cell.includes(long))).toBe(true);
  });
});
