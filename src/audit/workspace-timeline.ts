import { compareText, type Coordinate } from '../base/diagnostic.js';
import { fieldOf, sameJson, type JsonObject } from '../base/json.js';
import { renamings } from '../diff/match-specs.js';
import type { Document } from '../load/document.js';
import type { FileContent } from '../load/file-tree.js';
import type { PastEdit } from '../load/history.js';
import { filesRead, readFile, settingsIn, textOf, workspaceFile, type ReadFile } from '../load/load-documents.js';
import { SharedTexts } from '../load/shared-texts.js';
import { readSpecs } from '../model/read-specs.js';
import type { Spec } from '../model/spec.js';
import { alsoInForce } from './also-in-force.js';
import { basesAhead } from './base-line.js';
import { doubledAfter, type Doubled } from './doubled.js';
import { HiddenSpecs, type BrokenFile, type Standing } from './hidden-specs.js';
import { NamedWords, wordsNamedBy } from './named-words.js';
import { isOnlyMoved, versionFrom, type Held, type Moment, type SpecTimeline, type SpecVersion, type VersionEvent } from './spec-timeline.js';
import { unreadAfter, type UnreadFile } from './unread-files.js';

/** A file as a commit left it. */
export interface FileThen {
  readonly path: string;
  readonly blob: string;
  readonly content: FileContent;
}

/** A name of a workspace. */
export interface NameThen {
  /** Namespace and id. */
  readonly name: string;
  /** The commit from which on it is called so. */
  readonly since: Moment;
}

/** One spec through the commits, while they are walked. */
interface Line extends SpecTimeline {
  coordinate: Coordinate;
  readonly versions: SpecVersion[];
  doubled: readonly Doubled[];
  /** What it is at the moment; `undefined` while it is gone. */
  held: Held | undefined;
}

/**
 * Follows one workspace from commit to commit. Only files that a commit has touched are read, and only specs that stood or stand in them are
 * compared, so a walk costs as much as what was done, however large the workspace is.
 */
export class WorkspaceTimeline {
  /** Folders that it was in from a place of the branch on, the first first. */
  readonly #roots: { readonly from: number; readonly root: string }[] = [];
  readonly #names: NameThen[] = [];
  readonly #lines: Line[] = [];
  /** The line that has a coordinate at the moment, or had it last. */
  readonly #lineAt = new Map<Coordinate, Line>();
  /** The line that had a coordinate last and was given another one. */
  readonly #lineOnceAt = new Map<Coordinate, Line>();
  readonly #heldIn = new Map<string, readonly Held[]>();
  readonly #holders = new Map<Coordinate, readonly Held[]>();
  readonly #hidden = new HiddenSpecs();
  #unread: readonly UnreadFile[] = [];
  #isReadWhole = true;
  readonly #variants = new Set<Line>();
  readonly #shared = new SharedTexts();
  readonly #blobs = new Map<string, string>();
  readonly #words: NamedWords;
  /** Names of what names words that the commit at hand made other ones. */
  #reworded: ReadonlySet<Coordinate> = new Set();
  #settings: JsonObject | undefined;
  readonly #settled: { readonly from: number; readonly settings: JsonObject }[] = [];
  /** While nobody knows which files are its own, none is. */
  #isRead = (_: string): boolean => false;

  /** @internal */
  constructor(read: (edit: PastEdit) => FileContent) {
    this.#words = new NamedWords(read);
  }

  /** Its folder from the top of the repository, as it was last; empty for the top. */
  get root(): string {
    return this.#roots.at(-1)?.root ?? '';
  }

  /** Every folder that it was in, the first first. */
  get roots(): readonly string[] {
    return this.#roots.map(({ root }) => root);
  }

