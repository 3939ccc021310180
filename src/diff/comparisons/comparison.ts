import type { Both, Comparing, Home, Places } from '../compare-values.js';
import type { SpecPair } from '../match-specs.js';
import type { Versions } from '../versions.js';

/** What a comparison of its own may look at. */
export interface ComparisonContext {
  readonly versions: Versions;
  readonly pair: SpecPair;
  readonly comparing: Comparing;
}

/** Compares one field in a way of its own, because what applies is more than what is written. */
export type OwnComparison = (context: ComparisonContext, home: Home, places: Places, holders: Both) => void;
