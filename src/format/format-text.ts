import type { Problem } from '../base/diagnostic.js';
import { isObject, sameJson, type JsonValue } from '../base/json.js';
import { sourceText, type SourceText } from '../base/source.js';
import { checkSchema } from '../load/check-schema.js';
import { identify } from '../load/identify.js';
import { parseYaml } from '../load/yaml-events.js';
import { readYaml, type YamlDocument } from '../load/yaml-values.js';
import type { KindName } from '../schema/generated/language-table.js';
import { inCanonicalOrder } from './canonical-order.js';
import type { DocumentLayout } from './layout.js';
import { printLayout } from './print-layout.js';
import { readLayout } from './read-layout.js';
import { tokensOf } from './tokens.js';

/** What formatting a file comes to: nothing to do, another text, or the reasons why the file is left as it is. */
export type FormatResult =
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'formatted'; readonly text: string }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] };

/**
 * Brings a file of the language into its canonical form: fields in the order in which the language declares them, two
 * spaces for each level, at most one empty line in a row. Values, quotes, comments, line breaks and the choice between
 * lines and brackets are the author's. A file that does not load is left alone, and so is one whose new text would say
 * anything else.
 */
export function formatText(source: SourceText): FormatResult {
  const written = readYaml(source).map((document) => understand(source, document));
  const problems = written.flatMap((document) => document.problems);
  if (problems.length > 0) return { outcome: 'refused', problems };
  const text = rewrite(withPlainLineEnds(source.text), written);
  if (text === source.text) return { outcome: 'unchanged' };
  return saysTheSame(source, written, text) ? { outcome: 'formatted', text } : { outcome: 'refused', problems: [notFormattable(source)] };
}

/** A document as the loader understands it. */
interface Understood {
  readonly index: number;
  readonly value: JsonValue;
  readonly kind: KindName | undefined;
  readonly problems: readonly Problem[];
}

function understand(source: SourceText, { index, value, problems }: YamlDocument): Understood {
  if (problems.length > 0) return { index, value, kind: undefined, problems };
  const identified = identify(source, index, value);
  if ('foreign' in identified) return { index, value, kind: undefined, problems: [identified.foreign] };
  const { kind } = identified;
  if (kind === undefined || !isObject(value)) return { index, value, kind, problems: identified.problems };
  return { index, value, kind, problems: checkSchema({ source, index, kind, value }) };
}

function rewrite(text: string, written: readonly Understood[]): string {
  const events = parseYaml(sourceText('', text));
  if ('problem' in events || written.length === 0) return text;
  const known = new Map(written.map((document) => [document.index, document]));
  const layouts = readLayout(text, events.list).flatMap((layout, index) => {
    const { kind, value } = known.get(index) ?? {};
    return known.has(index) || hasComments(layout) ? [inCanonicalOrder(layout, kind, value)] : [];
  });
  return printLayout(layouts);
}

/** What stands between two `---` without a word or a comment is no document. */
function hasComments({ before, marker, head, below }: DocumentLayout): boolean {
  return before.length + head.length + below.length > 0 || (marker ?? '').includes('#');
}

function withPlainLineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** The safety net: whatever went wrong on the way, nobody's words get lost. */
function saysTheSame(source: SourceText, before: readonly Understood[], text: string): boolean {
  const after = readYaml(sourceText(source.uri, text));
  const sameValues = after.length === before.length && after.every(({ value, problems }, index) => problems.length === 0 && sameJson(value, before[index]?.value));
  return sameValues && sameJson(commentsOf(withPlainLineEnds(source.text)), commentsOf(text));
}

function commentsOf(text: string): readonly string[] {
  const events = parseYaml(sourceText('', text));
  const tokens = 'list' in events ? tokensOf(text, events.list) : [];
  return tokens.filter(({ kind }) => kind === 'comment').map((comment) => comment.text).sort();
}

function notFormattable(source: SourceText): Problem {
  return {
    code: 'STR-001',
    message: 'This file is written in a way that cannot be put into canonical form without changing what it says.',
    span: { source, start: 0, end: 0 },
    hint: 'Write keys on one line without `?`, and comments on lines of their own.',
  };
}
