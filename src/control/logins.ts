/**
 * A login as hosts compare it: in small letters. Only those of ASCII have any, so that no sign from elsewhere, such as that of
 * the kelvin, passes for a letter of somebody's login.
 */
export function loginKey(login: string): string {
  return login.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
