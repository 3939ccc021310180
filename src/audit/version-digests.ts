import { contentDigest, sourceDigest, type Digest } from '../base/digests.js';
import { isVariant, specOf, documentOf, type Followed } from './past-workspace.js';
import { textsOf, type TextThen } from './sealed-texts.js';
import type { SpecVersion } from './spec-timeline.js';

/** What a version can be checked by, also in many years and by other programs. */
export interface VersionDigests {
  /** Of the bytes of its file: what `git cat-file blob ID | sha256sum` prints. Absent where the bytes are not in this clone. */
  readonly sourceDigest?: Digest;
  /** Of what it says: {@link contentDigest}. */
  readonly contentDigest: Digest;
  /** Of a variant, the same of what holds after its overlay. Absent where it cannot be put together. */
  readonly effectiveDigest?: Digest;
  /** Files with words for customers that it names, which no other digest is of. Absent where it names none. */
  readonly texts?: readonly TextThen[];
}

/** The digests of a version. An entry of a Directory is taken with the header that it has from there. */
export function digestsOf(followed: Followed, version: SpecVersion): VersionDigests {
  const read = followed.timeline.history.read({ path: version.file, entry: { mode: '100644', id: version.blob } });
  const written = version.directory === undefined ? documentOf(followed, version).value : specOf(followed, version)?.value;
  const texts = textsOf(followed, version);
  const effective = isVariant(followed, version) ? specOf(followed, version)?.value : undefined;
  return {
    ...('bytes' in read ? { sourceDigest: sourceDigest(read.bytes) } : {}),
    contentDigest: contentDigest(written),
    ...(effective === undefined ? {} : { effectiveDigest: contentDigest(effective) }),
    ...(texts.length === 0 ? {} : { texts }),
  };
}
