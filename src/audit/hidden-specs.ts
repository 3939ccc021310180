import type { Coordinate } from '../base/diagnostic.js';
import { isArray, isObject } from '../base/json.js';
import type { Document } from '../load/document.js';
import { coordinateOf, type Spec } from '../model/spec.js';

/** What stands in a file, whether or not anybody can read it. */
export interface Standing {
  readonly blob: string;
  readonly text: string;
  /** The specs that stand in it; of one that cannot be read, those that it may hold. */
  readonly specs: ReadonlySet<Coordinate>;
}

/** A file that nobody can read, as a commit left it. */
export interface BrokenFile {
  readonly path: string;
  readonly blob: string;
  readonly text: string;
  /** Those of its documents that nobody can read; none where not even documents can be told apart. */
  readonly broken: readonly Document[];
}

/** Which specs the files that nobody can read may hold: what stood in them, here or where they were before, and what they say that they are. */
export class HiddenSpecs {
  readonly #files = new Map<string, Standing>();

  /** The file in which a spec may stand that nobody can read now; `undefined` where none is. */
  holding({ coordinate, directory }: Spec, last: string): string | undefined {
    const may = (path: string): boolean => [coordinate, directory?.coordinate].some((each) => each !== undefined && this.#files.get(path)?.specs.has(each) === true);
    return may(last) ? last : [...this.#files.keys()].find(may);
  }

  at(path: string): Standing | undefined {
    return this.#files.get(path);
  }

  /** Takes over that a file can be read, or is gone. */
  delete(path: string): void {
    this.#files.delete(path);
  }

  /**
   * Takes over that a file cannot be read.
   *
   * @param before - What stood in it before the commit, if anything did.
   * @param left - What stood in the files that the commit took away: one of them may be this one.
   */
  add({ path, blob, text, broken }: BrokenFile, before: Standing | undefined, left: readonly Standing[]): void {
    const names = broken.map(namesOf);
    const isNamed = names.length > 0 && names.every((each) => each.length > 0);
    const from = before ?? left.find((each) => each.blob === blob) ?? (isNamed ? undefined : mostAlike(text, left));
    this.#files.set(path, { blob, text, specs: new Set([...(from?.specs ?? []), ...names.flat()]) });
  }
}

/** What a document says that it is, and was called before. */
function namesOf({ kind, value }: Document): readonly Coordinate[] {
  const { id, aliases } = isObject(value) ? value : {};
  if (kind === undefined) return [];
  return [id, ...(isArray(aliases) ? aliases : [])].flatMap((each) => (typeof each === 'string' ? [coordinateOf(kind, each)] : []));
}

/** The one with the most lines in common, if that is half of them: what git as well takes for the same file. */
function mostAlike(text: string, left: readonly Standing[]): Standing | undefined {
  const lines = linesOf(text);
  const alike = (other: Standing): number => {
    const others = linesOf(other.text);
    return [...others].filter((line) => lines.has(line)).length / Math.max(lines.size, others.size, 1);
  };
  const [best] = left.map((each) => ({ each, share: alike(each) })).sort((a, b) => b.share - a.share);
  return best !== undefined && best.share >= 0.5 ? best.each : undefined;
}

function linesOf(text: string): ReadonlySet<string> {
  return new Set(text.split('\n').map((line) => line.trim()).filter((line) => line !== ''));
}