  /** Its folder as it was at a commit. @internal */
  rootAt(place: number): string {
    return (this.#roots.findLast(({ from }) => from <= place) ?? this.#roots[0])?.root ?? '';
  }

  /** Says in which folder it is from a commit on. @internal */
  enter(root: string, { place }: Moment): void {
    if (this.#roots.at(-1)?.root !== root) this.#roots.push({ from: place, root });
  }

  /** Every spec that ever stood in it. */
  get specs(): readonly SpecTimeline[] {
    return this.#lines;
  }

  /** Files that could not be read for a time, or cannot be. @internal */
  get unread(): readonly UnreadFile[] {
    return this.#unread;
  }

  /** True where every file of every commit could be read, drafts included: then it is known what each name ever stood for. @internal */
  get isReadWhole(): boolean {
    return this.#isReadWhole;
  }

  /** What tells it from other workspaces: its namespace and id, as they were last. */
  get name(): string {
    return nameIn(this.#settings);
  }

  /** What it was called, the first name first, and from which commit on. More than one where it was renamed. */
  get names(): readonly NameThen[] {
    return this.#names;
  }

  /** True of the name that it has, and of one that it had at any commit of the branch. */
  wasCalled(name: string): boolean {
    return this.#names.some((each) => each.name === name);
  }

  get title(): string {
    const title = fieldOf(this.#settings, 'title');
    return typeof title === 'string' ? title : this.root;
  }

  /** The files that it holds at the moment, with the ids of their bytes. @internal */
  get blobs(): ReadonlyMap<string, string> {
    return this.#blobs;
  }

  /** The document that a version stood in, where it still stands like that. @internal */
  documentHeld({ file, blob, coordinate }: SpecVersion): Document | undefined {
    return this.#heldIn.get(file)?.find((held) => held.blob === blob && held.spec.coordinate === coordinate)?.spec.document;
  }

  /** What its `waymark.yaml` said at a commit, or while that could not be read, before; `undefined` where it never said anything. @internal */
  settingsAt({ place }: Pick<Moment, 'place'>): JsonObject | undefined {
    return this.#settled.findLast(({ from }) => from <= place)?.settings;
  }

  /** Takes over what its `waymark.yaml` says of files, before it is asked {@link takes}. @internal */
  settle(file: FileThen, moment: Moment): void {
    const settings = settingsIn(this.#parse(file), this.#settings);
    if (settings === undefined || settings === this.#settings) return;
    this.#settings = settings;
    this.#settled.push({ from: moment.place, settings });
    this.#isRead = filesRead(settings);
    if (this.name !== '' && this.name !== this.#names.at(-1)?.name) this.#names.push({ name: this.name, since: moment });
  }

  /** Whether a file below its folder, by its path from there, is one of its own. @internal */
  takes(path: string): boolean {
    return path === workspaceFile || this.#isRead(path);
  }

  /** Files with words that a document may name, as they ever were, by their paths from here. @internal */
  get textPaths(): readonly string[] {
    return this.#words.paths;
  }

  /** A file with words that a document may name, by its path from here, as a commit held it. @internal */
  wordsAt(path: string, { place }: Pick<Moment, 'place'>): PastEdit | undefined {
    return this.#words.at(path, place);
  }

  /** Takes over what a commit did to documents, and to files that they may name. `undefined` stands for a document that is gone. @internal */
  add(moment: Moment, files: ReadonlyMap<string, FileThen | undefined>, texts: ReadonlyMap<string, PastEdit>): void {
    if (files.size + texts.size === 0) return;
    const touched = new Set<Coordinate>();
    const before = new Map([...files.keys()].map((path) => [path, this.#standing(path)]));
    const broken = [...files].flatMap(([path, file]) => this.#replace(moment, path, file, touched) ?? []);
    const left = [...before].flatMap(([path, standing]) => (standing === undefined || files.get(path) !== undefined ? [] : [standing]));
    for (const file of broken) this.#hidden.add(file, before.get(file.path), left);
    this.#reword(moment, texts, touched);
    this.#compare(moment, touched);
  }

  #reword(moment: Moment, texts: ReadonlyMap<string, PastEdit>, touched: Set<Coordinate>): void {
    const isOther = this.#words.add(moment, texts);
    const others = texts.size === 0 ? [] : this.#lines.filter(({ held }) => held !== undefined && wordsNamedBy(held.spec).some(isOther));
    this.#reworded = new Set(others.map(({ coordinate }) => coordinate));
    for (const coordinate of this.#reworded) touched.add(coordinate);
  }

  #parse({ path, content }: FileThen): ReadFile {
    return readFile(path, content, this.#shared);
  }

  #standing(path: string): Standing | undefined {
    const [held, hidden] = [this.#heldIn.get(path) ?? [], this.#hidden.at(path)];
    const text = held[0]?.spec.document.source.text ?? hidden?.text;
    return text === undefined ? undefined : { blob: this.#blobs.get(path)!, text, specs: new Set([...held.map(({ spec }) => spec.coordinate), ...(hidden?.specs ?? [])]) };
  }

  /** Returns what it is where nobody can read it. */
  #replace(moment: Moment, path: string, file: FileThen | undefined, touched: Set<Coordinate>): BrokenFile | undefined {
    const before = this.#heldIn.get(path) ?? [];
    const read = file === undefined ? undefined : this.#parse(file);
    const after = file === undefined ? [] : readSpecs(read!.documents).map((spec): Held => ({ file: path, blob: file.blob, spec }));
    const broken = read?.documents.filter(({ problems }) => problems.length > 0) ?? [];
    const isBroken = file !== undefined && ('problem' in file.content || broken.length > 0);
    this.#isReadWhole &&= !isBroken;
    this.#unread = unreadAfter(this.#unread, { file: path, blob: file?.blob, broken: isBroken ? broken : undefined }, moment);
    for (const { spec } of [...before, ...after]) touched.add(spec.coordinate);
    for (const coordinate of this.#hidden.at(path)?.specs ?? []) touched.add(coordinate);
    this.#hidden.delete(path);
    for (const held of before) this.#holders.set(held.spec.coordinate, this.#holders.get(held.spec.coordinate)!.filter((each) => each !== held));
    for (const held of after) this.#holders.set(held.spec.coordinate, [...(this.#holders.get(held.spec.coordinate) ?? []), held].sort((a, b) => this.#byPlace(a, b)));
    if (file === undefined) this.#blobs.delete(path);
    else this.#blobs.set(path, file.blob);
    if (after.length === 0) this.#heldIn.delete(path);
    else this.#heldIn.set(path, after);
    return isBroken ? { path, blob: file.blob, text: 'problem' in file.content ? '' : textOf(file.content.bytes), broken } : undefined;
  }

  /** Where two specs claim one id, the first holds: that of `waymark.yaml`, then in the order of files. */
  #byPlace(a: Held, b: Held): number {
    const own = `${this.root === '' ? '' : `${this.root}/`}${workspaceFile}`;
    return Number(b.file === own) - Number(a.file === own) || compareText(a.file, b.file) || a.spec.document.index - b.spec.document.index;
  }

  #compare(moment: Moment, touched: ReadonlySet<Coordinate>): void {
    const [gone, fresh, changed]: [Line[], Held[], Set<Line>] = [[], [], new Set()];
    for (const coordinate of touched) {
      const line = this.#lineAt.get(coordinate);
      const held = this.#holders.get(coordinate)?.[0];
      if (line?.held === undefined) {
        if (held !== undefined) fresh.push(held);
      } else if (held !== undefined) {
        this.#tell(line, held, eventBetween(line.held, held, line.versions.at(-1)!, this.#reworded.has(coordinate)), moment, changed);
      } else if (!this.#isHidden(line, line.held, moment, changed)) gone.push(line);
    }
    this.#settle(gone, fresh, moment, changed);
    for (const coordinate of touched) this.#tellDoubled(coordinate, moment);
    this.#tellVariants(moment, changed);
  }

  /** Tells it where it begins, and again where the file is moved. */
  #isHidden(line: Line, held: Held, moment: Moment, changed: Set<Line>): boolean {
    const [file, last] = [this.#hidden.holding(held.spec, held.file), line.versions.at(-1)!];
    if (file !== undefined && (last.event !== 'unreadable' || last.file !== file)) this.#tell(line, { ...held, file }, 'unreadable', moment, changed);
    return file !== undefined;
  }

  #tellDoubled(coordinate: Coordinate, moment: Moment): void {
    const line = this.#lineAt.get(coordinate);
    if (line !== undefined) line.doubled = doubledAfter(line.doubled, (this.#holders.get(coordinate) ?? []).map(({ file }) => file), moment);
  }

  /** What is gone and what is new: one may be the other under a new id. */
  #settle(gone: readonly Line[], fresh: readonly Held[], moment: Moment, changed: Set<Line>): void {
    const bySpec = new Map<Spec, Held>(fresh.map((held) => [held.spec, held]));
    const renamed = new Map(renamings(gone.map(({ held }) => held!.spec), fresh.map(({ spec }) => spec)).map(({ before, after }) => [before.coordinate, bySpec.get(after)!]));
    const taken = new Set(renamed.values());
    for (const line of gone) {
      const held = renamed.get(line.coordinate);
      if (held === undefined) this.#leave(line, moment, changed);
      else this.#rename(line, held, moment, changed);
    }
    for (const held of fresh) if (!taken.has(held)) this.#enter(held, moment, changed);
  }

  #leave(line: Line, moment: Moment, changed: Set<Line>): void {
    this.#tell(line, line.held!, 'gone', moment, changed);
    this.#variants.delete(line);
    line.held = undefined;
  }

  #rename(line: Line, held: Held, moment: Moment, changed: Set<Line>): void {
    this.#call(line, held.spec.coordinate);
    this.#tell(line, held, 'renamed', moment, changed);
  }

  #call(line: Line, coordinate: Coordinate): void {
    if (this.#lineAt.get(line.coordinate) === line) {
      this.#lineAt.delete(line.coordinate);
      this.#lineOnceAt.set(line.coordinate, line);
    }
    line.coordinate = coordinate;
    this.#lineAt.set(coordinate, line);
  }

  #enter(held: Held, moment: Moment, changed: Set<Line>): void {
    const { coordinate } = held.spec;
    const known = this.#lineAt.get(coordinate) ?? this.#goneFrom(coordinate);
    const line: Line = known ?? { coordinate, versions: [], doubled: [], held: undefined };
    if (known === undefined) {
      this.#lines.push(line);
      this.#lineAt.set(coordinate, line);
    } else if (line.coordinate !== coordinate) this.#call(line, coordinate);
    this.#tell(line, held, known === undefined ? 'new' : 'back', moment, changed);
  }

  /** Whose former id comes back after it is gone itself, as when a renaming is reverted, is brought back. */
  #goneFrom(coordinate: Coordinate): Line | undefined {
    const line = this.#lineOnceAt.get(coordinate);
    return line?.held === undefined ? line : undefined;
  }

  #tell(line: Line, held: Held, event: VersionEvent | undefined, moment: Moment, changed: Set<Line>): void {
    line.held = held;
    if (event === undefined) return;
    line.versions.push(versionFrom(held, event, moment, line.versions.at(-1)));
    if (event !== 'unreadable' && !isOnlyMoved({ event })) changed.add(line);
    if (baseOf(held.spec) !== undefined) this.#variants.add(line);
    else this.#variants.delete(line);
  }

  /** A variant says something else when its base does. What a base is as a draft binds nobody, and ends nothing of what a variant that binds rests on. */
  #tellVariants(moment: Moment, changed: ReadonlySet<Line>): void {
    for (const { held, versions } of this.#variants) {
      const base = this.#lineAt.get(`journey:${baseOf(held!.spec)!}`);
      if (base === undefined) continue;
      const own = versions.at(-1)!.moment === moment ? versions.pop() : undefined;
      if (own !== undefined) versions.push(withBaseAhead(versions, own, base.versions));
      if (!changed.has(base)) continue;
      const became = base.versions.at(-1)!;
      if (became.status === 'draft' && became.event !== 'gone' && held!.spec.status !== 'draft') continue;
      const beside = this.#beside(versions, base.versions);
      const [told, ...rest] = withBase(held!, own === undefined ? undefined : versions.pop(), became);
      versions.push(beside.length === 0 ? told : { ...told, beside }, ...rest);
    }
  }

  /** Another version of a variant than the branch holds by now, which is in force when what its base became is, stands where the workspace is by now. */
  #beside(variant: readonly SpecVersion[], base: readonly SpecVersion[]): readonly SpecVersion[] {
    const became = base.at(-1)!;
    return alsoInForce(variant, base).map(({ base: _, baseLater: _later, beside: _beside, ...version }): SpecVersion => {
      const file = prefixOf(this.root) + version.file.slice(prefixOf(this.rootAt(version.moment.place)).length);
      return { ...version, file, event: 'base-changed', moment: became.moment, brought: became.moment, base: became };
    });
  }
}

/**
 * What is told of a variant whose base became another one.
 *
 * @param own - What the same commit did to the variant itself. An edit tells of both.
 */
function withBase(held: Held, own: SpecVersion | undefined, base: SpecVersion): readonly [SpecVersion, ...SpecVersion[]] {
  const { moment } = base;
  const alone = versionFrom(held, 'base-changed', moment, undefined, base);
  if (own === undefined) return [alone];
  if (isOnlyMoved(own) || own.event === 'unreadable') return [alone, { ...own, brought: moment, base }];
  return [own];
}

/** An edit of a variant says from when on what has been announced of its base holds, where that is later. */
function withBaseAhead(before: readonly SpecVersion[], own: SpecVersion, base: readonly SpecVersion[]): SpecVersion {
  const baseLater = isOnlyMoved(own) ? undefined : basesAhead([...before, own], base)[0];
  return baseLater === undefined ? own : { ...own, baseLater };
}

/** How a spec has changed from one place to the other; `undefined` where nothing of it has. */
function eventBetween(before: Held, after: Held, { event }: SpecVersion, isReworded: boolean): VersionEvent | undefined {
  if (!sameJson(before.spec.value, after.spec.value)) return 'changed';
  if (isReworded) return 'text-changed';
  if (before.file !== after.file) return 'moved';
  return ownTextOf(before) !== ownTextOf(after) || event === 'unreadable' ? 'rewritten' : undefined;
}

/** An entry of a Directory has no text of its own. Whether another document follows is not a document's own text. */
function ownTextOf({ spec: { document: { source, span }, directory } }: Held): string | undefined {
  return directory === undefined ? source.text.slice(span.start, span.end).trimEnd() : undefined;
}

function prefixOf(root: string): string {
  return root === '' ? '' : `${root}/`;
}

function baseOf({ kind, value }: Spec): string | undefined {
  return kind === 'Journey' ? (value as Spec<'Journey'>['value']).extends?.split('@')[0] : undefined;
}

/** As a workspace is named that is read whole. */
export function nameIn(settings: JsonObject | undefined): string {
  return [fieldOf(settings, 'namespace'), fieldOf(settings, 'id')].filter((part) => typeof part === 'string').join('/');
}
