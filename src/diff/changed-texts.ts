import { namedTexts, type NamedText } from '../analysis/named-texts.js';
import type { Path } from '../base/json.js';
import type { Workspace } from '../model/workspace.js';
import type { Difference } from './difference.js';
import type { MatchedSpecs, SpecPair } from './match-specs.js';
import { placeIn } from './place-names.js';
import type { Judgement } from './tell.js';
import type { Versions } from './versions.js';

/**
 * Files with words for customers that say something else under the same name, as differences of the fields that name them. That another
 * file is named is a difference already.
 */
export function changedTexts(versions: Versions, { pairs }: MatchedSpecs): ReadonlyMap<SpecPair, readonly Difference[]> {
  expectTexts(versions);
  const found = pairs.map((pair) => [pair, changedIn(versions, pair)] as const);
  return new Map(found.filter(([, differences]) => differences.length > 0));
}

/** All that have to be read are read together: those whose bytes are not known to be the same. */
function expectTexts({ before, after }: Versions): void {
  const files = new Set([before, after].flatMap(({ specs }) => specs.flatMap(namedTexts).map(({ file }) => file)));
  for (const file of files) {
    if (haveSameBytes({ before, after }, file)) continue;
    before.texts.expect(file);
    after.texts.expect(file);
  }
}

function haveSameBytes({ before, after }: Pick<Versions, 'before' | 'after'>, file: string): boolean {
  const identity = before.texts.identity(file);
  return identity !== undefined && identity === after.texts.identity(file);
}

function changedIn(versions: Versions, pair: SpecPair): readonly Difference[] {
  const texts = namedTexts(pair.after);
  if (texts.length === 0) return [];
  const former = new Map(namedTexts(pair.before).map((text) => [keyOf(versions, pair, 'before', text.path), text]));
  return texts.flatMap((is): readonly Difference[] => {
    const was = former.get(keyOf(versions, pair, 'after', is.path));
    return was === undefined || was.file !== is.file || isSameText(versions, was.file, is.file) ? [] : [differenceOf(was, is)];
  });
}

/** Where a text stands, by the names of after. */
function keyOf({ renames }: Versions, pair: SpecPair, side: 'before' | 'after', path: Path): string {
  const { subject, at } = placeIn(pair[side], path);
  const inner = subject.slice(pair[side].coordinate.length + 1);
  return `${side === 'before' ? renames.inside(pair.after.id, inner) : inner} ${at}`;
}

/** True where two files are known to say the same; where no file is on either side, nothing is said before or after. */
export function isSameText({ before, after }: Pick<Versions, 'before' | 'after'>, was: string, is: string): boolean {
  if (was === is && haveSameBytes({ before, after }, is)) return true;
  const [old, now] = [before.texts.digest(was), after.texts.digest(is)];
  const isNowhere = was === is && !before.texts.isTooLarge(was) && !after.texts.isTooLarge(is);
  return old === now && (old !== undefined || isNowhere);
}

function differenceOf(was: NamedText, is: NamedText): Difference {
  const home = { shape: is.shape, field: 'textFile', deed: 'changed' } as const;
  return { ...home, before: { path: was.path, value: was.file }, after: { path: is.path, value: is.file }, holder: { before: was.path.slice(0, -1), after: is.path.slice(0, -1) } };
}

/** What is new may name words for customers in files: they are a part of it, so that with other words it is another change. */
export function withNewTexts({ texts }: Workspace, judgement: Judgement): Judgement {
  const { kind, after, facts } = judgement;
  const named = kind.action === 'added' && after !== undefined ? namedTexts(after.spec).filter(({ path }) => after.path.every((step, index) => path[index] === step)) : [];
  if (named.length === 0) return judgement;
  return { ...judgement, facts: { ...facts, texts: Object.fromEntries(named.map(({ file }) => [file, texts.digest(file) ?? null])) } };
}
