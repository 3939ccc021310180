import { lstatSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { count } from '../../base/words.js';
import { views } from '../../render/views/index.js';
import { markdownOf } from '../../report/drawing/markdown.js';
import type { RenderOptions } from '../commands/render.js';
import type { Console } from '../console.js';
import { exitCodes, worst, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { writeFileWhole } from '../write-artifacts.js';
import { renewed, type Marker } from './markers.js';
import { drawView, openDrawn, type DrawnWorkspace } from './run-render.js';

/** Renews the pictures between the markers of each file, or tells which are not up to date. */
export async function updateFiles(console: Console, files: readonly string[], options: RenderOptions): Promise<ExitCode> {
  const opened = await openDrawn(console, options);
  return worst(files.map((file) => updateFile(console, file, opened, options)));
}

const largest = 8 * 1024 * 1024;

function updateFile(console: Console, file: string, opened: readonly DrawnWorkspace[], { check: isCheck = false, audience }: RenderOptions): ExitCode {
  const path = resolve(console.folder, file);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new Failure(exitCodes.unreadable, `There is no file \`${file}\`.`);
  if (!stats.isFile() || stats.size > largest) throw new Failure(exitCodes.unreadable, `\`${file}\` is no ordinary file of at most 8 MiB.`);
  const text = textIn(path, file);
  const result = renewed(text, (marker) => blockFor(file, marker, opened, audience));
  if ('problem' in result) throw new Failure(exitCodes.usage, `\`${file}\`, line ${result.line}: ${result.problem}`);
  if (result.markers === 0) throw new Failure(exitCodes.usage, `\`${file}\` has no place for a picture. Write the lines \`<!-- waymark render ID --view flow -->\` and \`<!-- /waymark -->\` where it is to stand.`);
  if (result.text === text) return exitCodes.clean;
  if (!isCheck) writeFileWhole(path, result.text);
  console.warn(isCheck ? `\`${file}\` is not up to date: ${count(result.stale.length, 'picture differs', 'pictures differ')}, the first at line ${result.stale[0]}. \`waymark render --update ${file}\` renews it.\n` : `Renewed in \`${file}\`: ${count(result.stale.length, 'picture')}.\n`);
  return isCheck ? exitCodes.stale : exitCodes.clean;
}

/** What is no UTF-8 would come out as something else. */
function textIn(path: string, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    throw new Failure(exitCodes.unreadable, `\`${file}\` is not UTF-8, and would not come out as it went in. Save it as UTF-8 first.`);
  }
}

function blockFor(file: string, { id, view, line }: Marker, opened: readonly DrawnWorkspace[], audience: RenderOptions['audience']): string {
  if (!views.some((each) => each.id === view) || view === 'change') throw new Failure(exitCodes.usage, `\`${file}\`, line ${line}: \`${view}\` is no view that can stand in a file. The views are ${views.map((each) => each.id).filter((each) => each !== 'change').join(', ')}.`);
  const drawn = id === undefined ? opened : opened.filter(({ workspace }) => workspace.journey(id) !== undefined);
  if (drawn.length === 0) throw new Failure(exitCodes.unreadable, `\`${file}\`, line ${line}: there is no journey \`${id}\` in ${count(opened.length, 'workspace')} here.`);
  if (drawn.length > 1) throw new Failure(exitCodes.usage, `\`${file}\`, line ${line}: ${id === undefined ? 'there are several workspaces here' : `\`${id}\` stands in several workspaces`}. Name one of them with --workspace.`);
  return markdownOf(drawView(drawn[0]!.workspace, view, { ...(id === undefined ? {} : { journey: id }), ...(audience === undefined ? {} : { audience }) }));
}
