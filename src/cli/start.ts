import { processConsole } from './console.js';
import { exitCodes } from './exit-codes.js';
import { main } from './main.js';

const folder = currentFolder();
if (folder === undefined) {
  process.stderr.write('waymark: the folder in which this runs is not there any more. Go to another one, and run it there.\n');
  process.exitCode = exitCodes.unreadable;
} else process.exitCode = await main(process.argv.slice(2), processConsole(folder));

/** A shell may still stand in a folder that was deleted. */
function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}
