import { createHash } from 'node:crypto';
import type { CalendarDay } from '../base/date.js';
import type { Coordinate, Problem } from '../base/diagnostic.js';
import { groupBy } from '../base/groups.js';
import { Proposals } from '../base/proposals.js';
import { fieldOf } from '../base/json.js';
import type { Document } from '../load/document.js';
import { workspaceFile, type LoadedFiles, type UnreadFile } from '../load/load-documents.js';
import type { KindName } from '../schema/generated/language-table.js';
import { buildJourney, type JourneyModel } from './journey.js';
import { applyOverlay, type Variant } from './overlay.js';
import { missingFiles } from './missing-files.js';
import { effectivePolicy, type EffectivePolicy } from './policy.js';
import { readSpecs } from './read-specs.js';
import { lazy } from '../base/lazy.js';
import { referenceBook, type ReferenceBook } from './reference-book.js';
import type { Reference } from './references.js';
import { buildRegisters, type Registers } from './registers.js';
import type { Names } from './resolve.js';
import { documentPartOf, type Spec } from './spec.js';
import { textFiles, type TextFiles } from './text-files.js';
import { variantsWithinLimits, type LeftOutVariants } from './variant-limits.js';
import { wordsOf } from './broken-words.js';

/** All that a folder says, as one immutable model. Broken documents add nothing to it and are remembered. */
export interface Workspace {
  /** The Workspace document; absent when the folder has none that is sound. */
  readonly root: Spec<'Workspace'> | undefined;
  /** What tells it from other workspaces, wherever it is read from: its namespace and id, else the name of its folder. */
  readonly name: string;
  readonly documents: readonly Document[];
  /** Problems of files that hold no document. */
  readonly problems: readonly Problem[];
  /** Files that may hold documents and cannot be read. @internal */
  readonly unread: readonly UnreadFile[];
  readonly policy: EffectivePolicy;
  readonly registers: Registers;
  /** Every spec, entries of Directories included, variants in their effective form. */
  readonly specs: readonly Spec[];
  /** Every journey whose content is known: a variant only when its base is. */
  readonly journeys: readonly JourneyModel[];
  readonly variants: readonly Variant[];
  /** Variants that are too much for one file or one workspace: their names are known, and nothing of their content. */
  readonly leftOut: readonly LeftOutVariants[];
  /** Every reference. A workspace has a hundred for each journey, so they are read anew each time and not kept. */
  readonly references: Iterable<Reference>;
  /** References that lead nowhere. */
  readonly unresolved: readonly Reference[];
  /** References that lead to a role of a team, or to one version of a document. */
  readonly precise: readonly Reference[];
  /** Specs of one kind, in the order of files. */
  all<Kind extends KindName>(kind: Kind): readonly Spec<Kind>[];
  /** The spec of a kind with an id. */
  find<Kind extends KindName>(kind: Kind, id: string): Spec<Kind> | undefined;
  /** The first spec of this id, whatever its kind. */
  named(id: string): Spec | undefined;
  /** A journey by its id. */
  journey(id: string): JourneyModel | undefined;
  /** The spec that a coordinate leads to, whether to the whole or to a place inside. */
  specAt(target: Coordinate): Spec | undefined;
  /** Specs that name a document, or a place inside it. */
  namedBy(document: Coordinate): readonly Spec[];
  /** References that lead to a coordinate. */
  referencesTo(target: Coordinate): readonly Reference[];
  /** References that a spec makes. */
  referencesFrom(source: Coordinate): readonly Reference[];
  /** True for a version that is known beside the one that is here: of a workspace as it was in force, one that was announced for later. */
  isAnnounced(id: string, version: string): boolean;
  /** What adds nothing to it and may be named in it all the same: documents of other repositories, and those that had ended or begin later where it is as it was in force. */
  beside(): readonly Document[];
  /** Of a workspace as it was in force: the first day of what was announced and is not in force yet; `undefined` for anything else. */
  beginsOn(kind: KindName, id: string): CalendarDay | undefined;
  /** Of a workspace as it was in force: true for the id of what had ended by then and is not there any more. */
  hasEnded(id: string): boolean;
  /** True when a document that is broken, or not in force yet, may declare this name, so that nothing is said about its absence. */
  perhapsDeclared(name: string): boolean;
  /** Path of a file from the folder of the workspace, by the path that the reader knows. */
  pathOf(uri: string): string;
  /** SHA-256 of a file of the workspace in hexadecimal; `undefined` when there is no such file to read. */
  hashOf(path: string): string | undefined;
  /** Files with words for customers that documents name. */
  readonly texts: TextFiles;
  /** True when a path that begins at a document's folder leads to nothing in the workspace. */
  isMissing(document: Document, path: string): boolean;
  /** Documents of another repository, by the name they are imported under. */
  imported(name: string): readonly Document[];
}

