import { absenceOfBase } from '../../analysis/unmade-variants.js';
import { didYouMean, listOf } from '../../base/words.js';
import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import { render, type RenderSubject } from '../../render/render.js';
import { views } from '../../render/views/index.js';
import { drawingReporters } from '../../report/drawing/index.js';
import { foldedWords } from '../../report/drawing/folded-words.js';
import type { DrawingResults, NamedDrawing } from '../../report/drawing/drawing-results.js';
import { filesOf } from '../check-workspace.js';
import type { RenderOptions } from '../commands/render.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { openWorkspaces } from '../open-workspaces.js';
import { isAboutBranch } from '../past-options.js';
import { publishEach, refuseToOverwrite } from '../publish.js';
import { tool } from '../tool.js';
import { isApart, isPicture, targetsFor, writeApart } from './picture-files.js';

/** A workspace as it lies here, or as it was in force. */
export interface DrawnWorkspace {
  readonly root: string;
  readonly workspace: Workspace;
}

/** Draws what is asked for, in each format that is asked for. */
export async function runRender(console: Console, id: string | undefined, options: RenderOptions): Promise<ExitCode> {
  const opened = await openDrawn(console, options, id);
  const meant = id === undefined ? onlyOne(opened) : theOneWith(opened, id);
  const results: DrawingResults = { tool, command: 'render', root: meant.root, drawings: await drawingsOf(console, meant, id, options) };
  const texts = diagramTexts(results);
  if (texts.length === 0 && options.format.some(isPicture)) throw new Failure(exitCodes.unreadable, nothingToDraw(results.drawings, options.audience));
  const apart = options.format.filter((target) => isApart(console, target));
  const whole = options.format.filter((target) => !apart.includes(target));
  refuseToOverwrite(console, { format: [...whole, ...apart.flatMap((target) => targetsFor(target, texts.length))] }, opened.flatMap(filesOf));
  if (whole.length > 0 || apart.length === 0) publishEach(console, { ...options, format: whole, failOn: 'never', maxProblems: Infinity }, (format, view) => drawingReporters.find((reporter) => reporter.id === format)!.report(results, view));
  for (const target of apart) await writeApart(console, target, texts, options.browser);
  return exitCodes.clean;
}

/** The files as they lie here, or what was in force. */
export async function openDrawn(console: Console, options: RenderOptions, id?: string): Promise<readonly DrawnWorkspace[]> {
  if (isAboutBranch(options)) return (await import('../audit/open-in-force.js')).openInForce(console, options, id);
  if (options.asOf !== undefined) throw new Failure(exitCodes.usage, '`--as-of` asks about the branch: add `--ref main`, or the day of `--recorded-by`. The files as they lie here are of today.');
  return [...openWorkspaces(console, options.workspace)];
}

function onlyOne(opened: readonly DrawnWorkspace[]): DrawnWorkspace {
  const [only, ...others] = opened;
  if (others.length > 0) throw new Failure(exitCodes.usage, `There are ${opened.length} workspaces here: ${listOf(opened.map(({ root }) => `\`${root}\``))}. Name one of them with --workspace, or a journey.`);
  return only!;
}

function theOneWith(opened: readonly DrawnWorkspace[], id: string): DrawnWorkspace {
  const name = journeyName(id);
  const [only, ...others] = opened.filter(({ workspace }) => workspace.journey(name) !== undefined);
  if (only === undefined) throw unknown(id, opened.map(({ workspace }) => workspace));
  if (others.length > 0) throw new Failure(exitCodes.usage, `\`${id}\` stands in ${listOf([only, ...others].map(({ root }) => `\`${root}\``))}. Name one of them with --workspace.`);
  return only;
}

function journeyName(id: string): string {
  return id.replace(/^journey:/, '');
}

function unknown(id: string, workspaces: readonly Workspace[]): Failure {
  const other = workspaces.map((workspace) => workspace.named(id)).find((spec) => spec !== undefined);
  if (other !== undefined && other.kind !== 'Journey') return new Failure(exitCodes.unreadable, `\`${id}\` is no journey: it is the id of a document of kind ${other.kind}. Name a journey.`);
  const absence = other === undefined ? undefined : workspaces.map((workspace) => absenceOfBase(workspace, other as Spec<'Journey'>)).find((each) => each !== undefined);
  if (absence !== undefined) return new Failure(exitCodes.findings, `\`${id}\` cannot be drawn: ${absence}.`);
  if (other !== undefined || workspaces.some((workspace) => workspace.perhapsDeclared(journeyName(id)))) return new Failure(exitCodes.findings, `\`${id}\` cannot be drawn, because its document cannot be read. \`waymark validate\` tells what is wrong.`);
  const known = workspaces.flatMap((workspace) => workspace.journeys.map((journey) => journey.id));
  return new Failure(exitCodes.unreadable, `There is no journey \`${id}\`. ${didYouMean(journeyName(id), new Set(known))}`.trim());
}

async function drawingsOf(console: Console, drawn: DrawnWorkspace, id: string | undefined, options: RenderOptions): Promise<readonly NamedDrawing[]> {
  const view = options.view ?? (id === undefined ? 'hierarchy' : 'flow');
  const wanted = view === 'all' ? views.map((each) => each.id).filter((each) => each !== 'change') : [view];
  const before = view === 'change' ? await (await import('./version-before.js')).versionBefore(console, drawn, options.before) : undefined;
  return wanted.map((each) => drawView(drawn.workspace, each, { ...(id === undefined ? {} : { journey: journeyName(id) }), ...(before === undefined ? {} : { before }), ...(options.audience === undefined ? {} : { audience: options.audience }) }));
}

/** One view of a journey that is there. */
export function drawView(workspace: Workspace, view: string, subject: RenderSubject): NamedDrawing {
  const rendering = render(workspace, view, subject);
  if ('problem' in rendering) throw new Failure(exitCodes.usage, rendering.problem);
  const journey = subject.journey === undefined ? undefined : workspace.journey(subject.journey);
  return { view, rendering, ...(journey === undefined ? {} : { journey: { id: journey.id, version: journey.spec.value.version } }) };
}

function diagramTexts({ drawings }: DrawingResults): readonly string[] {
  return drawings.flatMap(({ rendering }) => rendering.diagrams.map(({ text }) => text));
}

function nothingToDraw(drawings: readonly NamedDrawing[], audience: string | undefined): string {
  const left = drawings.flatMap(({ rendering }) => foldedWords(rendering.folded));
  return audience === undefined ? 'There is nothing to draw: this view is a table. Leave out --format to read it.' : `There is nothing to draw for readers \`${audience}\`. ${left.join(' ')}`.trim();
}
