import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';

/**
 * What somebody else's program gives. Two things it may do would go unseen: wait for something that never comes, after which Node ends without a word,
 * and end the whole process, as if everything had been done.
 *
 * @param whose whose program it is, as the beginning of a sentence: `wiki.js`
 */
export async function settled<Value>(console: Console, whose: string, start: () => Promise<Value>): Promise<Value> {
  let giveUp = (): void => undefined;
  const never = new Promise<never>((_, reject) => {
    giveUp = () => reject(new Failure(exitCodes.usage, `${whose} never ends: it waits for something that does not come.`));
    process.once('beforeExit', giveUp);
  });
  const ended = (): void => {
    console.warn(`waymark: ${whose} ended the whole program, so nothing was written or compared.\n`);
    process.exitCode = exitCodes.usage;
  };
  process.once('exit', ended);
  try {
    return await Promise.race([start(), never]);
  } finally {
    process.off('beforeExit', giveUp);
    process.off('exit', ended);
  }
}
