import type { Coordinate } from '../../../base/diagnostic.js';
import { groupBy } from '../../../base/groups.js';
import { Proposals } from '../../../base/proposals.js';
import { listOf, proposedBy, sentence } from '../../../base/words.js';
import { brokenReferences, mayNameRole, type BrokenReference } from '../../../analysis/broken-references.js';
import { formerNames } from '../../../analysis/former-names.js';
import { bearersOfNames, idsInsteadOfTitle, titlesOf } from '../../../analysis/known-names.js';
import { brokenUnmarkedReferences, type UnmarkedReference } from '../../../analysis/unmarked-references.js';
import { missingDeclarations } from '../../../analysis/missing-declarations.js';
import { namelessEntries } from '../../../analysis/nameless-entries.js';
import { findRole } from '../../../analysis/roles.js';
import { readReference } from '../../../analysis/written-reference.js';
import type { Reference } from '../../../model/references.js';
import type { Workspace } from '../../../model/workspace.js';
import { scalars } from '../../../schema/generated/language-table.js';
import { describePlace, nounOf } from '../../../schema/names.js';
import type { Finding, Rule } from '../../rule.js';

/** A reference that leads nowhere. References into a journey and to roles have rules of their own. */
export const targetExists: Rule = {
  id: 'reference/target-exists',
  code: 'REF-001',
  summary: 'Every reference leads to something of the right kind.',
  rationale: 'A name that leads nowhere is a team that nobody asks, a promise that nobody keeps, or data that nobody protects.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['all'],
  examples: {
    valid: [
      {
        title: 'The owner is a team of the workspace',
        files: { 'sla.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: answer\ntitle: Answer\nversion: 0.1.0\nstatus: draft\nowner: claims\n' },
      },
      {
        title: 'A Record keeps the name that a document had when it was written',
        files: {
          'sla.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: answer\ntitle: Answer\nversion: 0.1.0\nstatus: draft\nowner: claims\naliases: [reply]\n',
          'record.yaml': 'apiVersion: waymark/v1\nkind: Record\nid: review-1\ntype: review\ndate: 2026-05-04\nby: [claims#lead]\nsubject: [reply@0.1.0]\n',
        },
      },
    ],
    invalid: [
      {
        title: 'The owner is misspelt',
        files: { 'sla.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: answer\ntitle: Answer\nversion: 0.1.0\nstatus: draft\nowner: clams\n' },
        at: 'clams',
        message: 'There is no team `clams`, which `owner` of SLA `answer` names.',
      },
      {
        title: 'A system where a team is meant',
        files: { 'sla.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: answer\ntitle: Answer\nversion: 0.1.0\nstatus: draft\nowner: claims\nprovider: crm\n' },
        at: 'crm',
        message: '`crm` is a system, and `provider` of SLA `answer` needs a team.',
      },
      {
        title: 'A role where a team is meant',
        files: { 'sla.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: answer\ntitle: Answer\nversion: 0.1.0\nstatus: draft\nowner: claims#lead\n' },
        at: 'claims#lead',
        message: '`claims#lead` is a role, and `owner` of SLA `answer` needs a team.',
      },
      {
        title: 'A name that has changed since',
        files: {
          'sla.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: answer\ntitle: Answer\nversion: 0.1.0\nstatus: draft\nowner: claims\naliases: [reply]\n',
          'part.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: look-up\ntitle: Look-up\nversion: 0.1.0\nstatus: draft\nowner: claims\nunderpins: [reply]\n',
        },
        at: 'reply',
        message: '`reply`, which `underpins` of SLA `look-up` names, is called `answer` now.',
      },
      {
        title: 'A kind in front of the id',
        files: {
          'sla.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: answer\ntitle: Answer\nversion: 0.1.0\nstatus: draft\nowner: claims\n',
          'record.yaml': 'apiVersion: waymark/v1\nkind: Record\nid: review-1\ntype: review\ndate: 2026-05-04\nby: [claims#lead]\nsubject: [sla:answer@0.1.0]\n',
        },
        at: 'sla:answer@0.1.0',
        message: 'There is no document `sla:answer`, which `subject` of record `review-1` names.',
      },
      {
        title: 'A status word for a system that does not exist',
        files: { 'words.yaml': 'apiVersion: waymark/v1\nkind: Glossary\nid: words\ntitle: Words\nversion: 0.1.0\nstatus: draft\nowner: claims\nstatuses:\n  - {code: open, preferred: We have your claim, perSystem: {crmm: [NEW]}}\n' },
        at: 'crmm',
        message: 'There is no system `crmm`, which `perSystem` of status word `open` names.',
      },
    ],
  },
  *check({ workspace }) {
    const broken = brokenReferences(workspace, 'document');
    const words = wordsAbout(workspace, broken.length > 0);
    const nameMissing = missingDeclarations();
    const named = broken.map((each) => told(words, typedFinding(workspace, words, each), nounsOf(each.reference), nameMissing(readReference(each.reference.text).id, nounsOf(each.reference))));
    const unmarked = brokenUnmarkedReferences(workspace).map((each) => told(words, missing(words, { ...each, known: () => each.known.keys() }), each.noun, nameMissing(each.text, each.noun)));
    yield* withoutLostNames(workspace, [...named, ...unmarked]);
  },
};

