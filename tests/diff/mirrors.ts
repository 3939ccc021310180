import { isObject } from '../../src/base/json.js';
import type { Change } from '../../src/diff/change.js';

interface Exact {
  /** The kind that is said of it in general. */
  readonly general: string;
  readonly why: string;
}

/** Kinds that say more exactly what is done to a thing than the way back does, each with the reason. */
export const exact: { readonly [kind: string]: Exact } = {
  'backstage-step-removed': { general: 'step-removed', why: 'What a step that comes does to the customer is judged by its ways, not by its lane.' },
  'later-holiday-added': { general: 'calendar-holiday-added', why: 'That a holiday is gone moves deadlines wherever it lies: somebody may have planned with it.' },
  'override-rule-removed': { general: 'journey-rule-removed', why: 'One safeguard more takes nothing away, whatever it overrides.' },
  'override-rule-precedence-loosened': { general: 'rule-precedence-changed', why: 'A safeguard that counts for more puts other rules behind it, as any rule does.' },
  'spec-start-loosened': { general: 'effective-from-tightened', why: 'What begins earlier leaves less notice, whatever comes with it.' },
  'spec-end-added': { general: 'effective-until-added', why: 'A promise that loses its end goes on, as any document does.' },
  'protection-start-loosened': { general: 'effective-from-tightened', why: 'What begins earlier leaves less notice, whatever comes with it.' },
  'protection-end-added': { general: 'effective-until-added', why: 'What protects people and loses its end goes on, as any document does.' },
  'protection-end-loosened': { general: 'effective-until-loosened', why: 'What protects people for longer takes nothing away.' },
  'spec-end-loosened': { general: 'effective-until-loosened', why: 'A promise that ends later takes nothing away.' },
  'personal-element-added': { general: 'step-data-collected-element-added', why: 'Whoever is asked for less about a person misses nothing, whatever it was.' },
  'spec-added': { general: 'spec-draft-added', why: 'Only a draft comes as a spec that binds nobody; what goes names the draft.' },
  'record-added': { general: 'spec-undeleted', why: 'Evidence that goes is a document that has left the workspace, as any other.' },
};

/** Kinds of a document's life, which goes one way: drawn up, in force, deprecated, retired. */
export const oneWay: { readonly [kind: string]: string } = {
  'spec-activated': 'What is in force leaves it as `spec-deleted`, `spec-retired` or, unlawfully, as `spec-status-changed`.',
  'spec-deprecated': 'What is in force again without reservation is `spec-deprecation-removed`.',
  'spec-deprecation-removed': 'What is to go again after all is `spec-deprecated`.',
  'spec-retired': 'What was retired never comes back; who writes so gets `spec-status-changed`.',
  'spec-deleted': 'What comes back is new: `spec-activated`.',
  'spec-draft-removed': 'What comes back is new: `spec-added`.',
};

const swapped: { readonly [action: string]: string } = { added: 'removed', removed: 'added', tightened: 'loosened', loosened: 'tightened' };

/** The kind of the way back. */
export function mirrorOf(kind: string): string {
  const [, stem, action] = /^(.*)-([a-z]+)$/.exec(kind)!;
  return `${stem}-${swapped[action!] ?? action}`;
}

/** What a kind says in general. */
export function generalOf(kind: string): string {
  return exact[kind]?.general ?? kind;
}

/**
 * What a change says in general. An end that comes with the first day of a document is told as that end, which takes something away; where both go
 * again, nothing ends any more, and it is the days as a whole that are gone.
 */
export function generalOfChange({ kind, facts }: Pick<Change, 'kind' | 'facts'>): string {
  return kind.endsWith('-end-added') && isObject(facts['is']) ? 'spec-effective-added' : generalOf(kind);
}
