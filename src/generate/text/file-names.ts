import { groupBy } from '../../base/groups.js';

/**
 * Names of files that differ in more than their case, which many disks do not tell apart. A name in small letters is its own file's; where another differs from
 * it in nothing but its case, that one gets `@` after each capital: no name of the language has that sign.
 */
export function fileNames(names: readonly string[]): ReadonlyMap<string, string> {
  const alike = groupBy(new Set(names), (name) => name.toLowerCase());
  return new Map(names.map((name) => [name, alike.get(name.toLowerCase())!.length === 1 ? name : name.replace(/[A-Z]/g, '$&@')]));
}
