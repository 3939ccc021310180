import { remembering } from '../../base/remembering.js';
import type { Workspace } from '../../model/workspace.js';
import type { BusinessCalendar } from '../business-time/calendar.js';
import type { Course } from './course.js';
import type { OtherJourneys } from './other-journeys.js';
import type { PartBudget } from './part-budgets.js';
import type { Ground, Part } from './parts.js';
import type { Promised } from './promises.js';
import { tile, type Tiling } from './tiling.js';
import { unroll, type Unrolled, type UnrollProblem } from './unrolled.js';
import type { Premise } from './verdict.js';

/** The paths laid out in parts, and taken apart where they go round. The same for every target. */
export interface Layout {
  readonly tiling: Tiling;
  readonly ways: Unrolled | UnrollProblem;
}

/** Lays out the ways once for each choice of longer parts. */
export function layouts(ground: Ground, course: Course, parts: readonly Part[]): (coarse: ReadonlySet<number>) => Layout {
  const byKey = remembering((key: string): Layout => {
    const tiling = tile(ground, parts, course.sources, new Set(key === '' ? [] : key.split(' ').map(Number)));
    return { tiling, ways: unroll(tiling, ground.graph.limits) };
  });
  return (coarse) => byKey([...coarse].join(' '));
}

/** Of the variants whose cases a target of the whole counts as well, those in which it is not proved. */
export type Together = (counted: readonly string[]) => readonly string[];

/** What an attempt at a proof begins with. */
export interface Basis {
  readonly workspace: Workspace;
  readonly ground: Ground;
  readonly course: Course;
  readonly whole: Promised;
  /** Calendar of the whole. */
  readonly calendar: BusinessCalendar;
  readonly parts: readonly Part[];
  /** True where cases may be taken to be spread over the ways as their shares say. */
  readonly isSpread: boolean;
  readonly layout: (coarse: ReadonlySet<number>) => Layout;
  readonly others: (part: Part) => OtherJourneys;
  readonly unprovedIn: Together;
  readonly budgets: ReadonlyMap<number, PartBudget>;
  /** Why a part has no budget. */
  readonly refused: ReadonlyMap<number, readonly Premise[]>;
}
