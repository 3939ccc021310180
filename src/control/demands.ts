import type { Approver } from '../analysis/approvers.js';
import { isListedFor, listedIn } from '../analysis/policy-demands.js';
import { groupBy } from '../base/groups.js';
import { compareText, type Coordinate } from '../base/diagnostic.js';
import { partsOf, type Change, type ChangePart } from '../diff/change.js';
import { isNote } from '../diff/notes.js';
import { documentPartOf } from '../model/spec.js';
import type { ApprovalDemand, KindDemand } from '../schema/kinds/policy.js';
import type { Level } from '../schema/meanings.js';
import { isConsequence } from './consequences.js';
import { levelOf, levelOfPart } from './levels.js';
import { isOfRecord } from './records.js';
import { approversFor, approversOfMoved, isBySubject } from './approvers.js';
import { judgeOf, type Versions } from './versions.js';

/** An approval that the changes of one document need. */
export interface Demand {
  /** The document. */
  readonly subject: Coordinate;
  /** Who is asked, as the Policy calls it: `journey-owner`, `compliance`; `peer` is anybody but the author. */
  readonly approver: string;
  /** Who that is here. Each of them has to agree; where `count` is given, so many of them. Empty where the Policy maps nobody to it. */
  readonly approvers: readonly Approver[];
  readonly count?: number;
  /** The changes that ask for it. */
  readonly changes: readonly Change[];
}

/**
 * Who has to agree to some changes: what the Policy of the earlier version asks for at each level, what it adds for some kinds, and
 * what regulated changes need as well. Where that Policy says nothing of a level, the kinds of changes say who.
 *
 * Records are evidence and are only added: nobody is asked about a new one.
 *
 * @param versions - Both versions of the workspace. The earlier one judges: its Policy, and the people of its teams.
 * @param changes - What differs, as `diff` tells it.
 */
export function demands(versions: Versions, changes: readonly Change[]): readonly Demand[] {
  const byDocument = [...groupBy(changes.filter((change) => !isOfRecord(change) && !isNote(change)), ({ subject }) => documentPartOf(subject))].sort(([a], [b]) => compareText(a, b));
  return byDocument.flatMap(([subject, own]) => withMoved(versions, changes, subject, own, demandsOn(versions, subject, own)));
}

/** Whoever else has to agree because the document is shared, and what moves through it is theirs. What follows from others moves nothing by itself. */
function withMoved(versions: Versions, all: readonly Change[], subject: Coordinate, changes: readonly Change[], demanded: readonly Demand[]): readonly Demand[] {
  const own = changes.filter((change) => !isConsequence(change) && levelOf(judgeOf(versions), change) !== 'editorial');
  const moved = own.length === 0 ? [] : approversOfMoved(versions, subject, all, own);
  return moved.reduce((list, { symbol, approvers }) => {
    const same = list.find((demand) => demand.approver === symbol && demand.count === undefined);
    if (same === undefined) return [...list, { subject, approver: symbol, approvers, changes: own }];
    const more = approvers.filter(({ role }) => same.approvers.every((each) => each.role !== role));
    return list.map((each) => (each === same ? { ...same, approvers: [...same.approvers, ...more] } : each));
  }, demanded);
}

/** Symbolic approvers, each of whom or so many of whom have to agree, with the change that asks for it. */
interface Asked {
  readonly symbols: readonly string[];
  readonly count: number | undefined;
  readonly change: Change;
}

function demandsOn(versions: Versions, subject: Coordinate, changes: readonly Change[]): readonly Demand[] {
  const asked = changes.flatMap((change) => partsOf(change).flatMap((part) => askedFor(versions, change, part)));
  const strongest = asked.some(({ count }) => count === undefined) ? asked.filter(({ symbols, count }) => !symbols.includes('peer') || count === undefined) : asked;
  return [...groupBy(strongest, ({ symbols }) => symbols.join(' or '))].flatMap(([approver, list]) => {
    const { symbols } = list[0]!;
    const own = [...new Set(list.map(({ change }) => change))];
    const counts = list.flatMap(({ count }) => count ?? []);
    const isAnybody = symbols.includes('peer');
    const approvers = isAnybody ? [] : symbols.flatMap((symbol) => approversFor(versions, symbol, subject, own));
    if (approvers.length === 0 && symbols.every(isBySubject)) return [];
    return [{
      subject,
      approver: isAnybody ? 'peer' : approver,
      approvers,
      ...(counts.length === list.length && counts.length > 0 ? { count: Math.max(...counts) } : {}),
      changes: own,
    }];
  });
}

/** What one part of a change asks for. */
function askedFor(versions: Versions, change: Change, part: ChangePart): readonly Asked[] {
  const judge = judgeOf(versions);
  const { approvals } = judge.policy.value;
  const level = part === change ? levelOf(judge, change) : levelOfPart(judge, part);
  const ask = (symbols: readonly string[], count?: number): Asked => ({ symbols, count, change });
  const listed = (demand: ApprovalDemand | undefined): readonly Asked[] => listedIn(demand).map(({ symbols, count }) => ask(symbols, count));
  const usual = isLeftOpen(level, approvals?.[level]) ? part.approvers.map((symbol) => ask([symbol], symbol === 'peer' ? 1 : undefined)) : listed(approvals?.[level]);
  const added = (approvals?.kinds ?? []).filter((each) => isMeant(each, part)).flatMap(({ add }) => add.map((symbol) => ask([symbol])));
  return [...usual, ...added, ...(part.regulated ? listed(approvals?.regulated) : [])];
}

/** A Policy that asks nobody about what breaks has not said who decides it; about less it may ask nobody. */
function isLeftOpen(level: Level, demand: ApprovalDemand | undefined): boolean {
  return demand === undefined || (level === 'breaking' && (demand.all ?? []).length === 0 && (demand.any ?? 0) === 0);
}

/** Where a kind and a path are named, both have to fit. `data-catalog:claims-data#iban` is the path `dataCatalog.claims-data.iban`. */
function isMeant({ change: kind, path }: KindDemand, change: ChangePart): boolean {
  if (kind !== undefined && kind !== change.kind) return false;
  return path === undefined ? kind !== undefined : isListedFor(path, change.subject);
}
