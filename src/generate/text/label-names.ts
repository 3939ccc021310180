import { sourceDigest } from '../../base/digests.js';

/** Names of things in other systems, as RFC 1123 has labels: small letters, digits and dashes, 63 of them at most. */
export type Names = ReadonlyMap<string, string>;

const longest = 63;

/** A name of its own for each text. What is no name as it stands, or is taken by another, ends with a part of its digest. */
export function namesOf(texts: Iterable<string>): Names {
  const sorted = [...new Set(texts)].toSorted();
  const taken = new Set(sorted.filter((text) => plainOf(text) === text && text.length <= longest));
  const names = new Map<string, string>();
  for (const text of sorted) {
    const plain = plainOf(text);
    const name = plain === text || (plain !== '' && !taken.has(plain)) ? shortened(plain, text) : withDigest(plain, text);
    taken.add(name);
    names.set(text, name);
  }
  return names;
}

function plainOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

function shortened(plain: string, text: string): string {
  return plain.length <= longest ? plain : withDigest(plain, text);
}

function withDigest(plain: string, text: string): string {
  const digest = sourceDigest(new TextEncoder().encode(text)).slice('sha256:'.length, 'sha256:'.length + 12);
  return `${plain.slice(0, longest - digest.length - 1)}-${digest}`.replace(/^-/, '');
}
