import { stringify } from 'yaml';
import { describeType, type Declared, type DeclaredField } from '../schema/declared.js';
import { exampleOf } from '../schema/examples.js';
import type { TypeExpression } from '../../src/schema/language.js';
import type { GeneratedFile } from '../generated-file.js';

/** One page for each kind of document, with every field, and a page of how values are written. */
export function languagePages(declared: Declared): readonly GeneratedFile[] {
  const { kinds } = declared.language;
  return [
    { path: 'docs/language/README.md', content: overview(declared) },
    ...kinds.map((kind) => ({ path: `docs/language/${kind}.md`, content: kindPage(declared, kind) })),
    { path: 'docs/language/values.md', content: valuesPage(declared) },
  ];
}

function overview(declared: Declared): string {
  const rows = declared.language.kinds.map((kind) => `| [${kind}](${kind}.md) | ${declared.shapes.get(kind)!.description} |`);
  return `# The language

Each document begins with \`apiVersion: waymark/v1\` and its \`kind\`. How values such as durations and references are written
stands in [values](values.md).

| kind | what it is |
|---|---|
${rows.join('\n')}
`;
}

function kindPage(declared: Declared, kind: string): string {
  const shapes = reachable(declared, kind);
  return `# ${kind}

${declared.shapes.get(kind)!.description}

Needed: **always**, or **active** once the document is active.

${shapes.map((shape) => shapeSection(declared, shape, kind)).join('\n')}`;
}

/** The kind first, then every shape in it in the order in which they appear. */
function reachable(declared: Declared, kind: string): readonly string[] {
  const found = [kind];
  for (const shape of found) {
    for (const field of Object.values(declared.language.shapes[shape]!)) for (const inner of shapesIn(field.type)) if (!found.includes(inner)) found.push(inner);
  }
  return found;
}

function shapesIn(type: TypeExpression): readonly string[] {
  if (type.type === 'object') return [type.shape];
  if (type.type === 'list' || type.type === 'map') return shapesIn(type.of);
  return type.type === 'union' ? type.of.flatMap(shapesIn) : [];
}

function shapeSection(declared: Declared, shape: string, kind: string): string {
  const { description, fields } = declared.shapes.get(shape)!;
  const rows = Object.entries(declared.language.shapes[shape]!).map(([name, field]) => row(name, field, fields.get(name)!.description, exampleOf(declared, shape, name)));
  const heading = shape === kind ? '' : `## ${shape}\n\n${description}\n\n`;
  return `${heading}| field | type | needed | meaning | example | a change is |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

function row(name: string, field: DeclaredField, description: string, example: unknown): string {
  const needed = neededWords(field);
  const standard = field.default === undefined ? '' : ` Without it: \`${inline(field.default)}\`.`;
  return `| \`${name}\` | ${cell(describeType(field.type))} | ${needed} | ${cell(description)}${cell(standard)} | \`${cell(inline(example))}\` | ${changeWords(field)} |`;
}

function neededWords({ required, requiredUnless, oneOf, active }: DeclaredField): string {
  if (oneOf !== undefined) return `one of ${oneOf.map((field) => `\`${field}\``).join(', ')}`;
  if (requiredUnless !== undefined) return `always, unless \`${requiredUnless}\``;
  return required ? 'always' : active === true ? 'active' : '';
}

function changeWords({ change }: DeclaredField): string {
  const { added, removed, changed, regulated } = change;
  const levels = added === removed && removed === changed ? added : `${added} / ${removed} / ${changed}`;
  return regulated ? `${levels}, regulated` : levels;
}

function inline(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim().replace(/\s+/g, ' ');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function valuesPage({ scalars }: Declared): string {
  const rows = [...scalars].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { description, example, code }]) => `| ${name} | ${cell(description)} | \`${cell(inline(example))}\` | [${code}](../rules/${code}.md) |`);
  return `# Values

How each sort of value is written. The last column is the rule that a malformed one breaks.

| value | what it is | example | rule |
|---|---|---|---|
${rows.join('\n')}
`;
}
