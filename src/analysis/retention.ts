import { compareDurations, parseDuration, type Duration } from '../base/duration.js';
import type { Path } from '../base/json.js';
import type { Workspace } from '../model/workspace.js';
import type { DataElement, Retention } from '../schema/kinds/data-catalog.js';
import type { MapOf } from '../schema/vocabulary.js';
import { widening } from './regions.js';

/** How long a data element is kept somewhere, and how long the Policy allows. */
export interface RetentionLimit {
  readonly period: string;
  /** The region that the period is written for; absent for the one that holds everywhere else. */
  readonly keptIn?: string;
  /** Where the period is written, from the element on. */
  readonly path: Path;
  readonly most: string;
  /** The region that the limit is for; absent for the one that holds everywhere else. */
  readonly limitedIn?: string;
}

/** Every period for which a data element is kept, beside the limit that holds for its class at that place. */
export function retentionLimits({ class: dataClass, retention }: DataElement, workspace: Workspace): readonly RetentionLimit[] {
  if (dataClass === undefined || retention === undefined) return [];
  return regionsOf(retention, workspace).flatMap((region) => {
    const [kept, limit] = [periodIn(retention, region), limitIn(workspace, dataClass, region)];
    return kept === undefined || limit === undefined ? [] : [{ ...kept, ...limit }];
  });
}

/** Where the company serves customers, and wherever a period or a limit of its own is written. `undefined` is everywhere. */
function regionsOf({ byRegion = {} }: Retention, workspace: Workspace): readonly (string | undefined)[] {
  const served = workspace.root?.value.regions ?? [];
  const own = Object.keys(byRegion);
  if (served.length > 0) return [...new Set([...served, ...own])];
  return [undefined, ...new Set([...own, ...Object.keys(workspace.policy.value.data?.retentionMaxByRegion ?? {})])];
}

/** The limit of the narrowest region that has one, else the limit for everywhere. */
function limitIn({ policy }: Workspace, dataClass: string, region: string | undefined): Pick<RetentionLimit, 'most' | 'limitedIn'> | undefined {
  const { retentionMax = {}, retentionMaxByRegion = {} } = policy.value.data ?? {};
  for (const each of region === undefined ? [] : widening(region)) {
    const most = ownValue(ownValue(retentionMaxByRegion, each) ?? {}, dataClass);
    if (most !== undefined) return { most, limitedIn: each };
  }
  const most = ownValue(retentionMax, dataClass);
  return most === undefined ? undefined : { most };
}

/** For how long data are kept in a region, if that is said. */
function periodIn({ period, byRegion = {} }: Retention, region: string | undefined): Pick<RetentionLimit, 'period' | 'keptIn' | 'path'> | undefined {
  for (const each of region === undefined ? [] : widening(region)) {
    const own = ownValue(byRegion, each);
    if (own !== undefined) return { period: own, keptIn: each, path: ['retention', 'byRegion', each] };
  }
  return period === undefined ? undefined : { period, path: ['retention', 'period'] };
}

function ownValue<Value>(map: MapOf<Value>, key: string): Value | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** Compares two lengths of time as they are written: below 0 when `a` is shorter, `unclear` when the month decides. */
export function compareWritten(a: string, b: string): number | 'unclear' | 'malformed' {
  const [first, second] = [readDuration(a), readDuration(b)];
  if (first === undefined || second === undefined) return 'malformed';
  return compareDurations(first, second) ?? 'unclear';
}

/** A length of time, or `undefined` when the text is none. */
export function readDuration(text: string): Duration | undefined {
  const reading = parseDuration(text);
  return 'duration' in reading ? reading.duration : undefined;
}
