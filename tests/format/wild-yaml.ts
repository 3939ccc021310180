import { isArray, isObject, type JsonValue } from '../../src/base/json.js';
import { shuffled, type Dice } from './harness.js';

/** Writes values as YAML in every way that YAML allows, with comments and empty lines wherever they may stand. */
export function wildYaml(documents: readonly JsonValue[], dice: Dice): string {
  return new WildWriter(dice).write(documents);
}

const commentTexts = ['#', '#!', '# plain', '# with: colon', '# - dash', '# "quote', "# it's", '# {brace', '# ---', '#\ttab', '# trailing \t', '# ü 😀'];

class WildWriter {
  readonly #dice: Dice;
  #out = '';
  /** The column at which the next word would stand, when nothing but white space and dashes stands before it. */
  #openAt: number | undefined = 0;
  #mayBlank = true;
  #comments = 0;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  write(documents: readonly JsonValue[]): string {
    for (const [index, document] of documents.entries()) {
      if (index > 0 || this.#chance(4)) this.#separator(index > 0);
      this.#above(0);
      if (this.#isBlock(document)) this.#block(document, 0);
      else {
        this.#at(0);
        this.#flow(document, 1);
        this.#behind();
      }
      this.#above(0);
    }
    const text = this.#out + '\n'.repeat(this.#mayBlank ? this.#dice.roll(4) : 1);
    return this.#chance(8) ? text.replace(/\n/g, '\r\n') : text;
  }

  #separator(needed: boolean): void {
    if (needed && this.#chance(4)) {
      this.#at(0);
      this.#word('...');
      this.#behind();
      this.#above(0);
    }
    this.#at(0);
    this.#word('---');
    this.#behind();
  }

