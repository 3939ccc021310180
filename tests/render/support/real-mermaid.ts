import DOMPurify from 'dompurify';
import type { Mermaid } from 'mermaid';
import { withoutIsolates } from '../../../src/base/bidi.js';

/**
 * What the real Mermaid understood, in words of ours: accepting a text proves little, because it accepts labels that add boxes and tasks
 * whose fields have shifted.
 */
export interface Understood {
  readonly type: string;
  readonly title: string;
  readonly accTitle: string;
  readonly accDescription: string;
  /** Boxes, participants, states, tasks or bars, by the name that Mermaid has for them. */
  readonly things: readonly Thing[];
  readonly links: readonly Link[];
  /** Frames and sections, with what is in them. */
  readonly groups: readonly { readonly label: string; readonly things: readonly string[] }[];
}

export interface Thing {
  readonly name: string;
  readonly label: string;
  /** The second line of a box. */
  readonly detail?: string;
  readonly shape?: string;
  readonly score?: number;
  readonly actors?: readonly string[];
  /** In milliseconds from zero. */
  readonly from?: number;
  readonly to?: number;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** Further lines below it. */
  readonly detail?: string;
  readonly isDotted: boolean;
}

/** Outside a browser Mermaid has no document to clean labels in; cleaning them is not what these tests are about. */
Object.assign(DOMPurify, { addHook: () => undefined, removeHook: () => undefined, sanitize: (text: string) => text });

const mermaid = (await import('mermaid')).default as Mermaid;
mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });

let last: Promise<unknown> = Promise.resolve();

/** Reads a diagram with the parser that hosts have, and tells what it holds. One after the other: some databases are shared by all texts. */
export function understood(text: string): Promise<Understood> {
  const read = last.then(() => readOne(text));
  last = read.catch(() => undefined);
  return read;
}

async function readOne(text: string): Promise<Understood> {
  const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const read = readers[type];
  if (read === undefined) throw new Error(`Mermaid took the text for a diagram of type ${type}`);
  // oxlint-disable-next-line typescript/no-explicit-any -- Mermaid does not publish the types of its databases
  const any = db as any;
  return { type, title: decoded(any.getDiagramTitle?.() ?? ''), accTitle: decoded(any.getAccTitle()), accDescription: decoded(any.getAccDescription()), ...read(any) };
}

/** As Mermaid does it before it draws: its own spelling of entities, then the entities; without what keeps a text in one piece or a number beside its unit, which nobody sees. */
export function decoded(text: string): string {
  const entities = text.replaceAll('\ufb02\u00b0\u00b0', '&#').replaceAll('\ufb02\u00b0', '&').replaceAll('\u00b6\u00df', ';');
  return withoutIsolates(entities.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))).replaceAll('\u00a0', ' ').trim();
}

/** A line break of ours stands before entities are read; one of an author is an entity. */
function inLines(text: string): Pick<Thing, 'label' | 'detail'> {
  const [label = '', ...details] = text.split('<br>');
  return { label: decoded(label), ...(details.length === 0 ? {} : { detail: decoded(details.join(' ')) }) };
}

type Read = Pick<Understood, 'things' | 'links' | 'groups'>;

// oxlint-disable typescript/no-explicit-any -- the same
const readers: { readonly [type: string]: (db: any) => Read } = {
  'flowchart-v2': (db) => ({
    things: [...db.getVertices().values()].map(({ id, text, type }: any) => ({ name: id, ...inLines(withoutWaysBack(text ?? id)), shape: type })),
    links: drawnArrows(db).map(({ start, end, text, stroke }: any) => ({ from: start, to: end, label: decoded(text ?? ''), isDotted: stroke === 'dotted' })),
    groups: db.getSubGraphs().map(({ title, nodes }: any) => ({ label: decoded(title), things: nodes })),
  }),
  journey: (db) => {
    // It adds its tasks to the list again each time that it is asked for them.
    const tasks: readonly any[] = db.getTasks();
    return {
      things: tasks.map(({ task, score, people }, index) => ({ name: String(index), label: decoded(task), score, actors: people.map(decoded) })),
      links: [],
      groups: grouped(tasks.map(({ section }, index) => [decoded(section), String(index)])),
    };
  },
  sequence: (db) => ({
    things: [...db.getActors().values()].map(({ name, description, type }: any) => ({ name, label: decoded(description), shape: type })),
    links: db.getMessages().map(({ from, to, message, type }: any) => ({ from, to, ...inLines(message), isDotted: type === 1 })),
    groups: [],
  }),
  gantt: (db) => ({
    things: db.getTasks().map(({ id, task, startTime, endTime }: any) => ({ name: id, label: decoded(task), from: startTime.getTime(), to: endTime.getTime() })),
    links: [],
    groups: grouped(db.getTasks().map(({ section, id }: any) => [decoded(section.replaceAll('<br>', ' ')), id])),
  }),
  stateDiagram: (db) => ({
    things: [...db.getStates().values()].map(({ id, descriptions }: any) => ({ name: id, label: decoded(descriptions.join(' ')) })),
    links: db.getRelations().map(({ id1, id2, relationTitle }: any) => ({ from: id1, to: id2, label: decoded(relationTitle ?? ''), isDotted: false })),
    groups: [],
  }),
};

/** Lines that keep boxes apart are not seen. What an arrow back to its own box says stands in the box, in the order of these arrows. */
function drawnArrows(db: any): readonly any[] {
  const seen = db.getEdges().filter(({ stroke }: any) => stroke !== 'invisible');
  const back = (name: string): readonly any[] => seen.filter(({ start, end }: any) => start === name && end === name);
  const said = (name: string): readonly string[] => [...db.getVertices().get(name).text.matchAll(wayBack)].map(([, words]) => words!);
  return seen.map((edge: any) => (edge.start === edge.end ? { ...edge, text: said(edge.start)[back(edge.start).indexOf(edge)] ?? edge.text } : edge));
}

const wayBack = /<br>again[^A-Za-z0-9 ]+58[^A-Za-z0-9 ]+ ([^<]*)/g;

function withoutWaysBack(text: string): string {
  return text.replaceAll(wayBack, '');
}
// oxlint-enable typescript/no-explicit-any

function grouped(pairs: readonly (readonly [string, string])[]): Read['groups'] {
  const groups: { label: string; things: string[] }[] = [];
  for (const [label, thing] of pairs) {
    if (groups.at(-1)?.label !== label) groups.push({ label, things: [] });
    groups.at(-1)!.things.push(thing);
  }
  return groups;
}
