import { markdownCell, markdownText } from '../../base/escape/markdown.js';

/** A part of a page: words, and a table with a head. */
export interface MarkdownTable {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A page with tables, with lines of comment at its head. Whatever a text holds, it is read as these words. */
export function markdownPage(head: readonly string[], title: string, tables: readonly MarkdownTable[]): string {
  const comment = head.map((line) => `<!-- ${line.replaceAll('--', '- -')} -->`);
  return `${[...comment, `# ${markdownText(title)}`, ...tables.flatMap(tableLines)].join('\n')}\n`;
}

function tableLines({ heading, columns, rows }: MarkdownTable): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(' | ')} |`;
  return ['', `## ${markdownText(heading)}`, '', ...(rows.length === 0 ? ['Nothing.'] : [line(columns), `|${'---|'.repeat(columns.length)}`, ...rows.map(line)])];
}
