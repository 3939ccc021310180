import type { SpecPair } from './match-specs.js';
import type { Versions } from './versions.js';

/** True for an entry that has stayed in its Directory: what it takes from there is told there. What comes from elsewhere, or goes, is under something else now. */
export function isInSameDirectory({ renames }: Pick<Versions, 'renames'>, { before, after }: SpecPair): boolean {
  const [was, is] = [before.directory, after.directory];
  return was !== undefined && is !== undefined && renames.spec('Directory', was.id) === is.id;
}
