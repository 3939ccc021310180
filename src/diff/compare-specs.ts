import { businessCalendar } from '../analysis/business-time/business-calendar.js';
import { promisedSeconds } from '../analysis/business-time/promised-seconds.js';
import { fieldOf, sameJson, valueAt, type JsonObject } from '../base/json.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { headerFields } from '../model/overlay.js';
import { entryFields } from '../model/read-specs.js';
import type { TypeExpression } from '../schema/language.js';
import { compareFields, differ, type Comparing, type Home, type Places, type SpecialComparison } from './compare-values.js';
import { isDuration, type RankOf, type Seconds } from './compare-scalars.js';
import { calendarOf } from './calendar-of.js';
import type { Difference } from './difference.js';
import type { SpecPair } from './match-specs.js';
import { isInSameDirectory } from './same-directory.js';
import { fieldName } from './kind-names.js';
import { renamedReference } from './renames.js';
import { rankOfWord } from './word-ranks.js';
import { describePlace } from '../schema/names.js';
import { shapeOf } from '../schema/type-at.js';
import { ownComparisons } from './comparisons/index.js';
import type { Versions } from './versions.js';

/** Every difference between two versions of one spec, in the order of the language. */
export function compareSpecs(versions: Versions, pair: SpecPair): readonly Difference[] {
  const found: Difference[] = [];
  const { before, after } = pair;
  const comparing: Comparing = {
    found,
    renamed: (to, text) => renamedReference(versions.renames, to, text, after.kind === 'Journey' ? after.id : undefined),
    secondsOf: (home, places) => secondsOf(versions, pair, home, places),
    rankOf: (home, type) => rankOf(versions, home, type),
    special: specialsOf(versions, pair),
  };
  compareFields(comparing, after.kind, { before: [], after: [] }, { before: before.value as unknown as JsonObject, after: after.value as unknown as JsonObject }, leftToOthers(versions, pair));
  if (after.kind === 'Journey' && found.every(isInHeader)) compareOverlays(comparing, pair);
  return found.filter((difference) => !isFormerName(versions, pair, difference));
}

/** A variant's header is its own, whatever it comes to. */
function isInHeader({ before, after }: Difference): boolean {
  return headerFields.includes(String((after ?? before)!.path[0]));
}

/** What a variant comes to is compared; how its overlay says so is told where it comes to the same. */
function compareOverlays(comparing: Comparing, { before, after }: SpecPair): void {
  for (const field of ['extends', 'overlay']) {
    const [was, is] = [fieldOf(before.value, field), fieldOf(after.value, field)];
    if (was === undefined || is === undefined || sameJson(was, is)) continue;
    const message = `The \`${field}\` of ${describePlace(after.kind, after.value, [])} is written otherwise and comes to the same.`;
    differ(comparing, { shape: 'Journey', field }, 'rewritten', { before: [field], after: [field] }, { before: was, after: is }, { told: { message, facts: { at: field, was, is } } });
  }
}

/** The alias that a renaming leaves behind is told with the renaming. */
function isFormerName({ renames }: Versions, { before, after }: SpecPair, { shape, field, deed, after: added }: Difference): boolean {
  if (field !== 'aliases' || deed !== 'added') return false;
  const name = String(added!.value);
  if (shape === 'Step' || shape === 'Stage') return renames.inside(after.id, shape === 'Step' ? name : `stages/${name}`) !== (shape === 'Step' ? name : `stages/${name}`);
  return before.id !== after.id && name === before.id;
}

/** Specs of a Directory are compared by themselves; of an entry, only what it says itself; the life of a document is judged as a whole. */
function leftToOthers(versions: Versions, pair: SpecPair): readonly string[] {
  const { before, after } = pair;
  const own = ['id', 'status', ...(after.kind === 'Journey' ? ['overlay', 'extends'] : [])];
  if (after.kind === 'Directory') return [...own, ...entryFields];
  if (before.directory === undefined && after.directory === undefined) return own;
  if (!isInSameDirectory(versions, pair)) return [...own, ...numbers];
  return [...own, ...[...numbers, 'owner', 'effective'].filter((field) => !(saysItself(before, field) || saysItself(after, field)))];
}

/** An entry that goes elsewhere counts its versions there. */
const numbers = ['apiVersion', 'version'];

/** True for a field that is written at the spec, not at the Directory that it stands in. */
export function saysItself({ directory, document, origin }: Spec, field: string): boolean {
  return directory !== undefined && fieldOf(valueAt(document.value, origin([]).path), field) !== undefined;
}

function specialsOf(versions: Versions, pair: SpecPair): ReadonlyMap<string, SpecialComparison> {
  return new Map(Object.entries(ownComparisons).map(([field, compare]) => [field, (comparing, home, places, holders) => compare({ versions, pair, comparing }, home, places, holders)]));
}

/** Ranks of words. A class of data has the rank that its own side gives it, unless both sides know it. */
function rankOf({ before, after }: Versions, { shape, field }: Home, type: TypeExpression): RankOf {
  if (type.type === 'reference') return (word) => (type.to.includes('DataClass') ? (after.registers.classRanks.get(word) ?? before.registers.classRanks.get(word)) : undefined);
  return (word) => rankOfWord(fieldName(shape, field), word);
}

/** Promises are counted on calendars; every other length of time goes by the clock. */
function secondsOf({ before, after }: Versions, pair: SpecPair, { shape, field }: Home, places: Places): Seconds | undefined {
  const type = shapeOf(shape)[field]?.type;
  if (type === undefined || !isDuration(type) || !isPromise(shape, field)) return undefined;
  return {
    before: (text) => secondsOn(before, calendarOf(before, pair.before, places.before), text),
    after: (text) => secondsOn(after, calendarOf(after, pair.after, places.after), text),
  };
}

const promises = new Set(['SlaTarget.within', 'Sla.floor', 'PromiseInPlace.within', 'Pause.max', 'Rung.after']);

function isPromise(shape: string, field: string): boolean {
  return promises.has(`${shape}.${field}`);
}

function secondsOn(workspace: Workspace, calendar: string | undefined, text: string): number | undefined {
  if (calendar === undefined) return undefined;
  const reading = businessCalendar(workspace, calendar);
  const seconds = 'calendar' in reading ? promisedSeconds(reading.calendar, text) : undefined;
  return seconds !== undefined && 'seconds' in seconds ? seconds.seconds : undefined;
}