/** Builds the model from loaded files. Never fails: what cannot be used is left out. */
export function buildWorkspace(files: LoadedFiles): Workspace {
  const written = firstOfEach(readSpecs(files.documents));
  const { journeys, variants, leftOut, specs } = readJourneys(written);
  const root = specs.find((spec): spec is Spec<'Workspace'> => spec.kind === 'Workspace');
  const policy = effectivePolicy(specs, brokenDocuments(files), root);
  const journeyById = new Map(journeys.map((journey) => [journey.id, journey]));
  const registers = buildRegisters(specs, journeyById);
  const byKind = groupBy(specs, ({ kind }): string => kind);
  const idsByKind = new Map([...byKind].map(([kind, list]) => [kind, new Map(list.map((spec) => [spec.id, spec]))]));
  const byId = new Map(specs.toReversed().map((spec) => [spec.id, spec]));
  const names: Names = {
    registers,
    policy,
    specs,
    imported: importedIds(files),
    spec: (kind, id) => idsByKind.get(kind)?.get(id),
    named: (id) => byId.get(id),
    idsOf: (kind) => (byKind.get(kind) ?? []).map(({ id }) => id),
    journey: (id) => journeyById.get(id),
  };
  const broken = [...brokenDocuments(files), ...unbuiltVariants(specs, variants).map(({ document }) => document)];
  const found = lookups(files, names, byKind, [...broken, ...(files.later ?? [])]);
  const book = referenceBook(names, found.specAt);
  return withBook(book, { root, name: nameOf(files), documents: files.documents, problems: files.problems, unread: files.unread ?? [], policy, registers, specs, journeys, variants, leftOut, ...found });
}

/** The book is sorted when somebody asks, so its lists are not read here. */
function withBook(book: ReferenceBook, rest: Omit<Workspace, keyof ReferenceBook>): Workspace {
  const { references, namedBy, referencesTo, referencesFrom } = book;
  return {
    ...rest,
    references,
    namedBy,
    referencesTo,
    referencesFrom,
    get unresolved() {
      return book.unresolved;
    },
    get precise() {
      return book.precise;
    },
  };
}

type Lookups = Pick<Workspace, 'pathOf' | 'all' | 'find' | 'named' | 'journey' | 'specAt' | 'isAnnounced' | 'beside' | 'beginsOn' | 'hasEnded' | 'perhapsDeclared' | 'hashOf' | 'texts' | 'isMissing' | 'imported'>;

function brokenDocuments({ documents }: LoadedFiles): readonly Document[] {
  return documents.filter(({ problems }) => problems.length > 0);
}

/** Variants that are no journeys: what they would declare is missing as well. */
function unbuiltVariants(specs: readonly Spec[], variants: readonly Variant[]): readonly Spec[] {
  const sound = new Set(variants.filter(({ failures, problems }) => failures.length + problems.length === 0).map(({ spec }) => spec.id));
  return specs.filter((spec) => spec.kind === 'Journey' && (spec as Spec<'Journey'>).value.extends !== undefined && !sound.has(spec.id));
}

/** Read from the document as it is written, so that a mistake in it leaves the name as it was. */
function nameOf({ documents, prefix, folder }: LoadedFiles): string {
  const own = documents.find(({ kind, source }) => kind === 'Workspace' && source.uri === prefix + workspaceFile)?.value;
  const parts = [fieldOf(own, 'namespace'), fieldOf(own, 'id')].filter((part) => typeof part === 'string');
  return parts.length === 0 ? folder : parts.join('/');
}

