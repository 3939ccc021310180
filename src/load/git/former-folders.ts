import { posix } from 'node:path';
import { workspaceFile } from '../load-documents.js';
import { Git } from './run-git.js';

/** No setting of a repository may have signatures verified, or names followed. */
const settings = ['-c', 'log.showSignature=false', '-c', 'log.follow=false'];

/**
 * The folders that were a workspace in some commit of the history that lies here, from the top of the repository. Takes one process, which looks at the whole
 * history. Nothing where that cannot be read; a clone without its history knows what it has.
 */
export function foldersOfWorkspacesEver(home: string, git: Git = new Git(home)): ReadonlySet<string> {
  const { code, out } = git.run([...settings, 'log', '-z', '--format=', '--name-only', '--diff-filter=A', '--no-renames', '--no-ext-diff', '--no-textconv', 'HEAD', '--', `:(top,glob)**/${workspaceFile}`], { folder: home });
  return new Set(code === 0 ? out.toString('utf8').split('\0').filter((path) => path !== '').map((path) => posix.dirname(path)) : []);
}
