import { askedAlways, type AskedAlways } from '../../../analysis/asked-always.js';
import { namedTexts } from '../../../analysis/named-texts.js';
import { addTo } from '../../../base/groups.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';

/** A file of the workspace and who is asked about every change of it. */
export interface AskedFile {
  /** From the folder of the workspace. */
  readonly path: string;
  /** The documents in it, or those that name it where it holds words for customers. */
  readonly specs: readonly Spec[];
  /** Of all its documents. */
  readonly asked: readonly AskedAlways[];
  /** Of each of them. */
  readonly parts: readonly AskedSpec[];
}

/** A document and who is asked about it. */
export interface AskedSpec {
  readonly spec: Spec;
  readonly asked: readonly AskedAlways[];
}

/** Every file about which somebody in particular is asked, sorted by path. Files that hold nothing but Records are nobody's: nobody is asked about these. */
export function askedFiles(workspace: Workspace): readonly AskedFile[] {
  const specs = new Map<string, Spec[]>();
  for (const spec of workspace.specs.filter(({ kind, status }) => kind !== 'Record' && status !== 'retired')) {
    for (const path of new Set(pathsOf(workspace, spec))) addTo(specs, path, spec);
  }
  const files = [...specs].map(([path, own]): AskedFile => {
    const parts = own.map((spec) => ({ spec, asked: askedAlways(workspace, spec) }));
    return { path, specs: own, parts, asked: parts.flatMap(({ asked }) => asked) };
  });
  return files.filter(({ asked }) => asked.length > 0).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Its own file, and the texts that it names: a change of these is a change of the document. */
function pathsOf(workspace: Workspace, spec: Spec): readonly string[] {
  const texts = namedTexts(spec).map(({ file }) => file).filter((file) => workspace.texts.read(file) !== undefined);
  return [workspace.pathOf(spec.document.source.uri), ...texts];
}
