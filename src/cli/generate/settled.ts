import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';

/** What a promise of somebody else's program gives. Where nothing is left that could ever keep it, Node would end without a word. */
export async function settled<Value>(promise: Promise<Value>, told: string): Promise<Value> {
  let giveUp = (): void => undefined;
  const never = new Promise<never>((_, reject) => {
    giveUp = () => reject(new Failure(exitCodes.usage, told));
    process.once('beforeExit', giveUp);
  });
  try {
    return await Promise.race([promise, never]);
  } finally {
    process.off('beforeExit', giveUp);
  }
}
