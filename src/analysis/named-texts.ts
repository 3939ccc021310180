import type { JsonValue, Path } from '../base/json.js';
import { onceFor } from '../base/remembering.js';
import type { Spec } from '../model/spec.js';
import { walkFor } from '../schema/walk.js';

/** A file with words for customers, where a document names it. */
export interface NamedText {
  /** The field that names it. */
  readonly path: Path;
  /** The shape that the field belongs to: `Message`, `Disclosure` or `Translation`. */
  readonly shape: string;
  /** Its path from the folder of the workspace. */
  readonly file: string;
}

const walk = walkFor((type) => type.type === 'scalar' && type.name === 'FilePath');

/**
 * Every file with words for customers that a spec names. Other workspaces and copies of other repositories are no such files. A spec that stands
 * unchanged in many versions is looked through once.
 */
export const namedTexts: (spec: Spec) => readonly NamedText[] = onceFor(({ kind, value }: Spec): readonly NamedText[] => {
  const found: NamedText[] = [];
  walk(kind, value, (_, file: JsonValue, keys, { shape }) => {
    if (kind !== 'Workspace') found.push({ path: [...keys], shape, file: String(file) });
  });
  return found;
});
