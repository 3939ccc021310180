import { beforeAll, describe, expect, it } from 'vitest';
import { fieldOf, type JsonObject, type JsonValue } from '../../src/base/json.js';
import { coordinateOf, documentPartOf, type Spec } from '../../src/model/spec.js';
import { generateWith, type Generation } from '../../src/generate/generate.js';
import { resolveOptions } from '../../src/generate/options.js';
import { provenanceOf, type Provenance } from '../../src/generate/provenance.js';
import type { Target } from '../../src/generate/target.js';
import { targets } from '../../src/generate/targets/index.js';
import type { Workspace } from '../../src/model/workspace.js';
import { languageTable } from '../../src/schema/generated/language-table.js';
import { editedWorkspaces, fieldEdits, fieldsAround, fullDocuments, workspaceWith, type FieldEdit } from './full-workspace.js';

const documents = fullDocuments();
const edits = fieldEdits(documents);

/** All of them, or those that somebody works on. */
const tried = targets.filter(({ id }) => (process.env['WAYMARK_TARGETS'] ?? id).split(',').includes(id));

/** A digest tells every change by itself; what a file says of its sources besides is names. */
function withoutDigests(target: Target): (sources: readonly Spec[]) => Provenance {
  return (sources) => {
    const { sources: named, lines } = provenanceOf(target.id, sources);
    return { sources: named, digest: 'sha256:0', lines: lines.filter((line) => !line.startsWith('Digest')) };
  };
}

async function run(target: Target, workspace: Workspace): Promise<Generation> {
  const resolved = resolveOptions(target, {});
  if ('problems' in resolved) throw new Error(JSON.stringify(resolved.problems));
  const generation = await generateWith(workspace, target, resolved.options, withoutDigests(target));
  if ('problems' in generation) throw new Error(generation.problems.join());
  return generation;
}

/** Where losses tell of an edited field. What stands at the head of a Directory holds for all that it declares, and each of these is a document to them. */
interface ToldAt {
  readonly subjects: readonly string[];
  readonly field: string;
}

const entryKinds: { readonly [list: string]: string } = { teams: 'team', systems: 'system', personas: 'persona', calendars: 'calendar' };

function placeOf({ before: { kind, value }, path }: FieldEdit): ToldAt {
  const names = path.filter((part) => typeof part === 'string');
  if (kind !== 'Directory') return { subjects: [coordinateOf(kind, String(value['id']))], field: names.join('.') };
  const isOwn = (entry: JsonValue): boolean => fieldOf(entry, names[0]!) !== undefined;
  const entries = Object.entries(entryKinds).flatMap(([list, entry]) => Object.entries((value[list] ?? {}) as JsonObject).flatMap(([id, said]) => (isOwn(said) ? [] : [`${entry}:${id}`])));
  const entry = entryKinds[names[0]!];
  if (entry !== undefined) return { subjects: [`${entry}:${names[1]}`], field: names.slice(2).join('.') };
  return { subjects: inherited.has(names[0]!) ? entries : ['directory:example'], field: names.join('.') };
}

const inherited = new Set(['version', 'status', 'effective', 'owner']);

function isLost(generation: Generation, { subjects, field }: ToldAt): boolean {
  return subjects.every((subject) => generation.losses.some((loss) => documentPartOf(loss.subject) === subject && (loss.field === '' || loss.field === field || field.startsWith(`${loss.field}.`))));
}

function filesOf({ files }: Generation): string {
  return JSON.stringify(files.map(({ path, content }) => [path, content]));
}

/** What is wrong with each target, by its id. Every edit is read once for all of them. */
async function faults(): Promise<ReadonlyMap<string, readonly string[]>> {
  const [standard, edited] = [workspaceWith(documents), editedWorkspaces(documents)];
  const before = new Map(await Promise.all(tried.map(async (target) => [target.id, await run(target, standard)] as const)));
  const found = new Map(tried.map(({ id }) => [id, new Set<string>()]));
  for (const edit of edits) {
    const workspace = edited(edit);
    for (const target of tried) {
      const fault = faultOf(edit, before.get(target.id)!, await run(target, workspace));
      if (fault !== undefined) found.get(target.id)!.add(fault);
    }
  }
  return new Map([...found].map(([id, list]) => [id, [...list]]));
}

function faultOf(edit: FieldEdit, before: Generation, after: Generation): string | undefined {
  const place = placeOf(edit);
  const isCarried = filesOf(before) !== filesOf(after);
  const isTold = isLost(before, place) && isLost(after, place);
  return isCarried === isTold ? `${edit.field} (${place.subjects[0]} ${place.field}) is ${isCarried ? 'carried and told as lost' : 'neither carried nor told as lost'}` : undefined;
}

/** Fields that nothing else could be written in: what makes a document another one, words that have no other, and alternatives of those that are tried. */
const untried = [
  /\.(?:apiVersion|kind|id)$/,
  /^Workspace\.(?:members|ignore|imports|policy)$|^Import\.|^OverlayOperation\.|^Journey\.(?:extends|overlay)$|^Calendar\.extends$/,
  /^(?:Step\.moment|SlaTarget\.each|Volume\.each|QualityCheck\.onFail|Quote\.by|Feeling\.as|Measure\.by|RegulatedDemand\.record)$/,
  /^(?:Cohort|DiffFormula|ScoreShare|StepVisits|TouchTime|PrecededBy|PromiseCondition|Quantity|Percentile|Formula|Predicate|ConditionOnElement|ComparisonWith)\./,
  /^(?:Loss\.team|Meanwhile\.event)$/,
];

describe('each field of the language', () => {
  let found: ReadonlyMap<string, readonly string[]>;

  beforeAll(async () => {
    found = await faults();
  }, 900_000);

  it('is tried, but for a few', () => {
    const written = new Set(edits.flatMap(({ before, path }) => fieldsAround(before, path)));
    const all = Object.entries(languageTable.shapes).flatMap(([shape, fields]) => Object.keys(fields).map((field) => `${shape}.${field}`));
    expect(all.filter((field) => !written.has(field) && !untried.some((pattern) => pattern.test(field)))).toEqual([]);
  });

  it.each(tried.map(({ id }) => id))('is carried by %s or told as lost, and never both', (id) => {
    expect(found.get(id)).toEqual([]);
  });
});
