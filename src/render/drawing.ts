import type { Chart } from './chart.js';

/** A picture with all that belongs to it. */
export interface Drawing {
  /** `Motor claim: flow` */
  readonly title: string;
  /** None for what is a table by nature. */
  readonly charts: readonly Chart[];
  /** The same in words, for whoever does not see pictures: nothing is only in the picture. */
  readonly tables: readonly Table[];
  /** What belongs to the subject and is left out of the picture, with the reason. */
  readonly folded: readonly Folded[];
}

/** A table of plain text. What is read from right to left stands between U+2068 and U+2069, where it stands beside other words. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Something that the picture does not show. */
export interface Folded {
  /** Coordinate or words. */
  readonly subject: string;
  /** What follows `because`; or a sentence of its own, with its full stop. */
  readonly why: string;
}