/** A finding with what it misses, in words. */
type Missed = Finding & { readonly cause: string; readonly noun: string };

/** Where an entry has lost its name, what is missing is that name, as long as no more names are missing than were lost. */
function withoutLostNames(workspace: Workspace, found: readonly Missed[]): readonly Finding[] {
  const lost = found.length === 0 ? [] : [...namelessEntries(workspace)];
  if (lost.length === 0) return found;
  const open = groupBy(found, ({ cause }) => cause);
  const explained = new Set(lost.flatMap(([noun, count]) => {
    const causes = [...open].filter(([, all]) => all.every((each) => each.meant === undefined && mayBe(each, noun))).map(([cause]) => cause);
    return causes.length > count ? [] : causes;
  }));
  return found.filter(({ cause }) => !explained.has(cause));
}

function mayBe({ noun }: Missed, lost: string): boolean {
  return noun === 'document' || noun.split(' or ').includes(lost);
}

function told({ bearers }: Words, finding: Finding, noun: string, cause: string): Missed {
  const meant = proposedBy(finding.hint);
  if (meant === undefined) return { ...finding, noun, cause };
  const nouns = noun === 'document' ? (bearers.get(meant) ?? []) : noun.split(' or ');
  return { ...finding, noun, cause, meant: nouns.map((each) => `${each} ${meant}`) };
}

/** What the workspace knows of names, and suggestions that were made already. */
interface Words {
  readonly bearers: ReadonlyMap<string, readonly string[]>;
  readonly former: ReturnType<typeof formerNames>;
  /** Documents by their title, in small letters. */
  readonly titles: ReadonlyMap<string, readonly { readonly id: string; readonly noun: string }[]>;
  readonly suggestions: Map<string, string>;
  readonly proposals: Proposals;
}

function wordsAbout(workspace: Workspace, isNeeded: boolean): Words {
  return { bearers: isNeeded ? bearersOfNames(workspace) : new Map(), former: isNeeded ? formerNames(workspace) : new Map(), titles: isNeeded ? titlesOf(workspace) : new Map(), suggestions: new Map(), proposals: new Proposals() };
}

function typedFinding(workspace: Workspace, words: Words, { reference, others }: BrokenReference): Finding {
  const noun = nounsOf(reference);
  const known = (): readonly string[] => (reference.expected.includes('Role') ? idsOf(workspace, 'Team') : noun === 'journey' ? idsOf(workspace, 'Journey') : reference.known());
  const { from, path, field } = reference;
  const wanted: Missing = { from, path, field, text: readReference(reference.text).id, part: 'value', noun, known };
  const found = withActors(reference, withRole(workspace, reference, withKind(workspace, reference, nearMiss(workspace, words, reference, wanted) ?? missing(words, wanted))));
  if (others.length === 0) return found;
  return { ...found, related: others.slice(0, 20).map((other) => ({ message: 'It is named here too.', at: { spec: other.from, path: other.path } })) };
}

/** Those who act and are no team are easily forgotten. */
function withActors({ expected }: Reference, found: Finding): Finding {
  if (!expected.includes('Actor') || !found.hint.startsWith('Declare')) return found;
  return { ...found, hint: `${found.hint} Who is no team is \`customer\` or \`partner\`.` };
}

/** `payments.lead` is the role `payments#lead` with another sign between. */
function withRole(workspace: Workspace, { expected, text }: Reference, found: Finding): Finding {
  const role = text.replace(/ ?[./: ] ?/, '#');
  return mayNameRole(expected) && role !== text && findRole(workspace, role) !== undefined ? { ...found, hint: `Did you mean \`${role}\`?` } : found;
}

/** `sla:answer` is how answers tell kinds apart. In a document the field says which kinds are meant, and a Record names what bears the id. */
function withKind(workspace: Workspace, { text }: Reference, found: Finding): Finding {
  const written = readReference(text).id;
  const spec = workspace.specAt(written as Coordinate);
  if (spec === undefined || spec.coordinate !== written) return found;
  const others = workspace.specs.filter((each) => each !== spec && each.id === spec.id);
  const next = others.length === 0 ? '' : ` ${sentence(withArticle(nounOf(others[0]!.kind)))} has the same id, and nobody can tell then which is meant: give one of them another id, with the old one under its \`aliases\`.`;
  return { ...found, hint: `Write \`${text.slice(text.indexOf(':') + 1)}\`: a document is named by its id alone.${next}` };
}

function idsOf(workspace: Workspace, kind: 'Team' | 'Journey'): readonly string[] {
  return workspace.all(kind).map(({ id }) => id);
}

