import { dirname, relative, resolve } from 'node:path';
import { isQuiet, leadsOut, slashed } from '../../base/paths.js';
import { listOf, quoted } from '../../base/words.js';
import { declaredTargets } from '../../generate/declared-targets.js';
import type { DeclaredBy } from '../../generate/manifest.js';
import type { OptionValues, Target } from '../../generate/target.js';
import { targets } from '../../generate/targets/index.js';
import { unknownTarget } from '../../generate/generate.js';
import { topAround } from '../../load/git/find-repository.js';
import type { AcceptedLoss } from '../../schema/kinds/workspace.js';
import type { GenerateOptions } from '../commands/generate.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { insideFolder } from '../write-artifacts.js';
import { realPlace, type OutputPlace } from './output-place.js';
import type { ReadWorkspace } from './read-workspace.js';

/** Files of one target in one folder. */
export interface Job {
  /** The name that it has in `waymark.yaml`, else that of the target. */
  readonly id: string;
  readonly target: Target;
  readonly read: ReadWorkspace;
  readonly place: OutputPlace;
  /** Where `waymark.yaml` names the folder. */
  readonly declared?: DeclaredBy;
  readonly options: OptionValues;
  /** Losses that are known. */
  readonly accept: readonly AcceptedLoss[];
}

/** What is to be written: the target that is named, or everything that the workspaces declare, which may be nothing where something is left of what they declared. */
export function jobsFor(console: Console, name: string | undefined, read: readonly ReadWorkspace[], own: readonly Target[], options: GenerateOptions, isLeft: boolean): readonly Job[] {
  const known = [...targets, ...own];
  const declared = read.flatMap((each) => declaredJobs(each, known, name));
  if (name === undefined) return declared.length > 0 || isLeft ? declared : nothingDeclared();
  if (declared.length > 0 && options.out === undefined) return declared.map((job) => ({ ...job, options: { ...job.options, ...options.option } }));
  const target = known.find(({ id }) => id === (declared[0]?.target.id ?? name));
  if (target === undefined) throw new Failure(exitCodes.usage, unknownTarget(name));
  if (options.out === undefined) throw new Failure(exitCodes.usage, `Say where \`${name}\` is to be written: \`waymark generate ${name} --out FOLDER\`, or once and for all in \`waymark.yaml\`: \`targets: [{id: ${name}, out: FOLDER}]\`.`);
  if (read.length > 1) throw new Failure(exitCodes.usage, `There are ${read.length} workspaces here: ${listOf(quoted(read.map(({ root }) => root)))}. Name one of them with --workspace.`);
  const folder = resolve(console.folder, options.out);
  const same = declared.find(({ place }) => place.folder === folder);
  if (same !== undefined) return [{ ...same, options: { ...same.options, ...options.option } }];
  return [{ id: name, target, read: read[0]!, place: { folder, home: folder }, options: { ...declared[0]?.options, ...options.option }, accept: declared[0]?.accept ?? [] }];
}

function nothingDeclared(): never {
  throw new Failure(exitCodes.usage, `Nothing is declared to be generated. Name a target and a folder, such as \`waymark generate typescript --out src/journeys\`, or write \`targets: [{id: typescript, out: ../src/journeys}]\` into \`waymark.yaml\`. The targets are ${listOf(quoted(targets.map(({ id }) => id)))}.`);
}

function declaredJobs(read: ReadWorkspace, known: readonly Target[], name: string | undefined): readonly Job[] {
  const wanted = declaredTargets(read.workspace).filter(({ id, target }) => name === undefined || name === id || name === target);
  return wanted.map(({ id, target, out, options, accept }) => {
    const found = known.find((each) => each.id === target);
    if (found === undefined) throw new Failure(exitCodes.usage, `\`${read.rootFile}\`, \`targets\`: ${unknownTarget(target)}`);
    const place = declaredPlace(read, out);
    return { id, target: found, read, place, declared: { entry: id, workspace: slashed(relative(place.folder, read.folder)) || '.' }, options, accept };
  });
}

/** Whoever proposes a change to `waymark.yaml` does not get to write outside of the repository, nor where programs look for what they run. */
function declaredPlace({ folder, rootFile }: ReadWorkspace, out: string): OutputPlace {
  const home = topAround(folder) ?? dirname(folder);
  const place = relative(home, resolve(folder, out));
  if (leadsOut(place)) throw new Failure(exitCodes.usage, `\`${rootFile}\`, \`targets\`: \`${out}\` lies outside of the repository. Name a folder in it, or one on the command line with --out.`);
  const full = insideFolder(home, place === '' ? '.' : place);
  if (isQuiet(place) || isQuiet(realPlace(home, full))) throw new Failure(exitCodes.usage, `\`${rootFile}\`, \`targets\`: \`${out}\` is a folder in which programs look for what they run. Name another one, or name it on the command line with --out.`);
  return { folder: full, home };
}
