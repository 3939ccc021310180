import { folded } from '../base/fold.js';
import { onceFor, remembering } from '../base/remembering.js';
import type { Coordinate } from '../base/diagnostic.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { audiences, type Audience } from './audiences.js';
import { hiddenAmong, namesIn, type HiddenNames, type NamesIn } from './hidden-names.js';
import { lostNames } from './lost-names.js';

/** What a circle of readers may see of a workspace. */
export interface Sight {
  readonly audience: Audience;
  /** True where nothing at all is hidden. */
  readonly isComplete: boolean;
  /** True for readers who belong to the house: findings, approvals, names of authors and what is due are for them. */
  readonly isInside: boolean;
  /** True for a document that they may read. */
  sees(spec: Spec): boolean;
  /** True where a text that was made from the whole workspace names nothing that is hidden. */
  mayRead(text: string): boolean;
}

/**
 * Who may read a document. An entry that does not say is for those of its Directory, and a variant, which has the content of its base, for nobody who may
 * not read that; what says nothing is for the house, and so are Records, which have no label.
 */
export function accessOf({ value, directory, base }: Spec): Audience {
  const own = ('access' in value ? value.access : undefined) ?? directory?.value.access ?? 'internal';
  return base === undefined || isFor(own, accessOf(base)) ? own : accessOf(base);
}

/** True where an audience belongs to the circle that a label speaks of. */
export function isFor(audience: Audience, access: Audience): boolean {
  return audiences.indexOf(access) <= audiences.indexOf(audience);
}

/** True for a kind that is no secret of its own: a site cannot be made without it. */
export function isOpenKind(kind: string): boolean {
  return kind === 'Workspace';
}

/** Works out what an audience sees of a workspace of which nothing is known but itself: what is named and is not there may have been kept from them. */
export function sightOf(workspace: Workspace, audience: Audience): Sight {
  return sightsOf(workspace)(audience);
}

const sightsOf = onceFor((workspace: Workspace) => remembering((audience: Audience) => sightWith(audience, hiddenAmong(namesFor(workspace, audience), lostNames(workspace, (access) => isFor(audience, access))))));

/** Names of a workspace, each with whether an audience may know it. */
export function namesFor(workspace: Workspace, audience: Audience): NamesIn {
  return namesIn(workspace, (spec) => seesSpec(audience, spec), (access) => isFor(audience, access));
}

/** Apart from the workspace, so that who keeps a sight keeps no more than names. */
function sightWith(audience: Audience, hidden: HiddenNames): Sight {
  return { audience, isComplete: hidden.isNothing, isInside: audience !== 'public', sees: (spec) => seesSpec(audience, spec), mayRead: (text) => hidden.isNothing || !names(text, hidden) };
}

/** What readers may not know of any more, though an older version may have told it, and what is there no longer may still be named. */
export interface KeptSince {
  /** Of documents, each under every id that it had. */
  readonly coordinates: ReadonlySet<Coordinate>;
  /** Those of the workspace as it is now included. */
  readonly names: HiddenNames;
}

/** What an audience sees of a workspace whose past is known, with which it is known as well what was there once. */
export function sightSince(audience: Audience, { names: hidden }: KeptSince): Sight {
  return sightWith(audience, hidden);
}

/** What an audience sees of an older version, less what has been kept from it since. */
export function pastSight(workspace: Workspace, audience: Audience, { coordinates, names: hidden }: KeptSince): Sight {
  const sight = pastSightsOf(workspace)(audience);
  if (hidden.isNothing) return sight;
  return { ...sight, isComplete: false, sees: (spec) => sight.sees(spec) && !coordinates.has(spec.coordinate), mayRead: (text) => sight.mayRead(text) && !names(text, hidden) };
}

const pastSightsOf = onceFor((workspace: Workspace) => remembering((audience: Audience) => sightWith(audience, hiddenAmong(namesFor(workspace, audience)))));

/** True for a document that an audience may read. */
export function seesSpec(audience: Audience, spec: Spec): boolean {
  return isOpenKind(spec.kind) || isFor(audience, accessOf(spec));
}

/** Where a label was cut, because it was too long for its place. */
const cut = '\u2026';

/** What stands around a name that stands alone: signs, and words that we write before a name ourselves. */
const alone = /[`,;\n\u2192\u2066-\u2069]|(?:^|\s)(?:or|and|after|on)\s/;

function names(text: string, { words, codes, texts }: HiddenNames): boolean {
  const whole = folded(text);
  if ((whole.match(/[A-Z0-9]+(?:-+[A-Z0-9]+)*/g) ?? []).some((word) => words.has(word))) return true;
  if (hasSome(whole, codes) && text.split(alone).some((piece) => codes.has(folded(piece)))) return true;
  if (texts.some((name) => whole.includes(name))) return true;
  const beginnings = text.split(cut).slice(0, -1).map(folded);
  return beginnings.length > 0 && [...words, ...texts].some((name) => beginnings.some((each) => endsWithBeginning(each, name)));
}

/** Asked first, because it is quick and mostly the end of it. */
function hasSome(whole: string, codes: ReadonlySet<string>): boolean {
  for (const code of codes) if (whole.includes(code)) return true;
  return false;
}

/** So many letters of a name give it away. */
const telling = 6;

function endsWithBeginning(text: string, name: string): boolean {
  for (let length = telling; length < name.length; length += 1) if (text.endsWith(name.slice(0, length).trimEnd())) return true;
  return false;
}
