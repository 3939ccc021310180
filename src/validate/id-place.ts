import type { Spec } from '../model/spec.js';
import type { Place } from './rule.js';

/** Where a spec says its id; an entry of a Directory is named by its key. */
export function idPlace(spec: Spec): Place {
  return spec.directory === undefined ? { spec, path: ['id'] } : { spec, path: [], part: 'key' };
}
