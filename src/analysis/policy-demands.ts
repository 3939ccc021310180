import type { Coordinate } from '../base/diagnostic.js';
import { matchesGlob } from '../load/globs.js';
import type { ApprovalDemand } from '../schema/kinds/policy.js';

/** Symbolic approvers of a Policy: each of whom has to agree, or so many of whom. */
export interface ListedApprovers {
  readonly symbols: readonly string[];
  /** So many of any of them; absent for one who has to agree in any case. */
  readonly count?: number;
}

/** Whom a Policy lists for changes of one level. */
export function listedIn(demand: ApprovalDemand | undefined): readonly ListedApprovers[] {
  const each = (demand?.all ?? []).map((symbol) => ({ symbols: [symbol] }));
  return demand?.any === undefined ? each : [...each, { symbols: demand.from ?? ['peer'], count: demand.any }];
}

/** True where a path of the Policy leads to a place: `data-catalog:claims-data#iban` is the path `dataCatalog.claims-data.iban`. */
export function isListedFor(path: string, subject: Coordinate): boolean {
  return matchesGlob(path.replaceAll('.', '/'), placeOf(subject));
}

/** True where a path of the Policy leads to a document and to every place in it. */
export function isListedForWhole(path: string, document: Coordinate): boolean {
  return /(?:^|\.)\*\*$/.test(path) && isListedFor(path, document);
}

/** True where a path of the Policy may lead to a place in a document, or to all of it: what it says of the document itself fits. */
export function leadsInto(path: string, document: Coordinate): boolean {
  const parts = path.split('.');
  const open = parts.slice(0, 2).indexOf('**');
  return matchesGlob(parts.slice(0, open < 0 ? 2 : open + 1).join('/'), placeOf(document));
}

function placeOf(subject: Coordinate): string {
  const [kind = '', ...inner] = subject.split(/[:#]/);
  return [kind.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()), ...inner].join('/');
}
