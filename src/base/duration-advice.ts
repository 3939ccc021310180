/**
 * What to write instead of a text that is no length of time but nearly one, such as `4 H`, `1h30` or `P1H`. Nothing is read into it:
 * the author is told, and decides.
 *
 * @param reads - Says whether a text is a length of time, so that only sound ones are proposed.
 * @returns The problem in plain words; `undefined` when nothing near is known.
 */
export function adviceFor(text: string, reads: (text: string) => boolean): string | undefined {
  if (text.length > longestText) return undefined;
  for (const advise of advisers) {
    const advice = advise(text, reads);
    if (advice !== undefined) return advice;
  }
  return undefined;
}

type Adviser = (text: string, reads: (text: string) => boolean) => string | undefined;

/** A text that is longer was never meant as a length of time. */
const longestText = 40;

const advisers: readonly Adviser[] = [mixedWeeks, nothingAfterT, missingT, misplacedT, otherLetters, missingUnit, otherOrder];

/** `P1W2D`: ISO 8601 has weeks alone. */
function mixedWeeks(text: string, reads: (text: string) => boolean): string | undefined {
  const [, weeks, days] = /^P(\d+)W(\d+)D$/.exec(text) ?? [];
  const right = `P${Number(weeks) * 7 + Number(days)}D`;
  if (weeks !== undefined && reads(right)) return `with \`P\` in front, weeks stand alone: write \`${right}\``;
  return /^P\w*\dW\w*\d[YMDHST]/.test(text) || /^P\w*\d[YMD]\w*\dW/.test(text) ? 'with `P` in front, weeks stand alone: write days instead' : undefined;
}

/** `P1DT` */
function nothingAfterT(text: string, reads: (text: string) => boolean): string | undefined {
  const rest = text.slice(0, -1);
  return text.endsWith('T') && reads(rest) ? `nothing stands after the \`T\`: write \`${rest}\`, or the hours and minutes after it` : undefined;
}

/** `P1H`, `P1D4H` */
function missingT(text: string, reads: (text: string) => boolean): string | undefined {
  const [, days = '', times] = /^P(\d+D)?((?:\d+H)?(?:\d+M)?(?:\d+S)?)$/.exec(text) ?? [];
  if (times === undefined || !reads(`P${days}T${times}`)) return undefined;
  return `hours, minutes and seconds stand after a \`T\`: write \`P${days}T${times}\``;
}

/** `PT1D` */
function misplacedT(text: string, reads: (text: string) => boolean): string | undefined {
  const [, days, times = ''] = /^PT(\d+[DW])(.*)$/.exec(text) ?? [];
  const right = `P${days}${times === '' ? '' : `T${times}`}`;
  return days !== undefined && reads(right) ? `days and weeks stand before the \`T\`: write \`${right}\`` : undefined;
}

/** `4 h`, `4H` and `pt4h`. A great `M` without hours beside it could be months. */
function otherLetters(text: string, reads: (text: string) => boolean): string | undefined {
  const closed = text.replaceAll(/\s/g, '');
  const right = /^p/i.test(closed) ? closed.toUpperCase() : closed.toLowerCase();
  if (right === text || !reads(right)) return undefined;
  return /^[^pPH]*M/.test(closed) ? undefined : `write \`${right}\``;
}

/** `1h30` */
function missingUnit(text: string, reads: (text: string) => boolean): string | undefined {
  const [, start, unit, rest] = /^([\dwdhms]*([wdhm]))(\d+)$/.exec(text) ?? [];
  if (start === undefined || unit === undefined || !reads(start)) return undefined;
  return `the \`${rest}\` at its end has no unit: write \`${text}${smallerUnit[unit]}\``;
}

const smallerUnit: { readonly [unit: string]: string } = { w: 'd', d: 'h', h: 'm', m: 's' };

/** `30m4h` and `1h1h` */
function otherOrder(text: string, reads: (text: string) => boolean): string | undefined {
  if (!/^(?:\d+[wdhms])+$/.test(text)) return undefined;
  const parts = text.match(/\d+[wdhms]/g)!.toSorted((a, b) => 'wdhms'.indexOf(a.at(-1)!) - 'wdhms'.indexOf(b.at(-1)!));
  const right = parts.join('');
  return reads(right) ? `the greater unit stands first: write \`${right}\`` : 'a unit stands in it twice: add the two up';
}