function lookups(files: LoadedFiles, names: Names, byKind: ReadonlyMap<string, readonly Spec[]>, broken: readonly Document[]): Lookups {
  const specs = lazy(() => new Map(names.specs.map((spec) => [spec.coordinate, spec])));
  const words = lazy(() => wordsOf(broken));
  const later = lazy(() => new Map(readSpecs(files.later ?? []).map(({ kind, id, value }) => [`${kind} ${id}`, fieldOf(fieldOf(value, 'effective'), 'from')])));
  const ended = lazy(() => new Set(readSpecs(files.ended?.() ?? []).map(({ id }) => id)));
  return {
    all: <Kind extends KindName>(kind: Kind) => (byKind.get(kind) ?? []) as readonly Spec<Kind>[],
    find: <Kind extends KindName>(kind: Kind, id: string) => names.spec(kind, id) as Spec<Kind> | undefined,
    named: names.named,
    journey: names.journey,
    specAt: (target) => specs().get(documentPartOf(target)),
    isAnnounced: (id, version) => files.announced?.has(`${id}@${version}`) === true,
    beside: () => [...[...files.imports.values()].flat(), ...(files.later ?? []), ...(files.ended?.() ?? [])],
    beginsOn: (kind, id) => later().get(`${kind} ${id}`) as CalendarDay | undefined,
    hasEnded: (id) => ended().has(id),
    perhapsDeclared: (name) => words().has(name),
    pathOf: (uri) => uri.slice(files.prefix.length),
    hashOf: (path) => hashOf(files, path),
    texts: textFiles(files.tree),
    isMissing: missingFiles(files),
    imported: (name) => files.imports.get(name) ?? [],
  };
}

interface ReadJourneys {
  readonly specs: readonly Spec[];
  readonly journeys: readonly JourneyModel[];
  readonly variants: readonly Variant[];
  readonly leftOut: readonly LeftOutVariants[];
}

/** Variants take the place of what their document says alone; one without a usable base, with faults in its overlay or beyond a limit is no journey. */
function readJourneys(written: readonly Spec[]): ReadJourneys {
  const bases = new Map(written.filter((spec): spec is Spec<'Journey'> => spec.kind === 'Journey' && (spec as Spec<'Journey'>).value.stages !== undefined).map((spec) => [spec.id, spec]));
  const derived = written.flatMap((spec) => {
    const id = spec.kind === 'Journey' ? (spec as Spec<'Journey'>).value.extends?.split('@')[0] : undefined;
    const base = id === undefined ? undefined : bases.get(id);
    return base === undefined || base.value.extends !== undefined ? [] : [{ variant: spec as Spec<'Journey'>, base }];
  });
  const [{ within, leftOut }, proposals] = [variantsWithinLimits(derived), new Proposals()];
  const variants = within.map((each) => applyOverlay(each, proposals));
  const effective = new Map(variants.map(({ spec }) => [spec.id, spec]));
  const specs = written.map((spec) => (spec.kind === 'Journey' ? (effective.get(spec.id) ?? spec) : spec));
  const unbuilt = new Set<Spec>(unbuiltVariants(specs, variants));
  const known = specs.filter((spec): spec is Spec<'Journey'> => spec.kind === 'Journey' && (spec as Spec<'Journey'>).value.stages !== undefined && !unbuilt.has(spec));
  return { specs, variants, leftOut, journeys: known.map(buildJourney) };
}

/** Where two specs claim one id, the first holds and a rule tells of the second. */
function firstOfEach(specs: readonly Spec[]): readonly Spec[] {
  const seen = new Set<string>();
  return specs.filter(({ coordinate }) => !seen.has(coordinate) && seen.add(coordinate));
}

function importedIds(files: LoadedFiles): ReadonlyMap<string, string> {
  const ids = [...files.imports].flatMap(([name, documents]) => documents.flatMap(({ kind, value }) => (kind === undefined ? [] : [[`${name}/${String(value['id'])}`, kind] as const])));
  return new Map(ids);
}

function hashOf(files: LoadedFiles, path: string): string | undefined {
  const content = files.tree.read(path);
  return 'bytes' in content ? createHash('sha256').update(content.bytes).digest('hex') : undefined;
}
