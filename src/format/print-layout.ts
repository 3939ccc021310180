import type { Block, BlockText, DocumentLayout, Entry, Flow, Layout, Lines, Words } from './layout.js';

/** Prints the documents of a file: two spaces for each level, at most one empty line in a row, `\n` line ends. */
export function printLayout(documents: readonly DocumentLayout[]): string {
  const printer = new LayoutPrinter();
  for (const [index, document] of documents.entries()) printer.document(document, index === 0);
  return printer.text();
}

const step = 2;

class LayoutPrinter {
  readonly #lines: string[] = [];
  /** Dashes of list entries whose first line is still to come. */
  #dashes = '';
  /** False where an empty line would be superfluous, or would become a part of the text above. */
  #mayBlank = false;

  text(): string {
    return this.#lines.length === 0 ? '' : `${this.#lines.join('\n')}\n`;
  }

  document({ before, marker, head, value, behind, below }: DocumentLayout, isFirst: boolean): void {
    this.#comments(before, 0);
    if (!isFirst || marker !== undefined) this.#separate(marker ?? '---');
    this.#comments(head, 0);
    if (value.form === 'block') this.#block(value, 0);
    else this.#inline('', value, behind, { text: step, items: step, close: 0 }, 0);
    this.#comments(below, 0);
  }

  #separate(marker: string): void {
    this.#line(0, marker);
    this.#mayBlank = false;
  }

  #block(block: Block, indent: number): void {
    for (const entry of block.entries) {
      this.#comments(entry.above, indent);
      if (block.of === 'list') this.#item(entry, indent);
      else this.#entry(entry, indent);
    }
    this.#comments(block.below, indent);
  }

  #item({ value, behind }: Entry, indent: number): void {
    if (value.form === 'block') {
      this.#dashes = `${this.#dashes || ' '.repeat(indent)}- `;
      this.#block(value, indent + step);
    } else this.#inline('-', value, behind, oneStepRight(indent), indent);
  }

  #entry({ key, afterKey, beforeValue, valueBelow, value, behind }: Entry, indent: number): void {
    const name = `${key?.lines.join(' ') ?? ''}:`;
    if (value.form === 'block') {
      this.#line(indent, name + afterKey);
      this.#block(value, indent + step);
    } else if (!valueBelow) this.#inline(name, value, afterKey + behind, besideKey(indent), indent);
    else {
      this.#line(indent, name + afterKey);
      this.#comments(beforeValue, indent + step);
      this.#inline('', value, behind, oneStepRight(indent), indent + step);
    }
  }

  /** Something that begins on the line of its key or dash. */
  #inline(lead: string, value: Exclude<Layout, Block>, behind: string, inside: Inside, indent: number): void {
    const [first, ...more] = linesOf(value, inside);
    const text = lead + (lead === '' || first === '' ? '' : ' ') + first;
    if (text + behind === '') return;
    this.#line(indent, more.length === 0 ? text + behind : text);
    for (const [index, line] of more.entries()) this.#lines.push(index === more.length - 1 ? line + behind : line);
    this.#mayBlank = !(value.form === 'block-text' && value.keepsEnd);
  }

  #comments(lines: Lines, indent: number): void {
    for (const line of lines) {
      if (line !== '') this.#line(indent, line);
      else if (this.#mayBlank && this.#lines.at(-1) !== '') this.#lines.push('');
    }
  }

  #line(indent: number, text: string): void {
    this.#lines.push((this.#dashes || ' '.repeat(indent)) + text);
    this.#dashes = '';
    this.#mayBlank = true;
  }
}

/** How far the further lines of a value are indented. */
interface Inside {
  /** Further lines of a text. */
  readonly text: number;
  /** Entries between brackets that begin a line. */
  readonly items: number;
  /** The closing bracket. The parser wants it right of the key that the bracket belongs to. */
  readonly close: number;
}

/** Behind a key. */
function besideKey(indent: number): Inside {
  return { text: indent + step, items: indent + step, close: indent + step };
}

/** One step right of a key or dash: behind the dash, or below the key. */
function oneStepRight(indent: number): Inside {
  return { text: indent + step, items: indent + 2 * step, close: indent + step };
}

/** The lines of a value: the first without indentation, the others with it. */
function linesOf(value: Exclude<Layout, Block>, inside: Inside): readonly [string, ...string[]] {
  switch (value.form) {
    case 'words':
      return wordsLines(value, inside.text);
    case 'block-text':
      return blockTextLines(value, inside.text);
    case 'flow':
      return new FlowPrinter(inside).print(value);
  }
}

function wordsLines({ lines }: Words, indent: number): readonly [string, ...string[]] {
  const [first = '', ...more] = lines;
  return [first, ...more.map((line) => indented(line, indent))];
}

function blockTextLines({ header, indented: needsNumber, comment, lines }: BlockText, indent: number): readonly [string, ...string[]] {
  const number = needsNumber ? String(step) : '';
  return [header.charAt(0) + number + header.slice(1) + comment, ...lines.map((line) => indented(line, indent))];
}

function indented(line: string, indent: number): string {
  return line === '' ? '' : ' '.repeat(indent) + line;
}

/** Prints what stands between brackets, with the line breaks of the author and those that comments need. */
class FlowPrinter {
  readonly #inside: Inside;
  readonly #lines: string[] = [];
  #line = '';

  constructor(inside: Inside) {
    this.#inside = inside;
  }

  print(flow: Flow): readonly [string, ...string[]] {
    const [open, close] = flow.bare ? ['', ''] : flow.of === 'map' ? ['{', '}'] : ['[', ']'];
    this.#line = open + flow.opening;
    let mustBreak = flow.opening !== '';
    for (const [index, entry] of flow.entries.entries()) {
      const isLast = index === flow.entries.length - 1;
      const above = flow.bare ? [] : entry.above;
      if (mustBreak || flow.breaks[index] === true || above.length > 0) this.#breakAbove(above);
      else if (index > 0) this.#line += ' ';
      this.#entry(entry);
      if (!isLast || (flow.lastComma && flow.closesOnOwnLine)) this.#line += ',';
      this.#line += entry.behind;
      mustBreak = entry.behind !== '';
    }
    const isEmpty = flow.entries.length === 0;
    if ((flow.closesOnOwnLine && !isEmpty) || mustBreak || flow.below.length > 0) this.#breakAbove(flow.below, this.#inside.close);
    this.#line += close;
    const [first = '', ...more] = [...this.#lines, this.#line];
    return [first, ...more];
  }

  #breakAbove(above: Lines, indent = this.#inside.items): void {
    this.#lines.push(this.#line);
    for (const line of above) this.#lines.push(indented(line, this.#inside.items));
    this.#line = ' '.repeat(indent);
  }

  #entry({ key, colon, value }: Entry): void {
    if (value.form === 'block') return;
    const { items } = this.#inside;
    const inside = { text: items + step, items: items + step, close: items };
    if (key !== undefined) this.#append(wordsLines(key, inside.text));
    if (colon) this.#line += ':';
    const lines = linesOf(value, inside);
    if (key !== undefined && lines[0] !== '') this.#line += ' ';
    this.#append(lines);
  }

  #append([first, ...more]: readonly [string, ...string[]]): void {
    this.#line += first;
    for (const line of more) {
      this.#lines.push(this.#line);
      this.#line = line;
    }
  }
}
