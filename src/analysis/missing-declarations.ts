/** Names what is missing, so that places which one declaration would mend can be told together. */
export type NameMissing = (id: string, noun: string) => string;

/**
 * Two places miss the same thing where they name one id and what they need may be one and the same: `nps` as a KPI, as
 * `KPI or measure` and as any document. Where the one needs a team and the other a system, two things are missing.
 */
export function missingDeclarations(): NameMissing {
  const known = new Map<string, Missing[]>();
  return (id, noun) => {
    const asked = noun.split(' or ');
    const missing = known.get(id) ?? [];
    known.set(id, missing);
    const same = missing.find(({ nouns }) => common(nouns, asked).length > 0);
    if (same === undefined) missing.push({ nouns: asked, name: `${noun} ${id}` });
    else same.nouns = common(same.nouns, asked);
    return (same ?? missing.at(-1)!).name;
  };
}

interface Missing {
  /** What it may be, by all that name it so far. */
  nouns: readonly string[];
  readonly name: string;
}

/** A document may be of any kind. */
function common(known: readonly string[], asked: readonly string[]): readonly string[] {
  if (known.includes('document')) return asked;
  return asked.includes('document') ? known : known.filter((noun) => asked.includes(noun));
}
