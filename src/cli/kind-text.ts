import type { ChangeExample, ChangeKind, WrittenKind } from '../diff/change-kind.js';
import type { Deed } from '../diff/difference.js';
import { kindOf } from '../diff/kind-of.js';
import { slowerWords, weightOf } from '../diff/kind-words.js';
import { writtenKinds } from '../diff/kinds/index.js';
import { changeTable } from '../schema/generated/change-table.js';
import { languageTable } from '../schema/generated/language-table.js';
import { showEdits } from './rule-text.js';

const deeds: readonly Deed[] = ['added', 'removed', 'changed', 'tightened', 'loosened', 'reordered'];

/** A kind of change as a person reads it on a terminal; those written by hand have an example. `undefined` where there is none of that name. */
export function explainKind(name: string): string | undefined {
  const written = writtenKinds.find(({ id }) => id === name);
  if (written !== undefined) return [...headOf(written), ...exampleOf('Like this:', written.example), ...slowerOf(written), ''].join('\n');
  const derived = derivedKindNamed(name);
  return derived === undefined ? undefined : [...headOf(derived), ''].join('\n');
}

function derivedKindNamed(name: string): ChangeKind | undefined {
  for (const kind of derivedKinds()) if (kind.id === name) return kind;
  return undefined;
}

/** The kinds that fields have by themselves. What a field means may follow from its document as well: the first one that has it speaks. */
function* derivedKinds(): Generator<ChangeKind> {
  for (const [shape, fields] of Object.entries(changeTable)) {
    const document = languageTable.kinds.find((kind) => kind === shape) ?? languageTable.kinds[0]!;
    for (const field of Object.keys(fields)) yield* deeds.map((deed) => kindOf({ shape, field, deed }, document));
  }
}

/** The names of all kinds, those written by hand first. */
export function kindNames(): ReadonlySet<string> {
  return new Set([...writtenKinds, ...derivedKinds()].map(({ id }) => id));
}

function headOf(kind: ChangeKind): readonly string[] {
  return [
    kind.id,
    '',
    `Why: ${kind.rationale}`,
    weightOf(kind),
    'Told by `waymark diff`. Where it stands may make it weigh more.',
  ];
}

function slowerOf({ whereSlower }: WrittenKind): readonly string[] {
  return whereSlower === undefined ? [] : exampleOf(slowerWords(whereSlower), whereSlower.example);
}

function exampleOf(title: string, example: ChangeExample): readonly string[] {
  return ['', title, ...showEdits(example.edits, () => 'changed'), `  -> ${example.message}`];
}
