import { xmlText } from './escape/xml.js';

/** Attributes of an XML element, before they are escaped. */
export type Attributes = Readonly<Record<string, string | number>>;

/** An element with its children, one line each; their text is escaped already. */
export function element(name: string, attributes: Attributes, children: readonly string[]): readonly string[] {
  const start = `<${name}${printAttributes(attributes)}`;
  return children.length === 0 ? [`${start}/>`] : [`${start}>`, ...children, `</${name}>`];
}

/** An element with lines of text in it. */
export function leaf(name: string, attributes: Attributes, lines: readonly string[]): string {
  return `<${name}${printAttributes(attributes)}>${lines.map(xmlText).join('\n')}</${name}>`;
}

function printAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
