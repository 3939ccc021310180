/** Reads the HTML of a page as a tree, as far as the pages of a site go: every element is closed, and attributes stand in double quotes. */
import { withoutIsolates } from '../../../src/base/bidi.js';

/** An element of a page. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly inside: (Tag | string)[];
}

const alone = new Set(['meta', 'link', 'input', 'col', 'br', 'img']);

export function readPage(content: string): Tag {
  const root: Tag = { name: '', attributes: new Map(), inside: [] };
  const open = [root];
  for (const [, end, name, written = '', closed, text] of content.matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g)) {
    if (text !== undefined) open.at(-1)!.inside.push(plain(text));
    else if (end === '/') {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes something else`);
    } else {
      const tag: Tag = { name: name!, attributes: new Map([...written.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, key, value = '']) => [key!, plain(value)])), inside: [] };
      open.at(-1)!.inside.push(tag);
      if (closed === '' && !alone.has(tag.name)) open.push(tag);
    }
  }
  return root;
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", middot: '·', rarr: '→', ldquo: '“', rdquo: '”', hellip: '…' };

function plain(text: string): string {
  return withoutIsolates(text.replace(/&([#\w]+);/g, (_, name: string) => signs[name] ?? `&${name};`));
}

/** The elements inside another that are named: `td`, `article.promise`, `section#map`; of several names, those inside the ones before. */
export function all(tag: Tag, ...names: readonly string[]): readonly Tag[] {
  return names.reduce<readonly Tag[]>((found, name) => found.flatMap((each) => below(each).filter((inner) => isCalled(inner, name))), [tag]);
}

/** The elements directly inside another. */
export function children({ inside }: Tag): readonly Tag[] {
  return inside.filter((each) => typeof each !== 'string');
}

function below(tag: Tag): readonly Tag[] {
  return children(tag).flatMap((each) => [each, ...below(each)]);
}

function isCalled({ name, attributes }: Tag, called: string): boolean {
  const [, own, kind, value] = /^(\w*)(?:([.#])(.+))?$/.exec(called)!;
  if (own !== '' && own !== name) return false;
  return kind === undefined || (kind === '#' ? attributes.get('id') === value : (attributes.get('class') ?? '').split(' ').includes(value!));
}

/** What is read there, with one space where there is any; nothing where nothing is. */
export function words(tag: Tag | undefined): string {
  const text = (each: Tag | string): string => (typeof each === 'string' ? each : each.inside.map(text).join(''));
  return tag === undefined ? '' : text(tag).replace(/\s+/g, ' ').trim();
}

/** The lines of a table by its caption, `cell | cell`. */
export function tableLines(tag: Tag, caption: string): readonly string[] {
  const table = all(tag, 'table').find((each) => words(all(each, 'caption')[0]) === caption);
  return table === undefined ? [] : all(table, 'tbody', 'tr').map((row) => children(row).map(words).join(' | '));
}
