interface Named {
  readonly organisation: string;
  readonly team: string;
  readonly journey: string;
}

/** Asks for what no flag gave. `undefined` when the person gives up. The prompts are loaded only here. */
export async function askForAnswers(defaults: Named, given: Partial<Named>): Promise<Named | undefined> {
  const prompts = await import('@clack/prompts');
  const answers: { -readonly [Key in keyof Named]: Named[Key] } = { ...defaults };
  for (const [key, message] of questions) {
    if (given[key] !== undefined) continue;
    const answer = await prompts.text({ message, placeholder: defaults[key], defaultValue: defaults[key] });
    if (prompts.isCancel(answer)) return undefined;
    answers[key] = answer;
  }
  return answers;
}

const questions: readonly (readonly [keyof Named, string])[] = [
  ['organisation', 'Which organisation is responsible for the journeys?'],
  ['team', 'Which team owns the first journey?'],
  ['journey', 'What is the first journey called?'],
];