/** The name exists, but under another id or as something else. */
function nearMiss(workspace: Workspace, words: Words, reference: Reference, { text: id, noun, known }: Missing): Finding | undefined {
  const { from, path, field, text } = reference;
  const [at, place] = [{ spec: from, path }, describePlace(from.kind, from.value, path.slice(0, -1))];
  const renamed = words.former.get(id);
  if (renamed !== undefined && noun.split(' or ').includes(nounOf(renamed.kind))) return { at, message: `\`${id}\`, which \`${field}\` of ${place} names, is called \`${renamed.id}\` now.`, hint: `Write \`${text.replace(id, renamed.id)}\`.` };
  if (workspace.find('Team', id) !== undefined && text !== id) return { at, message: `\`${text}\` is a role, and \`${field}\` of ${place} needs ${withArticle(noun)}.`, hint: `Write \`${id}\`.` };
  const titled = (words.titles.get(text.toLowerCase()) ?? []).filter((each) => noun.split(' or ').includes(each.noun)).map((each) => each.id);
  if (titled.length > 0) return { at, message: `There is no ${noun} \`${text}\`, which \`${field}\` of ${place} names.`, hint: idsInsteadOfTitle(titled, noun) };
  if (workspace.hasEnded(id)) return { at, message: `There is no ${noun} \`${id}\` any more, which \`${field}\` of ${place} names: it had ended by the day that is asked about.`, hint: `Name one that is in force then, or end ${place} with it.` };
  const other = words.bearers.get(id)?.[0];
  if (other === undefined) return undefined;
  return { at, message: `\`${id}\` is ${withArticle(other)}, and \`${field}\` of ${place} needs ${withArticle(noun)}.`, hint: suggest(words, { from, text: id, noun, known }) };
}

type Missing = Pick<UnmarkedReference, 'from' | 'path' | 'part' | 'field' | 'text' | 'noun'> & { readonly known: () => Iterable<string> };

function missing(words: Words, { from, path, part, field, text, noun, known }: Missing): Finding {
  const place = describePlace(from.kind, from.value, path.slice(0, -1));
  return { at: { spec: from, path, part }, message: `There is no ${noun} \`${text}\`, which \`${field}\` of ${place} names.`, hint: suggest(words, { from, text, noun, known }) };
}

function suggest(words: Words, wanted: Pick<Missing, 'from' | 'text' | 'noun' | 'known'>): string {
  const { text, noun } = wanted;
  const found = proposal(words, wanted);
  if (found.startsWith('Did you mean')) return found;
  const place = declaredAt[noun];
  if (found !== '') return noun === 'event' && mayBeCalled(noun, text) ? `${found} Or declare it ${place}.` : found;
  return `Declare ${withArticle(noun)} ${nameToDeclare(noun, text)}${place === undefined ? '' : ` ${place}`}, or name one that exists.`;
}

/** The name that is missing, or what a name looks like where nothing can be called like that. */
function nameToDeclare(noun: string, text: string): string {
  if (mayBeCalled(noun, text)) return `\`${text}\``;
  return noun === 'event' ? 'with a name of letters, digits, `.`, `_` and `-`' : 'with an id of small letters, digits and hyphens';
}

/** True when one of the things in words could bear the name. A channel may be called anything. */
function mayBeCalled(noun: string, text: string): boolean {
  return noun.split(' or ').some((each) => each === 'channel' || new RegExp(scalars[each === 'event' ? 'Name' : 'Id']!.form.pattern!, 'u').test(text));
}

/** Looking for the nearest name is slow in a large workspace: each is looked for once. */
function proposal({ suggestions, proposals }: Words, { from, text, noun, known }: Pick<Missing, 'from' | 'text' | 'noun' | 'known'>): string {
  const [key, file] = [`${noun} ${text}`, from.document.source.uri];
  const earlier = suggestions.get(key);
  if (earlier !== undefined || !proposals.hasTime(file)) return earlier ?? '';
  const found = proposals.didYouMean(file, text, known);
  suggestions.set(key, found);
  return found;
}

/** Where what is not a document of its own is declared. */
const declaredAt: { readonly [noun: string]: string | undefined } = {
  event: 'under `emits` of the system that tells it',
  'data element': 'under `elements` of a data catalogue',
  purpose: 'under `purposes` of a data catalogue',
  'data class': 'under `classes` of a data catalogue',
  'status word': 'under `statuses` of a glossary',
  'service tier': 'under `tier` of a persona',
  channel: 'under `channels` of the Policy',
  regime: 'under `regimes` of the Policy',
  forum: 'under `forums` of the Policy',
  phase: 'under `lifecycle` of the Policy',
};

const nouns: { readonly [target: string]: string } = { DataClass: 'data class', LifecyclePhase: 'phase', Element: 'data element', Status: 'status word', Tier: 'service tier', Role: 'team', Actor: 'team', Consumer: 'team', 'Team or role': 'team', Moment: 'event or step', Step: 'journey', Subject: 'document' };

/** Of a reference that may lead to several kinds, the kinds in words. */
function nounsOf({ from, expected, text }: Reference): string {
  const targets = expected.filter((each) => each !== 'none' && each !== '*');
  if (text.includes('#') && targets.some((each) => each === 'Moment' || each === 'Step')) return 'journey';
  return listOf(targets.map((each) => nouns[each] ?? nounOf(each === 'same kind' ? from.kind : each)), 'or');
}

function withArticle(noun: string): string {
  return /^(?:[aeiou]|SLA)/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
