import type { JourneyModel } from '../model/journey.js';
import type { Seen } from './shown-promises.js';
import type { Drawing } from './drawing.js';

/** A way to look at a journey, or at all of them. */
export interface View {
  /** `flow` */
  readonly id: string;
  /** What it shows, in a line. */
  readonly summary: string;
  /** True where it can show a whole workspace as well. */
  readonly ofWorkspace: boolean;
  /** Draws it. Pure: the same subject gives the same drawing. */
  draw(subject: Subject): Drawing;
}

/** What is drawn. */
export interface Subject extends Seen {
  /** Absent for the whole workspace. */
  readonly journey?: JourneyModel;
  /** For the picture of a change: what was there before. */
  readonly before?: Before;
}

/** An earlier version, and what is known of the difference. */
export interface Before extends Seen {
  /** Absent where the journey is new. */
  readonly journey?: JourneyModel;
  /** What changed, by coordinate. */
  readonly changes: readonly MarkedChange[];
}

/** A change as far as a picture shows it; what the comparison of two versions finds fits in. */
export interface MarkedChange {
  /** `journey:motor-claim#classify` */
  readonly subject: string;
  readonly action: string;
  readonly message: string;
  readonly level: string;
  /** The sort of change, such as `promise-slack-removed`, and what it is about: whoever draws for some readers asks whether these may know of it. */
  readonly kind?: string;
  readonly facts?: { readonly [name: string]: unknown };
}
