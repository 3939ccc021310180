import { listOf, quoted } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { LossHere } from '../../target.js';
import type { AskedFile } from './asked-files.js';
import { namesOf, type How } from './names.js';

/** A change of a base may change its variants: those who answer for them have to agree then, and a code host knows nothing of that. */
export function variantLosses(workspace: Workspace, files: readonly AskedFile[], { names }: How): readonly LossHere[] {
  const pathOf = ({ document }: Spec): string => workspace.pathOf(document.source.uri);
  const onLineOf = (spec: Spec): readonly string[] => files.filter(({ path }) => path === pathOf(spec)).flatMap(({ asked }) => asked).flatMap(({ approvers }) => approvers.flatMap((approver) => namesOf(workspace, approver, names)));
  return workspace.variants.flatMap(({ spec, base }): readonly LossHere[] => {
    const there = new Set(onLineOf(base));
    const missing = [...new Set(onLineOf(spec))].filter((name) => !there.has(name));
    if (missing.length === 0) return [];
    const reason = `What changes in \`${base.id}\` may change this variant. \`waymark review\` then waits for those who answer for it too: ${listOf(quoted(missing))}, not on the line of \`${pathOf(base)}\`.`;
    return [{ subject: spec.coordinate, field: 'extends', inPart: true, sort: 'limit', reason }];
  });
}
