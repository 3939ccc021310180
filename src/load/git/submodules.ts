import { listOf, quoted, shown } from '../../base/words.js';
import { repositoryAround } from './find-repository.js';
import { Git } from './run-git.js';

/**
 * Where nothing is found because it lies in a submodule, what to do: a sentence that begins with a space, or nothing. Takes one process.
 *
 * @param folder - Absolute folder in which somebody works; `undefined` where there are no files to work on.
 */
export function submoduleHint(folder: string | undefined): string {
  const [first, ...others] = folder === undefined ? [] : submodulesBelow(folder);
  if (first === undefined) return '';
  const names = listOf(quoted([first, ...others].slice(0, 3).map(shown)));
  return others.length === 0 ? ` ${names} is a submodule: a repository of its own with a history of its own. Run this inside of it.` : ` ${names} are submodules: repositories of their own with histories of their own. Run this inside of the one that is meant.`;
}

function submodulesBelow(folder: string): readonly string[] {
  if (repositoryAround(folder).kind !== 'ordinary') return [];
  const { code, out } = new Git(folder).run(['ls-files', '-z', '--stage']);
  return code === 0 ? out.toString('utf8').split('\0').filter((line) => line.startsWith('160000 ')).map((line) => line.slice(line.indexOf('\t') + 1)) : [];
}
