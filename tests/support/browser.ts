import chromium from '@sparticuz/chromium';

/** A real browser that comes with the packages of the project, unpacked when it is first asked for. */
export function testBrowser(): Promise<string> {
  return chromium.executablePath();
}
