import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { audiences, type Audience } from './audiences.js';

/** What a circle of readers may see of a workspace. */
export interface Sight {
  readonly audience: Audience;
  /** True where nothing at all is hidden. */
  readonly isComplete: boolean;
  /** True for readers who belong to the house: findings, approvals, names of authors and what is due are for them. */
  readonly isInside: boolean;
  sees(spec: Spec): boolean;
  /** True where a text that was made from the whole workspace names nothing that is hidden. */
  mayRead(text: string): boolean;
}

/** Who may read a document. One that does not say is for the house; so are Records, which have no label. */
export function accessOf({ value }: Spec): Audience {
  return ('access' in value ? value.access : undefined) ?? 'internal';
}

/** True where an audience belongs to the circle that a label speaks of. */
export function isFor(audience: Audience, access: Audience): boolean {
  return audiences.indexOf(access) <= audiences.indexOf(audience);
}

/** Kinds that are no secret of their own: what a site cannot be made without. */
const open = ['Workspace'];

/** Works out what an audience sees. */
export function sightOf({ specs, registers }: Workspace, audience: Audience): Sight {
  const sees = (spec: Spec): boolean => open.includes(spec.kind) || isFor(audience, accessOf(spec));
  const hidden = specs.filter((spec) => !sees(spec));
  const entries = [...registers.elements.values(), ...registers.purposes.values()].filter(({ spec }) => !sees(spec));
  const names = [...hidden.flatMap(({ id, value }) => [id, titleIn(value)]), ...entries.flatMap(({ id, value }) => [id, titleIn(value)])];
  const [ids, titles] = [new Set(names.filter((name) => /^[a-z0-9-]+$/.test(name))), names.filter((name) => name !== '' && !/^[a-z0-9-]+$/.test(name)).map((name) => name.toLowerCase())];
  const seen = new Set(specs.filter(sees).map(({ id }) => id));
  const mayRead = (text: string): boolean => {
    const words = text.toLowerCase().match(/[a-z0-9]+(?:-+[a-z0-9]+)*/g) ?? [];
    return !words.some((word) => ids.has(word) && !seen.has(word)) && !titles.some((title) => isNamed(text.toLowerCase(), title));
  };
  return { audience, isComplete: names.length === 0, isInside: audience !== 'public', sees, mayRead };
}

/** So many letters of a name give it away. */
const telling = 6;

/** True where a text has a name, or its beginning where a label was cut. */
function isNamed(text: string, name: string): boolean {
  if (text.includes(name)) return true;
  if (!text.includes('\u2026')) return false;
  const cutTexts = text.split('\u2026').slice(0, -1);
  for (let length = telling; length < name.length; length += 1) if (cutTexts.some((cut) => cut.endsWith(name.slice(0, length)))) return true;
  return false;
}

function titleIn(value: object): string {
  return 'title' in value && typeof value.title === 'string' ? value.title : '';
}
