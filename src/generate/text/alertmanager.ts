/** A label and the text that it has to have, as Alertmanager reads it in `matchers`. */
export function matcherText(label: string, value: string): string {
  return `${label}="${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

const address = /^mailto:([^\s@<>,;:"'{}()[\]\\?%&#]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?:\?.*)?$/i;

/** The one address of a link to a mailbox; `undefined` for any other link. Alertmanager reads addresses as templates and as lists, so signs of either are refused. */
export function addressOf(link: string): string | undefined {
  return address.exec(link)?.[1];
}
