import { documentOf, isVariant, specOf, type Followed } from '../../audit/past-workspace.js';
import type { SpecVersion } from '../../audit/spec-timeline.js';
import { fieldOf } from '../../base/json.js';
import { accessOf } from '../../render/audience.js';
import { audiences, type Audience } from '../../render/audiences.js';

/** Who might read a version then. An entry of a Directory may say so itself, and a variant has the content of its base. */
export function accessThen(followed: Followed, version: SpecVersion): Audience {
  if (isVariant(followed, version)) return accessOfVariant(followed, version);
  const { value } = documentOf(followed, version);
  const entries = version.directory === undefined ? [] : Object.values(value ?? {}).map((entry) => fieldOf(fieldOf(entry, version.id), 'access'));
  const label = [...entries, fieldOf(value, 'access')].find((each) => each !== undefined);
  return audiences.find((each) => each === label) ?? 'internal';
}

/** Of one that could not be put together then, nobody knows what it was a variant of. */
function accessOfVariant(followed: Followed, version: SpecVersion): Audience {
  const spec = specOf(followed, version);
  return spec === undefined ? 'restricted' : accessOf(spec);
}
