/** Grafana puts values of its own in the place of `$name`, `${name}` and `[[name]]`, and knows no sign that stops it. Such signs become wider ones. */
export function plainText(text: string): string {
  return text.replaceAll('$', '\uff04').replaceAll('[[', '\uff3b\uff3b');
}

/** An address with the same signs as an address may write them. */
export function plainAddress(address: string): string {
  return address.replaceAll('$', '%24').replaceAll('[[', '%5B%5B');
}
