/** Countries of the groups that a Policy may name instead of each country. */
const groups: { readonly [group: string]: readonly string[] } = {
  EU: ['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
  UK: ['GB'],
};

/** A region and what it lies in, the narrowest first: `AT-7`, `AT`, `EU`. */
export function widening(region: string): readonly string[] {
  const country = region.split('-')[0]!;
  const around = Object.keys(groups).filter((group) => groups[group]!.includes(country));
  return [...new Set([region, country, ...around])];
}

/** True when all of a region lies in one of the others. */
export function isWithin(region: string, others: readonly string[]): boolean {
  if (others.includes(region)) return true;
  return (groups[region] ?? [region]).every((country) => widening(country).some((each) => others.includes(each)));
}
