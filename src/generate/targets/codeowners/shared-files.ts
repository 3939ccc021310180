import type { Workspace } from '../../../model/workspace.js';
import type { LossHere } from '../../target.js';
import type { AskedFile } from './asked-files.js';
import { namesOf, type How } from './names.js';

/** Files with documents of several owners, where for the forge one of all of them is enough: each told at its Directory, or at its first document. */
export function sharedFiles(workspace: Workspace, files: readonly AskedFile[], { names }: How): readonly LossHere[] {
  return files.flatMap(({ path, parts, specs }): readonly LossHere[] => {
    const groups = new Set(parts.map(({ asked }) => [...new Set(asked.flatMap(({ approvers }) => approvers).flatMap((approver) => namesOf(workspace, approver, names)))].toSorted().join(' ')));
    groups.delete('');
    const owned = specs.filter(({ owner }) => owner !== '').toSorted((a, b) => (a.coordinate < b.coordinate ? -1 : 1));
    const subject = (owned.find(({ kind }) => kind === 'Directory') ?? owned[0])?.coordinate;
    if (groups.size < 2 || subject === undefined) return [];
    const isOwn = owned.some(({ document }) => workspace.pathOf(document.source.uri) === path);
    const [holds, todo] = isOwn ? ['holds documents', 'Give each owner a file, or use'] : ['is named by documents', 'Use'];
    const reason = `\`${path}\` ${holds} of several owners, and for GitHub one of them is enough; \`waymark review\` waits for each whose document is changed. ${todo} GitLab and set \`forge: gitlab\`.`;
    return [{ subject, field: 'owner', inPart: true, reason }];
  });
}
