import type { Spec } from '../model/spec.js';
import { describePlace } from '../schema/names.js';

/** A spec as its author knows it: ``journey `lost-card` ``. */
export function specName(spec: Spec): string {
  return describePlace(spec.kind, spec.value, []);
}

/** A name that exists, for an author who has to write one; nothing where none fits. */
export function suchAs(name: string | undefined): string {
  return name === undefined ? '' : `, such as \`${name}\``;
}

/** A noun for several: journeys, policies, data classes, people. */
export function plural(noun: string): string {
  if (noun === 'person') return 'people';
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return noun.endsWith('s') ? `${noun}es` : `${noun}s`;
}
