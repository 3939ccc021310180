/** Runs something on another day, in another time zone and with other luck, and puts everything back. */
export async function elsewhere<Result>(run: () => Promise<Result>): Promise<Result> {
  const { Date: OwnDate, Math: { random } } = globalThis;
  const zone = process.env['TZ'];
  globalThis.Date = laterDate(OwnDate);
  Math.random = () => 0.123;
  process.env['TZ'] = zone === 'Pacific/Apia' ? 'America/New_York' : 'Pacific/Apia';
  try {
    return await run();
  } finally {
    globalThis.Date = OwnDate;
    Math.random = random;
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
}

/** Four hundred days. */
const later = 400 * 86_400_000;

/** The same, but for what is asked of the clock. */
function laterDate(OwnDate: DateConstructor): DateConstructor {
  return class extends OwnDate {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(OwnDate.now() + later);
      else super(...(given as [number]));
    }

    static override now(): number {
      return OwnDate.now() + later;
    }
  } as DateConstructor;
}
