import type { KindName } from '../../../schema/generated/language-table.js';
import type { Spec } from '../../../model/spec.js';
import type { Section } from '../addresses.js';
import type { Part } from '../html.js';
import type { Page } from '../shown.js';

/** How a kind of document is shown: on a page of its own, and as a line of the list of its kind. */
export interface Thing<Kind extends KindName> {
  readonly kind: Kind;
  readonly section: Section;
  /** What such a thing is, in a sentence. */
  readonly lead: string;
  /** Facts in the order in which they matter. */
  facts(page: Page, spec: Spec<Kind>): readonly (readonly [name: string, value: Part])[];
  /** What needs more room than a fact, with its heading. */
  more?(page: Page, spec: Spec<Kind>): readonly (readonly [title: string, body: Part])[];
  /** Headings of the list, beside the name. */
  readonly columns: readonly string[];
  cells(page: Page, spec: Spec<Kind>): readonly Part[];
}
