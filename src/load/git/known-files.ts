import { repositoryAround } from './find-repository.js';
import { Git } from './run-git.js';

/**
 * The files below a folder that git tracks, or that are new and not ignored. `undefined` outside a repository or
 * without git: then every file on disk counts.
 */
export function filesKnownToGit(folder: string, git: Git = new Git(folder)): readonly string[] | undefined {
  if (repositoryAround(folder).kind !== 'ordinary') return undefined;
  const { code, out } = git.run(['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { folder });
  return code === 0 ? [...new Set(out.toString('utf8').split('\0').filter((path) => path !== ''))] : undefined;
}
