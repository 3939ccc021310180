import { COLLECTION_STYLE, EVENT_ID, getScalarValue, SCALAR_STYLE, type Event, type ScalarEvent } from '../load/yaml-events.js';
import { withoutFirstBlank, type Block, type BlockText, type DocumentLayout, type Entry, type Flow, type Layout, type Lines, type Words } from './layout.js';
import { tokensOf, type Token } from './tokens.js';

/** Reads how each document of a text is laid out. The text has to be one that the loader accepts, with `\n` line ends. */
export function readLayout(text: string, events: readonly Event[]): readonly DocumentLayout[] {
  return new LayoutReader(text, events).documents();
}

const nothing: Words = { form: 'words', lines: [''] };

/** Walks events and tokens side by side: the events say what there is, the tokens say what stands around it. */
class LayoutReader {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #tokens: readonly Token[];
  #event = 0;
  #token = 0;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
    this.#tokens = tokensOf(text, events);
  }

  documents(): readonly DocumentLayout[] {
    const documents: DocumentLayout[] = [];
    while (this.#event < this.#events.length) documents.push(this.#document());
    return documents;
  }

  #document(): DocumentLayout {
    this.#event += 1;
    const marked = this.#afterComments()?.text === '---';
    const before = marked ? this.#comments() : [];
    const marker = this.#takeMark('---') ? `---${this.#commentBehind()}` : undefined;
    const head = this.#above();
    const value = this.#peekEvent()?.type === EVENT_ID.POP ? nothing : this.#value(-1);
    const behind = this.#commentBehind();
    const below = this.#comments();
    this.#event += 1;
    return { before, marker, head, value, behind, below: [...below, ...this.#afterEnd()] };
  }

  /** Comments at the mark that ends a document; below the mark of the last one there is nothing else that they could belong to. */
  #afterEnd(): Lines {
    const lines: string[] = [];
    while (this.#takeMark('...')) {
      const isLast = this.#event === this.#events.length;
      lines.push(...[this.#commentBehind().trim()].filter((comment) => comment !== ''), ...(isLast ? this.#comments() : []));
    }
    return lines;
  }

  #value(parentColumn: number): Layout {
    const event = this.#nextEvent();
    if (event?.type === EVENT_ID.SEQUENCE || event?.type === EVENT_ID.MAPPING) {
      const of = event.type === EVENT_ID.MAPPING ? 'map' : 'list';
      return event.style === COLLECTION_STYLE.FLOW ? this.#flow(of, this.#text[event.start]) : this.#block(of, parentColumn);
    }
    return event?.type === EVENT_ID.SCALAR ? this.#scalar(event) : nothing;
  }

  #scalar(event: ScalarEvent): Words | BlockText {
    if (event.valueStart < 0) return nothing;
    if (event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK) return this.#blockText(event);
    const [first, ...more] = (this.#takeToken()?.text ?? '').split('\n');
    return { form: 'words', lines: [first ?? '', ...more.map((line) => line.replace(/^[ \t]+/, ''))] };
  }

  #blockText(event: ScalarEvent): BlockText {
    const header = this.#takeToken()?.text ?? '';
    const comment = this.#commentBehind();
    const keepsEnd = header.includes('+');
    // A line that is shorter than the indentation is empty; a longer one of spaces is text.
    const raw = (this.#takeToken()?.text ?? '').replace(/\n$/, '').split('\n');
    const lines = raw.map((line) => (line.trim() === '' && line.length <= event.indent ? '' : line.slice(Math.max(0, event.indent))));
    while (!keepsEnd && lines.at(-1) === '') lines.pop();
    const indented = lines.find((line) => line !== '')?.startsWith(' ') ?? false;
    return { form: 'block-text', header: header.replace(/\d/, ''), indented, comment, lines, keepsEnd };
  }

  #block(of: Block['of'], parentColumn: number): Block {
    const entries: Entry[] = [];
    let column = 0;
    while (this.#inCollection()) {
      const above = this.#above();
      column = this.#peek()?.column ?? column;
      entries.push(of === 'map' ? this.#blockEntry(above, column) : this.#item(above, column));
    }
    this.#event += 1;
    // Below a list that is not indented under its key, a comment at the key's column is about the next key.
    const below = this.#comments(column > parentColumn ? column : column + 1);
    return { form: 'block', of, entries: withoutFirstBlank(entries), below };
  }

  #item(above: Lines, column: number): Entry {
    this.#takeMark('-');
    const inside = [this.#commentBehind().trim(), ...(this.#startsBlock() || this.#startsEmpty() ? [] : this.#comments())];
    const value = this.#value(column);
    return { ...unkeyed, above: above.concat(inside.filter(isComment)), value, behind: this.#commentBehind() };
  }

  #blockEntry(above: Lines, column: number): Entry {
    const explicit = this.#takeMark('?');
    const beforeKey = explicit ? this.#comments() : [];
    const { name, key } = this.#key();
    const inKey = explicit ? [...beforeKey, ...this.#gathered()] : [];
    const colon = this.#takeMark(':') || explicit;
    const afterKey = this.#commentBehind();
    const isInline = !this.#startsBlock() && !this.#startsEmpty();
    const beforeValue = isInline ? this.#comments() : [];
    const valueBelow = isInline && (this.#peek()?.opensLine ?? false);
    const value = this.#value(column);
    return { above: above.concat(inKey.filter(isComment)), name, key, colon, afterKey, beforeValue, valueBelow, value, behind: this.#commentBehind() };
  }

  #key(): Pick<Entry, 'name' | 'key'> {
    const event = this.#nextEvent();
    if (event?.type !== EVENT_ID.SCALAR) return { name: undefined, key: undefined };
    const words = this.#scalar(event);
    return { name: event.valueStart < 0 ? '' : getScalarValue(this.#text, event), key: words.form === 'words' ? words : undefined };
  }

  #flow(of: Flow['of'], firstCharacter: string | undefined): Flow {
    const bare = firstCharacter !== '{' && firstCharacter !== '[';
    if (!bare) this.#takeToken();
    const opening = bare ? '' : this.#commentBehind();
    const entries: Entry[] = [];
    const breaks: boolean[] = [];
    let lastComma = false;
    while (this.#inCollection()) {
      const above = this.#above();
      breaks.push(!bare && (this.#peek()?.opensLine ?? false));
      const { entry, comma } = this.#flowEntry(of, above, bare);
      entries.push(entry);
      lastComma = comma;
    }
    this.#event += 1;
    const below = bare ? [] : this.#comments();
    const closesOnOwnLine = !bare && (this.#peek()?.opensLine ?? false);
    if (!bare) this.#takeToken();
    return { form: 'flow', of, bare, entries: withoutFirstBlank(entries), opening, below, breaks, closesOnOwnLine, lastComma };
  }

  /** Comments inside an entry are moved above it: nobody can tell what else they belong to. */
  #flowEntry(of: Flow['of'], above: Lines, bare: boolean): { readonly entry: Entry; readonly comma: boolean } {
    const beforeKey = this.#takeMark('?') ? this.#gathered() : [];
    const { name, key } = of === 'map' ? this.#key() : unkeyed;
    const afterKey = of === 'map' ? this.#gathered() : [];
    const colon = of === 'map' && this.#takeMark(':');
    const beforeValue = colon ? this.#gathered() : [];
    const value = this.#value(-1);
    const ofPair = value.form === 'flow' && value.bare ? value.entries.flatMap((pair) => pair.above) : [];
    const behind = bare ? '' : this.#commentBehind();
    const beforeComma = !bare && this.#afterComments()?.text === ',' ? this.#comments() : [];
    const comma = !bare && this.#takeMark(',');
    const afterComma = comma && behind === '' ? this.#commentBehind() : '';
    const inside = [beforeKey, afterKey, beforeValue, ofPair, beforeComma].flat();
    return { entry: { ...unkeyed, name, key, colon, above: above.concat(inside.filter(isComment)), value, behind: behind + afterComma }, comma };
  }

  #gathered(): Lines {
    return [this.#commentBehind().trim(), ...this.#comments()];
  }

  /** Comments and empty lines above the next entry, with the empty line right above it. */
  #above(): Lines {
    const lines = this.#comments();
    return this.#peek()?.afterBlank === true ? [...lines, ''] : lines;
  }

  /** The comments that come next, as long as they stand at a column or right of it, with the empty lines above them. */
  #comments(column = 0): Lines {
    const lines: string[] = [];
    for (let next = this.#peek(); next?.kind === 'comment' && next.column >= column; next = this.#peek()) {
      if (next.afterBlank) lines.push('');
      lines.push(next.text);
      this.#token += 1;
    }
    return lines;
  }

  /** The comment on the rest of this line, with the space before it; '' when there is none. */
  #commentBehind(): string {
    const next = this.#peek();
    if (next?.kind !== 'comment' || next.opensLine) return '';
    this.#token += 1;
    return (/^ +$/.test(next.gap) ? next.gap : ' ') + next.text;
  }

  /** The first token that is no comment. */
  #afterComments(): Token | undefined {
    let at = this.#token;
    while (this.#tokens[at]?.kind === 'comment') at += 1;
    return this.#tokens[at];
  }

  #takeMark(mark: string): boolean {
    const next = this.#peek();
    if (next?.kind !== 'mark' || next.text !== mark) return false;
    this.#token += 1;
    return true;
  }

  #takeToken(): Token | undefined {
    this.#token += 1;
    return this.#tokens[this.#token - 1];
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#token];
  }

  #nextEvent(): Event | undefined {
    this.#event += 1;
    return this.#events[this.#event - 1];
  }

  #peekEvent(): Event | undefined {
    return this.#events[this.#event];
  }

  #inCollection(): boolean {
    const event = this.#peekEvent();
    return event !== undefined && event.type !== EVENT_ID.POP;
  }

  #startsBlock(): boolean {
    const event = this.#peekEvent();
    return (event?.type === EVENT_ID.SEQUENCE || event?.type === EVENT_ID.MAPPING) && event.style === COLLECTION_STYLE.BLOCK;
  }

  #startsEmpty(): boolean {
    const event = this.#peekEvent();
    return event?.type === EVENT_ID.SCALAR && event.valueStart < 0;
  }
}

const unkeyed = { above: [], name: undefined, key: undefined, colon: false, afterKey: '', beforeValue: [], valueBelow: false, behind: '' } as const;

function isComment(line: string): boolean {
  return line !== '';
}
