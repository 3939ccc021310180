const lengths: { readonly [inside: string]: string } = { s: 's', m: 'min', h: 'h', d: 'd' };

/** A value of a KPI with its unit, as people write it: `2 h`, `60 %`, `8.5 EUR`. Ratios, counts and scores are numbers alone. */
export function valueInUnit(value: number, unit: string | undefined): string {
  const [, word, inside] = /^([a-z]+)(?:\((.*)\))?$/.exec(unit ?? '') ?? [];
  const sign = { percent: '%', duration: lengths[inside ?? 'h'], currency: inside }[word ?? ''];
  return sign === undefined ? String(value) : `${value} ${sign}`;
}
