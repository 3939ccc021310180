import { leftOutSpecs } from '../../../analysis/doubled-specs.js';
import { isSharedList, repeatedClaims, sharedClaims, type IdClaim } from '../../../analysis/shared-ids.js';
import { plural, specName } from '../../../analysis/spec-words.js';
import { walkFor } from '../../../schema/walk.js';
import { fieldOf, isArray, type JsonValue, type Path } from '../../../base/json.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { TypeExpression } from '../../../schema/language.js';
import { describePlace, nounOf } from '../../../schema/names.js';
import { shapeOf } from '../../../schema/type-at.js';
import { draftDocument, draftJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const journey = (rest: string): string => draftJourney('lost-card', 'report', `      - {id: call, title: Customer reports the loss, lane: customer, channel: phone}
${rest}`);

const catalog = (id: string): string => `apiVersion: waymark/v1
kind: DataCatalog
id: ${id}
title: Data of ${id}
version: 0.1.0
status: draft
owner: claims
elements:
  - {id: card-number, title: Card number, class: restricted, nature: personal}
`;

/** Two things with one id. */
export const idsUnique: Rule = {
  id: 'structure/ids-unique',
  code: 'STR-003',
  summary: 'An id is given once: to one document of its kind, and to one entry of a list.',
  rationale: 'Whoever refers to an id that two things have gets one of them, and nobody knows which one was meant.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M8.4'],
  examples: {
    valid: [
      {
        title: 'A team and a journey may share an id, and so may a stage and a step',
        files: { 'journey.yaml': journey('  - id: call\n    title: Block\n    steps:\n      - {id: block, title: We block the card, lane: backstage, end: success}\n').replace('id: lost-card', 'id: claims') },
      },
    ],
    invalid: [
      {
        title: 'A team that stands in the Directory already',
        files: { 'team.yaml': draftDocument('Team', 'payments') },
        at: 'payments',
        message: 'There are two teams `payments`.',
      },
      {
        title: 'One step id in two stages',
        files: { 'journey.yaml': journey('  - id: block\n    title: Block\n    steps:\n      - {id: call, title: We block the card, lane: backstage, end: success}\n') },
        at: 'call',
        message: 'There are two steps `call` in journey `lost-card`.',
      },
      {
        title: 'One role twice in a team',
        files: { 'team.yaml': draftDocument('Team', 'card-desk', 'roles:\n  - {id: lead, title: Head of the desk}\n  - {id: lead, title: Deputy}\n') },
        at: 'lead',
        message: 'There are two roles `lead` in team `card-desk`.',
      },
      {
        title: 'One data element in two catalogues',
        files: { 'cards.yaml': catalog('cards'), 'claims.yaml': catalog('claims-data') },
        at: 'card-number',
        message: 'There are two data elements `card-number`.',
      },
      {
        title: 'One passage of work described twice',
        files: { 'journey.yaml': journey('      - {id: block, title: We block the card, lane: backstage, actor: payments, end: success}\nhandoffs:\n  - {from: call, to: block}\n  - {from: call, to: report.block}\n') },
        at: 'call',
        message: 'There are two handoffs `call>block` in journey `lost-card`.',
      },
      {
        title: 'One pain id in a step and in the journey',
        files: { 'journey.yaml': journey('    pains: [{id: long-queue, text: A long queue}]\npains: [{id: long-queue, text: Nobody answers}]\n') },
        at: 'long-queue',
        message: 'There are two pains `long-queue` in journey `lost-card`.',
      },
      {
        title: 'A second workspace in one folder',
        files: { 'other.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: other\ntitle: Other\ncurrency: CHF\n' },
        at: 'Workspace',
        message: 'This folder is the workspace `example` already, so `other` changes nothing.',
      },
    ],
  },
  *check({ workspace }) {
    yield* otherWorkspaces(workspace);
    yield* sharedIdsTwice(workspace);
    for (const spec of workspace.specs) if (spec.directory === undefined) yield* repeatsInLists(spec);
  },
  checkJourneys: () => (each) => [...repeats(stepClaims(each)), ...repeats(handoffClaims(each))],
};

/** What the whole workspace knows by one id and has twice: nothing but the names of files says which of the two counts. */
export function* sharedIdsTwice(workspace: Workspace): Iterable<Finding> {
  yield* doubledDocuments(workspace);
  yield* repeats(sharedClaims(workspace));
}

/** Something that bears an id, in the words of a finding. */
interface Claim extends IdClaim {
  /** ``in journey `lost-card` ``; absent for what the whole workspace shares. */
  where?(): string;
}

function repeats(claims: readonly Claim[]): readonly Finding[] {
  return repeatedClaims(claims).map(({ claim, first }) => repeat(claim, first));
}

function repeat({ id, noun, place, where }: Claim, earlier: Claim): Finding {
  return {
    at: place,
    message: `There are two ${plural(noun)} \`${id}\`${where === undefined ? '' : ` ${where()}`}.`,
    hint: 'Give one of them another id, or delete it. Whatever refers to this id gets the first.',
    related: [{ message: 'The first stands here.', at: earlier.place }],
  };
}

