/** What is said where something fails; `undefined` where it does not. */
export function attempt(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
