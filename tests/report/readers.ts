/** An element of an XML text, in the order of the start tags. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What a reader of XML makes of character data. It throws for what a strict reader refuses. */
export function decodeXml(data: string): string {
  if (/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-F]+);)/.test(data)) throw new Error(`unescaped markup in ${data.slice(0, 80)}`);
  if (/[\ufffe\uffff]|\p{Cs}|[^\P{Cc}\t\n\r\u007f-\u009f]/u.test(data)) throw new Error(`a character that XML does not allow in ${data.slice(0, 80)}`);
  return data.replace(/&(?:(\w+)|#(\d+)|#x([0-9A-F]+));/g, (_all, name?: string, decimal?: string, hex?: string) =>
    name === undefined ? String.fromCodePoint(parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10)) : (entities[name] ?? ''),
  );
}

/** A small strict reader of XML without comments, CDATA and processing instructions. */
export function readXml(xml: string): readonly XmlElement[] {
  const elements: XmlElement[] = [];
  const open: string[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  for (const [, tag, data] of body.matchAll(/<([^<>]*)>|([^<]+)/g)) {
    if (data !== undefined) decodeXml(data);
    else if (tag?.startsWith('/')) {
      if (open.pop() !== tag.slice(1)) throw new Error(`<${tag}> closes nothing`);
    } else {
      const [, name = '', attributes = '', empty] = /^([a-z-]+)((?: [a-z]+="[^"<>]*")*)(\/?)$/.exec(tag ?? '') ?? [];
      if (name === '') throw new Error(`<${tag}> is no tag`);
      elements.push({ name, attributes: readAttributes(attributes) });
      if (empty === '') open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} never closed`);
  return elements;
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decodeXml(value)]));
}

/** A line of Markdown without its code spans and without characters that a backslash makes plain, as CommonMark reads it. */
export function outsideCode(line: string): string {
  let rest = '';
  for (let at = 0; at < line.length; ) {
    const run = /^`+/.exec(line.slice(at, at + 10_000))?.[0] ?? '';
    const close = run === '' ? -1 : closing(line, at + run.length, run.length);
    if (close > 0) at = close;
    else if (line[at] === '\\') at += 2;
    else rest += line[at++] ?? '';
  }
  return rest;
}

function closing(line: string, from: number, length: number): number {
  const runs = /`+/g;
  runs.lastIndex = from;
  for (let match = runs.exec(line); match !== null; match = runs.exec(line)) {
    if (match[0].length === length) return match.index + length;
  }
  return -1;
}