/** A folder is one workspace, whatever the ids. */
function* otherWorkspaces({ specs, root }: Workspace): Iterable<Finding> {
  for (const spec of specs) {
    if (spec.kind !== 'Workspace' || spec === root || root === undefined) continue;
    yield { at: { spec, path: ['kind'] }, message: `This folder is the workspace \`${root.id}\` already, so \`${spec.id}\` changes nothing.`, hint: 'Move the fields that you need into waymark.yaml, and delete this document.', related: [{ message: 'The workspace stands here.', at: { spec: root, path: ['id'] } }] };
  }
}

/** The entries of a Directory that is there twice are told with it. */
function* doubledDocuments(workspace: Workspace): Iterable<Finding> {
  const leftOut = leftOutSpecs(workspace);
  const known = new Set(leftOut);
  for (const spec of leftOut) {
    const first = workspace.specAt(spec.coordinate)!;
    const isToldWhole = spec.directory !== undefined && known.has(spec.directory) && first.directory?.coordinate === spec.directory.coordinate;
    if (!isToldWhole) yield repeat(documentClaim(spec), documentClaim(first));
  }
}

function documentClaim(spec: Spec): Claim {
  return { id: spec.id, noun: nounOf(spec.kind), place: spec.directory === undefined ? { spec, path: ['id'] } : { spec, path: [], part: 'key' } };
}

const namedLists = walkFor((type) => type.type === 'list' && namingField(type) !== undefined);

/** What is told of a customer's way keeps its id when it is moved to another step, so the whole document is compared. */
const movable: readonly string[] = ['Pain', 'Idea', 'Quote'];

function repeatsInLists(spec: Spec): readonly Finding[] {
  const [found, moving]: [Finding[], Claim[]] = [[], []];
  namedLists(spec.kind, spec.value, (type, value, keys) => {
    const naming = namingField(type)!;
    if (!isArray(value)) return;
    if (movable.includes(naming.shape)) moving.push(...entryClaims(spec, naming, value, [...keys], []));
    else if (!isToldElsewhere(spec, keys) && hasRepeats(value, naming.key)) found.push(...repeats(entryClaims(spec, naming, value, [...keys], keys.slice())));
  });
  return [...found, ...repeats(moving)];
}

function hasRepeats(list: readonly JsonValue[], key: string): boolean {
  if (list.length < 2) return false;
  const names = new Set<JsonValue>();
  for (const entry of list) {
    const name = fieldOf(entry, key);
    if (name !== undefined && names.has(name)) return true;
    if (name !== undefined) names.add(name);
  }
  return false;
}

/** Steps are compared across stages, and what the workspace shares across documents. */
function isToldElsewhere(spec: Spec, keys: Path): boolean {
  return keys.length === 1 ? isSharedList(spec.kind, String(keys[0])) : spec.kind === 'Journey' && keys.length === 3 && keys[2] === 'steps';
}

/** `holder` is the path of what the list belongs to in the words of the finding. */
function entryClaims(spec: Spec, { key, shape }: Naming, list: readonly JsonValue[], path: Path, holder: Path): readonly Claim[] {
  const where = (): string => `in ${describePlace(spec.kind, spec.value, holder)}`;
  return list.flatMap((entry, index) => {
    const id = fieldOf(entry, key);
    return typeof id === 'string' ? [{ id, noun: nounOf(shape), where, place: { spec, path: [...path, index, key] } }] : [];
  });
}

interface Naming {
  readonly shape: string;
  readonly key: string;
}

const namings = new Map<TypeExpression, Naming | undefined>();

/** The field by which the entries of a list are told apart; a name that may be absent tells nothing apart. */
function namingField(type: TypeExpression): Naming | undefined {
  if (!namings.has(type)) namings.set(type, findNaming(type));
  return namings.get(type);
}

function findNaming(type: TypeExpression): Naming | undefined {
  if (type.type !== 'list' || type.of.type !== 'object') return undefined;
  const { shape } = type.of;
  const fields = shapeOf(shape);
  const key = ['id', 'code', 'name'].find((each) => fields[each] !== undefined && (each !== 'name' || fields[each].required));
  return key === undefined ? undefined : { shape, key };
}

/** A step's id is unique in the journey, so that it may move between stages. Of a stage that is there twice the steps are told with it. */
function stepClaims({ spec, steps, step, stage }: JourneyModel): readonly Claim[] {
  if (steps.every((each) => step(each.id) === each)) return [];
  return steps.filter((each) => stage(each.stage.id) === each.stage || step(each.id)?.stage.id !== each.stage.id).map(({ id, path }) => ({ id, noun: 'step', where: () => `in ${specName(spec)}`, place: { spec, path: [...path, 'id'] } }));
}

function handoffClaims({ spec, step }: JourneyModel): readonly Claim[] {
  const { handoffs = [] } = spec.value;
  return handoffs.length < 2 ? [] : handoffs.map(({ from, to }, index) => ({ id: `${step(from)?.id ?? from}>${step(to)?.id ?? to}`, noun: 'handoff', where: () => `in ${specName(spec)}`, place: { spec, path: ['handoffs', index, 'from'] } }));
}
