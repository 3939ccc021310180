import { parseAllDocuments, stringify } from 'yaml';
import { isObject, type Path } from '../../src/base/json.js';
import { scalars } from '../../src/schema/generated/language-table.js';
import { placeAt } from '../../src/schema/type-at.js';
import { cut } from './hostile-texts.js';

type Files = { readonly [path: string]: string };

/** Sorts of values in which people write what they like; nothing computes with them. */
const free: ReadonlySet<string> = new Set(['Title', 'Prose', 'ConditionText', 'Obligation', 'Word', 'PreferredWord', 'FeelingWord', 'PlanWord', 'LabelText', 'ProofKind', 'ProhibitedAttribute']);

/** The same documents with every text for people replaced, cut to what its field takes. Which fields those are, the language knows. */
export function withTexts(files: Files, textOf: (index: number) => string): Files {
  let index = 0;
  const replaced = (kind: string, root: unknown, value: unknown, path: Path): unknown => {
    if (Array.isArray(value)) return value.map((each, place) => replaced(kind, root, each, [...path, place]));
    if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaced(kind, root, each, [...path, name])]));
    const most = typeof value === 'string' ? mostCharacters(kind, root, path) : undefined;
    return most === undefined ? value : cut(textOf(index++), most);
  };
  const inFile = (text: string): string => parseAllDocuments(text).map((document) => {
    const root = document.toJS() as { readonly kind: string };
    return stringify(replaced(root.kind, root, root, []), { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' });
  }).join('---\n');
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, inFile(text)]));
}

/** How much a field for free words takes; `undefined` for any other. */
function mostCharacters(kind: string, root: unknown, path: Path): number | undefined {
  const type = placeAt(kind, root, path)?.type;
  return type?.type === 'scalar' && free.has(type.name) ? scalars[type.name]!.form.maxLength : undefined;
}
