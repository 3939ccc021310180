/** True for a name of another repository, such as `group/hub#lead`. Of what is imported the calendars are counted with; no team there is written to, or asked. */
export function isOfOtherRepository(name: string): boolean {
  return name.includes('/');
}
