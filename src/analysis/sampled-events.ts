import { allMillionths, shareMillionths } from '../base/exact.js';
import type { Path } from '../base/json.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Formula } from '../schema/kinds/kpi.js';
import { eventsOfKpi, producersOf, type KpiEvent } from './kpi-inputs.js';

/** An event of which only a part is sent, and what comes of that in a formula. */
export interface SampleFault {
  /** `total`: a part is counted as if it were all. `uneven`: two numbers are divided of which different parts are sent. */
  readonly fault: 'total' | 'uneven';
  readonly event: string;
  /** The part that is sent, in millionths. */
  readonly kept: number;
  readonly path: Path;
}

/** Where a sample instead of all makes a KPI wrong. Means and shares of one sample are about right, and nothing is said of them. */
export function sampleFaults(kpi: Spec<'Kpi'>, workspace: Workspace): readonly SampleFault[] {
  const { formula } = kpi.value;
  const sent = formula === undefined ? [] : eventsOfKpi(kpi).map((event) => ({ ...event, kept: keptPart(workspace, event.event) }));
  if (formula === undefined || sent.every(({ kept }) => kept === allMillionths)) return [];
  return faultsOf(formula, ['formula'], sent);
}

/** True for a formula that only counts or adds up: its value rests on no sample. */
export function isTotal({ count, visits, sum, diff, product }: Formula): boolean {
  if (diff !== undefined) return isTotal(diff.minuend) && isTotal(diff.subtrahend);
  return product === undefined ? count !== undefined || visits !== undefined || sum !== undefined : product.every(isTotal);
}

type SentEvent = KpiEvent & { readonly kept: number };

function faultsOf({ count, sum, diff, product, ratio }: Formula, path: Path, events: readonly SentEvent[]): readonly SampleFault[] {
  if (product !== undefined) return product.flatMap((factor, index) => faultsOf(factor, [...path, 'product', index], events));
  if (diff !== undefined) return [...faultsOf(diff.minuend, [...path, 'diff', 'minuend'], events), ...faultsOf(diff.subtrahend, [...path, 'diff', 'subtrahend'], events)];
  if (ratio !== undefined) return unevenSides(rarestOf(events, [...path, 'ratio', 'numerator']), rarestOf(events, [...path, 'ratio', 'denominator']));
  const rarest = count === undefined && sum === undefined ? undefined : rarestOf(events, path);
  return rarest === undefined || rarest.kept === allMillionths ? [] : [{ ...rarest, fault: 'total' }];
}

/** Told of the side of which less is sent. A side that names no event counts every case that there is. */
function unevenSides(numerator: SentEvent | undefined, denominator: SentEvent | undefined): readonly SampleFault[] {
  const rarest = rarestOf([numerator, denominator].filter((each) => each !== undefined), []);
  const parts = [numerator, denominator].map((side) => side?.kept ?? allMillionths);
  return rarest === undefined || parts[0] === parts[1] ? [] : [{ ...rarest, fault: 'uneven' }];
}

function rarestOf(events: readonly SentEvent[], within: Path): SentEvent | undefined {
  const own = events.filter(({ path }) => within.every((step, index) => path[index] === step));
  return own.reduce<SentEvent | undefined>((least, each) => (least === undefined || each.kept < least.kept ? each : least), undefined);
}

/** The part of an event that its systems send: the smallest, where several send it. */
function keptPart(workspace: Workspace, event: string): number {
  const parts = producersOf(workspace, event).map(({ value }) => (value.sampling === undefined ? allMillionths : (shareMillionths(value.sampling.rate) ?? allMillionths)));
  return Math.min(allMillionths, ...parts);
}
