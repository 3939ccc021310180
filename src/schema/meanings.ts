/** How much a change may disturb those who rely on the text: it decides the version bump. */
export type Level = 'editorial' | 'compatible' | 'breaking';

/** How two values of a field are compared. */
export type Comparison =
  | 'none'
  | 'text'
  | 'value'
  | 'reference'
  | 'lower-is-stricter'
  | 'higher-is-stricter'
  | 'lower-is-looser'
  | 'higher-is-looser'
  | 'rank'
  | 'keyed-list'
  | 'list'
  | 'map'
  | 'object';

/** What adding, removing and changing a value means, before any policy speaks. */
export interface Meaning {
  readonly comparison: Comparison;
  readonly added: Level;
  readonly removed: Level;
  readonly changed: Level;
  /** True when any change needs the regulated approvals as well. */
  readonly regulated?: boolean;
}

/**
 * The meanings that a field's type may name. A field that needs another level says so in its own `@change` tag.
 * Where two directions exist (`lower-is-stricter`), `changed` is the level of either.
 */
export const meanings = {
  identity: { comparison: 'none', added: 'compatible', removed: 'breaking', changed: 'breaking' },
  version: { comparison: 'none', added: 'editorial', removed: 'editorial', changed: 'editorial' },
  prose: { comparison: 'text', added: 'editorial', removed: 'editorial', changed: 'editorial' },
  observation: { comparison: 'value', added: 'editorial', removed: 'editorial', changed: 'editorial' },
  condition: { comparison: 'text', added: 'breaking', removed: 'breaking', changed: 'compatible' },
  obligation: { comparison: 'value', added: 'compatible', removed: 'breaking', changed: 'breaking', regulated: true },
  value: { comparison: 'value', added: 'compatible', removed: 'breaking', changed: 'breaking' },
  coverage: { comparison: 'value', added: 'compatible', removed: 'breaking', changed: 'breaking' },
  reference: { comparison: 'reference', added: 'compatible', removed: 'breaking', changed: 'breaking' },
  interface: { comparison: 'value', added: 'compatible', removed: 'breaking', changed: 'breaking' },
  date: { comparison: 'value', added: 'compatible', removed: 'breaking', changed: 'compatible' },
  calendar: { comparison: 'value', added: 'breaking', removed: 'breaking', changed: 'breaking' },
  'promise-lower': { comparison: 'lower-is-stricter', added: 'breaking', removed: 'breaking', changed: 'breaking' },
  'promise-higher': { comparison: 'higher-is-stricter', added: 'breaking', removed: 'breaking', changed: 'breaking' },
  bound: { comparison: 'lower-is-stricter', added: 'compatible', removed: 'breaking', changed: 'breaking' },
  privacy: { comparison: 'lower-is-stricter', added: 'compatible', removed: 'breaking', changed: 'breaking', regulated: true },
  protection: { comparison: 'rank', added: 'compatible', removed: 'breaking', changed: 'breaking', regulated: true },
  'limit-higher-is-looser': { comparison: 'higher-is-looser', added: 'compatible', removed: 'breaking', changed: 'breaking', regulated: true },
  'limit-lower-is-looser': { comparison: 'lower-is-looser', added: 'compatible', removed: 'breaking', changed: 'breaking', regulated: true },
  policy: { comparison: 'value', added: 'breaking', removed: 'breaking', changed: 'breaking', regulated: true },
  lifecycle: { comparison: 'value', added: 'compatible', removed: 'breaking', changed: 'compatible' },
  'promise-moment': { comparison: 'value', added: 'breaking', removed: 'breaking', changed: 'breaking' },
  evidence: { comparison: 'value', added: 'compatible', removed: 'breaking', changed: 'breaking' },
} as const satisfies Record<string, Meaning>;

export type MeaningName = keyof typeof meanings;
