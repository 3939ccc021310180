import { chromium as playwright, type Browser } from 'playwright-core';
import { testBrowser } from '../../support/browser.js';

/** The browser that comes with the packages. On a closed network it is told to leave the network alone. */
export async function launch(): Promise<Browser> {
  const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return playwright.launch({ executablePath: (await testBrowser())!, args: quiet, headless: true });
}
