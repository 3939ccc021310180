import fc from 'fast-check';
import { isArray, isObject, withValueAt, type JsonArray, type JsonObject, type JsonValue, type Path } from '../../src/base/json.js';
import { exampleFiles } from '../../src/diff/example-files.js';
import { workspaceOf } from '../../src/diff/example-workspace.js';
import { complaintsAbout } from '../../src/load/check-schema.js';
import type { Workspace } from '../../src/model/workspace.js';
import type { KindName } from '../../src/schema/generated/language-table.js';
import { nameOf } from '../../src/schema/names.js';
import { placeAt } from '../../src/schema/type-at.js';
import { others, pathsIn } from './full-documents.js';

/** Documents of a workspace as values: a version of it is made by editing them. */
export type Documents = readonly JsonObject[];

/** The documents of the example, in which everything is in force. */
export const exampleDocuments: Documents = workspaceOf(exampleFiles).documents.map(({ value }) => value as JsonObject);

/** The workspace of some documents. */
export function workspaceWith(documents: Documents): Workspace {
  return workspaceOf(Object.fromEntries(documents.map((value, index) => [value['kind'] === 'Workspace' ? 'waymark.yaml' : `d${index}.yaml`, JSON.stringify(value)])));
}

/** One edit, as numbers: the same numbers make the same edit, and smaller ones a simpler one. */
export interface Draw {
  readonly document: number;
  readonly deed: 'remove' | 'change' | 'double' | 'reverse' | 'move-step' | 'rename-step' | 'new-step' | 'copy';
  readonly at: number;
  readonly to: number;
}

export const draws: fc.Arbitrary<Draw> = fc.record({
  document: fc.nat(1000),
  deed: fc.constantFrom<Draw['deed'][]>('remove', 'change', 'change', 'double', 'reverse', 'move-step', 'rename-step', 'new-step', 'copy'),
  at: fc.nat(10_000),
  to: fc.nat(10_000),
});

/** The documents after some edits; one that makes a form unsound is not done. */
export function edited(documents: Documents, list: readonly Draw[]): Documents {
  return list.reduce((current, draw) => {
    const index = draw.document % current.length;
    const value = editedDocument(current[index]!, draw);
    return value === undefined || !isSound(value) ? current : current.with(index, value);
  }, documents);
}

function isSound(value: JsonObject): boolean {
  return complaintsAbout({ kind: value['kind'] as KindName, value }).length === 0 && pathsIn(value).every((path) => hasEachOnce(at(value, path)));
}

/** Of two entries of one name nobody can say which is which; rules tell of them. */
function hasEachOnce(list: JsonValue): boolean {
  const names = isArray(list) ? list.map((entry) => (isObject(entry) && 'within' in entry ? JSON.stringify([entry['tier'], entry['persona'], entry['region']]) : (nameOf(entry) ?? JSON.stringify(entry)))) : [];
  return new Set(names).size === names.length;
}

/** What says which document it is, or whether it holds: life is drawn by itself. */
const fixed: ReadonlySet<unknown> = new Set(['apiVersion', 'kind', 'id', 'status', 'aliases', 'version']);

function editedDocument(document: JsonObject, draw: Draw): JsonObject | undefined {
  if (draw.deed === 'move-step' || draw.deed === 'rename-step' || draw.deed === 'new-step') return editedSteps(document, draw);
  const paths = pathsIn(document).slice(1).filter((path) => !fixed.has(path[0]) && path.at(-1) !== 'id' && path.at(-1) !== 'aliases');
  const path = paths[draw.at % paths.length]!;
  const value = at(document, path);
  if (draw.deed === 'remove') return withValueAt(document, path, undefined) as JsonObject;
  if (draw.deed === 'reverse') return isArray(value) && path.at(-1) !== 'next' ? (withValueAt(document, path, value.toReversed()) as JsonObject) : undefined;
  if (draw.deed === 'double') return isArray(value) && isObject(value[0]) && typeof value[0]['id'] === 'string' && path.at(-1) !== 'steps' && path.at(-1) !== 'stages' ? (withValueAt(document, path, [...value, { ...value[0], id: `copy-${draw.to % 100}` }]) as JsonObject) : undefined;
  const choices = draw.deed === 'copy' ? siblingsOf(document, path) : isArray(value) || isObject(value) ? [] : others(placeAt(document['kind'] as string, document, path)?.type, value);
  return choices.length === 0 ? undefined : (withValueAt(document, path, choices[draw.to % choices.length]!) as JsonObject);
}

function at(root: JsonValue, path: Path): JsonValue {
  return path.reduce<JsonValue>((value, key) => (value as { readonly [key: string]: JsonValue })[key]!, root);
}

/** Values of fields of the same name elsewhere in the document. */
function siblingsOf(document: JsonObject, path: Path): readonly JsonValue[] {
  const name = path.at(-1);
  return typeof name !== 'string' || name === 'stages' || name === 'steps' ? [] : pathsIn(document).filter((each) => each.at(-1) === name).map((each) => at(document, each));
}

interface Staged {
  readonly stages: readonly { readonly steps: readonly JsonObject[] }[];
}

/** Steps come, go to other stages and get other names; who named them by their old name follows. */
function editedSteps(document: JsonObject, { deed, at: from, to }: Draw): JsonObject | undefined {
  const stages = (document as unknown as Partial<Staged>).stages;
  if (stages === undefined) return undefined;
  const [source, target] = [from % stages.length, to % stages.length];
  const steps = stages[source]!.steps;
  const step = steps[Math.floor(from / stages.length) % steps.length]!;
  const withSteps = (change: (steps: readonly JsonObject[], stage: number) => readonly JsonObject[]): JsonObject => ({ ...document, stages: stages.map((stage, index) => ({ ...stage, steps: change(stage.steps, index) })) as unknown as JsonArray });
  const insert = (into: readonly JsonObject[], added: JsonObject): readonly JsonObject[] => into.toSpliced(Math.floor(to / stages.length) % (into.length + 1), 0, added);
  if (deed === 'new-step') return hasStep(stages, `new-${to % 10}`) ? undefined : withSteps((list, stage) => (stage === target ? insert(list, { id: `new-${to % 10}`, title: 'New', lane: 'backstage' }) : list));
  if (deed === 'rename-step') return 'aliases' in step ? undefined : renamed(document, String(step['id']), `${String(step['id'])}-now`);
  if (steps.length < 2) return undefined;
  return withSteps((list, stage) => {
    const rest = list.filter((each) => each !== step);
    return stage === target ? insert(rest, step) : rest;
  });
}

function hasStep(stages: Staged['stages'], id: string): boolean {
  return stages.some(({ steps }) => steps.some((step) => step['id'] === id));
}

function renamed(value: JsonValue, from: string, to: string): JsonObject {
  const inside = (each: JsonValue): JsonValue => {
    if (isArray(each)) return each.map(inside);
    if (!isObject(each)) return each === from ? to : each;
    const copy = Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, key === 'title' || key === 'text' ? inner : inside(inner)]));
    return each['id'] === from && 'lane' in each ? { ...copy, aliases: [from] } : copy;
  };
  return inside(value) as JsonObject;
}
