import fc from 'fast-check';

/** The same cases in every run unless the environment asks for others, or for more of them; on a second version of Node fewer do. */
export const seed = Number(process.env['WAYMARK_SEED'] ?? 20_261_122);
export const more = Number(process.env['WAYMARK_RUNS'] ?? 1);

/** Checks a property; what fails is printed with its seed. */
export function check<Values>(property: fc.IProperty<Values>, runs = 1000, skips: Pick<fc.Parameters<Values>, 'maxSkipsPerRun'> = {}): void {
  fc.assert(property, { numRuns: Math.ceil(runs * more), seed, ...skips });
}