  #block(value: JsonValue, column: number): void {
    if (isArray(value)) for (const each of value) this.#item(each, column);
    else if (isObject(value)) for (const [key, each] of shuffled(Object.entries(value), this.#dice)) this.#entry(key, each, column);
    if (this.#chance(8)) this.#above(column);
  }

  #item(value: JsonValue, column: number): void {
    this.#above(column);
    this.#at(column);
    this.#word('-');
    if (!this.#isBlock(value)) this.#inline(value, column);
    else if (this.#chance(4)) {
      this.#behind();
      this.#block(value, column + 1 + this.#dice.roll(4));
    } else {
      const space = 1 + this.#dice.roll(3);
      this.#out += ' '.repeat(space);
      this.#openAt = column + 1 + space;
      this.#block(value, column + 1 + space);
    }
  }

  #entry(key: string, value: JsonValue, column: number): void {
    this.#above(column);
    this.#at(column);
    const explicit = this.#chance(40);
    if (explicit) this.#word('? ');
    this.#word(keyText(key, this.#dice));
    if (explicit) {
      this.#behind();
      this.#at(column);
      this.#word(':');
    } else this.#word(this.#chance(20) ? ' :' : ':');
    if (!this.#isBlock(value)) this.#inline(value, column);
    else {
      this.#behind();
      this.#block(value, column + (isArray(value) && !explicit && this.#chance(3) ? 0 : 1 + this.#dice.roll(4)));
    }
  }

  /** A value behind its key or dash, or below it. */
  #inline(value: JsonValue, column: number): void {
    if (typeof value === 'string' && this.#chance(3) && isBlockText(value)) return this.#blockText(value, column);
    if (this.#chance(8)) {
      this.#behind();
      this.#above(column + 2);
      this.#at(column + 1 + this.#dice.roll(4));
    } else this.#out += typeof value === 'number' && this.#chance(4) ? '\t' : ' '.repeat(1 + this.#dice.roll(2));
    this.#flow(value, column + 1);
    this.#behind();
  }

  /** `|` with the text below. The number says how far it is indented. */
  #blockText(text: string, column: number): void {
    const indent = 1 + this.#dice.roll(4);
    const lines = text.replace(/\n$/, '').split('\n');
    const number = lines[0] === '' || lines[0]?.startsWith(' ') === true || this.#chance(3) ? String(indent) : '';
    const chomping = !text.endsWith('\n') ? '-' : text.endsWith('\n\n') || this.#chance(3) ? '+' : '';
    const mark = !text.includes('\n') && !text.startsWith(' ') && this.#chance(2) ? '>' : '|';
    this.#word(` ${mark}${this.#chance(2) ? number + chomping : chomping + number}`);
    this.#behind();
    for (const line of lines) this.#out += `\n${line === '' && this.#chance(2) ? '' : ' '.repeat(column + indent) + line}`;
    if (chomping === '+') this.#mayBlank = false;
    else if (this.#chance(4)) this.#out += '\n';
  }

  #flow(value: JsonValue, least: number): void {
    if (isArray(value)) this.#brackets('[', value.map((each) => [undefined, each]), ']', least);
    else if (isObject(value)) this.#brackets('{', shuffled(Object.entries(value), this.#dice), '}', least);
    else if (typeof value === 'string') this.#text(value, least);
    else this.#word(JSON.stringify(value));
  }

  #brackets(open: string, entries: readonly (readonly [string | undefined, JsonValue])[], close: string, least: number): void {
    this.#word(open);
    for (const [index, [key, value]] of entries.entries()) {
      this.#gap(least);
      if (key !== undefined) this.#flowPair(key, value, least);
      else this.#flowItem(value, least);
      if (this.#chance(10)) this.#gap(least);
      if (index < entries.length - 1 || this.#chance(6)) this.#word(',');
    }
    this.#gap(least);
    this.#word(close);
  }

  /** A map of one pair may stand in a list without its braces. */
  #flowItem(value: JsonValue, least: number): void {
    const [pair, ...others] = isObject(value) ? Object.entries(value) : [];
    if (pair !== undefined && others.length === 0 && this.#chance(3)) this.#flowPair(...pair, least);
    else this.#flow(value, least);
  }

  #flowPair(key: string, value: JsonValue, least: number): void {
    this.#word(keyText(key, this.#dice));
    this.#word(':');
    this.#out += ' ';
    if (this.#chance(12)) this.#gap(least);
    this.#flow(value, least);
  }

  /** Between two words inside brackets: nothing, spaces, or a new line with comments before and above it. */
  #gap(least: number): void {
    if (!this.#chance(4)) {
      this.#out += ' '.repeat(this.#dice.roll(3));
      return;
    }
    this.#behind();
    this.#above(least + this.#dice.roll(4));
    this.#at(least + this.#dice.roll(6));
  }

  #text(text: string, least: number): void {
    if (isPlain(text) && !this.#chance(4)) this.#word(this.#wrapped(text, least));
    else if (/^[^\n\u0085\u00a0]*$/.test(text) && this.#chance(2)) this.#word(`'${this.#wrapped(text.replaceAll("'", "''"), least)}'`);
    else this.#word(JSON.stringify(text));
  }

  /** A single space between words may as well be a line break. */
  #wrapped(text: string, least: number): string {
    if (!/^\S+( \S+)*$/.test(text) || /[#:\-?]/.test(text)) return text;
    return text.replace(/ /g, () => (this.#chance(12) ? `\n${' '.repeat(least + this.#dice.roll(4))}` : ' '));
  }

  /** Empty lines and comments above what comes next. */
  #above(column: number): void {
    while (this.#chance(5)) {
      if (this.#mayBlank && this.#openAt === undefined && this.#chance(2)) this.#out += `\n${' '.repeat(this.#dice.roll(2))}`;
      else this.#comment(column);
    }
  }

  #comment(column: number): void {
    this.#at(column);
    this.#word(this.#commentText());
    this.#mayBlank = true;
    this.#openAt = undefined;
  }

  #behind(): void {
    if (this.#chance(6)) this.#out += ' '.repeat(1 + this.#dice.roll(3)) + this.#commentText();
    else this.#out += this.#chance(10) ? ' ' : '';
    this.#openAt = undefined;
    this.#mayBlank = true;
  }

  #commentText(): string {
    this.#comments += 1;
    return `${commentTexts[this.#dice.roll(commentTexts.length)]} ${this.#comments}`;
  }

  #at(column: number): void {
    if (this.#openAt === column) return;
    if (this.#out !== '') this.#out += '\n';
    this.#out += ' '.repeat(column);
    this.#openAt = column;
  }

  #word(text: string): void {
    this.#out += text;
    this.#openAt = undefined;
    this.#mayBlank = true;
  }

  #isBlock(value: JsonValue): boolean {
    const isEmpty = isArray(value) ? value.length === 0 : !isObject(value) || Object.keys(value).length === 0;
    return !isEmpty && !this.#chance(3);
  }

  #chance(sides: number): boolean {
    return this.#dice.roll(sides) === 0;
  }
}

const meansSomethingElse = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

function isPlain(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9 .;/#@%_+-]*$/.test(text) && !/ $| #/.test(text) && !meansSomethingElse.test(text);
}

function isBlockText(text: string): boolean {
  return /\S/.test(text) && !/[\r\u0085]/.test(text) && !/\n[ \t]+(?:\n|$)/.test(`\n${text}`);
}

function keyText(key: string, dice: Dice): string {
  return isPlain(key) && dice.roll(6) > 0 ? key : JSON.stringify(key);
}
