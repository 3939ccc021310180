import { carriedFields, hasPlans, type CarriedFields } from '../../src/generate/carried.js';
import { neverOfDirectory } from '../../src/generate/losses.js';
import { rangeWords } from '../../src/analysis/settings.js';
import type { OptionDeclaration, Target } from '../../src/generate/target.js';
import { languageTable } from '../../src/schema/generated/language-table.js';
import type { TypeExpression } from '../../src/schema/language.js';
import type { GeneratedFile } from '../generated-file.js';

const note = '<!-- Written by `npm run docs` from src/generate/targets. Do not edit. -->';

/** A page for each target with what it cannot carry, and a list of them. */
export function targetPages(targets: readonly Target[]): readonly GeneratedFile[] {
  return [...targets.map(pageOf), indexOf(targets)];
}

function indexOf(targets: readonly Target[]): GeneratedFile {
  const rows = targets.map(({ id, summary, limits }) => `| [${id}](${id}.md) | ${summary} | ${limits} |`);
  return { path: 'docs/targets/README.md', content: [note, '# Targets', '', '`waymark generate` writes the documents out for other systems. [Generating](../generating.md) says how it is called, and how to write a target of your own.', '', '| target | what is written | what is not in it |', '|---|---|---|', ...rows, ''].join('\n') };
}

function pageOf(target: Target): GeneratedFile {
  const parts = [
    [note, `# ${target.id}`, '', `Writes ${target.summary}.`, '', target.description, ''],
    ['## Settings', '', ...settingLines(Object.entries(target.options)), ''],
    ['## What it cannot carry', '', `${target.limits} ${whatIsWritten(target)} Each run tells what that leaves out of your documents. ${ofDirectories}`, '', '| documents | not carried |', '|---|---|', ...lossRows(carriedFields(target)), ''],
  ];
  return { path: `docs/targets/${target.id}.md`, content: parts.flat().join('\n') };
}

const ofDirectories = 'What a Directory declares under `teams`, `systems`, `personas` and `calendars` stands in the rows of these kinds; `version`, `status`, `effective` and `owner` at its head are told with each entry that does not say them itself, and of the Directory where there is no such entry.';

function whatIsWritten(target: Target): string {
  if (target.withDrafts) return 'Drafts are written as well; what is retired is not.';
  const plans = hasPlans(target) || !carriedFields(target).hasKind('Journey') ? '' : ' no journeys that are planned (`perspective: to-be`),';
  return `Only what is active or deprecated is written: no drafts,${plans} and nothing that is retired.`;
}

/** What a setting may be, where not everything goes. */
function formOf({ words, pattern, least, most }: OptionDeclaration): string {
  if (words !== undefined) return ` One of ${words.map((word) => `\`${String(word)}\``).join(', ')}.`;
  if (pattern !== undefined) return ` It is ${pattern.words}.`;
  return least === undefined && most === undefined ? '' : ` It is ${rangeWords({ least, most })}.`;
}

function settingLines(options: readonly (readonly [string, OptionDeclaration])[]): readonly string[] {
  if (options.length === 0) return ['There are none.'];
  return ['| name | default | meaning |', '|---|---|---|', ...options.map(([name, option]) => `| \`${name}\` | \`${String(option.default)}\` | ${option.description}${formOf(option)} |`)];
}

function lossRows(carried: CarriedFields): readonly string[] {
  return languageTable.kinds.map((kind) => `| ${kind} | ${carried.hasKind(kind) || kind === 'Directory' ? fieldsLost(carried, kind) : 'all of it'} |`);
}

/** What a Directory declares stands in the rows of its kinds. */
function fieldsLost(carried: CarriedFields, kind: string): string {
  const elsewhere = kind === 'Directory' ? neverOfDirectory : [];
  const lost = [...below(carried, { type: 'object', shape: kind }, [kind], new Set())].filter((field) => !elsewhere.includes(field));
  return lost.length === 0 ? 'nothing' : lost.map((field) => `\`${field}\``).join(', ');
}

/** The outermost fields that are not carried; a shape inside itself is looked at once. */
function* below(carried: CarriedFields, type: TypeExpression, path: readonly string[], within: ReadonlySet<string>): Iterable<string> {
  if (type.type === 'list') return yield* below(carried, type.of, path, within);
  if (type.type === 'map') return yield* below(carried, type.of, [...path, '*'], within);
  if (type.type === 'union') return yield* new Set(type.of.flatMap((member) => [...below(carried, member, path, within)]));
  if (type.type !== 'object' || within.has(type.shape)) return;
  for (const [field, declared] of Object.entries(languageTable.shapes[type.shape]!)) {
    const place = [...path, field];
    const how = carried.at(place);
    if (how === 'not') yield place.slice(1).join('.');
    else if (how === 'in part') yield* below(carried, declared.type, place, new Set([...within, type.shape]));
  }
}
