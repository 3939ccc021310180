import type { Problem } from '../base/diagnostic.js';
import type { JsonObject, Path } from '../base/json.js';
import type { SourceText, Span } from '../base/source.js';
import type { KindName } from '../schema/generated/language-table.js';
import { locateInYaml, type Part } from './yaml-positions.js';

/** One document of a file, with its values or with what is wrong with it. */
export interface Document {
  readonly source: SourceText;
  /** Its place among the documents of its file, from 0. */
  readonly index: number;
  readonly span: Span;
  /** The kind that it says it is; `undefined` when it says none that exists. */
  readonly kind: KindName | undefined;
  readonly value: JsonObject;
  /** What is wrong with its form. A document with problems adds nothing to the workspace. */
  readonly problems: readonly Problem[];
}

/** Where a value of a document stands. Good files never pay for this: the text is parsed again when it is asked for. */
export function spanIn(document: Document, path: Path, part: Part = 'value'): Span {
  return locateInYaml(document.source, document.index, path, part);
}
