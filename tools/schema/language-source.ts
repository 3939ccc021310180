import { meanings, type MeaningName } from '../../src/schema/meanings.js';
import type { Declared } from './declared.js';

const notice = '// Written by `npm run generate` from src/schema/kinds. Do not edit.\n';

/** The runtime table of the language: types, requirements, defaults and the meaning of changes. */
export function languageSource(declared: Declared): string {
  const { kinds, shapes } = declared.language;
  const scalars = [...declared.scalars].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { code, description, example, json }]) => `  ${name}: ${JSON.stringify({ code, description, example: String(example), form: json })},`);
  const lines = Object.entries(shapes).map(([name, shape]) => {
    const fields = Object.entries(shape).map(([key, field]) => `      ${key}: ${JSON.stringify({ ...field, change: undefined })},`);
    return `    ${name}: {\n${fields.join('\n')}\n    },`;
  });
  return `${notice}import type { Language, ScalarEntry } from '../language.js';

/** Each sort of single value. */
export const scalars: { readonly [name: string]: ScalarEntry } = {
${scalars.join('\n')}
};

export const languageTable: Language = {
  kinds: ${JSON.stringify(kinds)},
  shapes: {
${lines.join('\n')}
  },
};

/** The name of a kind of document. */
export type KindName = ${kinds.map((kind) => `'${kind}'`).join(' | ')};
`;
}

/** What a change to each field means, apart from the table that every command loads. */
export function changeSource(declared: Declared): string {
  const shapes = Object.entries(declared.language.shapes);
  const distinct = [...new Set(shapes.flatMap(([, shape]) => Object.values(shape).map(({ change }) => JSON.stringify(change))))].sort();
  const nameOf = (change: object): string => `m${distinct.indexOf(JSON.stringify(change))}`;
  const lines = shapes.map(([name, shape]) => `  ${name}: { ${Object.entries(shape).map(([key, { change }]) => `${key}: ${nameOf(change)}`).join(', ')} },`);
  const scalars = [...declared.scalars].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { meaning }]) => `  ${name}: '${meanings[meaning as MeaningName].comparison}',`);
  return `${notice}import type { ChangeMeaning } from '../language.js';
import type { Comparison } from '../meanings.js';

${distinct.map((text, index) => `const m${index}: ChangeMeaning = ${text};`).join('\n')}

/** For each shape and field: how values are compared, and what adding, removing and changing one means. */
export const changeTable: { readonly [shape: string]: { readonly [field: string]: ChangeMeaning } } = {
${lines.join('\n')}
};

/** How single values are compared that stand in lists and maps or beside others in a choice. */
export const scalarComparisons: { readonly [name: string]: Comparison } = {
${scalars.join('\n')}
};
`;
}
