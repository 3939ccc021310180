import type { CalendarDay } from '../base/date.js';
import { fieldOf, valueAt } from '../base/json.js';
import type { Span } from '../base/source.js';
import { spanIn } from '../load/document.js';
import type { Spec } from '../model/spec.js';

/** The day from which on a document says that it holds. */
export interface FirstDay {
  /** What says so: the document itself, or the Directory of an entry that names no day of its own. */
  readonly holder: Spec;
  /** Absent where it names none: then it holds as soon as it is merged. */
  readonly from: CalendarDay | undefined;
  readonly span: Span;
}

/** The first day of a document; nothing for kinds that have none, such as the settings of a workspace. */
export function firstDayOf(spec: Spec): FirstDay | undefined {
  if (spec.kind === 'Record' || spec.kind === 'Workspace') return undefined;
  const { effective } = spec.value as { readonly effective?: { readonly from?: CalendarDay } };
  const { path } = spec.origin([]);
  const isOwn = spec.directory === undefined || fieldOf(valueAt(spec.document.value, path), 'effective') !== undefined;
  const day = [...(spec.directory !== undefined && isOwn ? path : []), 'effective', ...(effective?.from === undefined ? [] : ['from'])];
  return { holder: isOwn ? spec : spec.directory!, from: effective?.from, span: spanIn(spec.document, effective === undefined ? [] : day) };
}
