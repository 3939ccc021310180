/**
 * A login as hosts compare it: in small letters, without the `@` that people write before it and without spaces around it. Only letters of
 * ASCII become small ones, so that no sign from elsewhere, such as that of the kelvin, passes for a letter of somebody's login.
 */
export function loginKey(login: string): string {
  return login.trim().replace(/^@\s*/, '').replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** True for what can be somebody's login: signs that nobody sees would make two people of one. */
export function isLogin(text: string): boolean {
  return loginKey(text) !== '' && !/\p{C}/u.test(text);
}
