import { languageTable } from '../schema/generated/language-table.js';
import { shapeOf } from '../schema/type-at.js';

const kinds: ReadonlySet<string> = new Set(languageTable.kinds);
/** Fields of the header, which says the same of every kind of document. */
const header: ReadonlySet<string> = new Set(['title', 'description', 'labels', 'links', 'version', 'status', 'owner', 'technicalOwner', 'access', 'review', 'supersedes', 'supersededBy', 'aliases', 'effective', 'apiVersion', 'kind', 'id']);

/** True for a field that every document has in its header. */
function isInHeader(shape: string, field: string): boolean {
  return kinds.has(shape) && header.has(field) && !(shape === 'Record' && (field === 'supersedes' || field === 'effective'));
}

/** What a Directory declares in brief although it is no document of its own: the same as where it stands else. */
const declaredInBrief: { readonly [field: string]: { readonly shape: string; readonly field: string } } = {
  'Directory.terms': { shape: 'Glossary', field: 'terms' },
  'Directory.data': { shape: 'DataCatalog', field: 'elements' },
};

/** The field that says what a change of another one means. */
export function homeOf(shape: string, field: string): { readonly shape: string; readonly field: string } {
  return declaredInBrief[`${shape}.${field}`] ?? { shape, field };
}

/** The field by which kinds are looked up: `Step.channel`, and `Spec.owner` for the header of every document. */
export function fieldName(shape: string, field: string): `${string}.${string}` {
  const home = homeOf(shape.replace(/InDirectory$/, ''), field);
  return `${isInHeader(home.shape, home.field) ? 'Spec' : home.shape}.${home.field}`;
}

/** What the kinds of a field's changes begin with: `step-channel`, `spec-owner`. Entries are told one by one, so a list says what one is. */
export function subjectWords(shape: string, field: string): string {
  if (homeOf(shape, field).shape !== shape) return subjectWords(homeOf(shape, field).shape, homeOf(shape, field).field);
  const plain = shape.replace(/InDirectory$/, '');
  const { type } = shapeOf(shape)[field]!;
  const holdsMany = [type, ...(type.type === 'union' ? type.of : [])].some((each) => each.type === 'list' || each.type === 'map');
  return `${isInHeader(plain, field) ? 'spec' : words(plain)}-${holdsMany ? singular(words(field)) : words(field)}`;
}

const shorter: { readonly [shape: string]: string } = { Edge: 'transition', JourneyRule: 'rule', PromiseInPlace: 'promise', EmittedEvent: 'event', Meanwhile: 'timer' };

/** `DataElement` becomes `data-element`. */
function words(name: string): string {
  return shorter[name] ?? name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
}

const irregular: { readonly [plural: string]: string } = { criteria: 'criterion', classes: 'class', statuses: 'status', aliases: 'alias', pairs: 'pair', 'with': 'with', analyses: 'analysis', data: 'data', channels: 'channel', people: 'person', causes: 'cause', purposes: 'purpose', needs: 'need', requires: 'required-proof', produces: 'product', passes: 'passed-element', returns: 'returned-element', collects: 'collected-element', reuses: 'reused-element', writes: 'written-element', hands: 'handed-element', emits: 'event', accepts: 'command', disclosures: 'disclosure', measures: 'measure', replaces: 'replaced-place', answers: 'answered-pain', systems: 'system', uses: 'used-element', covers: 'covered-step', by: 'author', severity: 'severity', all: 'all', some: 'some', excludes: 'excluded-phase', includes: 'included-phase', 'ends-with': 'end', 'waits-for': 'awaited-step', 'depends-on': 'dependency', alongside: 'host', regulated: 'regime', 'shows-status': 'status-word', underpins: 'underpinned-promise', forbidden: 'forbidden-word', locked: 'locked-part' };

function singular(plural: string): string {
  if (irregular[plural] !== undefined) return irregular[plural]!;
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`;
  return plural.replace(/s$/, '');
}
